// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers of the readers, for `./do fuzz`: a package of their own, since all that they link must be instrumented.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "incident-mapper", path: "../..")],
  targets: [
    .target(name: "LibFuzzer"),
    .executableTarget(
      name: "Fuzz",
      dependencies: ["LibFuzzer"]
        + ["Formats", "Gazetteer", "GeoPackage", "Incidents", "Reports", "ShippedGazetteer", "Tables"].map {
          .product(name: $0, package: "incident-mapper")
        },
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ])
