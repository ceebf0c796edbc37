import Incidents

/// A sentence that tells of harm at a place, of which no incident was made.
struct UnreadSentence {
  let line: Int
  let span: ByteSpan
  /// What it is instead; nil when it was not understood.
  let objection: Objection?

  /// Where to look, by what the sentences are instead; nil when there are none.
  static func words(_ sentences: [UnreadSentence]) -> String? {
    guard !sentences.isEmpty else { return nil }
    let byReason = Dictionary(grouping: sentences) { $0.objection?.words ?? notUnderstood }
    let lines = reasons.compactMap { reason in
      byReason[reason].map { "\(LineNumbers.words($0.map(\.line))): \(reason)" }
    }
    let count =
      sentences.count == 1
      ? "1 sentence tells of harm at a place, but no incident was read from it. Look whether it is one"
      : "\(sentences.count) sentences tell of harm at a place, but no incident was read from them. Look whether one is"
    return "\(count): \(lines.joined(separator: "; "))"
  }

  private static let notUnderstood = "not understood"

  /// Those first that are likeliest to be incidents.
  private static let reasons: [String] = {
    var seen: Set<String> = []
    return ([notUnderstood, Objection.uncounted.words] + Objection.allCases.map(\.words)).filter {
      seen.insert($0).inserted
    }
  }()
}
