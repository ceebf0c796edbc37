import Incidents

/// What the sentences around the lists state.
struct Statements {
  struct Stated {
    var figure: Figure
    var number: Cited<Int>
  }

  /// The stated figures, in the order of the text.
  private(set) var figures: [Stated] = []
  /// The month reported on.
  private(set) var month: Cited<IncidentDate>?

  init(_ bytes: [UInt8], _ outline: Outline) {
    let texts = [outline.introduction] + outline.sections.flatMap(\.remarks) + outline.notes
    for text in texts {
      let run = TokenRun(bytes, text)
      let numbered = NumberedRun(run)
      for rule in FigureRule.all {
        for number in rule.patterns.flatMap({ $0.numbers(in: numbered) }) { add(rule.figure, number) }
      }
      month = month ?? Self.month(run)
    }
    figures.sort { $0.number.span.start < $1.number.span.start }
  }

  /// Two patterns may find the same number: it counts once.
  private mutating func add(_ figure: Figure, _ number: Cited<Int>) {
    if figures.contains(where: { $0.figure == figure && $0.number.span.start == number.span.start }) { return }
    figures.append(Stated(figure: figure, number: number))
  }

  /// `the end of April 2019`, `the month of April 2019`, `during April 2019`.
  private static func month(_ run: TokenRun) -> Cited<IncidentDate>? {
    for index in 0..<run.count
    where run.isWord(index - 1, "of") && (run.isWord(index - 2, "end") || run.isWord(index - 2, "month")) {
      guard let written = DateForms.read(run, at: index), case .date(let date) = written.reading,
        date.precision == .month, let span = run.span(written.tokens)
      else { continue }
      return Cited(date, span)
    }
    return nil
  }
}
