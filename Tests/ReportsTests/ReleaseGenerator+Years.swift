import Incidents

/// What only some years' releases have, each with what it means.
extension ReleaseGenerator {
  /// A sentence over a list.
  mutating func lead(_ assessment: Assessment, _ count: Int) -> String {
    let verdict =
      switch assessment {
      case .credible: "credible"
      case .duplicate: "duplicates of reports of earlier months"
      case .open: "still being assessed"
      default: pick(["non-credible at this time", "non-credible"])
      }
    return "The office found that the following \(count) \(count == 1 ? "report is" : "reports are") \(verdict)."
  }

  /// A place without a preposition.
  mutating func province() -> (text: String, phrase: String, mentions: String) {
    let name = pick(["Tafoo", "Tabar", "Tabaz"]) + pick([" Province", " District"])
    return ("\(name), Syria", name, "\(name)@SY")
  }

  /// What a report says about another one.
  mutating func pointer(_ truth: inout Truth) -> String {
    let other = pick(["2017-03-05", "2016-11-12"])
    let written = other == "2017-03-05" ? pick(["Mar. 5, 2017", "March 5, 2017"]) : "Nov. 12, 2016"
    switch Int.random(in: 0..<5, using: &random) {
    case 0:
      truth.duplicateOf = "\(other), Tafoo"
      return
        "It repeats: this is a duplicate of an earlier report given as \(written), near Tafoo, Syria, in the Dec. 1, "
        + "2018, publication."
    case 1:
      truth.duplicateOf = "4711, CS900"
      return "This is a duplicate of 4711/CS900."
    case 2:
      truth.duplicateOf = "item 99"
      return "This is the same as item 99."
    case 3:
      truth.duplicateOf = "4711"
      return "A duplicate of report 4711."
    default:
      truth.formerDate = other
      return "A date is corrected: it was previously released as \(written) in an earlier list."
    }
  }

  /// Numbers and a grid at the end of an entry.
  mutating func references(_ truth: inout Truth) -> String {
    let number = Int.random(in: 1000...1899, using: &random)
    switch form {
    case .numberedSource, .numberedColon:
      guard chance(10), !truth.reopened, truth.previouslyReported == nil else { return "" }
      truth.identifiers = ["\(number)"]
      return " (\(number))"
    case .grid, .wrapped: break
    default: return ""
    }
    let code = pick(["CS\(number)", "CI\(number - 900)", "CI\(number)a"])
    truth.identifiers = chance(80) ? ["\(number)", code] : ["\(number)"]
    let grid = grid(number)
    truth.grid = grid ?? "-"
    if grid == nil { truth.identifiers = ["\(number)", code] }
    let gap = form == .wrapped ? pick([" ", "\n"]) : pick([" ", "\n", "  "])
    return gap + truth.identifiers.joined(separator: "/") + (grid.map { pick([" ", "\n"]) + $0 } ?? "")
  }

  /// A grid as releases write them, mistyped ones too; nil for none.
  private mutating func grid(_ number: Int) -> String? {
    let (six, ten) = ("37SDA\(number * 100 + 12)\(number % 10)", "38SLF\(number)5\(number)7")
    return pick([
      six, ten, "\(ten)/38SLF\(number)6\(number)8", "38S LF \(number) \(number)", "38SLF \(number)1 \(number)2",
      "377SFU\(number)12", "37SDA\(number)1", "38SLF\(number)O", nil,
    ])
  }

  /// What the office states about its lists.
  func figures() -> String {
    guard form != .prose else { return "" }
    func listed(_ assessment: Assessment) -> [Truth] { truths.filter { $0.assessment == assessment.rawValue } }
    func has(_ assessment: Assessment) -> Bool { !listed(assessment).isEmpty }
    let credible = listed(.credible).filter { $0.previouslyReported != false }
    let deaths = credible.reduce(0) { $0 + (Int($1.killed.filter(\.isNumber)) ?? 0) }
    let added = listed(.credible).count - credible.count
    var text = "It conducted a total of 20,001 strikes that included 40,002 separate engagements. "
    if has(.credible) {
      text += "\(credible.count) reports were determined to be credible, resulting in \(deaths) unintentional civilian "
      text += "deaths. Before that there were \(added) previously unreported incidents. "
    }
    if has(.nonCredible) { text += "\(listed(.nonCredible).count) of these reports were assessed to be non-credible. " }
    if has(.duplicate) { text += "\(listed(.duplicate).count) were found to be duplicates of previous reports. " }
    text += "A total of \(listed(.open).count) reports are still open, among them "
    text += "\(listed(.open).count(where: \.reopened)) that were previously closed and then reopened."
    return text
  }
}
