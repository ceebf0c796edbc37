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
    #expect(read["killed_min"] == "3")
    #expect(read["killed_max"] == "9")
    #expect(read["best"] == "\"5\"")
    #expect(read["other_casualties"].contains(#""killed_max":2,"killed_min":2,"victims":"civilians""#))
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
    let none = #expect(throws: FormatError.self) { try ReadIncidents("date,place\nsoon,\nlater,\n") }
    #expect(none?.problem.contains("none of its 2 rows") == true)
  }
}
