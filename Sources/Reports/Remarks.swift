import Incidents

/// What an entry says about the report itself: that it was opened again, that it had been published before.
struct Remarks {
  var reopened: ByteSpan?
  var previouslyReported: Cited<Bool>?

  private static let publication: [([String], Bool)] = [
    (["not", "previously", "reported"], false), (["not", "previously", "been", "reported"], false),
    (["previously", "unreported"], false), (["not", "been", "previously", "reported"], false),
    (["previously", "reported"], true), (["originally", "reported"], true), (["first", "reported"], true),
  ]

  private static let firstWords = Set(publication.compactMap(\.0.first) + ["reported"])

  init(_ run: TokenRun, from start: Int) {
    for index in start..<max(start, run.count) {
      if reopened == nil, run.isWord(index, "reopened") || run.lengthOfWords(["re", "opened"], at: index) != nil {
        reopened = run.span(Self.parenthesis(run, around: index) ?? index..<index + 1)
      }
    }
    guard let index = (start..<max(start, run.count)).first(where: { Self.publication(run, at: $0) != nil }) else {
      return
    }
    previouslyReported = Self.publication(run, at: index)
  }

  private static func publication(_ run: TokenRun, at index: Int) -> Cited<Bool>? {
    guard firstWords.contains(run.word(index) ?? "") else { return nil }
    for (words, wasReported) in publication {
      guard let length = run.lengthOfWords(words, at: index), let span = run.span(index..<index + length) else {
        continue
      }
      return Cited(wasReported, span)
    }
    // “(Reported Apr. 30, 2017)”
    guard run.isWord(index, "reported"), run.isMark(index - 1, "("), let date = DateForms.read(run, at: index + 1),
      let span = run.span(index..<date.tokens.upperBound)
    else { return nil }
    return Cited(true, span)
  }

  /// The tokens inside the parenthesis that an index stands in.
  private static func parenthesis(_ run: TokenRun, around index: Int) -> Range<Int>? {
    guard let open = (max(0, index - 20)..<index).last(where: { run.isMark($0, "(") }),
      let close = (index..<index + 20).first(where: { run.isMark($0, ")") })
    else { return nil }
    return open + 1..<close
  }

  /// The tokens of a narrative without the parenthesis at its end that holds only such a remark, without references and
  /// without marks around it.
  static func narrative(_ run: TokenRun, from start: Int) -> Range<Int> {
    let hasPoint = run.isMark(run.count - 1, ".") && run.isMark(run.count - 2, ")")
    let close = hasPoint ? run.count - 1 : run.count
    guard run.isMark(close - 1, ")"), let open = (start..<max(start, close)).last(where: { run.isMark($0, "(") }),
      (open..<close).contains(where: { index in
        run.isWord(index, "reopened") || publication(run, at: index) != nil || isNumber(run, open..<close)
      })
    else { return start..<max(start, run.count) }
    return start..<max(start, open)
  }

  /// `(1355)`
  private static func isNumber(_ run: TokenRun, _ parenthesis: Range<Int>) -> Bool {
    parenthesis.count == 3 && ReportIdentifier.parenthesized(run, at: parenthesis.lowerBound) != nil
  }
}
