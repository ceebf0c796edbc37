import Foundation
import Incidents

/// The candidates weighed against one another: who leads, how sure that is, and who else may be meant.
struct Verdict {
  /// The best candidate.
  let leader: Candidate
  /// The probability that the true place lies in the leader's circle: its own and its companions'.
  let confidence: Double
  /// Other candidates near the leader that its circle is widened to cover.
  let companions: [Candidate]
  /// The probability that none of the gazetteer's places in the stated country is meant.
  let unknown: Double
  /// Candidates elsewhere, best first, with their probabilities.
  let rivals: [(candidate: Candidate, probability: Double)]

  /// A candidate is worth naming as a companion or a rival from this share of the leader's probability.
  static let worthNaming = 0.08

  /// Candidates this much worse than the leader, in nats, are left out: together they weigh nothing.
  private static let range = 9.0

  /// Weighs candidates, which must be ordered best first. No candidates: nil.
  /// - Parameter abroad: the weight of the candidates in other countries than the stated one, as a score.
  /// - Parameter doubt: how much likelier than usual it is that the leader is not the place meant, in nats.
  /// - Parameter relation: how a candidate stands to the leader.
  init?(
    _ ranked: some Sequence<RankedCandidate>, abroad: Double? = nil, weights: MatchWeights,
    doubt: (RankedCandidate) -> Double, relation: (RankedCandidate, RankedCandidate) -> Relation
  ) {
    var others = ranked.makeIterator()
    guard let first = others.next() else { return nil }
    var likely = [first]
    while let next = others.next(), next.score >= first.score - Self.range { likely.append(next) }
    let leader = likely.remove(at: Self.leader(of: likely, relation))
    var companions: [RankedCandidate] = []
    var rivals: [RankedCandidate] = []
    for candidate in likely {
      switch relation(leader, candidate) {
      case .same: continue
      case .companion: companions.append(candidate)
      case .rival:
        let isCopy = rivals.prefix(Self.mostRivals).contains { relation($0, candidate) == .same }
        if !isCopy { rivals.append(candidate) }
      }
    }
    func weight(_ score: Double) -> Double { exp(score - leader.score) }
    let own = companions.reduce(1) { $0 + weight($1.score) }
    let none = weight(Self.unknown(beside: leader.candidate, weights, doubt: doubt(leader))) + (abroad.map(weight) ?? 0)
    let total = rivals.reduce(own) { $0 + weight($1.score) } + none
    self.leader = leader.candidate
    self.total = total
    confidence = own / total
    unknown = none / total
    self.companions = companions.filter { weight($0.score) >= Self.worthNaming }.map(\.candidate)
    self.rivals = rivals.filter { weight($0.score) >= Self.worthNaming }.prefix(Self.mostRivals).map {
      ($0.candidate, weight($0.score) / total)
    }
  }

  /// The weight of everything that may be meant, in units of the leader's.
  private let total: Double

  /// The candidate whose circle most probably holds the place meant: of namesakes that fit about as well, one with others
  /// beside it.
  private static func leader(
    of ranked: [RankedCandidate], _ relation: (RankedCandidate, RankedCandidate) -> Relation
  ) -> Int {
    let contenders = ranked.prefix { $0.score >= ranked[0].score - Self.leadingRange }
    guard contenders.count > 1 else { return 0 }
    let held = contenders.indices.map { number in
      contenders.indices.reduce(0) { sum, other in
        let isHeld = other == number || relation(contenders[number], contenders[other]) == .companion
        return sum + (isHeld ? exp(contenders[other].score - ranked[0].score) : 0)
      }
    }
    return held.indices.max { held[$0] < held[$1] || held[$0] == held[$1] && $0 > $1 } ?? 0
  }

  /// Candidates within this range of the best, in nats, may lead.
  private static let leadingRange = 1.0

  /// The probability of a candidate by itself.
  func probability(of candidate: Candidate) -> Double { exp(candidate.score - leader.score) / total }

  /// How many rivals are named.
  private static let mostRivals = 5

  /// The score of “none of these”: prominence says which of two known places is meant, not that it is a known one.
  private static func unknown(beside leader: Candidate, _ weights: MatchWeights, doubt: Double) -> Double {
    weights.unknown + max(0, leader.prior) + doubt
  }

  /// How one candidate stands to another.
  enum Relation {
    /// The same place from another source, or an area around its namesake town.
    case same
    /// Another place, so near that one circle covers both.
    case companion
    /// Another place elsewhere.
    case rival
  }
}
