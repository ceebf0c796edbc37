import Incidents
import TestSupport

/// Lets a release change from one month to the next, and knows what happened to each incident.
struct EvolvingRelease {
  /// An incident, known by a number that no record shows.
  struct Case {
    var number: Int
    var record: IncidentRecord
  }

  private var random: SplitMix64
  private(set) var cases: [Case] = []
  private var count = 0
  private let hasIdentifiers: Bool

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    hasIdentifiers = seed.isMultiple(of: 2)
    for _ in 0..<40 { cases.append(newCase()) }
  }

  /// What happened, by the incidents' numbers, as `kind number`; reopened and decided ones may be corrected too.
  mutating func nextMonth() -> Set<String> {
    var events: Set<String> = []
    var next: [Case] = []
    for known in cases {
      if chance(12) {
        events.insert("gone \(known.number)")
        continue
      }
      var known = known
      evolve(&known, &events)
      next.append(known)
    }
    for _ in 0..<6 {
      let added = newCase()
      events.insert("new \(added.number)")
      next.append(added)
    }
    cases = next.shuffled(using: &random)
    for index in cases.indices { cases[index].record.id = "\(cases[index].number)" }
    return events
  }

  private mutating func evolve(_ known: inout Case, _ events: inout Set<String>) {
    if known.record.assessment == .open, chance(30) {
      known.record.assessment = pick([.credible, .nonCredible])
      events.insert("decided \(known.number)")
      if known.record.assessment == .credible {
        let killed = CountRange(Int.random(in: 1...9, using: &random))
        // An incident that was credible before, and was reopened, has a number already.
        if let before = known.record.killed, before != killed { events.insert("corrected \(known.number)") }
        known.record.killed = killed
      }
    } else if known.record.assessment != .open, chance(10) {
      known.record.assessment = .open
      events.insert("reopened \(known.number)")
    } else if let killed = known.record.killed, chance(15) {
      known.record.killed = CountRange(killed.min + 1)
      events.insert("corrected \(known.number)")
    } else if hasIdentifiers, chance(10), let date = known.record.date {
      let day = CalendarDate(year: date.start.year, month: date.start.month, day: date.start.day % 28 + 1)
      known.record.date = day.map { IncidentDate($0) }
      events.insert("corrected \(known.number)")
    }
    if chance(30), let place = known.record.place { known.record = respelled(known.record, place) }
  }

  /// The same name as another clerk would write it.
  private mutating func respelled(_ record: IncidentRecord, _ place: String) -> IncidentRecord {
    let (from, to) = pick([
      ("al-", "Al "), ("Al ", "al-"), ("ou", "u"), ("ah", "a"), ("q", "k"), ("ee", "i"), ("’", ""),
    ])
    var record = record
    let name = place.split(separator: from, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: to)
    record.place = name
    record.places[0].place = name
    return record
  }

  private mutating func newCase() -> Case {
    count += 1
    let name = pick(["al-", "Al ", ""]) + word() + pick(["", " neighborhood"])
    let date = CalendarDate(
      year: 2017, month: Int.random(in: 1...12, using: &random), day: Int.random(in: 1...28, using: &random))
    var record = IncidentRecord(
      id: "\(count)", date: date.map { IncidentDate($0) }, assessment: pick([.open, .open, .nonCredible]),
      isReopened: false, wasPreviouslyReported: nil, killed: nil, injured: nil,
      sources: [pick(["Airwars report", "self-report", "media report"])], place: name,
      statedCountry: pick(["IQ", "SY"]), location: nil,
      places: [PlaceRecord(place: name, status: .unresolved, location: nil, because: [])], flags: [],
      document: "test", line: count, span: ByteSpan(start: 0, end: 0))
    if hasIdentifiers { record.identifiers = ["\(1000 + count)"] }
    return Case(number: count, record: record)
  }

  /// Names of different consonants: two of them are never two spellings of one.
  private mutating func word() -> String {
    let consonants = ["b", "q", "sh", "t", "m", "r", "z", "kh", "l", "f", "j", "n", "d"].shuffled(using: &random)
    let word = consonants.prefix(4).map { $0 + pick(["a", "ou", "ee", "ah"]) }.joined()
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
}
