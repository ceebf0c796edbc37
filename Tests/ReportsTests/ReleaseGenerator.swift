import Incidents
import TestSupport

/// Invents releases and knows what they say.
struct ReleaseGenerator {
  /// What an entry says; `mentions` as `name<parent@country`.
  struct Truth: Equatable {
    var assessment, date, phrase, mentions, sources, killed, injured: String
    var reopened: Bool
    var previouslyReported: Bool?
  }

  /// How the entries of a release are written.
  enum Form: CaseIterable { case unnumbered, numberedColon, numberedSource, grid, wrapped, prose }

  private var random: SplitMix64
  private(set) var truths: [Truth] = []
  private(set) var text = ""
  let form: Form

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    form = Form.allCases[Int(seed % UInt64(Form.allCases.count))]
    text =
      "News of the day. Something was said by someone.\n\nThe statement follows:\n\nThe office reports on its work.\n\n"
    form == .prose ? addProse() : addSections()
    text += "\n\n(Source: an office)\n\nBy a writer. On Feb. 3, 2016, in Mosul, Iraq, gunmen killed three civilians.\n"
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

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
      let isGlued = form != .wrapped && text.hasSuffix(".\n") && chance(40)
      if isGlued { text = String(text.dropLast()) + pick([" \u{A0} \u{A0}", "    "]) }
      text += pick(names) + pick(["– ", ": ", " — "]) + "These are they, as far as is known.\n" + pick(["", "\n"])
      let gap = form == .wrapped ? "\n\n" : pick(["\n", "\n\n"])
      for number in 1...Int.random(in: 1...8, using: &random) { text += entry(assessment, number: number) + gap }
    }
  }

  private mutating func entry(_ assessment: Assessment, number: Int) -> String {
    let date = date()
    let place = place()
    var truth = Truth(
      assessment: assessment.rawValue, date: date.truth, phrase: place.phrase, mentions: place.mentions, sources: "",
      killed: "-", injured: "-", reopened: false, previouslyReported: nil)
    var line = form == .prose ? "On " : form == .unnumbered || form == .wrapped ? "" : "\(number). "
    line += date.text + (chance(8) && form != .prose ? " " : ", ") + pick(["near ", "in "]) + place.text
    switch form {
    case .prose: line += ", during a strike on a position, it " + pick(["is", "was"]) + " assessed that "
    case .numberedColon: line += ": "
    default:
      let source = sources()
      truth.sources = source.truth
      line += (chance(15) ? "" : ",") + " via " + source.text + (form == .numberedSource ? ": " : "")
    }
    line += tail(&truth)
    if form == .grid { line += pick([" ", "\n"]) + "\(1000 + number)/CS\(number) 37SDA\(10000 + number)" }
    truths.append(truth)
    return form == .wrapped ? wrapped(line) : line
  }

  private mutating func tail(_ truth: inout Truth) -> String {
    let isAfterColon = form == .prose || form == .numberedColon || form == .numberedSource
    var tail = isAfterColon ? "" : "."
    if isAfterColon || chance(60) {
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

  private mutating func date() -> (text: String, truth: String) {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
    let month = Int.random(in: 1...12, using: &random)
    let year = Int.random(in: 2014...2023, using: &random)
    let day = Int.random(in: 1...27, using: &random)
    let start = CalendarDate(year: year, month: month, day: day).map(\.description) ?? ""
    let name = names[month - 1]
    let dotted = ["May", "June", "July"].contains(name) ? name : name + "."
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return ("\(dotted) \(day < 10 ? "0" : "")\(day), \(year)", start)
    case 1: return ("\(name).\(day), \(year)", start)
    case 2: return ("\(dotted)\u{A0}\(day), \(year)", start)
    case 3: return ("\(name), \(day), \(year)", start)
    case 4 where form != .prose:
      let end = CalendarDate(year: year, month: month, day: day + 1).map(\.description) ?? ""
      return ("\(dotted) \(day)\(pick(["-", "/", "–"]))\(day + 1), \(year)", "\(start)/\(end)")
    default: return ("\(dotted) \(day), \(year)", start)
    }
  }

  private mutating func name() -> String {
    let syllables = ["ba", "qar", "sh", "ti", "mu", "ra", "zo", "ʿa", "hi", "d’a", "kha", "lil", "ou", "fah", "j"]
    func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
    func word(_ generator: inout ReleaseGenerator) -> String {
      let count = Int.random(in: 2...4, using: &generator.random)
      return capitalized("T" + (0..<count).map { _ in generator.pick(syllables) }.joined())
    }
    let article = pick(["", "", "al-", "Al ", "al ", "Al- ", "El ", "Deir ez-", "Abu al-"])
    return article + word(&self) + (chance(20) ? " " + word(&self) : "") + pick(["", "", " neighborhood", " village"])
  }

  private mutating func place() -> (text: String, phrase: String, mentions: String) {
    let country = pick(["Iraq", "Syria"])
    let code = country == "Iraq" ? "IQ" : "SY"
    let (first, second) = (name(), name())
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return (first, first, "\(first)@-")
    case 1: return ("\(first), \(second), \(country)", "\(first), \(second)", "\(first)<\(second)@\(code)")
    case 2:
      return ("\(first) and \(second), \(country)", "\(first) and \(second)", "\(first)@\(code);\(second)@\(code)")
    case 3: return ("\(first) \(country)", first, "\(first)@\(code)")
    default: return ("\(first), \(country)", first, "\(first)@\(code)")
    }
  }

  private mutating func sources() -> (text: String, truth: String) {
    let one = pick(["Airwars report", "self-report", "social media report", "media-report", "Tafoo Tribe"])
    let two = pick(["media report", "Bar Press report"])
    return chance(15) ? ("\(one) and \(two)", "\(one)+\(two)") : (one, one)
  }

  private mutating func harm() -> (text: String, killed: String, injured: String) {
    let numbers = [
      (1, "one"), (2, "two"), (5, "five"), (11, "eleven"), (21, "twenty-one"), (110, "one hundred and ten"),
    ]
    let (first, second) = (pick(numbers), pick(numbers))
    func civilians(_ count: Int) -> String { count == 1 ? "civilian was" : "civilians were" }
    let killed = "\(first.1) \(civilians(first.0)) unintentionally killed"
    switch Int.random(in: 0..<(form == .prose ? 3 : 6), using: &random) {
    case 0: return ("\(killed).", "\(first.0)", "-")
    case 1: return ("\(killed) and \(second.1) others wounded.", "\(first.0)", "\(second.0)")
    case 2: return ("at least \(killed) and up to \(second.1) injured.", "at least \(first.0)", "0–\(second.0)")
    case 3: return ("Two fighters were killed. No civilians were killed.", "0", "-")
    case 4: return ("A strike killed \(first.0) civilians, injuring \(second.1).", "\(first.0)", "\(second.0)")
    default: return ("After a review nothing was found.", "-", "-")
    }
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
