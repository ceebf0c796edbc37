import Incidents

/// The answer to one name, in words for the terminal.
struct Explanation {
  let name: String
  let resolution: Resolution

  var text: String {
    ([headline] + answer + rivals).joined(separator: "\n")
  }

  private var headline: String {
    guard let best = resolution.best else { return "\(name): unresolved" }
    return "\(name): \(resolution.status.rawValue), \(best.summary)"
  }

  private var answer: [String] {
    let best = resolution.best
    let numbers = best.map {
      [
        "confidence \(percent($0.confidence)), within \(kilometers($0.uncertaintyMeters)) km, \(([$0.placeID] + $0.otherIDs).joined(separator: ", "))"
      ]
    }
    let flags = resolution.flags.map { "note: \($0.rawValue)" }
    return ((numbers ?? []) + (best?.because ?? []) + resolution.because + flags).map { "  " + $0 }
  }

  private var rivals: [String] {
    guard !resolution.alternatives.isEmpty else { return [] }
    return ["  also considered:"]
      + resolution.alternatives.map { "    \(percent($0.confidence))  \($0.summary)" }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

  private func kilometers(_ meters: Double) -> String {
    let tenths = Int((meters / 100).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
