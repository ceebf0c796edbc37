import ArgumentParser
import Foundation
import Gazetteer
import Incidents
import Pipeline

struct GazetteerInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Downloads public gazetteers and imports them.",
    subcommands: [InstallGeoNames.self])
}

struct InstallGeoNames: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "geonames", abstract: "Downloads and imports the places of whole countries from GeoNames.",
    discussion: """
      Needs curl and unzip. When a connection breaks, run the command again: it goes on where it was. GeoNames is \
      published under CC BY 4.0: name it where you use it.
      """)

  @Argument(help: ArgumentHelp("The countries, by their two-letter codes, or allCountries.", valueName: "country"))
  var countries: [String]

  @Option(help: ArgumentHelp("The gazetteer file to make or to add to.", valueName: "file.gaz"), completion: .file())
  var into = "geonames.gaz"

  @Flag(help: "Download the alternate names too: more spellings, in more languages.")
  var alternateNames = false

  @Option(help: ArgumentHelp("The folder of dumps on a server: GeoNames', or a mirror of it.", valueName: "url"))
  var from = GeoNamesDumps.publisher

  @Option(
    help: ArgumentHelp(
      "The SHA-256 that a country's zip must have; may be given several times.", valueName: "country=hex"))
  var sha256: [String] = []

  func validate() throws {
    for country in countries where !Self.isKnown(country) {
      throw ValidationError("“\(country)” is no country: give two-letter codes such as IQ, or allCountries")
    }
    for text in sha256 {
      let parts = text.split(separator: "=")
      guard parts.count == 2, parts[1].utf8.count == 64, parts[1].allSatisfy(\.isHexDigit) else {
        throw ValidationError("“\(text)” is no checksum: write COUNTRY=HEX with 64 hexadecimal digits")
      }
    }
    guard let url = URL(string: from), url.scheme != nil else {
      throw ValidationError("“\(from)” is no URL: write one such as \(GeoNamesDumps.publisher)")
    }
  }

  func run() throws {
    guard let base = URL(string: from) else { return }
    let dumps = try GeoNamesDumps(base: base, folder: URL(filePath: into + ".downloads"))
    let codes = countries.map { $0 == Self.all ? $0 : $0.uppercased() }
    let checksums = Dictionary(
      sha256.map { text in (String(text.prefix { $0 != "=" }), String(text.drop { $0 != "=" }.dropFirst())) },
      uniquingKeysWith: { first, _ in first })
    var work = try GazetteerImport(into: URL(filePath: into))
    for code in codes {
      writeNote("Downloading the places of \(code) from \(from)")
      try work.addGeoNames(path: dumps.places(of: code, sha256: checksums[code]).path(percentEncoded: false))
    }
    for code in alternateNames ? codes : [] {
      writeNote("Downloading the alternate names of \(code)")
      try work.addAlternateNames(path: dumps.alternateNames(of: code).path(percentEncoded: false))
    }
    let count = try work.finish()
    dumps.removeAll()
    ImportTarget.note(work.lost)
    writeNote(
      "\(counted(work.entryCount, "entry", "entries")) imported; \(into) has \(counted(count, "place")). "
        + "Use it with --gazetteer \(into)")
  }

  private static let all = "allCountries"

  private static func isKnown(_ country: String) -> Bool {
    country == all || (country.utf8.count == 2 && country.allSatisfy { $0.isASCII && $0.isLetter })
  }
}
