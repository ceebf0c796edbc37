import Analysis
import Geo
import Incidents
import Testing

@Suite("What incidents are called")
struct IncidentSubjectTests {
  private static let civilians = Account(kind: .table, victims: .civilians)
  private static let unknown = Account(kind: .news, victims: .unknown)
  private static let attackers = Account(kind: .news, victims: .attackers)
  private static let anyone = Account(kind: .table, victims: .anyone)
  private static let mixed = Account(
    kind: .news, victims: .attackers, others: [CasualtyGroup(victims: .civilians, killed: CountRange(1))])

  static let harm = "Reported civilian-harm incidents"
  static let neutral = "Reported incidents"

  @Test(
    "the title claims no more than is true of all",
    arguments: [
      ([], neutral, 0, 0), ([(.release, nil)], harm, 0, 0), ([(civilians, nil)], harm, 0, 0),
      ([(unknown, 3)], harm, 0, 0), ([(mixed, 2)], harm, 0, 0), ([(unknown, nil)], neutral, 0, 1),
      ([(attackers, 5)], neutral, 1, 0), ([(attackers, nil)], neutral, 1, 0),
      ([(.release, 1), (anyone, 4), (unknown, nil)], neutral, 1, 1),
    ] as [([(Account, Int?)], String, Int, Int)])
  func subject(_ accounts: [(Account, Int?)], title: String, others: Int, nobody: Int) {
    let subject = IncidentSubject(accounts.map { Self.record($0, killed: $1) })
    #expect(subject.title == title && subject.ofOthers == others && subject.ofNobody == nobody)
    #expect((subject.caption == nil) == (others + nobody == 0))
  }

  @Test("a sum says how many state numbers of others than civilians")
  func sums() {
    let records = [Self.record(.release, killed: 2), Self.record(Self.attackers, killed: 5), Self.record(.release)]
    let sum = IncidentTally(records).killed
    #expect(sum.range == CountRange(2) && sum.statedBy == 1 && sum.ofOthers == 1)
  }

  private static func record(_ account: Account, killed: Int? = nil) -> IncidentRecord {
    IncidentRecord(
      id: "a#1", date: nil, assessment: .open, isReopened: false, wasPreviouslyReported: nil,
      killed: killed.map { CountRange($0) }, injured: nil, sources: [], place: nil, statedCountry: nil, location: nil,
      places: [], flags: [], document: "a", line: 1, span: ByteSpan(start: 0, end: 1), account: account)
  }
}
