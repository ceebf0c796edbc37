import Formats
import Incidents
import Testing

@testable import Tables

@Suite struct RowTests {
  static func table(
    longitude: String, latitude: String, country: String = "Iraq", governorate: String = "Ninewa", code: String = "1",
    date: String = "2020-05-09"
  ) -> String {
    """
    event_id_cnty,event_date,time_precision,country,admin1,location,latitude,longitude,geo_precision,fatalities
    IRQ1,\(date),1,\(country),\(governorate),Mosul,\(latitude),\(longitude),\(code),1

    """
  }

  /// Positions, and what is said of them. Erbil is 80 km from Mosul, Raqqa in another country; 42.9, 35.2 is just
  /// outside of Ninewa.
  @Test(arguments: [
    ("43.13", "36.34", "Iraq", "Ninewa", "[]", true), ("43.13", "36.34", "Iraq", "Nineveh", "[]", true),
    ("43.13", "36.34", "", "", "[]", true), ("43.13", "36.34", "Atlantis", "Ninewa", "[]", true),
    ("44.01", "36.19", "Iraq", "Ninewa", #"["governorate disagrees"]"#, true),
    ("39.01", "35.95", "Iraq", "Ninewa", #"["country disagrees","governorate disagrees"]"#, true),
    ("0", "0", "Iraq", "Ninewa", #"["coordinates are zero"]"#, false),
    ("36.34", "43.13", "Iraq", "Ninewa", #"["longitude and latitude seem exchanged"]"#, false),
    ("36.34", "43.13", "", "Ninewa", #"["longitude and latitude seem exchanged"]"#, false),
    ("43.13", "91", "Iraq", "Ninewa", #"["coordinates are out of range"]"#, false),
    ("43.13", "", "Iraq", "Ninewa", #"["coordinates cannot be read"]"#, false),
    ("east", "north", "Iraq", "Ninewa", #"["coordinates cannot be read"]"#, false),
    ("", "", "Iraq", "Ninewa", "[]", false),
    ("n/a", "N/A", "Iraq", "Ninewa", "[]", false),
  ])
  func positions(
    longitude: String, latitude: String, country: String, governorate: String, flags: String, isPlaced: Bool
  ) throws {
    let read = try ReadIncidents(
      Self.table(longitude: longitude, latitude: latitude, country: country, governorate: governorate))
    #expect(read["flags"] == flags)
    #expect((read.features[0].geometry != nil) == isPlaced)
    #expect((read["longitude"] != "null") == isPlaced)
    #expect(read["source_longitude"] == (longitude.isEmpty ? "null" : "\"\(longitude)\""))
  }

  /// A position that contradicts what is stated is not sure; the reasons say how.
  @Test func contradictionsCostConfidence() throws {
    let good = try ReadIncidents(Self.table(longitude: "43.13", latitude: "36.34"))
    let wrong = try ReadIncidents(Self.table(longitude: "44.01", latitude: "36.19"))
    #expect(good["confidence"] == "0.98")
    #expect(good["because"].contains("inside Ninewa, as stated"))
    #expect(wrong["confidence"] == "0.45")
    #expect(wrong["because"].contains("not in Ninewa, the governorate stated"))
    #expect(wrong["governorate_code"] == "\"IQ-AR\"")
  }

  /// Coordinates stay as they are written, also where they are not known so exactly.
  @Test(arguments: ["1", "2", "3"])
  func positionsKeepTheirDigits(code: String) throws {
    let read = try ReadIncidents(Self.table(longitude: "43.1301", latitude: "36.3402", code: code))
    #expect(read.features[0].decimals == 4)
    #expect(read["longitude"] == "43.1301")
  }

  /// Codes and words as radii: wider and wider, as the crosswalks have them.
  @Test(arguments: [
    (TableMapping.Codes.acled, ["1", "2", "3"], ["town", "district", "governorate"]),
    (.ucdp, ["1", "2", "3", "4", "6"], ["town", "district", "district", "governorate", "country"]),
    (
      .words, ["exact location", "town", "district", "governorate", "country"],
      ["site", "town", "district", "governorate", "country"]
    ),
    (
      .words, ["Within 100m (via Coalition)", "within 1 km", "Neighbourhood/area", "City"],
      ["site", "site", "neighborhood", "town"]
    ),
  ])
  func codes(codes: TableMapping.Codes, codeTexts: [String], precisions: [String]) throws {
    let extents = try #require(shipped.extents(ofCountry: "IQ"))
    let read = codeTexts.map {
      PlacePrecision(code: $0, codes: codes, hasDistrict: false, hasGovernorate: true, extents: extents, country: "IQ")
    }
    #expect(read.map(\.precision.rawValue) == precisions)
    #expect(read.map(\.uncertaintyMeters) == read.map(\.uncertaintyMeters).sorted())
    #expect(read.allSatisfy { !$0.isUnknownCode })
  }

  /// Where no radius follows from a code, the smallest area stated is taken; an unknown code is never an exact place.
  @Test(arguments: [
    ("5", true, true, "district"), ("5", false, true, "governorate"), ("5", false, false, "country"),
    ("7", true, true, "country"), ("8", true, true, "governorate"),
  ])
  func codesWithoutARadius(code: String, hasDistrict: Bool, hasGovernorate: Bool, precision: String) throws {
    let extents = try #require(shipped.extents(ofCountry: "IQ"))
    let read = PlacePrecision(
      code: code, codes: .ucdp, hasDistrict: hasDistrict, hasGovernorate: hasGovernorate, extents: extents,
      country: "IQ")
    #expect(read.precision.rawValue == precision)
    #expect(read.isUnknownCode == (code == "8"))
  }

  @Test func unreadableCellsAreSaidAndTheRowStays() throws {
    let read = try ReadIncidents(
      """
      date,place,longitude,latitude,killed
      2020-02-30,Mosul,43.13,36.34,1
      2020-02-28,Mosul,43.13,36.34,many
      03/04/2019,Mosul,43.13,36.34,1
      ,,,,
      Total,,,,7

      """)
    #expect(read.counts.rows == 4)
    #expect(read.features.count == 3)
    #expect(read.features.map { $0.properties["date"]?.string } == [nil, "2020-02-28", nil])
    #expect(read.features[1].properties["killed_min"] == .null)
    #expect(read.features.map(\.id) == ["t.csv#1", "t.csv#2", "t.csv#3"])
    #expect(read.features.map { $0.properties["line"] } == [2, 3, 4])
    #expect(read.remarks.count == 4, "\(read.remarks)")
  }

  /// No message has a word of a cell in it, wherever victims are told of.
  @Test(arguments: [
    "date,place,killed\nANNA was shot,Mosul,1\n", "date,place,killed\n2020-05-09,Mosul,ANNA\n",
    "date,longitude,latitude\n2020-05-09,ANNA,36\n", "date,longitude,latitude\n2020-05-09,\"43,1 ANNA\",36\n",
    "date,place,precision\n2020-05-09,Mosul,ANNA\n", "date,place,killed_min,killed_max\n2020-05-09,Mosul,3 ANNA,2\n",
    "ANNA,killed in Mosul\nBORIS,killed in ANNA\n", "13/04/2020,Mosul\nANNA,Mosul\n",
  ])
  func messagesQuoteNoCell(table: String) throws {
    do {
      let read = try ReadIncidents(table)
      #expect(!read.remarks.isEmpty)
      #expect(!(read.details + read.remarks + read.notes).joined().contains("ANNA"), "\(read.details)")
    } catch let error as FormatError {
      #expect(!error.description.contains("ANNA"), "\(error)")
    }
  }

  @Test func placesAreLookedUpOnlyWhenAsked() throws {
    let table =
      "date,place,country,governorate\n2020-05-09,Qayyarah,Iraq,Ninewa\n2020-05-09,Nowhere-at-all,Iraq,Ninewa\n"
    let bare = try ReadIncidents(table)
    #expect(bare.features.map { $0.geometry == nil } == [true, true])
    let found = try ReadIncidents(table, looksUp: true)
    #expect(found.features[0].geometry != nil)
    #expect(found["match"] == "\"exact\"")
    #expect(found["governorate_code"] == "\"IQ-NI\"")
    #expect(found.features[0].properties["places"]?.array?.count == 1)
  }

  /// What the first rows show holds for the table; where they contradict each other, nothing does.
  @Test(arguments: [
    (["03/04/2019", "25/04/2019"], "2019-04-03 2019-04-25", "read day-first, as line 3 shows"),
    (["03/04/2019", "04/25/2019"], "2019-03-04 2019-04-25", "read month-first, as line 3 shows"),
    (
      ["13/04/2017", "04/13/2017", "03/04/2017"], "2017-04-13 2017-04-13 open",
      "day-first (line 2) and month-first (line 3)"
    ),
  ])
  func theTableSaysTheOrderOfItsDates(dates: [String], found: String, note: String) throws {
    let read = try ReadIncidents("date,place\n" + dates.map { $0 + ",Mosul\n" }.joined())
    #expect(read.features.map { $0.properties["date"]?.string ?? "open" }.joined(separator: " ") == found)
    #expect(read.notes.contains { $0.contains(note) }, "\(read.notes)")
  }

  /// The same identifier again, in a table or in two of a publisher; of other tables identifiers say nothing.
  @Test(arguments: [
    (["acled A1 A2", "acled A3"], "0 0"), (["acled A1 A1"], "1"), (["acled A1 A2", "acled A2 A3"], "0 1"),
    (["own A1 A2", "own A1 A2"], "0 0"), (["own A1 A1"], "1"), (["acled A1", "own A1"], "0 0"),
  ])
  func identifiersAreGivenOnce(tables: [String], repeated: String) throws {
    let identifiers = SeenIdentifiers()
    let counts = try tables.enumerated().map { number, table in
      let words = table.split(separator: " ")
      let header = words[0] == "acled" ? "event_id_cnty,event_date,fatalities" : "id,date,killed"
      let text = "\(header)\n" + words.dropFirst().map { "\($0),2020-05-09,1\n" }.joined()
      let read = try ReadIncidents(text, identifiers: identifiers, name: "\(number).csv")
      let flagged = read.features.count { $0.properties["flags"] == .array(["identifier given before"]) }
      #expect(read.remarks.contains { $0.hasPrefix("\(flagged) another row has the same identifier") } == (flagged > 0))
      return "\(flagged)"
    }
    #expect(counts.joined(separator: " ") == repeated)
  }

  /// A row that does not fit is marked in the results, too.
  @Test(arguments: [
    ("2020-05-09,Mosul,1", "[]"), ("2020-05-09,Mosul,1,,", "[]"),
    ("2020-05-09,Mosul", #"["row has more or fewer fields than the header"]"#),
    ("2020-05-09,Mosul,1,x", #"["row has more or fewer fields than the header"]"#),
    ("25/04/2019,Mosul,1", #"["day and month in another order than in other rows"]"#),
  ])
  func doubtfulRowsAreFlagged(row: String, flags: String) throws {
    var mapping = TableMapping(name: "m.csv", origins: [.date: .column("date"), .place: .column("place")])
    mapping.dateOrder = .monthFirst
    #expect(try ReadIncidents("date,place,killed\n\(row)\n", mapping: mapping)["flags"] == flags)
  }
}
