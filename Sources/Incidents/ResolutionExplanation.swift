/// An answer with everything that was weighed for it, for a person who checks it.
public struct ResolutionExplanation: Hashable, Sendable {
  /// The answer.
  public var resolution: Resolution
  /// The leader and its rivals, likeliest first. Empty for a position that was not looked up by its name.
  public var candidates: [Candidate]
  /// The probability, 0…1, that none of them is meant.
  public var unknownProbability: Double

  /// An answer and what was weighed for it.
  public init(resolution: Resolution, candidates: [Candidate] = [], unknownProbability: Double = 0) {
    self.resolution = resolution
    self.candidates = candidates
    self.unknownProbability = unknownProbability
  }

  /// A place that may be meant.
  public struct Candidate: Hashable, Sendable {
    /// The place; its confidence is the probability that it alone is meant.
    public var match: Match
    /// The sum of the weights, in nats (natural logarithms of odds).
    public var score: Double
    /// What speaks for and against it, in the order in which it was found.
    public var reasons: [Reason]
    /// How far it is from the leader, in meters; nil for the leader.
    public var metersFromLeader: Double?

    /// A place with what speaks for and against it.
    public init(match: Match, score: Double, reasons: [Reason], metersFromLeader: Double?) {
      self.match = match
      self.score = score
      self.reasons = reasons
      self.metersFromLeader = metersFromLeader
    }
  }

  /// One thing that speaks for or against a candidate.
  public struct Reason: Hashable, Sendable {
    /// What it is, in words.
    public var words: String
    /// What it weighs, in nats: positive speaks for the candidate. Nil for what is a part of the reason before it.
    public var nats: Double?

    /// A reason.
    public init(_ words: String, nats: Double?) {
      self.words = words
      self.nats = nats
    }
  }
}
