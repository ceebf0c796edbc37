import Incidents

/// The frame of an entry: its date, its place and where it says who reported it.
struct EntryHeader {
  /// What ends the place phrase.
  enum Ending { case via, colon, sentence, clause, remark, nothing }

  var date: WrittenDate?
  /// The tokens of the place phrase, the country included.
  var place: Range<Int>
  var ending: Ending
  /// The token after the header's ending: the first of the sources, or of the narrative.
  var rest: Int
  /// The number before the entry.
  var itemNumber: Int?
  var hasPreposition: Bool

  /// Words that lead to a date.
  private static let datePrefixes: Set<String> = [
    "on", "or", "about", "around", "between", "from", "approximately", "circa", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]
  /// Words that lead to a place, longer ones first. “Near” is the releases' word for “in”; what says more about where
  /// the place is from the name belongs to the phrase, from the given word on.
  private static let prepositions: [(words: [String], kept: Int?)] = [
    (["in", "the", "vicinity", "of"], 2), (["in", "vicinity", "of"], 1), (["vicinity", "of"], 0), (["close", "to"], 0),
    (["near", "to"], nil), (["near", "the"], nil), (["near"], nil), (["in", "the"], nil), (["in"], nil),
    (["at", "the"], nil), (["at"], nil), (["around"], 0), (["outside"], 0), (["between"], 0),
    (["on", "the", "outskirts", "of"], 2),
  ]
  /// Words after a number that make it a distance, and no junk between the date and the place.
  private static let distanceUnits: Set<String> = [
    "km", "kms", "kilometer", "kilometers", "kilometre", "kilometres", "mile", "miles", "mi", "nm", "nmi", "nautical",
    "m",
    "meters", "metres",
  ]
  /// Words that lead to a source.
  private static let sourceWords: [[String]] = [["via"], ["reported", "by"], ["reported", "via"]]
  /// Words that open the narrative after a comma.
  private static let clauseWords: Set<String> = [
    "during", "while", "when", "after", "following", "it", "coalition", "which", "where", "that", "was", "were",
    "regrettably", "unfortunately",
  ]
  /// Words that do so unless a source still follows: `Al Foo, a village north of Bar Isa, via …`.
  private static let weakClauseWords: Set<String> = ["a", "an", "as", "on", "one", "two", "three", "four", "five"]
  /// Words that make a parenthesis a remark and no part of a place.
  private static let remarkWords: Set<String> = [
    "previously", "not", "reported", "closed", "reopened", "re", "duplicate", "credible", "originally",
  ]
  private static let longestPlace = 40

  /// The header at the start of a run. Without a date only when the place is stated with *near* or alike and a source
  /// follows: the entry is one, but its date is garbled.
  init?(_ run: TokenRun) {
    var index = Self.skipItemNumber(run)
    itemNumber = (0..<index).lazy.compactMap { run.digits($0) }.first
    while let word = run.word(index), Self.datePrefixes.contains(word) { index += 1 }
    date = DateForms.read(run, at: index)
    if let date {
      index = Self.skipJunk(run, date.tokens.upperBound)
    } else {
      guard !References.starts(run, at: index), let near = Self.firstPreposition(run, from: index) else { return nil }
      index = near
    }
    let preposition = Self.preposition(run, at: index)
    hasPreposition = preposition != nil
    let start = index + (preposition ?? 0)
    guard let found = Self.placeEnd(run, from: start), found.end > start else { return nil }
    place = start..<found.end
    (ending, rest) = (found.ending, found.rest)
    if ending == .via { return }
    guard date != nil, hasPreposition || (ending == .colon && itemNumber != nil && Self.names(run, place)) else {
      return nil
    }
  }

  /// Whether some words are a place without a preposition, `Hama Province, Syria`: a name, and what it lies in.
  private static func names(_ run: TokenRun, _ tokens: Range<Int>) -> Bool {
    tokens.count <= 12 && run.startsUppercase(tokens.lowerBound) && tokens.contains { run.isMark($0, ",") }
  }

  /// Whether the text can be nothing but an entry, wherever it stands.
  var isStrong: Bool { date != nil && (ending == .via || (ending == .colon && itemNumber != nil)) }

  /// Whether the text is an entry in sentences: a date and a place, and an assessment in what follows.
  func isProse(_ run: TokenRun) -> Bool {
    date != nil && hasPreposition
      && (rest..<max(rest, run.count)).contains {
        run.isWord($0, "assessed") && (run.isWord($0 - 1, "is") || run.isWord($0 - 1, "was"))
      }
  }

