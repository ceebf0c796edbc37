import Formats
import Incidents
import Testing

@testable import Tables

@Suite struct PresetTests {
  static let acled = """
    event_id_cnty,event_date,time_precision,event_type,actor1,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
    SYR1,09 May 2020,1,Battles,A,Syria,Deir ez Zor,Sosa,34.5200,40.9400,1,One; Two,told,3

    """
  static let oldACLED = """
    GWNO,EVENT_ID_CNTY,EVENT_ID_NO_CNTY,EVENT_DATE,YEAR,TIME_PRECISION,EVENT_TYPE,ACTOR1,COUNTRY,ADMIN1,LOCATION,LATITUDE,LONGITUDE,GEO_PRECISION,SOURCE,NOTES,FATALITIES
    652,1SYR,1,9-May-20,2020,1,Battles,A,Syria,Deir ez Zor,Sosa,34.52,40.94,1,One; Two,told,3

    """
  static let ucdp = """
    id,relid,year,date_prec,date_start,date_end,side_a,source_office,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,deaths_civilians,best,high,low
    7,X-7,2020,4,2020-05-01 00:00:00.000,2020-05-31 00:00:00.000,A,One;Two,4,Deir ez Zor,Deir Ez Zor governorate,,35.33,40.14,Syria,2,5,9,3

    """
  static let airwars = """
    unique_reference_code,incident_date,country,location_name,grading,latitude,longitude,geolocation_accuracy,strike_status,civilians_killed_min,civilians_killed_max,civilians_injured_min,civilians_injured_max
    CS1,2017-06-17,syria,Ar Raqqah,Confirmed,35.9506,39.0094,Within 100m (via Coalition),declared_strike,2,4,1,

    """

  @Test(arguments: [
    (acled, Preset.acled), (oldACLED, .acled), (ucdp, .ucdp), (airwars, .airwars),
    ("place,date\n#loc+name,#date\nx,2020-01-01\n", .hxl), ("place,date\nx,2020-01-01\n", .usual),
  ])
  func isFoundByTheHeader(table: String, preset: Preset) throws {
    let rows = try DelimitedSource(.bytes(Array(table.utf8)), file: "t.csv")
    #expect(Preset.detected(fields: rows.fields, tags: rows.tags) == preset)
  }

  @Test(arguments: [acled, oldACLED])
  func bothHeadersOfACLEDSayTheSame(table: String) throws {
    let read = try ReadIncidents(table)
    #expect(read.features.count == 1)
    #expect(read["date"] == "\"2020-05-09\"")
    #expect(read["killed_min"] == "3")
    #expect(read["killed_max"] == "3")
    #expect(read["victims"] == "\"anyone\"")
    #expect(read["sources"] == #"["One","Two"]"#)
    #expect(read["place"] == "\"Sosa\"")
    #expect(read["stated_country"] == "\"SY\"")
    #expect(read["governorate_code"] == "\"SY-DY\"")
    #expect(read["precision"] == "\"town\"")
    #expect(read["flags"] == "[]")
    #expect(read.features[0].geometry.map { "\($0)" }?.contains("40.94,34.52") == true)
    #expect(read["identifiers"].contains("1"))
  }

  @Test func ucdpHasARangeAndItsCivilians() throws {
    let read = try ReadIncidents(Self.ucdp)
    #expect(read["date"] == "\"2020-05\"")
    #expect(read["killed_min"] == "2")
    #expect(read["killed_max"] == "2")
    #expect(read["victims"] == "\"civilians\"")
    #expect(read["best"] == "\"5\"")
    #expect(read["other_casualties"].contains(#""killed_max":7,"killed_min":1,"victims":"anyone""#))
    #expect(read["precision"] == "\"governorate\"")
    #expect(read["sources"] == #"["One","Two"]"#)
  }

  @Test func airwarsCountsCivilians() throws {
    let read = try ReadIncidents(Self.airwars)
    #expect(read["assessment"] == "\"credible\"")
    #expect(read["victims"] == "\"civilians\"")
    #expect(read["killed_min"] == "2")
    #expect(read["killed_max"] == "4")
    #expect(read["injured_min"] == "1")
    #expect(read["injured_max"] == "null")
    #expect(read["uncertainty_m"] == "100")
    #expect(read["strike_status"] == "\"declared_strike\"")
  }

  @Test func tagsSayWhatColumnsAre() throws {
    let read = try ReadIncidents(
      """
      Wann,Ort,Breite,Laenge,Tote
      #date,#loc+name,#geo+lat,#geo+lon,#affected+killed
      09.05.2020,Sosa,"34,52","40,94",1.200

      """)
    #expect(read["date"] == "\"2020-05-09\"")
    #expect(read["killed_min"] == "1200")
    #expect(read["latitude"] == "34.52")
    #expect(read["Tote"] == "\"1.200\"")
  }

