import Incidents

/// The parts of an entry, each with what it means.
extension ReleaseGenerator {
  mutating func date() -> (text: String, truth: String) {
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
    case 5 where form != .prose:
      let end = CalendarDate(year: year, month: month, day: day + 1).map(\.description) ?? ""
      return ("\(dotted) \(day) \(pick(["and", "or", "to"])) \(day + 1), \(year)", "\(start)/\(end)")
    case 4 where form != .prose:
      let end = CalendarDate(year: year, month: month, day: day + 1).map(\.description) ?? ""
      return ("\(dotted) \(day)\(pick(["-", "/", "–"]))\(day + 1), \(year)", "\(start)/\(end)")
    default: return ("\(dotted) \(day), \(year)", start)
    }
  }

  mutating func name() -> String {
    let syllables = ["ba", "qar", "sh", "ti", "mu", "ra", "zo", "ʿa", "hi", "d’a", "kha", "lil", "ou", "fah", "j"]
    func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
    func word(_ generator: inout ReleaseGenerator) -> String {
      let count = Int.random(in: 2...4, using: &generator.random)
      return capitalized("T" + (0..<count).map { _ in generator.pick(syllables) }.joined())
    }
    let article = pick(["", "", "al-", "Al ", "al ", "Al- ", "El ", "Deir ez-", "Abu al-"])
    return article + word(&self) + (chance(20) ? " " + word(&self) : "") + pick(["", "", " neighborhood", " village"])
  }

  mutating func place() -> (text: String, phrase: String, mentions: String) {
    let country = pick(["Iraq", "Syria"])
    let code = country == "Iraq" ? "IQ" : "SY"
    let (first, second) = (name(), name())
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return (first, first, "\(first)@-")
    case 1: return ("\(first), \(second), \(country)", "\(first), \(second)", "\(first)<\(second)@\(code)")
    case 2:
      return ("\(first) and \(second), \(country)", "\(first) and \(second)", "\(first)@\(code);\(second)@\(code)")
    case 3: return ("\(first) \(country)", first, "\(first)@\(code)")
    case 4: return ("\(first) [sic], \(country)", "\(first) [sic]", "\(first)@\(code)")
    default: return ("\(first), \(country)", first, "\(first)@\(code)")
    }
  }

  mutating func sources() -> (text: String, truth: String) {
    let one = pick([
      "Airwars report", "self-report", "social media report", "media-report", "Tafoo Tribe", "social media",
      "White Tafoos", "report from the Tafoo Network", "NGO report",
    ])
    let two = pick(["media report", "Bar Press report", "Bar Press"])
    return chance(15) ? ("\(one) and \(two)", "\(one)+\(two)") : (one, one)
  }

  mutating func harm() -> (text: String, killed: String, injured: String) {
    let numbers = [
      (1, "one"), (2, "two"), (5, "five"), (11, "eleven"), (21, "twenty-one"), (110, "one hundred and ten"),
    ]
    let (first, second) = (pick(numbers), pick(numbers))
    func civilians(_ count: Int) -> String { count == 1 ? "civilian was" : "civilians were" }
    let killed = "\(first.1) \(civilians(first.0)) unintentionally killed"
    switch Int.random(in: 0..<(form == .prose ? 3 : 8), using: &random) {
    case 0: return ("\(killed).", "\(first.0)", "-")
    case 1: return ("\(killed) and \(second.1) others wounded.", "\(first.0)", "\(second.0)")
    case 2: return ("at least \(killed) and up to \(second.1) injured.", "at least \(first.0)", "0–\(second.0)")
    case 3: return ("Two fighters were killed. No civilians were killed.", "0", "-")
    case 4: return ("A strike killed \(first.0) civilians, injuring \(second.1).", "\(first.0)", "\(second.0)")
    case 5: return ("Regrettably, \(killed) by a second explosion, and another was injured.", "\(first.0)", "1")
    case 6: return ("More than \(first.0) civilians were killed or hurt. No fighters were killed.", "-", "-")
    default: return ("After a review nothing was found.", "-", "-")
    }
  }
}
