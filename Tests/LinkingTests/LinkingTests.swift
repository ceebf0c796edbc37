import Geo
import Incidents
import Testing

@testable import Linking

private func record(
  _ date: String, _ place: String, _ source: String = "Airwars report", _ assessment: Assessment = .open,
  ids: [String] = [], killed: Int? = nil, country: String? = "SY", former: String? = nil, at: Coordinate? = nil,
  id: String = ""
) -> IncidentRecord {
  let location = at.map {
    Location(
      coordinate: $0, uncertaintyMeters: 2_000, precision: .town, footprint: nil, placeID: "test:\($0)",
      placeName: place, matchedName: place, match: .exact, confidence: 0.9, country: country ?? "SY", governorate: nil,
      because: [])
  }
  var record = IncidentRecord(
    id: id, date: CalendarDate(iso8601: date).map { IncidentDate($0) }, assessment: assessment, isReopened: false,
    wasPreviouslyReported: nil, killed: killed.map { CountRange($0) }, injured: nil, sources: [source], place: place,
    statedCountry: country, location: location,
    places: [PlaceRecord(place: place, status: at == nil ? .unresolved : .resolved, location: location, because: [])],
    flags: [], document: "test", line: 1, span: ByteSpan(start: 0, end: 0))
  record.identifiers = ids
  record.formerDate = former.flatMap { CalendarDate(iso8601: $0) }.map { IncidentDate($0) }
  return record
}

/// One pair a line: what becomes of an older and a newer report.
@Suite struct LinkingTests {
  private static let here = Coordinate(wrappingLongitude: 40.5, latitude: 34.5)
  private static let near = Coordinate(wrappingLongitude: 40.51, latitude: 34.5)
  private static let far = Coordinate(wrappingLongitude: 43.1, latitude: 36.3)

  static let pairs: [(IncidentRecord, IncidentRecord, String)] = [
    (record("2018-08-01", "al-Shajlah"), record("2018-08-01", "Ash Shajilah"), ""),
    (record("2018-08-01", "al-Shajlah"), record("2018-08-01", "Ash Shajilah", "Airwars report", .credible), "decided"),
    (record("2018-08-01", "Foo"), record("2018-08-01", "Foo", "Airwars"), ""),
    (record("2018-08-01", "Foo", "media report"), record("2018-08-01", "Foo", "media-report", .nonCredible), "decided"),
    (record("2018-08-01", "Foo", "x", .nonCredible), record("2018-08-01", "Foo", "x", .open), "reopened"),
    (record("2018-08-01", "Foo", ids: ["1"]), record("2018-08-02", "Foo", ids: ["1"]), "corrected date"),
    (record("2018-08-01", "Foo"), record("2018-08-02", "Foo", former: "2018-08-01"), "corrected date"),
    (record("2018-08-01", "Foo", ids: ["1"]), record("2018-08-01", "Bar", ids: ["1", "CS2"]), "corrected place"),
    (
      record("2018-08-01", "Foo", ids: ["1"]), record("2018-08-01", "Foo", ids: ["1"], country: "IQ"),
      "corrected country"
    ),
    (
      record("2018-08-01", "Foo", "x", .credible, killed: 2), record("2018-08-01", "Foo", "x", .credible, killed: 3),
      "corrected killed"
    ),
    (
      record("2018-08-01", "Foo", killed: 2), record("2018-08-01", "Foo", "Airwars report", .credible, killed: 3),
      "decided; corrected killed"
    ),
    (record("2018-08-01", "Mosul"), record("2018-08-01", "al-Yarmouk neighborhood, Mosul"), "corrected place"),
    // The same words, but identifiers say that they are two.
    (record("2018-08-01", "Foo", ids: ["1"]), record("2018-08-01", "Foo", ids: ["2"]), "new; gone"),
    (record("2018-08-01", "Foo"), record("2018-08-02", "Foo"), "new; gone"),
    (record("2018-08-01", "Tabqah"), record("2018-08-01", "Manbij"), "new; gone"),
    (record("2018-08-01", "Foo", at: here), record("2018-08-01", "Bar", at: far), "new; gone"),
    // Another source tells of that day and place: it may be another report.
    (record("2018-08-01", "Foo", "self-report"), record("2018-08-01", "Foo", "media report"), "ambiguous"),
  ]

  @Test(arguments: pairs)
  func pair(_ old: IncidentRecord, _ new: IncidentRecord, _ expected: String) {
    let comparison = ReleaseComparison(old: [old], new: [new])
    let found = comparison.changes.map { change in
      let fields = change.kind == .corrected ? change.differences.map(\.field) : []
      return ([change.kind.rawValue] + fields).joined(separator: " ")
    }
    #expect(found.joined(separator: "; ") == expected, "\(comparison.changes.map(\.basis))")
  }

  /// Two that fit equally well are not decided; one that fits better is taken.
  @Test func oneToOne() {
    let two = [record("2018-08-01", "al-Shajlah", killed: 1), record("2018-08-01", "al-Shajlah", killed: 2)]
    let one = [record("2018-08-01", "Ash Shajilah", "Airwars report", .credible)]
    let unclear = ReleaseComparison(old: two, new: one)
    #expect(unclear.changes.map(\.kind) == [.ambiguous])
    #expect(unclear.changes[0].old.count == 2)
    let exact = ReleaseComparison(old: two + [record("2018-08-01", "Ash Shajilah")], new: one)
    #expect(exact.changes.map(\.kind) == [.decided, .gone, .gone])
    // Of reports that nothing tells apart, it does not matter which is meant.
    let same = [record("2018-08-01", "al-Shajlah"), record("2018-08-01", "al-Shajlah")]
    #expect(ReleaseComparison(old: same, new: one).changes.map(\.kind) == [.decided, .gone])
  }

  @Test func historyIsJoined() {
    let first = record("2018-08-01", "al-Shajlah", id: "a#1")
    let second = record("2018-08-01", "Ash Shajilah", "Airwars report", .nonCredible, id: "b#1")
    let third = record("2018-08-01", "Ash Shajilah", "Airwars report", .open, killed: 3, id: "c#1")
    let other = record("2018-08-01", "Manbij", id: "a#2")
    let joined = joinedHistory(of: [[first, other], [second], [third]])
    #expect(joined.map(\.id) == ["a#2", "c#1"])
    #expect(joined[1].history.map(\.id) == ["a#1", "b#1"])
    #expect(joined[1].history.map(\.assessment) == [.open, .nonCredible])
    #expect(joined[0].history.isEmpty)
  }
}