  /// All killed, the civilians among them; the incident's own figures, whom they count, the others.
  @Test(arguments: [
    ("5", "", "5", "unknown", "null"), ("5", "2", "2", "civilians", "3"), ("3-9", "2", "2", "civilians", "1-7"),
    ("5", "5", "5", "civilians", "null"), ("", "5", "5", "civilians", "null"), ("5", "0", "0", "civilians", "5"),
    ("5+", "2", "2", "civilians", "3-null"), ("2", "3", "3", "civilians", "null"),
    ("9", "2-4", "2-4", "civilians", "5-7"),
  ])
  func civiliansAreWhomFiguresCount(all: String, civilians: String, killed: String, victims: String, others: String)
    throws
  {
    let read = try ReadIncidents("date,place,deaths,deaths_civilians\n2020-05-09,Mosul,\(all),\(civilians)\n")
    func range(_ values: [String: JSON]?) -> String {
      guard let least = values?["killed_min"]?.number else { return "null" }
      let most = values?["killed_max"]?.number
      return least == most ? "\(Int(least))" : "\(Int(least))-\(most.map { "\(Int($0))" } ?? "null")"
    }
    let properties = read.features[0].properties
    #expect(range(properties) == killed)
    #expect(properties["victims"]?.string == victims)
    #expect(range(properties["other_casualties"]?.array?.first?.object) == others)
  }

  /// What no column is read for is said.
  @Test(arguments: [
    ("date,place\n2020-05-09,Mosul\n", "gives the number of people killed"),
    ("date,place\n2020-05-09,Mosul\n", "gives the position"), ("place,killed\nMosul,1\n", "gives the date"),
    ("date,place\n2020-05-09,Mosul\n", "1 no place on a map: the row gives no position; with --resolve"),
    ("date,deaths\n2020-05-09,1\n", "1 no place on a map: the row gives neither a position nor a place"),
    ("date,place,country\n2020-05-09,Mosul,Atlantis\n", "1 the country is not known to the gazetteers"),
    ("a,b\n#date,#affected+killed+f\n2020-05-09,1\n", "gives the number of people killed"),
  ])
  func whatIsMissingIsSaid(table: String, remark: String) throws {
    let read = try ReadIncidents(table)
    #expect(read.remarks.contains { $0.contains(remark) }, "\(read.remarks)")
  }

  /// Headers in other words and languages, and the property that a cell of theirs must give.
  @Test(arguments: [
    ("Datum;Ort;Breite;Länge;Tote", "1.5.2017;Raqqa;35,95;39,01;4", "longitude", "39.01"),
    ("Datum;Ort;Breite;Länge;Tote", "1.5.2017;Raqqa;35,95;39,01;4", "killed_min", "4"),
    ("التاريخ;المكان;خط العرض;خط الطول;القتلى", "٢٠١٧-٠٥-٠١;الرقة;٣٥٫٩٥;٣٩٫٠١;٤", "latitude", "35.95"),
    ("التاريخ;المكان;خط العرض;خط الطول;القتلى", "٢٠١٧-٠٥-٠١;الرقة;٣٥٫٩٥;٣٩٫٠١;٤", "date", "\"2017-05-01\""),
    (
      "incident code;Incident date;Civilian deaths (min);Civilian deaths (max);grading", "a;2017-05-01;2;4;x",
      "killed_max", "4"
    ),
    ("a;b\n#date;#geo+coord", "2017-05-01;35.95, 39.01", "longitude", "39.01"),
    ("a;b\n#date;#geo+coord", "2017-05-01;35,95 39,01", "latitude", "35.95"),
    ("a;b\n#date;#country+code", "2017-05-01;SYR", "stated_country", "\"SY\""),
  ])
  func otherHeaders(header: String, row: String, property: String, value: String) throws {
    #expect(try ReadIncidents("\(header)\n\(row)\n")[property] == value)
  }

  /// Nothing of a table is lost: every cell stands in the incident, under its name, with `source_` where that is taken,
  /// or as a property that says the same.
  @Test(arguments: [acled, oldACLED, ucdp, airwars])
  func everyCellIsKept(table: String) throws {
    let rows = try DelimitedSource(.bytes(Array(table.utf8)), file: "t.csv")
    let read = try ReadIncidents(table)
    let properties = read.features[0].properties
    let cells = DelimitedText(Array(table.utf8), dialect: .csv).map { $0 }[1]
    let carried = ["identifiers", "place", "event", "actor", "sources"].map { properties[$0]?.text ?? "" }.joined()
    for (number, field) in rows.fields.enumerated() where !cells[number].isEmpty {
      let kept = [properties[field.name], properties["source_" + field.name]].compactMap { $0?.string }
      let parts = cells[number].split(separator: ";").map { $0.drop { $0 == " " } }
      #expect(
        kept.contains(cells[number]) || parts.allSatisfy { carried.contains($0) }, "\(field.name): \(cells[number])")
    }
  }

  @Test func aTableWithoutAnythingIsRefused() {
    let error = #expect(throws: FormatError.self) { try ReadIncidents("weight,color\n1,red\n") }
    #expect(error?.problem.contains("--mapping") == true)
    let one = #expect(throws: FormatError.self) { try ReadIncidents("weight\n1\n") }
    #expect(one?.problem.contains("Are --delimiter and --encoding right?") == true)
    let none = #expect(throws: FormatError.self) { try ReadIncidents("date,place\nsoon,\nlater,\n") }
    #expect(none?.problem.contains("none of its 2 rows") == true)
  }
}
