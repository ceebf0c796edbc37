public import Incidents

/// Which records of an older and a newer set tell of the same incident. One record is linked to at most one.
public struct RecordLinks: Hashable, Sendable {
  /// Two records of one incident.
  public struct Link: Hashable, Sendable {
    /// The older record, as an index.
    public var old: Int
    /// The newer record, as an index.
    public var new: Int
    /// Why: `identifier 2904`, or the likenesses.
    public var basis: String
  }

  /// Records of which some may be the same incident, and it cannot be said which.
  public struct Question: Hashable, Sendable {
    /// The older records, as indices.
    public var old: [Int]
    /// The newer records, as indices.
    public var new: [Int]
    /// Why they come into question.
    public var basis: String
  }

  /// The links, in the order of the newer records.
  public var links: [Link]
  /// The open questions. Their records are in no link.
  public var questions: [Question]

  /// Finds the links between two sets of records: by identifier; else by date, place and source. What several records
  /// fit equally well is left open. Neither set's order matters.
  public init(old: [IncidentRecord], new: [IncidentRecord]) {
    var linker = Linker(old: old.map(ReportedIncident.init), new: new.map(ReportedIncident.init))
    linker.linkByIdentifier()
    linker.linkByWords()
    linker.linkByLikeness()
    links = linker.links.sorted { $0.new < $1.new }
    questions = linker.questions()
  }
}

/// Links step by step; what an earlier, surer step has linked is out of the later ones.
private struct Linker {
  let old: [ReportedIncident]
  let new: [ReportedIncident]
  private(set) var links: [RecordLinks.Link] = []
  private var openOld: Set<Int>
  private var openNew: Set<Int>
  private var contested: [Pair] = []

  struct Pair {
    var old: Int
    var new: Int
    var likeness: Likeness
  }

  init(old: [ReportedIncident], new: [ReportedIncident]) {
    (self.old, self.new) = (old, new)
    openOld = Set(old.indices)
    openNew = Set(new.indices)
  }

  private mutating func link(_ first: Int, _ second: Int, _ basis: String) {
    links.append(RecordLinks.Link(old: first, new: second, basis: basis))
    openOld.remove(first)
    openNew.remove(second)
  }

  /// Links what shares an identifier with one record only.
  mutating func linkByIdentifier() {
    var holders: [String: (old: Set<Int>, new: Set<Int>)] = [:]
    for (index, incident) in old.enumerated() {
      for identifier in incident.record.identifiers { holders[identifier, default: ([], [])].old.insert(index) }
    }
    for (index, incident) in new.enumerated() {
      for identifier in incident.record.identifiers { holders[identifier, default: ([], [])].new.insert(index) }
    }
    for (identifier, holder) in holders.sorted(by: { $0.key < $1.key }) {
      guard holder.old.count == 1, holder.new.count == 1, let first = holder.old.first, let second = holder.new.first,
        openOld.contains(first), openNew.contains(second), !old[first].isDistinguished(from: new[second])
      else { continue }
      link(first, second, "identifier \(identifier)")
    }
  }

  /// Links what tells of the same day, place and source in the same words: first what has not changed at all, then the
  /// rest, where one side's records are exchangeable.
  mutating func linkByWords() {
    linkGroups(by: \.content) { _, _ in true }
    linkGroups(by: \.key) { Self.areExchangeable($0) || Self.areExchangeable($1) }
  }

  private mutating func linkGroups(
    by key: KeyPath<ReportedIncident, String>, where isClear: ([ReportedIncident], [ReportedIncident]) -> Bool
  ) {
    let first = Dictionary(grouping: openOld) { old[$0][keyPath: key] }
    let second = Dictionary(grouping: openNew) { new[$0][keyPath: key] }
    for (words, older) in first.sorted(by: { $0.key < $1.key }) {
      guard let newer = second[words] else { continue }
      let left = older.sorted { (old[$0].content, $0) < (old[$1].content, $1) }
      let right = newer.sorted { (new[$0].content, $0) < (new[$1].content, $1) }
      guard isClear(left.map { old[$0] }, right.map { new[$0] }) else { continue }
      for (one, other) in zip(left, right) where !old[one].isDistinguished(from: new[other]) {
        link(one, other, "same date, place and source")
      }
    }
  }

