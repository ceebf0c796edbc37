import Incidents

/// The names in a stretch of a sentence that may be a governorate's.
enum AreaNames {
  /// Capitalized words that name no area.
  private static let others: Set<String> = [
    "governorate", "governorates", "province", "provinces", "directorate", "health", "unami", "un", "united", "nations",
    "according", "the", "a", "an", "of", "in", "with", "followed", "while", "figures", "note", "caveats", "casualty",
    "casualties", "iraqi", "iraq", "iraqis", "information", "obtained", "during", "however", "this", "for", "by", "and",
    "these", "at", "total", "worst", "most", "hdx", "operations", "city", "also", "outside", "as", "it", "meanwhile",
    "other", "civilian", "civilians", "office", "mission", "assistance", "ministry", "department",
  ]
  /// The small words inside a name.
  private static let particles: Set<String> = ["al", "el", "ad", "din", "i"]

  /// The last name in a range: its tokens.
  static func last(_ run: TokenRun, _ range: Range<Int>) -> Range<Int>? { all(run, range).last }

  /// The names in a range, in order.
  static func all(_ run: TokenRun, _ range: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard isName(run, index) else {
        index += 1
        continue
      }
      let start = index
      index += 1
      while index < range.upperBound, isName(run, index) || joins(run, index) { index += 1 }
      names.append(start..<index)
    }
    return names
  }

  private static func isName(_ run: TokenRun, _ index: Int) -> Bool {
    guard let word = run.word(index), !run.startsLowercase(index) else { return false }
    return !others.contains(word) && DateForms.month(run, index) == nil
  }

  /// `Salah al-Din`, `Thi-Qar`: a hyphen or a small word with a name after it.
  private static func joins(_ run: TokenRun, _ index: Int) -> Bool {
    if run.isMark(index, "-") { return run.gap(index) == .none && run[index + 1]?.kind == .word }
    guard let word = run.word(index), run.startsLowercase(index) else { return false }
    return particles.contains(word)
  }
}
