import Incidents
import TestSupport

/// Invents releases and knows what they say.
struct ReleaseGenerator {
  /// What an entry says; `mentions` as `name<parent@country`.
  struct Truth: Equatable {
    var assessment, date, phrase, mentions, sources: String
    var killed = "-"
    var injured = "-"
    var reopened = false
    var previouslyReported: Bool?
    var identifiers: [String] = []
    var grid = "-"
    var duplicateOf = "-"
    var formerDate = "-"
  }

  /// How the entries of a release are written.
  enum Form: CaseIterable {
    /// From October 2018 to November 2019.
    case unnumbered
    /// Late 2016.
    case numberedColon
    /// 2017.
    case numberedSource
    /// Late 2016, with sentences instead of headings.
    case led
    /// From December 2019.
    case grid
    /// From December 2019, wrapped.
    case wrapped
    /// Early 2016.
    case prose
  }

  var random: SplitMix64
  private(set) var truths: [Truth] = []
  private(set) var text = ""
  let form: Form

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    form = Form.allCases[Int(seed % UInt64(Form.allCases.count))]
    form == .prose ? addProse() : addSections()
    text =
      "News of the day. Something was said by someone.\n\nThe statement follows:\n\nThe office reports on its work. "
      + figures() + "\n\n" + text
    text += "\n\n(Source: an office)\n\nBy a writer. On Feb. 3, 2016, in Mosul, Iraq, gunmen killed three civilians.\n"
  }

  mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func addProse() {
    for _ in 0..<Int.random(in: 2...6, using: &random) { text += entry(.credible, number: 0) + "\n\n" }
  }

  private mutating func addSections() {
    let sections: [(Assessment, [String])] = [
      (.credible, ["Credible Reports", "CREDIBLE REPORTS", "Credible Report"]),
      (.nonCredible, ["Non-Credible Reports", "Non Credible Reports", "Previously Assessed Non-Credible Report"]),
      (.duplicate, ["Duplicate Reports", "Duplicate Report"]), (.open, ["Open Reports", "Open Report"]),
    ]
    for (assessment, names) in sections where assessment == .open || chance(80) {
      let count = Int.random(in: 1...8, using: &random)
      let isGlued = form != .wrapped && form != .led && text.hasSuffix(".\n") && chance(40)
      if isGlued { text = String(text.dropLast()) + pick([" \u{A0} \u{A0}", "    "]) }
      text +=
        form == .led
        ? lead(assessment, count) + "\n"
        : pick(names) + pick(["– ", ": ", " — "]) + "These are they, as far as is known.\n"
      text += pick(["", "\n"])
      let gap = form == .wrapped || form == .led ? "\n\n" : pick(["\n", "\n\n"])
      for number in 1...count { text += entry(assessment, number: number) + gap }
    }
  }

  private mutating func entry(_ assessment: Assessment, number: Int) -> String {
    let date = date()
    let isBare = (form == .led || form == .numberedColon) && chance(15)
    let place = isBare ? province() : place()
    var truth = Truth(
      assessment: assessment.rawValue, date: date.truth, phrase: place.phrase, mentions: place.mentions, sources: "")
    let isNumbered = [.led, .numberedColon, .numberedSource].contains(form) || (form == .grid && chance(30))
    var line = form == .prose ? pick(["On ", ""]) : isNumbered ? "\(number). " : ""
    line += date.text + (chance(8) && form != .prose && !isBare ? " " : ", ")
    line += (isBare ? "" : pick(["near ", "in "])) + place.text
    switch form {
    case .prose: line += ", during a strike on a position, it " + pick(["is", "was"]) + " assessed that "
    case .numberedColon, .led: line += ": "
    default:
      let source = sources()
      truth.sources = source.truth
      line += (chance(15) ? "" : ",") + " via " + source.text + (form == .numberedSource ? ": " : "")
    }
    line += tail(&truth) + references(&truth)
    truths.append(truth)
    return form == .wrapped ? wrapped(line) : line
  }

  private var isAfterColon: Bool { [.prose, .numberedColon, .numberedSource, .led].contains(form) }

  private mutating func tail(_ truth: inout Truth) -> String {
    var tail = isAfterColon ? "" : "."
    if truth.assessment != "credible", form != .prose, chance(12) {
      tail += (isAfterColon ? "" : " ") + pointer(&truth)
    } else if isAfterColon || chance(60) {
      let harm = harm()
      (truth.killed, truth.injured) = (harm.killed, harm.injured)
      tail += isAfterColon ? harm.text : " " + harm.text
    }
    guard form != .prose else { return tail }
    if chance(10) {
      truth.reopened = true
      tail = (tail == "." ? "" : tail) + " (previously closed, but reopened due to new information)."
    } else if chance(10) {
      truth.previouslyReported = false
      tail += " (Not previously reported)"
    }
    return tail
  }

  /// Breaks a line at spaces, as pages do that were made from a printed one.
  private func wrapped(_ line: String) -> String {
    var lines = [""]
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if lines[lines.count - 1].count + word.count > 50 {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
    }
    return lines.joined(separator: "\n")
  }
}