  private static func areExchangeable(_ incidents: [ReportedIncident]) -> Bool {
    incidents.allSatisfy { $0.content == incidents[0].content }
  }

  /// Links two that are each other's best by a margin, until there are no more.
  mutating func linkByLikeness() {
    contested = likenesses()
    while let clear = clearPairs(), !clear.isEmpty {
      for pair in clear { link(pair.old, pair.new, pair.likeness.reason) }
      contested.removeAll { !openOld.contains($0.old) || !openNew.contains($0.new) }
    }
  }

  private func likenesses() -> [Pair] {
    var pairs: [Pair] = []
    let byDay = Dictionary(grouping: openOld.flatMap { index in Self.days(old[index].record).map { ($0, index) } }) {
      $0.0
    }
    for second in openNew.sorted() {
      let found = Set(Self.days(new[second].record).flatMap { byDay[$0]?.map(\.1) ?? [] })
      for first in found.sorted() {
        guard let likeness = Likeness(old[first], new[second]) else { continue }
        pairs.append(Pair(old: first, new: second, likeness: likeness))
      }
    }
    return pairs
  }

  /// The days under which a record is looked for: those of its dates; of a long range its first.
  private static func days(_ record: IncidentRecord) -> [String] {
    let dates = [record.date, record.formerDate].compactMap(\.self)
    return dates.isEmpty ? ["-"] : dates.flatMap(\.months)
  }

  private func clearPairs() -> [Pair]? {
    let byOld = Dictionary(grouping: contested, by: \.old)
    let byNew = Dictionary(grouping: contested, by: \.new)
    var taken: (old: Set<String>, new: Set<String>) = ([], [])
    return contested.filter { pair in
      guard pair.likeness.isFirm,
        isBest(pair, among: byOld[pair.old] ?? [], { new[$0.new].content }),
        isBest(pair, among: byNew[pair.new] ?? [], { old[$0.old].content })
      else { return false }
      // Of exchangeable records one is taken in each round.
      return taken.old.insert(old[pair.old].content).inserted && taken.new.insert(new[pair.new].content).inserted
    }
  }

  /// Whether no other pair with other content comes near.
  private func isBest(_ pair: Pair, among rivals: [Pair], _ content: (Pair) -> String) -> Bool {
    rivals.allSatisfy { rival in
      content(rival) == content(pair) || rival.likeness.score < pair.likeness.score - Likeness.margin
    }
  }

  /// What is left: the groups of records that are connected by likenesses, each with its reason.
  func questions() -> [RecordLinks.Question] {
    var groups: [(old: Set<Int>, new: Set<Int>, basis: String)] = []
    for pair in contested.sorted(by: { ($0.new, $0.old) < ($1.new, $1.old) }) {
      let touching = groups.filter { $0.old.contains(pair.old) || $0.new.contains(pair.new) }
      groups.removeAll { $0.old.contains(pair.old) || $0.new.contains(pair.new) }
      groups.append(
        touching.reduce((old: [pair.old], new: [pair.new], basis: pair.likeness.reason)) { whole, group in
          (whole.old.union(group.old), whole.new.union(group.new), min(whole.basis, group.basis))
        })
    }
    return groups.map { RecordLinks.Question(old: $0.old.sorted(), new: $0.new.sorted(), basis: $0.basis) }
      .sorted { $0.new[0] < $1.new[0] }
  }
}

extension IncidentDate {
  /// The months that a date touches, at most those of its first and last day: where overlapping dates meet.
  fileprivate var months: [String] {
    Array(Set([start, end].map { String($0.description.dropLast(3)) })).sorted()
  }
}
