import Incidents

/// What a narrative says about other reports of the same thing: which one this duplicates, and under what date an earlier
/// release had it.
struct ReportPointer {
  /// The report that this one duplicates, and the tokens that say so.
  private(set) var duplicate: (reference: ReportReference, tokens: Range<Int>)?
  /// The date that an earlier release gave in error.
  private(set) var formerDate: Cited<IncidentDate>?

  /// Words that make a sentence one about the report that this one duplicates.
  private static let duplicating: [[String]] = [
    ["duplicate"], ["duplicates"], ["duplicated"], ["duplicative"], ["same", "as"], ["same", "report", "as"],
    ["same", "incident", "as"], ["same", "allegation", "as"],
  ]
  /// Words before a date that an earlier release had.
  private static let correcting: [[String]] = [
    ["incorrectly", "released", "as"], ["incorrectly", "reported", "as"], ["incorrectly", "listed", "as"],
    ["incorrectly", "dated"], ["erroneously", "released", "as"], ["erroneously", "reported", "as"],
    ["previously", "released", "as"], ["previously", "reported", "as"], ["previously", "listed", "as"],
    ["originally", "released", "as"], ["originally", "reported", "as"], ["first", "given", "as"],
    ["first", "reported", "as"], ["first", "released", "as"], ["corrected", "from"], ["changed", "from"],
  ]
  private static let datePrefixes = ["on", "occurring", "having", "occurred", "from", "for", "being"]
  private static let itemWords: Set<String> = ["item", "items", "number", "no", "entry"]
  private static let prepositions: Set<String> = ["near", "in", "at"]

  init(_ run: TokenRun, from start: Int, countries: CountryNames) {
    var index = start
    while index < run.count {
      if duplicate == nil, Self.duplicating.contains(where: { run.lengthOfWords($0, at: index) != nil }) {
        let end = Self.endOfSentence(run, from: index)
        duplicate = Self.reference(run, index..<end, countries)
        index = end
      } else {
        formerDate = formerDate ?? Self.formerDate(run, at: index)
        index += 1
      }
    }
  }

  private static func endOfSentence(_ run: TokenRun, from start: Int) -> Int {
    (start..<run.count).first { run.endsSentence($0) || run.isMark($0, ";") } ?? run.count
  }

  /// What the sentence says of the other report: at least a number, a date or a place, else only that there is one.
  private static func reference(
    _ run: TokenRun, _ tokens: Range<Int>, _ countries: CountryNames
  ) -> (reference: ReportReference, tokens: Range<Int>)? {
    guard let span = run.span(tokens) else { return nil }
    var reference = ReportReference(span: span)
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if let chain = ReportIdentifier.chain(run, at: index) {
        reference.identifiers += chain.identifiers.map(\.value)
        index = chain.end
      } else if reference.date == nil, let written = DateForms.read(run, at: index),
        case .date(let date) = written.reading
      {
        reference.date = date
        reference.place = place(run, written.tokens.upperBound..<tokens.upperBound, countries)
        index = written.tokens.upperBound
      } else if let number = itemNumber(run, at: index) {
        reference.itemNumber = number
        index += 2
      } else if let number = bareIdentifier(run, at: index, reference) {
        reference.identifiers.append(number)
        index += 1
      } else {
        index += 1
      }
    }
    let isBare = reference.identifiers.isEmpty && reference.itemNumber == nil && reference.date == nil
    return isBare ? nil : (reference, tokens)
  }

  private static func itemNumber(_ run: TokenRun, at index: Int) -> Int? {
    guard run.isMark(index, "#") || run.word(index).map(itemWords.contains) == true else { return nil }
    let number = run.isMark(index + 1, "#.") ? index + 2 : index + 1
    return run.digitCount(number) <= 2 ? run.digits(number) : nil
  }

  /// A number behind `report`, `#` or `of`: `duplicate of 1355`.
  private static func bareIdentifier(_ run: TokenRun, at index: Int, _ reference: ReportReference) -> String? {
    guard reference.identifiers.isEmpty, reference.date == nil,
      run.gap(index + 1) != .none || run.isMark(index + 1, ".,)"),
      ["of", "report", "allegation", "case", "number", "id"].contains(where: { run.isWord(index - 1, $0) })
        || run.isMark(index - 1, "#")
    else { return nil }
    return ReportIdentifier.number(run, at: index)?.value
  }

  /// The place after a date: `, near Manbij, Syria, in the Dec. 1 report` names Manbij.
  private static func place(_ run: TokenRun, _ tokens: Range<Int>, _ countries: CountryNames) -> String? {
    var start = tokens.lowerBound
    while run.isMark(start, ",") { start += 1 }
    guard run.word(start).map(prepositions.contains) == true,
      run.startsUppercase(start + 1) || run.isWord(start + 1, "al")
    else { return nil }
    let end =
      (start + 1..<tokens.upperBound).first { index in
        run.isMark(index, "(;:") || run.isWord(index, "via") || run.isWord(index, "and")
          || (run.startsLowercase(index) && run.isMark(index - 1, ",")
            && !["al", "as", "ash", "ar", "an", "at", "ad"].contains(where: { run.isWord(index, $0) }))
          || ["that", "which", "was", "is", "has", "report"].contains { run.isWord(index, $0) }
      } ?? tokens.upperBound
    let last = (start + 1..<end).last { !run.isMark($0, ",.") } ?? start
    guard last > start else { return nil }
    return PlacePhrase(run, start + 1..<last + 1, countries: countries).phrase?.value
  }

  private static func formerDate(_ run: TokenRun, at index: Int) -> Cited<IncidentDate>? {
    guard let length = correcting.lazy.compactMap({ run.lengthOfWords($0, at: index) }).first else { return nil }
    var start = index + length
    while let word = run.word(start), datePrefixes.contains(word) { start += 1 }
    guard let written = DateForms.read(run, at: start), case .date(let date) = written.reading,
      let span = run.span(written.tokens)
    else { return nil }
    return Cited(date, span)
  }
}
