import Foundation
import Testing

/// The gazetteer commands, from their arguments to what a user sees.
@Suite struct GazetteerCommandTests {
  private let dump =
    "7001\tQasr Lumen\tQasr Lumen\tKasr Lumin\t35.95\t39.01\tP\tPPL\tSY\t\t\t\t\t\t1200\t\t\tX\t2020-01-01\n"

  @Test func importedPlacesAreFoundAndNamedWithAllTheirIdentifiers() throws {
    try Command.inFolder { command in
      try command.write(dump, to: "SY.txt")
      try command.write("1\t7001\ten\tLumen Castle\t\t\t\t\n", to: "names.txt")
      try command.write("key,title,x,y,gn\nA1,Qasr Loumen,39.012,35.951,\n", to: "sites.csv")
      let geoNames = try command.run(
        "gazetteer", "import", "geonames", "SY.txt", "--alternate-names", "names.txt", "--into", "syria.gaz")
      #expect(geoNames.status == 0, "\(geoNames.errors)")
      #expect(geoNames.output.isEmpty)
      let table = try command.run(
        "gazetteer", "import", "csv", "sites.csv", "--name", "title", "--id", "key", "--country", "SY", "--kind",
        "village", "--source", "survey", "--into", "sites.gaz")
      #expect(table.status == 0, "\(table.errors)")
      let answers = try ["syria.gaz", "sites.gaz"].map {
        try command.run("resolve", "Qasr Lumen", "--country", "SY", "--gazetteer", $0, "--format", "json").output
      }
      #expect(answers[0].contains("\"place_ids\":[\"geonames:7001\"]"))
      #expect(answers[1].contains("\"place_ids\":[\"survey:A1\"]"))
      for order in [["syria.gaz", "sites.gaz"], ["sites.gaz", "syria.gaz"]] {
        let answer = try command.run(
          "resolve", "Lumen Castle", "--country", "SY", "--gazetteer", order[0], "--gazetteer", order[1], "--format",
          "json")
        #expect(answer.output.contains("\"place_ids\":[\"geonames:7001\",\"survey:A1\"]"), "\(answer.output)")
      }
    }
  }

  @Test func importedTablesSayHowTheyWereRead() throws {
    try Command.inFolder { command in
      try command.write("name,lon,lat,Land\nFoo,40,31,AA\nBar,east,31,AA\nBaz,41,31,AA\n", to: "t.csv")
      let outcome = try command.run("gazetteer", "import", "csv", "t.csv", "--into", "t.gaz")
      #expect(outcome.output.isEmpty)
      for part in [
        "t.csv: read: name, lon (longitude), lat (latitude)", "t.csv: not read: Land",
        "t.csv: 2 of 2 places without a country", "t.csv:3: ",
      ] {
        #expect(outcome.errors.contains(part), "\(part) in \(outcome.errors)")
      }
      let json = try command.run(
        "gazetteer", "import", "csv", "t.csv", "--into", "t.gaz", "--country", "land", "--format", "json")
      for part in [#""column":"Land","read_as":"country""#, #""not_read":[]"#, #""places_without_country":0"#] {
        #expect(json.output.contains(part), "\(part) in \(json.output)")
      }
      let direct = try command.run("resolve", "Foo", "--gazetteer", "t.csv")
      #expect(direct.status == 0 && direct.errors.contains("t.csv:3: "), "\(direct.errors)")
    }
  }

  @Test func reverseSaysThatNothingIsNear() throws {
    try Command.inFolder { command in
      let far = try command.run("gazetteer", "reverse", "0,0")
      #expect(far.output.contains("in no area") && far.output.contains("no place that the gazetteers know is within"))
      let near = try command.run("gazetteer", "reverse", "40.83,34.69", "--count", "1")
      #expect(near.output.contains("in Hajin district, Deir ez-Zor, SY\n\n") && near.output.contains("Hajin  town"))
      let none = try command.run("gazetteer", "reverse", "40.83,34.69", "--count", "0")
      #expect(none.output.hasSuffix("Deir ez-Zor, SY\n"))
    }
  }

  @Test func infoCountsAndNamesTheLicense() throws {
    try Command.inFolder { command in
      try command.write(dump, to: "SY.txt")
      try command.run("gazetteer", "import", "geonames", "SY.txt", "--into", "syria.gaz")
      let info = try command.run("gazetteer", "info", "syria.gaz")
      for part in ["1 place, 2 names", "SY 1", "village 1", "CC BY 4.0", "2020-01-01", "format 1"] {
        #expect(info.output.contains(part), "\(part) in \(info.output)")
      }
      let shipped = try command.run("gazetteer", "info")
      for part in ["boundaries of level 1: IQ 18, SY 14", "CC BY 4.0", "Natural Earth"] {
        #expect(shipped.output.contains(part), "\(part) in \(shipped.output)")
      }
      #expect(try command.run("gazetteer", "info", "--format", "json").output.contains("\"places\":"))
    }
  }

  @Test func aBatchAnswersEveryRowAndSaysWhatIsDoubled() throws {
    try Command.inFolder { command in
      try command.write("id,name\n7,Raqqa\n7,Hajin\n8,Raqqa\n", to: "names.csv")
      let outcome = try command.run("resolve", "--batch", "names.csv")
      #expect(outcome.output.split(separator: "\n").count == 3)
      #expect(outcome.errors.contains("names.csv: 1 id stands in several rows, first “7”"))
    }
  }

