/// A place a name may mean, with how it came to be one. What speaks for it is weighed by `Scoring`, which can say it in
/// words again; a candidate itself is only numbers, since a name may have thousands.
struct Candidate: Sendable {
  /// Its number in the index.
  var place: Int
  /// The reading of its names that matched best.
  let form: Int
  /// What was taken off the entry's name to read it so.
  let stripping: NameForm.Stripping
  /// What the spelling costs (`SpellingDistance`).
  let spellingCost: Float
  /// The same with what had to be taken off either name to compare them.
  let cost: Float
  /// The length of the longer spelling, in symbols.
  let length: Int
  /// Whether it only sounds like what is looked up, and another candidate is written so.
  var isOutspelled = false
  /// Whether both are in Arabic script, and an ayn that one of them has is not there, or elsewhere, in the other.
  var hasOtherAyn = false
  /// Whether it is a governorate in which no town goes by the name: `Anbar`, not `Aleppo`.
  var isGovernorateAlone = false
  /// The part of the evidence that is prominence: what is likely before looking.
  var prior: Double = 0
  /// The sum of the evidence, in nats.
  var score: Double = 0

  /// Makes it as prominent as another entry of the same place.
  mutating func raise(prior other: Double) {
    score += max(0, other - prior)
    prior = max(prior, other)
  }
}

/// A candidate beside the facts about its place, which comparing it with the others asks for again and again.
struct RankedCandidate {
  var candidate: Candidate
  let attributes: PlaceAttributes

  var place: Int { candidate.place }
  var score: Double { candidate.score }
}

extension PlaceIndex {
  /// Whether a candidate ranks before another. Ties go to the identifier, so that the order of sources cannot matter.
  func ranks(_ a: Candidate, before b: Candidate) -> Bool {
    a.score == b.score ? precedes(a.place, b.place) : a.score > b.score
  }
}
