import Incidents

/// The answer to one name, in a few lines for the terminal.
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
      let identifiers = ([$0.placeID] + $0.otherIDs).joined(separator: ", ")
      return ["confidence \(percent($0.confidence)), within \(Length.words($0.uncertaintyMeters)), \(identifiers)"]
    }
    let flags = resolution.flags.map { "note: \($0.rawValue)" }
    return ((numbers ?? []) + resolution.because + flags).map { "  " + $0 }
  }

  private var rivals: [String] {
    guard !resolution.alternatives.isEmpty else { return [] }
    return ["  also considered:"]
      + resolution.alternatives.map { "    \(percent($0.confidence))  \($0.summary)" }
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
