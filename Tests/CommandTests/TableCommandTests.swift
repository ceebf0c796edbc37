import Foundation
import Testing

/// Tables as a user gives them to the commands.
@Suite struct TableCommandTests {
  static let acled = """
    event_id_cnty,event_date,time_precision,event_type,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
    IRQ1,09 May 2020,1,Battles,Iraq,Ninewa,Mosul,36.3400,43.1300,1,One; Two,"told, ""so"", twice",3
    IRQ2,09 May 2020,2,Battles,Iraq,Anbar,Mosul,36.3410,43.1310,1,One,,1
    IRQ3,10 May 2020,1,Battles,Iraq,Ninewa,Qayyarah,,,1,One,,2
    IRQ4,soon,1,Battles,Iraq,Ninewa,Nowhere-at-all,,,1,One,,2

    """

  @Test func convertStreamsATable() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      let outcome = try command.run("convert", "acled.csv", "--output", "x.geojson", "--output", "x.gpkg")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("a table, read by its columns, as ACLED; commas between fields, utf-8"))
      #expect(
        outcome.errors.contains(
          "the date cannot be read; the incident is kept without one (first: line 5: column “event_date”: words)"))
      #expect(command.exists("x.gpkg"))
      let text = String(decoding: try command.bytes("x.geojson"), as: UTF8.self)
      #expect(text.contains(#""notes":"told, \"so\", twice""#))
      #expect(text.contains(#""flags":["governorate disagrees"]"#))
      #expect(text.components(separatedBy: #""geometry":null"#).count == 3)

      // With --resolve the places of rows without a position are looked up.
      #expect(try command.run("convert", "acled.csv", "--resolve", "--output", "y.geojson").status == 0)
      let resolved = String(decoding: try command.bytes("y.geojson"), as: UTF8.self)
      #expect(resolved.components(separatedBy: #""geometry":null"#).count == 2)
    }
  }

  @Test func aRunSaysWhyACountryHasNoMap() throws {
    try Command.inFolder { command in
      try command.write("name,lon,lat,countrycode,population\nDrevnik,35.9,50.2,UA,20000\n", to: "places.csv")
      try command.write(
        """
        Example News, 5 October 2023

        Five civilians were killed by shelling in Drevnik, Ukraine, on 30 September 2023.

        """, to: "news.txt")
      try command.write(
        "date,place,longitude,latitude,killed,country\n2023-10-01,A,33.9,43.2,3,Ukraine\n2023-10-01,B,33.9,43.2,3,\n",
        to: "table.csv")
      let outcome = try command.run(
        "map", "news.txt", "table.csv", "--gazetteer", "places.csv", "--output", "maps")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("No map of Ukraine (2 incidents): the gazetteers have no outline."))
      let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(rows.contains(["UA", "(no", "single", "governorate)", "2", "2", "8", "–"]), "\(outcome.output)")
      #expect(rows.contains(["no", "country", "1", "1", "3", "–"]))
      #expect(command.exists("maps/ukraine/ukraine.geojson"))
      #expect(!outcome.output.contains(".svg"))
    }
  }

  /// What is said of several tables names the one that is meant.
  @Test func tablesOfARunAreToldApart() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "a.csv")
      try command.write(Self.acled.replacing("Qayyarah", with: "Hatra"), to: "b.csv")
      let outcome = try command.run("convert", "a.csv", "b.csv", "--output", "x.geojson")
      #expect(outcome.errors.contains("1 × a.csv: the date cannot be read"), "\(outcome.errors)")
      #expect(
        outcome.errors.contains(
          "4 × b.csv: another row has the same identifier: the incident may be counted twice (first: line 2: in a.csv)")
      )
      let map = try command.run("map", "a.csv", "b.csv", "--output", "maps")
      #expect(map.output.contains("b.csv:2: another row has the same identifier"), "\(map.output)")
    }
  }

  @Test func mapReadsTablesBesideTexts() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      try command.write(
        "Aug. 3, 2017, near Raqqah, Syria, via social media report: After a review it was assessed "
          + "that two civilians were unintentionally killed.\n", to: "note.txt")
      let outcome = try command.run("map", "acled.csv", "--output", "maps")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.contains("acled.csv is a table of 4 rows, read as ACLED: 4 incidents"))
      #expect(outcome.output.contains("acled.csv:5: the date cannot be read"))
      #expect(command.exists("maps/iraq/ninewa.svg"))
      let unresolved = String(decoding: try command.bytes("maps/unresolved.csv"), as: UTF8.self)
      #expect(unresolved.contains("acled.csv,5,4,,Nowhere-at-all"))
      let report = String(decoding: try command.bytes("maps/report.json"), as: UTF8.self)
      #expect(report.contains(#""type":"table""#))
      let incidents = String(decoding: try command.bytes("maps/incidents.geojson"), as: UTF8.self)
      #expect(incidents.contains(#""event_date":"09 May 2020""#))
    }
  }

  @Test func queryAndClusterReadTables() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      let query = try command.run("query", "--input", "acled.csv", "--near", "Mosul", "--radius", "20km")
      #expect(query.output.contains("acled.csv:2"), "\(query.errors)")
      #expect(query.output.contains("2 incidents"))
      let cluster = try command.run("cluster", "--input", "acled.csv", "--eps", "5km", "--min-points", "2")
      let rows = Self.acled.split(separator: "\n")
      let starts = ["lon,lat,cluster", "43.13,36.34,0", "43.131,36.341,0", "43.295,35.799,-1", ",,"]
      #expect(cluster.output == zip(starts, rows).map { "\($0),\($1)\n" }.joined(), "\(cluster.errors)")
      try command.write("lon,lat\n43.13,36.34\n43.131,36.341\n", to: "points.csv")
      let points = try command.run("cluster", "--input", "points.csv", "--eps", "5km", "--min-points", "2")
      #expect(points.output == "lon,lat,cluster\n43.13,36.34,0\n43.131,36.341,0\n")
    }
  }

  @Test(arguments: [
    ("query", ["--near", "39,36", "--radius", "-5km"]), ("query", ["--near", "39,36", "--radius", "25"]),
    ("cluster", ["--input", "x.csv", "--min-points", "2", "--eps", "-1km"]), ("map", ["x.txt", "--eps", "-1km"]),
  ])
  func aLengthThatIsNoneIsExplained(command: String, options: [String]) throws {
    try Command.inFolder { folder in
      let outcome = try folder.run([command] + options)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("is not a length: write a number above zero and a unit"), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ("Hajin", 2), ("haj", 2), ("هجين", 2), ("الموصل", 1), ("Mosoul", 1), ("Nineveh", 0), ("جرابلس", 0),
  ])
  func aPlaceIsFoundByAnyOfItsNames(name: String, count: Int) throws {
    try Command.inFolder { command in
      try command.write(
        "date,country,place,killed\n2019-01-02,Syria,Hajin,1\n2019-01-03,Syria,Hajin,2\n2019-01-04,Iraq,Mosul,3\n",
        to: "t.csv")
      let found = try command.run("query", "--input", "t.csv", "--place", name, "--format", "csv")
      #expect(found.output.split(separator: "\n").count == count + 1, "\(found.output) \(found.errors)")
    }
  }

  @Test func clusterKeepsRowsAndColumns() throws {
    try Command.inFolder { command in
      try command.write("key,Lat,Lon,cluster\na,36.34,43.13,x\nb,,,y\nc,36.341,43.131\n", to: "points.csv")
      let arguments = ["cluster", "--input", "points.csv", "--eps", "5km", "--min-points", "2"]
      let table = try command.run(arguments)
      #expect(
        table.output == "lon,lat,cluster,key,source_cluster\n43.13,36.34,0,a,x\n,,,b,y\n43.131,36.341,0,c,\n",
        "\(table.errors)")
      #expect(table.errors.contains("1 row without a point"))
      let json = try command.run(arguments + ["--format", "geojson"]).output
      #expect(json.contains(#""cluster":null,"key":"b""#) && json.contains(#""cluster":0,"key":"a""#), "\(json)")
      try command.write(json, to: "points.geojson")
      let again = try command.run("cluster", "--input", "points.geojson", "--eps", "5km", "--min-points", "2")
      #expect(
        again.output == "lon,lat,cluster,source_cluster,key\n43.13,36.34,0,0,a\n,,,,b\n43.131,36.341,0,0,c\n",
        "\(again.errors)")
    }
  }

  /// A join with the publisher's table works: by its identifier, and by any column of it.
  @Test func everyColumnIsKept() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      #expect(try command.run("convert", "acled.csv", "-o", "a.csv").status == 0)
      let converted = String(decoding: try command.bytes("a.csv"), as: UTF8.self)
      let printed = try command.run("query", "--input", "acled.csv", "--format", "csv").output
      for table in [converted, printed] {
        let header = table.prefix { $0 != "\n" }.split(separator: ",")
        let taken: Set = ["country", "latitude", "longitude"]
        for column in Self.acled.prefix(while: { $0 != "\n" }).split(separator: ",").map(String.init) {
          #expect(header.contains { $0 == (taken.contains(column) ? "source_\(column)" : column) }, "\(column)")
        }
        #expect(
          header[2] == "source_id" && table.contains("\nacled.csv#1,IRQ1,IRQ1,2020-05-09,2020-05-09,2020-05-09,day"))
      }
      let json = try command.run("query", "--input", "acled.csv", "--format", "geojson").output
      #expect(json.contains(#""notes":"told, \"so\", twice""#) && json.contains(#""source_id":"IRQ1""#))
      #expect(json.contains(#""date_from":"2020-05-04""#) && json.contains(#""date_to":"2020-05-10""#))
      try command.run("query", "--input", "acled.csv", "-o", "q.gpkg")
      let read = try command.run("query", "--input", "q.gpkg", "--layer", "incidents", "--format", "geojson")
      #expect(read.output == json, "\(read.errors)")
      let other = try command.run("query", "--input", "q.gpkg", "--layer", "sites")
      #expect(other.status == 1 && other.errors.contains("“incidents”"), "\(other.errors)")
    }
  }

  @Test func aColumnCalledIDIsThePublishersIdentifier() throws {
    try Command.inFolder { command in
      try command.write("id,date,place\n7,2020-05-09,Mosul\n", to: "t.csv")
      let outcome = try command.run("convert", "t.csv", "-o", "t.geojson", "-o", "t.csv.csv")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("\n1 feature with "), "\(outcome.errors)")
      let text = String(decoding: try command.bytes("t.geojson"), as: UTF8.self)
      #expect(text.contains(#""source_id":"7""#) && !text.contains("source_id_2"))
    }
  }

  @Test func theVersionIsStated() throws {
    try Command.inFolder { command in
      let outcome = try command.run("--version")
      #expect(outcome.status == 0 && outcome.output.contains("."), "\(outcome.output)")
    }
  }

  /// The package as a whole has no license: that of a place is not that of a row.
  @Test func licensesStandAtTheirSources() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      try command.run("map", "acled.csv", "--output", "maps")
      let data = try command.bytes("maps/datapackage.json")
      let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(json["licenses"] == nil)
      let sources = try #require(json["sources"] as? [[String: Any]])
      #expect(sources.map { $0["licenses"] != nil } == [false, true], "\(sources)")
      #expect((json["description"] as? String)?.contains("places alone") == true)
    }
  }

  @Test func aMappingIsMadeEditedAndUsed() throws {
    try Command.inFolder { command in
      try command.write("Wann;Wo;Ostwert;Nordwert;Opfer\n09.05.2020;Mosul;43,13;36,34;1.200\n", to: "de.csv")
      let refused = try command.run("convert", "de.csv", "--output", "x.geojson")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("--write-mapping"))
      #expect(!command.exists("x.geojson"))
      #expect(try command.run("convert", "de.csv", "--write-mapping", "m.csv").status == 0)
      var mapping = String(decoding: try command.bytes("m.csv"), as: UTF8.self)
      #expect(mapping.contains("# not used,Ostwert"))
      let edits = ["date": "Wann", "place": "Wo", "longitude": "Ostwert", "latitude": "Nordwert", "killed": "Opfer"]
      for (field, column) in edits { mapping.replace("#\(field),\n", with: "\(field),\(column)\n") }
      try command.write(mapping, to: "m.csv")
      let outcome = try command.run("convert", "de.csv", "--mapping", "m.csv", "--output", "x.geojson")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.errors.contains("numbers are read with decimal commas, as line 2 shows"))
      let text = String(decoding: try command.bytes("x.geojson"), as: UTF8.self)
      #expect(text.contains(#""killed_max":1200"#))
      #expect(text.contains(#""coordinates":[43.13,36.34]"#))
    }
  }

  @Test func geoJSONIsReadWithAMapping() throws {
    try Command.inFolder { command in
      try command.write(
        #"{"type":"FeatureCollection","features":[{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":"#
          + #"[43.13,36.34]},"properties":{"When":"2020-05-09","dead":3,"where":"Mosul"}}]}"#, to: "points.geojson")
      try command.write("date,When\nkilled,dead\nplace,where\ncountry,=Iraq\n", to: "m.csv")
      let outcome = try command.run("map", "points.geojson", "--mapping", "m.csv", "--output", "maps")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let text = String(decoding: try command.bytes("maps/incidents.geojson"), as: UTF8.self)
      #expect(text.contains(#""identifiers":["7"]"#))
      #expect(text.contains(#""killed_max":3"#))
      #expect(text.contains(#""governorate_code":"IQ-NI""#))
    }
  }

  @Test(arguments: [
    (["--preset", "nobody"], "nobody"), (["--delimiter", "ab"], "no delimiter"),
    (["--encoding", "klingon"], "no encoding"),
    (["--preset", "acled", "--mapping", "m.csv"], "not both"),
  ])
  func wrongUsageIsRefused(arguments: [String], words: String) throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      let outcome = try command.run(["convert", "acled.csv", "--output", "x.geojson"] + arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ("killed_min", "nan"), ("killed_min", "inf"), ("killed_min", "1e30"), ("killed_min", "2.5"), ("confidence", "inf"),
    ("uncertainty_m", "nan"), ("longitude", "nan"), ("longitude", "9999"), ("reopened", "perhaps"), ("span", "[1,"),
  ])
  func aBrokenCellOfOurOwnTableIsNoCrash(column: String, cell: String) throws {
    try Command.inFolder { command in
      _ = try command.run("convert", RenderCommandTests.incidents, "-o", "own.csv")
      let lines = String(decoding: try command.bytes("own.csv"), as: UTF8.self).split(separator: "\n")
      let header = lines[0].split(separator: ",")
      let row = header.map { name in
        let known = [
          "id": "x#1", "assessment": "open", "date": "2020-05-09", "date_precision": "day", "killed_min": "1",
          "killed_max": "1", "longitude": "43", "latitude": "36", "uncertainty_m": "10", "confidence": "0.9",
          "precision": "town", "match": "exact", "document": "x", "line": "2", "span": "\"[0,1]\"",
        ]
        return name == column ? cell == "[1," ? "\"[1,\"" : cell : known[String(name)] ?? ""
      }
      try command.write(lines[0] + "\n" + row.joined(separator: ",") + "\n", to: "bad.csv")
      for output in ["x.geojson", "x.fgb", "x.gpkg"] {
        let outcome = try command.run("convert", "bad.csv", "-o", output)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("cannot be read") || column == "longitude" && cell == "9999")
      }
      #expect(try [0, 1].contains(command.run("query", "--input", "bad.csv", "--country", "IQ").status))
    }
  }

  @Test func aFileGivenTwiceIsReadOnce() throws {
    try Command.inFolder { command in
      try command.write(Self.acled, to: "acled.csv")
      for arguments in [["convert", "-o", "x.geojson"], ["map", "--output", "maps"]] {
        try command.write(Self.acled, to: "copy.csv")
        let outcome = try command.run(arguments + ["acled.csv", "./acled.csv", "copy.csv"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("./acled.csv: the file is given twice, first as acled.csv; it is read once"))
        #expect(outcome.errors.contains("copy.csv: the file is given twice, first as acled.csv; it is read once"))
        #expect(!outcome.errors.contains("same identifier"))
      }
      let once = try command.run("convert", "acled.csv", "-o", "once.geojson")
      #expect(once.status == 0)
      #expect(try command.bytes("once.geojson") == command.bytes("x.geojson"))
    }
  }

  @Test func aTableOfOurOwnReadsAsItsGeoJSONDoes() throws {
    try Command.inFolder { command in
      _ = try command.run("convert", RenderCommandTests.incidents, "-o", "own.csv", "-o", "own.geojson")
      let answers = try ["own.csv", "own.geojson"].map {
        try command.run("query", "--input", $0, "--near", "39.01,35.95", "--radius", "30km").output
      }
      #expect(answers[0] == answers[1] && answers[0].contains("certainly within the radius"))
      _ = try command.run("convert", "own.csv", "-o", "back.geojson")
      let features = try ["back.geojson", "own.geojson"].map { try Self.features(command.bytes($0)) }
      let names = [
        "identifiers", "date", "assessment", "killed_min", "reopened", "place_ids", "places", "flags", "span",
      ]
      for (back, own) in zip(features[0], features[1]) {
        for name in names { #expect(back[name] as? NSObject == own[name] as? NSObject, "\(name)") }
      }
      #expect(features[0].count == features[1].count && features[0].count > 100)
    }
  }

  /// The properties of each feature.
  private static func features(_ data: Data) throws -> [[String: Any]] {
    let document = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let features = try #require(document?["features"] as? [[String: Any]])
    return features.map { $0["properties"] as? [String: Any] ?? [:] }
  }

  @Test func theTableOfARunIsNoForeignTable() throws {
    try Command.inFolder { command in
      _ = try command.run("map", RenderCommandTests.release, "--output", "out", "--format", "csv")
      let answers = try ["out/incidents.csv", "out/incidents.geojson"].map {
        try command.run("query", "--input", $0, "--governorate", "Raqqa").output
      }
      #expect(answers[0] == answers[1] && answers[0].contains("27 incidents"))
    }
  }
}
