import Analysis
import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@Suite struct RadiusQueryTests {
  private let center = at(39, 36)

  private func away(_ meters: Double, _ bearing: Double = 90) -> Coordinate {
    Geodesic.destination(from: center, bearingDegrees: bearing, distanceMeters: meters)
  }

  /// Distance, uncertainty, the center's own uncertainty; radius 25 km.
  @Test(arguments: [
    (10_000, 5000, 0, RadiusHit.Certainty.certain), (24_000, 999, 0, .certain), (24_000, 1001, 0, .possible),
    (26_000, 1001, 0, .possible), (26_000, 999, 0, nil), (24_000, 500, 501, .possible), (24_000, 499, 500, .certain),
    (26_000, 500, 501, .possible), (0, 0, 0, .certain), (100_000, 150_000, 0, .possible),
  ])
  func certaintyFollowsFromUncertainty(
    distance: Double, uncertainty: Double, centerUncertainty: Double, expected: RadiusHit.Certainty?
  ) {
    let hits = RadiusQuery.within(
      .kilometers(25), of: center, centerUncertaintyMeters: centerUncertainty,
      records: [record("a#1", away(distance), uncertaintyMeters: uncertainty)])
    #expect(hits.first?.certainty == expected)
  }

  @Test func nearestFirstAndTiesByIdentifier() {
    let records = [
      record("b#2", away(9000)), record("b#1", away(9000)), record("a#9", nil), record("a#1", away(3000, 180)),
      record("a#2", away(90_000)),
    ]
    let hits = RadiusQuery.within(.kilometers(25), of: center, records: records)
    #expect(hits.map(\.record.id) == ["a#1", "b#1", "b#2"])
    #expect(hits.map(\.index) == [3, 1, 0])
    #expect(abs(hits[0].distanceMeters - 3000) < 0.001 && abs(hits[0].initialBearingDegrees - 180) < 1e-6)
  }

  /// geographiclib's distances; every pair is found by a radius a millimeter longer and by none a millimeter shorter.
  @Test func distancesEqualGeographicLib() throws {
    for row in try numbers(inFixture: "geodesics.csv") {
      let records = [record("a#1", at(row[2], row[3]), uncertaintyMeters: 0)]
      let found = RadiusQuery.within(Distance(meters: row[4] + 0.001), of: at(row[0], row[1]), records: records)
      #expect(abs((found.first?.distanceMeters ?? -1) - row[4]) < 0.001, "\(row)")
      guard row[4] > 0.001 else { continue }
      #expect(RadiusQuery.within(Distance(meters: row[4] - 0.001), of: at(row[0], row[1]), records: records).isEmpty)
    }
  }
}

@Suite struct IncidentFilterTests {
  private let single = record(
    "a#1", at(39, 36), date: IncidentDate(day("2018-03-10")), assessment: .credible, name: "Tell Foo")
  private let week = record("a#2", at(39, 36), date: days("2018-03-05", "2018-03-11"), governorate: nineveh)
  private let undated = record("a#3", nil)

  @Test(arguments: [
    (IncidentFilter(), ["a#1", "a#2", "a#3"], 0),
    (IncidentFilter(from: day("2018-03-11")), ["a#2"], 1),
    (IncidentFilter(through: day("2018-03-05")), ["a#2"], 1),
    (IncidentFilter(from: day("2018-03-06"), through: day("2018-03-06")), ["a#2"], 1),
    (IncidentFilter(from: day("2018-03-10"), through: day("2018-03-10")), ["a#1", "a#2"], 1),
    (IncidentFilter(from: day("2018-03-12")), [], 1),
    (IncidentFilter(through: day("2018-03-04"), assessments: [.credible]), [], 0),
    (IncidentFilter(assessments: [.credible, .duplicate]), ["a#1"], 0),
    (IncidentFilter(country: "sy"), ["a#1", "a#2"], 0), (IncidentFilter(country: "IQ"), [], 0),
    (IncidentFilter(governorate: "raqqa"), ["a#1"], 0), (IncidentFilter(governorate: "iq-ni"), ["a#2"], 0),
    (IncidentFilter(place: "TELL"), ["a#1"], 0), (IncidentFilter(place: "near foo"), ["a#2", "a#3"], 0),
  ])
  func matches(filter: IncidentFilter, expected: [String], undatedCount: Int) {
    let result = filter.apply(to: [single, week, undated])
    #expect(result.matching.map(\.id) == expected)
    #expect(result.undated == undatedCount)
  }
}

@Suite struct AreaSummaryTests {
  @Test func everyIncidentIsInOneSummary() {
    let records = [
      record("a#1", at(39, 36), killed: CountRange(1)), record("a#2", nil),
      record("a#3", at(43, 36), country: "IQ", governorate: nineveh),
      record("a#4", at(38, 35), precision: .country, governorate: nil),
      record("a#5", at(39, 36), assessment: .credible, killed: CountRange(min: 2, max: 4)),
    ]
    let summaries = AreaSummary.summaries(of: records)
    #expect(summaries.map(\.country) == ["IQ", "SY", "SY", nil])
    #expect(summaries.map(\.governorate) == [nineveh, raqqa, nil, nil])
    #expect(summaries.map(\.tally.incidents) == [1, 2, 1, 1])
    #expect(summaries[1].tally.killed.range == CountRange(min: 3, max: 5))
    #expect(summaries[1].tally.assessments[.credible] == 1)
  }
}
