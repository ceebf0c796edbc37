import Foundation
import Geo
import Incidents

func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(iso8601: text) else { preconditionFailure("no such day: \(text)") }
  return date
}

func days(_ first: String, _ last: String) -> IncidentDate {
  guard let date = IncidentDate(from: day(first), through: day(last)) else { preconditionFailure("\(first) > \(last)") }
  return date
}

let raqqa = Governorate(code: "SY-RA", name: "Raqqa")
let nineveh = Governorate(code: "IQ-NI", name: "Nineveh")

/// A record with what a test needs; its place is invented.
func record(
  _ id: String, _ coordinate: Coordinate?, date: IncidentDate? = nil, assessment: Assessment = .open,
  killed: CountRange? = nil, injured: CountRange? = nil, uncertaintyMeters: Double = 500,
  precision: Precision = .neighborhood, footprint: Geometry? = nil, name: String = "Foo", country: String = "SY",
  governorate: Governorate? = raqqa
) -> IncidentRecord {
  let location = coordinate.map {
    Location(
      coordinate: $0, uncertaintyMeters: uncertaintyMeters, precision: precision, footprint: footprint,
      placeID: "test:\(name)", placeName: name, matchedName: name + " (matched)", match: .exact, confidence: 0.9,
      country: country,
      governorate: governorate, because: [])
  }
  return IncidentRecord(
    id: id, date: date, assessment: assessment, isReopened: false, wasPreviouslyReported: nil, killed: killed,
    injured: injured, sources: [], place: "near \(name)", statedCountry: nil, location: location, places: [],
    flags: [], document: "test", line: 1, span: ByteSpan(start: 0, end: 0))
}
