import Foundation
import Incidents

/// The answer to one name with all candidates and what each reason weighs, for the terminal.
struct CandidateList {
  let name: String
  let explanation: ResolutionExplanation

  var text: String {
    let answer = [Explanation(name: name, resolution: explanation.resolution).text]
    // A position or a relation has no candidates; its reasons are how it was read and made.
    if explanation.candidates.isEmpty {
      let reasons = explanation.resolution.best?.because ?? []
      return (answer + reasons.map { "    " + $0 }).joined(separator: "\n")
    }
    let candidates = explanation.candidates.enumerated().flatMap { lines($1, rank: $0 + 1) }
    let legend = "  candidates (×2 makes one twice as likely, ÷2 half as likely):"
    let none = "  none of these: \(percent(explanation.unknownProbability))"
    return (answer + [legend] + candidates + [none]).joined(separator: "\n")
  }

  private func lines(_ candidate: ResolutionExplanation.Candidate, rank: Int) -> [String] {
    let distance = candidate.metersFromLeader.map { ", \(Length.words($0)) from the first" } ?? ""
    let score = String(format: "%.1f", candidate.score)
    let headline =
      "  \(rank). \(candidate.match.summary): \(percent(candidate.match.confidence)), score \(score)\(distance)"
    return [headline] + candidate.reasons.map { "     \(factor($0.nats)) \($0.words)" }
  }

  /// A weight in nats as the factor by which it changes the odds, eight characters wide.
  private func factor(_ nats: Double?) -> String {
    guard let nats else { return "        " }
    let size = exp(abs(nats))
    let number = size < 1.05 ? "1" : size < 9.95 ? String(format: "%.1f", size) : String(format: "%.0f", size)
    let text = (nats < 0 && number != "1" ? "÷" : "×") + number
    return text + String(repeating: " ", count: max(0, 8 - text.count))
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

/// Lengths for people.
enum Length {
  /// `70 m`, `4.5 km`, `120 km`.
  static func words(_ meters: Double) -> String {
    if meters < 950 { return "\(Int(meters.rounded(.up))) m" }
    return meters < 99_950 ? String(format: "%.1f km", meters / 1000) : "\(Int((meters / 1000).rounded())) km"
  }
}
