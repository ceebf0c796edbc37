import Foundation
import Geo
import Incidents
import Testing

@testable import Gazetteer

@Suite struct GazetteerImportTests {
  private let dump =
    "7\tFoo\tFoo\tFu,فو\t31.5\t40.25\tP\tPPL\tAA\t\t\t\t\t\t1200\t\t\tAsia/X\t2020-01-01\n"
    + "8\tBar Airport\tBar\t\t31\t40\tS\tAIRP\tAA\t\t\t\t\t\t0\t\t\tAsia/X\t2021-03-04\n"

  private func write(_ text: String, _ name: String, in folder: URL) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path(percentEncoded: false)
  }

  @Test func geoNamesWithAlternateNames() throws {
    try Folder { folder in
      let alternates =
        "1\t7\ten\tFooville\t1\t\t\t\n2\t7\tlink\thttps://x\n3\t99\ten\tNowhere\t\t\t\t\n4\t8\t\tOld Bar\n"
      let target = folder.appending(path: "a.gaz")
      var work = try GazetteerImport(into: target)
      try work.addGeoNames(path: write(dump, "AA.txt", in: folder))
      try work.addAlternateNames(path: write(alternates, "alternateNamesV2.txt", in: folder))
      #expect(try work.finish() == 2)
      let segment = try Segment(mapping: target)
      #expect(segment.place(0).name == "Fooville" && segment.place(0).alternateNames == ["Foo", "Fu", "فو"])
      #expect(segment.place(1).alternateNames == ["Bar", "Old Bar"])
      #expect(segment.notes[0].changedFrom == "2020-01-01")
      #expect(segment.notes[0].changedThrough == "2021-03-04")
      #expect(segment.notes[0].license == "CC BY 4.0")
    }
  }

  /// The name that is preferred in English is the main one; one that only once was is not.
  @Test(arguments: [
    ("1\t7\ten\tFooville\t1\t\t\t\n", "Fooville", ["Foo", "Fu", "فو"]),
    ("1\t7\ten\tOldville\t1\t\t\t1\n", "Foo", ["Fu", "فو", "Oldville"]),
    ("1\t7\tfr\tFouville\t1\t\t\t\n", "Foo", ["Fu", "فو", "Fouville"]),
    ("1\t7\ten\tFu\t1\t\t\t\n2\t7\ten\tFooville\t1\t\t\t\n", "Fooville", ["Foo", "Fu", "فو"]),
  ])
  func preferredNames(_ rows: String, _ name: String, _ others: [String]) throws {
    try Folder { folder in
      let target = folder.appending(path: "a.gaz")
      var work = try GazetteerImport(into: target)
      try work.addGeoNames(path: write(dump, "AA.txt", in: folder))
      try work.addAlternateNames(path: write(rows, "alternateNamesV2.txt", in: folder))
      _ = try work.finish()
      let place = try Segment(mapping: target).place(0)
      #expect(place.name == name && place.alternateNames == others)
    }
  }

  @Test func addingToAFileBelievesTheNewAndKeepsTheNames() throws {
    try Folder { folder in
      let target = folder.appending(path: "a.gaz")
      for text in [dump, dump.replacing("40.25", with: "40.5").replacing("Fu,", with: "Fuu,")] {
        var work = try GazetteerImport(into: target)
        try work.addGeoNames(path: write(text, "AA.txt", in: folder))
        #expect(try work.finish() == 2)
      }
      let place = try Segment(mapping: target).place(0)
      #expect(place.coordinate.longitude == 40.5)
      #expect(Set(place.alternateNames) == ["Fu", "Fuu", "فو"])
      #expect(place.otherIDs.isEmpty)
      let again = try Data(contentsOf: target)
      var work = try GazetteerImport(into: target)
      try work.add([], note: SourceNote(name: "GeoNames", license: "CC BY 4.0"))
      _ = try work.finish()
      #expect(try Data(contentsOf: target).count >= again.count)
    }
  }

  @Test func refusesToOverwriteWhatIsNoGazetteer() throws {
    try Folder { folder in
      let path = try write("name,lon,lat\n", "places.csv", in: folder)
      let error = #expect(throws: GazetteerError.self) { try GazetteerImport(into: URL(filePath: path)) }
      #expect(error?.problem.contains("no gazetteer file") == true)
    }
  }

  @Test func aFailedImportLeavesTheFileAsItWas() throws {
    try Folder { folder in
      let target = folder.appending(path: "a.gaz")
      var work = try GazetteerImport(into: target)
      try work.addGeoNames(path: write(dump, "AA.txt", in: folder))
      _ = try work.finish()
      let before = try Data(contentsOf: target)
      var second = try GazetteerImport(into: target)
      let broken = try write("7\tFoo\n9\tBaz\n", "BB.txt", in: folder)
      let error = #expect(throws: GazetteerError.self) { try second.addGeoNames(path: broken) }
      #expect(error?.description.hasPrefix("BB.txt:1:") == true)
      #expect(try Data(contentsOf: target) == before)
    }
  }

  @Test func aRowThatIsNoPlaceCostsOnlyItself() throws {
    try Folder { folder in
      let target = folder.appending(path: "a.gaz")
      var work = try GazetteerImport(into: target)
      try work.addGeoNames(path: write(dump + "9\tBaz\n", "AA.txt", in: folder))
      let note = SourceNote(name: "test", license: nil)
      try work.addTable(
        Array("name,lon,lat\nBaz,40,31\nQux,east,31\n,40,31\nQuux,41,31\n".utf8), file: "t.csv",
        choice: ColumnChoice(), note: note)
      let point = #"{"type":"Point","coordinates":[40,31]}"#
      let features = [
        (#"{"name":"Corge"}"#, point), ("{}", point), (#"{"name":"Grault"}"#, "null"), (#"{"name":"Garply"}"#, point),
      ]
      let lines = features.map { #"{"type":"Feature","properties":\#($0),"geometry":\#($1)}"# }.joined(separator: ",")
      try work.addFeatures(
        Array(#"{"type":"FeatureCollection","features":[\#(lines)]}"#.utf8), file: "s.geojson", choice: ColumnChoice(),
        note: note)
      #expect(try work.finish() == 6)
      let starts = ["AA.txt:3:", "t.csv:3:", "t.csv:4:", "s.geojson: feature 2:", "s.geojson: feature 3:"]
      #expect(work.lost.count == starts.count)
      for (row, start) in zip(work.lost.first, starts) { #expect(row.description.hasPrefix(start)) }
    }
  }

  @Test func aTableWithMoreBadRowsThanPlacesIsRefused() throws {
    try Folder { folder in
      var work = try GazetteerImport(into: folder.appending(path: "a.gaz"))
      let error = #expect(throws: GazetteerError.self) {
        try work.addTable(
          Array("name,lon,lat\nFoo,N,E\nBar,N,E\nBaz,40,31\n".utf8), file: "t.csv", choice: ColumnChoice(),
          note: SourceNote(name: "test", license: nil))
      }
      #expect(error?.line == 2)
    }
  }

  @Test(arguments: [
    ("Ort;L;B;Land\nFoo;40.25;31.5;AA\n", ColumnChoice(name: "ort", longitude: "l", latitude: "b", country: "Land")),
    ("name,lon,lat\nFoo,40.25,31.5\n", ColumnChoice(country: "aa", kind: "village")),
    ("name,lon,lat,country,other\nBar,40.25,31.5,AA,Foo\n", ColumnChoice(name: "other", kind: "hamlet")),
  ])
  func tableColumns(text: String, choice: ColumnChoice) throws {
    let place = try PlaceTable(Array(text.utf8), file: "t.csv", choice: choice).places[0]
    #expect(place.name == "Foo")
    #expect(place.country == "AA")
    #expect(place.kind == .village)
    #expect(place.id == "t.csv:2")
  }

  @Test(arguments: [
    ("Nahiyat Foo", PlaceKind.town), ("Qada Foo", .town), ("Foo", .village), ("Qaryat Foo", .village),
    ("Nahiyat", .village),
  ])
  func theSeatOfADistrictIsATown(name: String, kind: PlaceKind) {
    #expect(PlaceKind.village.raised(byName: name) == kind)
  }

  @Test(arguments: [
    ("IQ-AN", "IQ-AN"), ("iqg01", "IQG01"), ("SY02", "SY02"), ("Al-Anbar", nil), ("Dhi-Qar", nil), ("Dhi Qar 2", nil),
    ("البصرة", nil), ("37", nil),
  ])
  func governorateCodes(text: String, code: String?) { #expect(PlaceCode.code(text) == code) }

  @Test(arguments: [
    (ColumnChoice(name: "title"), "title"), (ColumnChoice(country: "Iraq"), "two-letter"),
    (ColumnChoice(kind: "thing"), "no kind"), (ColumnChoice(alternates: ["aka"]), "aka"),
  ])
  func missingColumns(choice: ColumnChoice, says: String) {
    let error = #expect(throws: GazetteerError.self) {
      try PlaceTable(Array("name,lon,lat\nFoo,40,31\n".utf8), file: "t.csv", choice: choice)
    }
    #expect(error?.description.contains(says) == true)
  }

  @Test(arguments: [
    ("name,lon,lat,alternatenames", "40,31"), ("asciiname;LONGITUDE;Latitude;Alternate Names", "40;31"),
    ("Name\tx\ty\talt_names", "40\t31"), ("place name,decimalLongitude,decimalLatitude,aliases", "40,31"),
  ])
  func usualHeaders(header: String, position: String) throws {
    let separator = header.contains("\t") ? "\t" : header.contains(";") ? ";" : ","
    let row = ["Foo", position, "Fu|Phoo"].joined(separator: separator)
    let table = try PlaceTable(Array("\(header)\n\(row)\n".utf8), file: "t.csv")
    #expect(table.places.map(\.name) == ["Foo"])
    #expect(table.places.map(\.alternateNames) == [["Fu", "Phoo"]])
    #expect(table.reading.unread.isEmpty)
  }

  @Test(arguments: [
    ("country_code", "ua", "UA"), ("countrycode", "UA", "UA"), ("ISO2", "UA", "UA"), ("iso3", "UKR", "UA"),
    ("ADM0_PCODE", "UA", "UA"), ("adm0", "Ukraine", "UA"), ("Country", "Украина", "UA"), ("country", "AA", "AA"),
    ("country", "Nowhereland", ""), ("country", "", ""), ("land", "UA", ""),
  ])
  func countryColumns(header: String, text: String, code: String) throws {
    let table = try PlaceTable(Array("name,lon,lat,\(header)\nFoo,40,31,\(text)\n".utf8), file: "t.csv")
    #expect(table.places[0].country == code)
    #expect(table.reading.countrylessCount == (code.isEmpty ? 1 : 0))
    #expect(table.reading.unread == (header == "land" ? ["land"] : []))
    #expect(table.reading.unknownCountries == (text == "Nowhereland" ? [text] : []))
  }

  @Test(arguments: [
    ("Foo|Fu, of Bar", ["Foo", "Fu, of Bar"]), ("Foo;Fu", ["Foo", "Fu"]), ("Foo, Fu,Phoo,", ["Foo", "Fu", "Phoo"]),
    ("فو، فوو", ["فو", "فوو"]), (#"['Foo', "Fu'u"]"#, ["Foo", "Fu'u"]), (#"["Foo","Fu"]"#, ["Foo", "Fu"]),
    ("[]", []), ("", []), ("Foo Bar", ["Foo Bar"]), ("[", ["["]),
  ])
  func severalNamesInAField(text: String, names: [String]) { #expect(NameList.names(in: text) == names) }

  @Test func aTableSaysWhatWasReadAsWhat() throws {
    let text = "geonameid,name,asciiname,longitude,latitude,countrycode,admin1code,note\n7,Fü,Fu,40,31,UA,12,x\n"
    let table = try PlaceTable(Array(text.utf8), file: "t.csv", choice: ColumnChoice(kind: "village"))
    let read = table.reading.columns.map { "\($0.header)=\($0.content)" }
    #expect(
      read == [
        "geonameid=GeoNames identifier", "name=name", "asciiname=other names", "longitude=longitude",
        "latitude=latitude", "countrycode=country", "admin1code=governorate code",
      ])
    #expect(table.reading.unread == ["note"])
    #expect(table.reading.governorateCount == 0)
    #expect(table.places[0].governorateCode == nil)
  }

  @Test(arguments: [
    ("t.csv", "name,lon,lat\nFoo,40,31\nBar,east,31\nBaz,41,31\n", "t.csv:3:"),
    ("AA.txt", "7\tFoo\tFoo\t\t31\t40\tP\tPPL\tAA\t\t\t\t\t\t5\t\t\tX\t2020-01-01\n9\tBar\n", "AA.txt:2:"),
    (
      "s.geojson",
      #"{"type":"Feature","properties":{"name":"Foo"},"geometry":{"type":"Point","coordinates":[40,31]}}"#, nil
    ),
  ])
  func aTextIsReadAsAnImportReadsIt(name: String, text: String, start: String?) throws {
    try Folder { folder in
      var lost = LostRows()
      let path = try write(text, name, in: folder)
      _ = try Resolver(sources: [GazetteerSource(path: path)]) { lost.add($0) }
      #expect(lost.first.map { String($0.description.prefix(start?.count ?? 0)) } == [start].compactMap(\.self))
      let places = try GazetteerContents(GazetteerSource(path: path))
      #expect(places.lost.count == lost.count && places.placeCount == (name == "t.csv" ? 2 : 1))
    }
  }

  @Test func aTextWithMoreOtherRowsThanPlacesIsRefused() throws {
    try Folder { folder in
      let path = try write("name,lon,lat\nFoo,N,E\nBar,N,E\nBaz,40,31\n", "t.csv", in: folder)
      #expect(throws: GazetteerError.self) { try Resolver(sources: [GazetteerSource(path: path)]) }
    }
  }

  @Test func aTableMayNameTheGeoNamesIdentifier() throws {
    let text = "wof_id,geonames_id,name,lon,lat\n5,7,Foo,40,31\n,8,Bar,40,31\n"
    let places = try PlaceTable(Array(text.utf8), file: "t.csv", choice: ColumnChoice(source: "wof")).places
    #expect(places.map(\.id) == ["wof:5", "geonames:8"])
    #expect(places[0].otherIDs == ["geonames:7"])
  }

  @Test func features() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"title":"Foo","aka":"Fu|Phoo"},"geometry":{"type":"Point","coordinates":[40,31]}},
      {"type":"Feature","properties":{"title":null},"geometry":{"type":"Point","coordinates":[40,31]}}]}
      """
    let choice = ColumnChoice(name: "title", country: "AA", kind: "camp", alternates: ["aka"])
    var lost = LostRows()
    let places = try FeatureFile.read(Array(text.utf8), file: "s.geojson", kind: .site, choice: choice, lost: &lost)
    #expect(places.map(\.name) == ["Foo"])
    #expect(places[0].alternateNames == ["Fu", "Phoo"])
    #expect(places[0].kind == .camp)
    #expect(places[0].country == "AA")
  }

  private func boundaries(_ rows: [(name: String, code: String, west: Double, east: Double)]) -> [UInt8] {
    let features = rows.map { row in
      let ring = "[[\(row.west),30],[\(row.east),30],[\(row.east),32],[\(row.west),32],[\(row.west),30]]"
      return """
        {"type":"Feature","properties":{"ADM1_EN":"\(row.name)","ADM1_PCODE":"\(row.code)"},
        "geometry":{"type":"Polygon","coordinates":[\(ring)]}}
        """
    }
    return Array("{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}".utf8)
  }

  @Test("A known governorate keeps its code and gets its P-code beside it; an unknown one has its P-code")
  func boundariesOfTwoPublishers() throws {
    let known = try Invented.places()
    let choice = BoundaryChoice(level: 1, name: "ADM1_EN", code: "ADM1_PCODE")
    // Marfan a little wider, Tolmun under another name, a part of Gawran only, and a country that is not known.
    let bytes = boundaries([
      ("Marphan", "AA01", 40, 41.02), ("East", "AA02", 41.02, 42), ("Gawran", "BB01", 42, 42.3),
      ("Far", "CC01", 50, 51),
    ])
    let areas = try BoundaryFile.read(bytes, file: "b.geojson", choice: choice, known: known)
    #expect(areas.map(\.governorateCode) == ["AA-MA", "AA-TO", "BB01", "CC01"])
    #expect(areas.map(\.otherIDs) == [["governorate:Marfan"], ["governorate:Tolmun"], [], []])
    let resolver = try Resolver(segments: [Segment(known), Segment(areas)])
    #expect(resolver.governorates.governorates.map(\.code) == ["AA-MA", "AA-TO", "BB-GA", "BB-SI", "BB01", "CC01"])
    let province = try #require(resolver.resolve(Invented.mention("Marfan province")).best)
    #expect(province.placeID == "governorate:Marfan")
    #expect(province.otherIDs == ["pcode:AA01"])
    #expect(resolver.resolve(Invented.mention("Marphan province")).best?.placeID == "governorate:Marfan")
    let within = BatchQuery(id: "1", name: "al-Qusba", country: "AA", governorate: "aa02")
    #expect(resolver.resolve(batch: [within])[0].best?.governorate?.code == "AA-TO")
  }

  @Test(arguments: [("ADM2_EN", "ADM1_PCODE", "ADM2_EN"), ("ADM1_EN", "CODE", "CODE")])
  func boundaryProperties(name: String, code: String, says: String) {
    let error = #expect(throws: GazetteerError.self) {
      try BoundaryFile.read(
        boundaries([("Foo", "AA01", 40, 41)]), file: "b", choice: BoundaryChoice(level: 1, name: name, code: code),
        known: [])
    }
    #expect(error?.problem.contains(says) == true)
  }
}
