import Formats
import Incidents

extension ResolutionLine {
  /// The line of an answer with all that was weighed for it, in the member `candidates`, likeliest first: of each its
  /// `score` and what every one of its `reasons` weighs, in nats.
  public static func text(id: String, name: String, _ explanation: ResolutionExplanation) -> String {
    var members = members(id: id, name: name, explanation.resolution)
    members["candidates"] = .array(explanation.candidates.map(json))
    members["none_of_these"] = .number(explanation.unknownProbability.rounded(toDecimals: 2))
    return JSON.object(members).text
  }

  private static func json(_ candidate: ResolutionExplanation.Candidate) -> JSON {
    var properties = properties(candidate.match)
    properties["score"] = .number(candidate.score.rounded(toDecimals: 2))
    properties["distance_m"] = candidate.metersFromLeader.map { .number($0.rounded()) } ?? .null
    properties["reasons"] = .array(
      candidate.reasons.map { reason in
        .object([
          "words": .string(reason.words), "nats": reason.nats.map { .number($0.rounded(toDecimals: 2)) } ?? .null,
        ])
      })
    return .object(properties)
  }
}
