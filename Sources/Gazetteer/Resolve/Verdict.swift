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
  /// The probability that none of the gazetteer's places is meant.
  let unknown: Double
  /// Candidates elsewhere, best first, with their probabilities.
  let rivals: [(candidate: Candidate, probability: Double)]

  /// A candidate is worth naming as a companion or a rival from this share of the leader's probability.
  static let worthNaming = 0.08

  /// Weighs candidates, which must be ordered best first. No candidates: nil.
  /// - Parameter relation: how a candidate stands to the leader.
  init?(_ ranked: [Candidate], weights: MatchWeights, relation: (Candidate, Candidate) -> Relation) {
    guard let leader = ranked.first else { return nil }
    var companions: [Candidate] = []
    var rivals: [Candidate] = []
    var groups: [Candidate] = [leader]
    for candidate in ranked.dropFirst() {
      switch relation(leader, candidate) {
      case .same: continue
      case .companion: companions.append(candidate)
      case .rival:
        let isCopy = groups.contains { relation($0, candidate) == .same }
        if !isCopy { rivals.append(candidate) }
      }
      groups.append(candidate)
    }
    func weight(_ candidate: Candidate) -> Double { exp(candidate.score - leader.score) }
    let ownWeights = companions.reduce(1) { $0 + weight($1) }
    let total = rivals.reduce(ownWeights) { $0 + weight($1) } + exp(weights.unknown - leader.score)
    unknown = exp(weights.unknown - leader.score) / total
    self.leader = leader
    confidence = ownWeights / total
    self.companions = companions.filter { weight($0) >= Self.worthNaming }
    self.rivals = rivals.filter { weight($0) >= Self.worthNaming }.prefix(5).map { ($0, weight($0) / total) }
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