  /// Whether a date stands at the start, after bullets and numbers.
  static func startsWithDate(_ run: TokenRun) -> Bool {
    dateStart(run).map { DateForms.read(run, at: $0) != nil } ?? false
  }

  /// Whether the text starts as entries do: with a date, or with a month and a point.
  static func startsLikeEntry(_ run: TokenRun) -> Bool {
    if startsWithDate(run) { return true }
    guard let start = dateStart(run), DateForms.month(run, start) != nil else { return false }
    return run[start + 1] == nil || run.isMark(start + 1, ".")
  }

  private static func dateStart(_ run: TokenRun) -> Int? {
    var index = skipItemNumber(run)
    while let word = run.word(index), datePrefixes.contains(word) { index += 1 }
    return index < run.count ? index : nil
  }

  private static func skipItemNumber(_ run: TokenRun) -> Int {
    var index = 0
    while run.isMark(index, "*-#(") { index += 1 }
    if run[index]?.kind == .number, run.isMark(index + 1, ".)"), run.digitCount(index) <= 4 {
      index += 2
    }
    while run.isMark(index, "-)") { index += 1 }
    return skipReferences(run, index)
  }

  /// Skips a report's identifiers before its date, on the same line.
  private static func skipReferences(_ run: TokenRun, _ start: Int) -> Int {
    guard var index = References.end(run, at: start) else { return start }
    while run.isMark(index, ",.:;-") { index += 1 }
    return run.gap(index) < .lineBreak ? index : start
  }

  /// Skips what may stand between a date and its place: marks, a number that belongs to nothing, a parenthesis.
  private static func skipJunk(_ run: TokenRun, _ start: Int) -> Int {
    var index = start
    while let token = run[index] {
      if run.isMark(index, "(["), let close = closing(run, index) {
        index = close + 1
      } else if run.isMark(index, ".,;-") || (token.kind == .number && !isDistance(run, index)) {
        index += 1
      } else {
        break
      }
    }
    return index
  }

  /// Whether a number with a unit, or two of them with a hyphen, starts there.
  private static func isDistance(_ run: TokenRun, _ index: Int) -> Bool {
    let last = run.isMark(index + 1, ".,-") && run[index + 2]?.kind == .number ? index + 2 : index
    return run.word(last + 1).map(distanceUnits.contains) ?? false
  }

  private static func firstPreposition(_ run: TokenRun, from start: Int) -> Int? {
    (start..<start + 8).first { preposition(run, at: $0) != nil }
  }

  /// How many words lead to the place that starts there; nil when none do.
  private static func preposition(_ run: TokenRun, at index: Int) -> Int? {
    prepositions.lazy.compactMap { row in run.lengthOfWords(row.words, at: index).map { row.kept ?? $0 } }.first
  }

  private static func closing(_ run: TokenRun, _ open: Int) -> Int? {
    (open + 1..<open + 12).first { run.isMark($0, ")]") }
  }

  private static func placeEnd(_ run: TokenRun, from start: Int) -> (end: Int, ending: Ending, rest: Int)? {
    var index = start
    while index < start + longestPlace {
      guard run[index] != nil else { return (index, .nothing, index) }
      if let length = sourceWords.lazy.compactMap({ run.lengthOfWords($0, at: index) }).first {
        return (endOfPhrase(run, start, index), .via, index + length)
      }
      if run.isMark(index, "([") {
        if let word = run.word(index + 1), remarkWords.contains(word) { return (index, .remark, index) }
        index = closing(run, index).map { $0 + 1 } ?? index + 1
        continue
      }
      if run.isMark(index, ":") { return (index, .colon, index + 1) }
      if run.isMark(index, ";") || run.endsSentence(index) { return (index, .sentence, index + 1) }
      if run.isMark(index, ","), opensClause(run, index + 1) { return (index, .clause, index + 1) }
      index += 1
    }
    return nil
  }

  private static func opensClause(_ run: TokenRun, _ index: Int) -> Bool {
    guard let word = run.word(index) else { return false }
    if clauseWords.contains(word) { return true }
    guard weakClauseWords.contains(word) else { return false }
    let end = (index..<index + 12).first { run[$0] == nil || run.isMark($0, ":;") || run.endsSentence($0) }
    return !(index..<(end ?? index + 12)).contains { run.isWord($0, "via") }
  }

  private static func endOfPhrase(_ run: TokenRun, _ start: Int, _ end: Int) -> Int {
    var end = end
    while end > start, run.isMark(end - 1, ",.-;") { end -= 1 }
    return end
  }
}