  /// `id,name`, and Hajin and Raqqa in Arabic, in windows-1256.
  private static let arabic =
    Array("id,name\n1,".utf8) + [0xE5, 0xCC, 0xED, 0xE4] + Array("\n2,".utf8) + [0xC7, 0xE1, 0xD1, 0xDE, 0xC9, 0x0A]
  private static let utf16 = Array("id,name\n1,هجين\n2,الرقة\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

  @Test(
    arguments: [
      (arabic, [], "windows-1256 is assumed"), ([0xFF, 0xFE] + utf16, [], nil), (utf16, [], "utf-16le is assumed"),
      (arabic, ["--encoding", "cp1256"], nil), (Array("\u{FEFF}id,name\n1,هجين\n2,الرقة\n".utf8), [], nil),
    ] as [([UInt8], [String], String?)])
  func aBatchMayBeInAnotherEncoding(bytes: [UInt8], options: [String], says: String?) throws {
    try Command.inFolder { command in
      try Data(bytes).write(to: command.folder.appending(path: "names.csv"))
      let outcome = try command.run(
        ["resolve", "--batch", "names.csv", "--format", "csv", "--country", "SY"] + options)
      let lines = outcome.output.split(separator: "\n")
      try #require(lines.count == 3, "\(outcome.errors)")
      #expect(lines[1].hasPrefix("1,هجين,resolved,Hajin") && lines[2].hasPrefix("2,الرقة,resolved,Raqqa"), "\(lines)")
      if let says { #expect(outcome.errors.contains(says)) } else { #expect(outcome.errors.isEmpty) }
    }
  }

  @Test func aTableOfPlacesMayBeInAnotherEncoding() throws {
    try Command.inFolder { command in
      let text = Array("name,lon,lat,country\n".utf8) + [0xE5, 0xCC, 0xED, 0xE4] + Array(",40,35,SY\n".utf8)
      try Data(text).write(to: command.folder.appending(path: "p.csv"))
      let outcome = try command.run("gazetteer", "import", "csv", "p.csv", "--into", "p.gaz", "--format", "json")
      #expect(outcome.output.contains(#""encoding":"windows-1256""#))
      for gazetteer in ["p.csv", "p.gaz"] {
        let answer = try command.run("resolve", "هجين", "--gazetteer", gazetteer, "--format", "json", "--explain")
        #expect(answer.output.contains("\"p.csv:2\""), "\(gazetteer): \(answer.output)")
      }
    }
  }

  @Test func aBatchIsAlsoAnsweredAsATable() throws {
    try Command.inFolder { command in
      try command.write("Place,Governorate,victims\nHajin,Deir ez-Zor,3\n\"Nowhere, Xyzzy\",,4\n", to: "names.csv")
      let outcome = try command.run("resolve", "--batch", "names.csv", "--format", "csv", "--country", "SY")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("id,name,status,place_name"))
      #expect(lines[1].hasPrefix("2,Hajin,resolved,Hajin,town,SY,Deir ez-Zor,SY-DY,40.831,34.695,"))
      #expect(lines[2].hasPrefix("3,\"Nowhere, Xyzzy\",unresolved,,,,"))
      #expect(outcome.errors == "names.csv: not read: victims\n")
      try command.write("name,Lat,Lon\nHajin,34.69,40.83\n", to: "at.csv")
      #expect(try command.run("resolve", "--batch", "at.csv").errors.isEmpty)
    }
  }

  @Test(arguments: [
    ("LY", "no gazetteer that was given has places of Libya"), ("Neverland", "“Neverland” is no country"),
  ])
  func aCountryWithoutPlacesIsRefused(_ country: String, _ says: String) throws {
    try Command.inFolder { command in
      let outcome = try command.run("resolve", "Tripoli", "--country", country)
      #expect(outcome.status != 0 && outcome.output.isEmpty && outcome.errors.contains(says), "\(outcome.errors)")
    }
  }

  @Test func aDamagedFileIsRefusedAndNothingIsAnswered() throws {
    try Command.inFolder { command in
      try command.write(dump, to: "SY.txt")
      try command.run("gazetteer", "import", "geonames", "SY.txt", "--into", "syria.gaz")
      var bytes = try command.bytes("syria.gaz")
      try bytes.dropLast(9).write(to: command.folder.appending(path: "short.gaz"))
      bytes[100] ^= 1
      try bytes.write(to: command.folder.appending(path: "flipped.gaz"))
      for (name, says) in [("flipped.gaz", "damaged"), ("short.gaz", "cut off"), ("none.gaz", "no such file")] {
        let outcome = try command.run("resolve", "Kasr Lumen", "--gazetteer", name)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains(name) && outcome.errors.contains(says), "\(outcome.errors)")
      }
    }
  }

  @Test(arguments: [
    (["import", "csv", "sites.csv", "--into", "SY.txt"], "no gazetteer file"),
    (["import", "csv", "sites.csv", "--name", "nom", "--into", "a.gaz"], "nom"),
    (["import", "geonames", "absent.txt", "--into", "a.gaz"], "absent.txt"),
    (["import", "geonames", "sites.csv", "--into", "a.gaz"], "sites.csv:1"),
    (["import", "geojson", "sites.csv", "--into", "a.gaz"], "sites.csv"),
  ])
  func importsThatCannotWorkSayWhy(arguments: [String], says: String) throws {
    try Command.inFolder { command in
      try command.write(dump, to: "SY.txt")
      try command.write("name,lon,lat\nFoo,39,35\n", to: "sites.csv")
      let outcome = try command.run(["gazetteer"] + arguments)
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains(says), "\(outcome.errors)")
      #expect(!command.exists("a.gaz"))
    }
  }
}
