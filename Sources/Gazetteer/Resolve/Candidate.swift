/// A place a name may mean, with how it came to be one.
struct Candidate: Sendable {
  /// Its number in the index.
  let place: Int
  /// The reading of its names that matched best.
  let form: Int
  /// What that match costs (`SpellingDistance`).
  let cost: Float
  /// The length of the longer spelling, in symbols.
  let length: Int
  /// Everything that speaks for and against it.
  var evidence: [Evidence] = []
  /// The sum of the evidence, in nats.
  var score: Double = 0
}
