// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours is compiled with warnings as errors. Outside the engine, strict memory safety guards the C
/// boundary: no other target may touch a pointer.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .strictMemorySafety()]
let engine: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// One library target, also a product that other packages can import.
func library(
  _ name: String, _ dependencies: [String], _ settings: [SwiftSetting] = strict, resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .init(stringLiteral: $0) }, resources: resources,
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: ([name, "TestSupport"] + dependencies).map { .init(stringLiteral: $0) },
    swiftSettings: engine)
}

let libraries = [
  library("Geo", []),
  library("GeoEngine", ["Geo", "CGEOS", "CPROJ", "CMGRS"], engine),
  library("Formats", ["Geo"]),
  .target(
    name: "GeoPackage",
    dependencies: [
      "Geo", "Formats", .product(name: "GRDB", package: "GRDB.swift"),
      .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ],
    swiftSettings: engine),
  library("Incidents", ["Geo"]),
  library("Reports", ["Incidents"]),
  library("Gazetteer", ["Incidents", "Geo", "GeoEngine", "Formats"]),
  library("Analysis", ["Incidents", "Geo", "GeoEngine"]),
  library("Linking", ["Incidents", "Geo", "GeoEngine", "Gazetteer"]),
  library("Publishing", ["Incidents", "Analysis", "Linking", "Geo", "Formats"]),
  library("Tables", ["Incidents", "Geo", "GeoEngine", "Formats", "Gazetteer", "Publishing"]),
  library("Cartography", ["Incidents", "Analysis", "Geo", "GeoEngine"]),
  library(
    "WebAtlas", ["Incidents", "Reports", "Analysis", "Publishing", "Cartography", "Geo", "Formats"],
    resources: [.copy("Page")]),
  library(
    "Pipeline",
    [
      "Reports", "Tables", "Gazetteer", "Analysis", "Linking", "Publishing", "Cartography", "WebAtlas",
      "ShippedGazetteer", "GeoPackage",
    ]),
]

let package = Package(
  name: "incident-mapper",
  platforms: [.macOS(.v15)],
  products: libraries.map { .library(name: $0.name, targets: [$0.name]) } + [
    .library(name: "ShippedGazetteer", targets: ["ShippedGazetteer"]),
    .executable(name: "incident-mapper", targets: ["incident-mapper"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: libraries + [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"]), .brew(["geos"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"]), .brew(["proj"])]),
    .systemLibrary(
      name: "CGeographicLib", pkgConfig: "geographiclib",
      providers: [.apt(["libgeographiclib-dev"]), .brew(["geographiclib"])]),
    .target(name: "CMGRS", dependencies: ["CGeographicLib"]),
    .target(
      name: "ShippedGazetteer", path: "Gazetteer",
      exclude: ["SOURCES.md", "build.py", "build", "requirements.txt"],
      sources: ["ShippedGazetteer.swift"],
      resources: [
        .copy("places.tsv"), .copy("countries.geojson"), .copy("governorates.geojson"), .copy("districts.geojson"),
        .copy("regions.geojson"), .copy("rivers.geojson"), .copy("lakes.geojson"), .copy("sources.csv"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "incident-mapper",
      dependencies: ["Pipeline", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),
    .target(name: "TestSupport", dependencies: ["Geo", "Formats"], path: "Tests/TestSupport", swiftSettings: strict),
    tests("Geo"), tests("Incidents"), tests("GeoEngine", ["Formats"]), tests("Formats"), tests("Reports"),
    .testTarget(
      name: "GeoPackageTests",
      dependencies: ["GeoPackage", "Formats", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: engine),
    tests("Tables", ["Formats", "Gazetteer", "Incidents", "ShippedGazetteer"]),
    tests("Gazetteer"), tests("Analysis"), tests("Linking", ["ShippedGazetteer"]),
    tests("Publishing"), tests("Cartography"),
    tests("WebAtlas", ["Reports", "Publishing", "Incidents", "Cartography"]),
    .testTarget(name: "CommandTests", dependencies: ["incident-mapper"], swiftSettings: engine),
    tests("Pipeline", ["Formats", "Linking", "Publishing", "Reports", "Gazetteer", "Incidents", "ShippedGazetteer"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
