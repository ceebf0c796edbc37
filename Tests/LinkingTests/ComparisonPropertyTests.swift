import Incidents
import Linking
import TestSupport
import Testing

@Suite struct ComparisonPropertyTests {
  /// `kind number` for each change.
  private func events(_ comparison: ReleaseComparison) -> Set<String> {
    Set(comparison.changes.map { "\($0.kind.rawValue) \(($0.new + $0.old).map(\.id).first ?? "")" })
  }

  /// Over many months every event is found, and no other.
  @Test(arguments: UInt64(1)...30)
  func whatHappenedIsFound(seed: UInt64) {
    var release = EvolvingRelease(seed: seed)
    for month in 1...6 {
      let before = release.cases.map(\.record)
      let truth = release.nextMonth()
      let comparison = ReleaseComparison(old: before, new: release.cases.map(\.record))
      let found = events(comparison)
      let (added, missed) = (found.subtracting(truth), truth.subtracting(found))
      #expect(added.isEmpty && missed.isEmpty, "seed \(seed), month \(month): \(added), \(missed)")
    }
  }

  @Test(arguments: UInt64(1)...10)
  func nothingChangesByItself(seed: UInt64) {
    let records = EvolvingRelease(seed: seed).cases.map(\.record)
    var random = SplitMix64(seed: seed)
    for other in [records, records.shuffled(using: &random), records.reversed()] {
      let comparison = ReleaseComparison(old: records, new: other)
      #expect(comparison.changes.isEmpty)
      #expect(comparison.unchangedCount == records.count)
    }
  }

  /// What is new one way is gone the other way, and what is linked is linked both ways.
  @Test(arguments: UInt64(1)...20)
  func exchangedSetsMirror(seed: UInt64) {
    var release = EvolvingRelease(seed: seed)
    let old = release.cases.map(\.record)
    _ = release.nextMonth()
    let new = release.cases.map(\.record)
    let there = ReleaseComparison(old: old, new: new)
    let back = ReleaseComparison(old: new, new: old)
    func ids(_ comparison: ReleaseComparison, _ kind: ReleaseComparison.Kind) -> Set<String> {
      Set(comparison.changes.filter { $0.kind == kind }.flatMap { $0.old + $0.new }.map(\.id))
    }
    #expect(ids(there, .new) == ids(back, .gone))
    #expect(ids(there, .gone) == ids(back, .new))
    #expect(ids(there, .ambiguous) == ids(back, .ambiguous))
    #expect(there.unchangedCount == back.unchangedCount)
    let links = RecordLinks(old: old, new: new).links.map { [$0.old, $0.new] }
    #expect(Set(links) == Set(RecordLinks(old: new, new: old).links.map { [$0.new, $0.old] }))
  }

  /// The order of the entries changes nothing.
  @Test(arguments: UInt64(1)...10)
  func orderDoesNotMatter(seed: UInt64) {
    var release = EvolvingRelease(seed: seed)
    var random = SplitMix64(seed: seed + 100)
    let old = release.cases.map(\.record)
    _ = release.nextMonth()
    let new = release.cases.map(\.record)
    #expect(
      ReleaseComparison(old: old, new: new)
        == ReleaseComparison(old: old.shuffled(using: &random), new: new.shuffled(using: &random)))
  }

  /// The history of months: one record for each incident that there ever was, with an entry for each earlier release.
  @Test(arguments: UInt64(1)...6)
  func historiesAreWhole(seed: UInt64) {
    var release = EvolvingRelease(seed: seed)
    var releases = [release.cases.map(\.record)]
    for _ in 0..<4 {
      _ = release.nextMonth()
      releases.append(release.cases.map(\.record))
    }
    let seen = Dictionary(grouping: releases.joined().map(\.id)) { $0 }.mapValues(\.count)
    let joined = joinedHistory(of: releases)
    #expect(Dictionary(uniqueKeysWithValues: joined.map { ($0.id, $0.history.count + 1) }) == seen)
  }
}
