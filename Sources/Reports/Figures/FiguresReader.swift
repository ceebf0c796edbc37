import Incidents

/// Reads the monthly casualty figures of the United Nations mission, as its press releases write them.
struct FiguresReader {
  let document: SourceDocument
  let countries: CountryNames

  /// What came of a text.
  struct Result {
    var figures: MonthlyFigures
    var diagnostics: [Diagnostic] = []
  }

  /// The mission, and the words for its subject.
  private static let subjects: [[String]] = [
    ["unami"], ["united", "nations", "assistance", "mission"], ["iraqi", "civilians"], ["civilians", "killed"],
    ["casualty", "figures"],
  ]
  private static let harm: Set<String> = ["killed", "injured", "wounded", "casualties"]
  /// How much of a document is looked at: a press release has some thousand bytes.
  private static let longestBytes = 1_000_000

  /// The figures in a part of the document; nil when it states none for a whole month and country.
  func read(_ range: Range<Int>) -> Result? {
    let run = TokenRun(document.bytes, range.prefix(Self.longestBytes))
    guard Self.subjects.contains(where: { run.first($0, in: 0..<run.count) != nil }) else { return nil }
    let sentences = Sentences.ranges(run)
    guard let opening = sentences.first(where: { isNational(run, $0) }),
      let national = TollPhrase.all(run, opening).first, national.toll.killed != nil,
      let month = Self.month(run, [opening] + sentences)
    else { return nil }
    var result = Result(
      figures: MonthlyFigures(
        document: document.name, line: document.line(at: range.lowerBound),
        span: ByteSpan(start: range.lowerBound, end: range.upperBound), month: month, national: national.toll))
    result.figures.countryCode = country(run)
    let quotations = Quotations(run)
    for sentence in sentences where !quotations.contain(sentence.lowerBound + 1) {
      let isOpening = sentence == opening
      readAreas(
        run, (isOpening ? national.tokens.upperBound : sentence.lowerBound)..<sentence.upperBound, into: &result)
      readCaveats(run, sentence, into: &result.figures)
      if result.figures.includesPolice == nil { result.figures.includesPolice = PoliceRule.read(run, sentence) }
    }
    return result
  }

  /// A sentence with killed and injured of a whole country: before its numbers no governorate is named.
  private func isNational(_ run: TokenRun, _ sentence: Range<Int>) -> Bool {
    guard let toll = TollPhrase.all(run, sentence).first, toll.toll.killed != nil, toll.toll.injured != nil else {
      return false
    }
    let before = sentence.lowerBound..<toll.tokens.upperBound
    let isOfArea = run.contains(anyOf: ["governorate", "governorates", "province"], in: before)
    return !isOfArea && run.contains(anyOf: Self.harm, in: before)
      && run.contains(anyOf: ["civilians", "civilian", "iraqis", "people", "figures", "casualties"], in: sentence)
  }

  private static func month(_ run: TokenRun, _ sentences: [Range<Int>]) -> Cited<IncidentDate>? {
    for index in sentences.joined() {
      guard DateForms.month(run, index) != nil, let written = DateForms.read(run, at: index),
        case .date(let date) = written.reading, date.precision == .month, let span = run.span(written.tokens)
      else { continue }
      return Cited(date, span)
    }
    return nil
  }

  /// The first country that the text names.
  private func country(_ run: TokenRun) -> String? {
    (0..<run.count).lazy.compactMap { run.word($0).flatMap { countries.code(of: $0) } }.first
  }

  /// The figures of governorates in a sentence. Each belongs to the last name before it; one followed by *in* and a name
  /// is a part of those before, such as a city's, and must not be added to them.
  private func readAreas(_ run: TokenRun, _ sentence: Range<Int>, into result: inout Result) {
    var start = sentence.lowerBound
    for phrase in TollPhrase.all(run, sentence) {
      let before = start..<max(start, phrase.tokens.lowerBound)
      start = phrase.tokens.upperBound
      if run.isMark(start, ")") { start += 1 }
      if ["in", "at"].contains(run.word(start)), let part = AreaNames.all(run, start..<sentence.upperBound).first,
        part.lowerBound == start + 1, AreaNames.last(run, before) == nil
      {
        start = part.upperBound
        continue
      }
      guard let name = AreaNames.last(run, before), let cited = run.words(name) else { continue }
      add(phrase.toll, cited, to: &result)
    }
  }

  private func add(_ toll: MonthlyFigures.Toll, _ name: Cited<String>, to result: inout Result) {
    let known = result.figures.areas.first { $0.mention.name == name.value }
    if let known {
      guard known.toll.killed?.value != toll.killed?.value || known.toll.injured?.value != toll.injured?.value else {
        return
      }
      result.diagnostics.append(
        Diagnostic(
          .doubtful, "the figures give a governorate twice with different numbers; the first ones are taken",
          document: document.name, line: document.line(at: name.span.start), span: name.span))
      return
    }
    let mention = PlaceMention(
      name: name.value, country: nil, countryCode: result.figures.countryCode, span: name.span)
    result.figures.areas.append(MonthlyFigures.Area(mention: mention, toll: toll))
  }

  private func readCaveats(_ run: TokenRun, _ sentence: Range<Int>, into figures: inout MonthlyFigures) {
    for rule in CaveatRule.all {
      guard let words = rule.span(run, sentence), let span = run.span(words) else { continue }
      let area = rule.isAboutArea ? area(run, sentence) : nil
      guard !figures.caveats.contains(where: { $0.kind == rule.kind && $0.area?.value == area?.value }) else {
        continue
      }
      figures.caveats.append(MonthlyFigures.Caveat(kind: rule.kind, area: area, span: span))
    }
    figures.caveats.sort { $0.span.start < $1.span.start }
  }

  /// The name before or after the word *Governorate*, or after *in*.
  private func area(_ run: TokenRun, _ sentence: Range<Int>) -> Cited<String>? {
    let names = AreaNames.all(run, sentence)
    let named = names.first { name in
      ["governorate", "health", "directorate", "province"].contains(run.word(name.upperBound))
        || ["in", "from", "excluding"].contains(run.word(name.lowerBound - 1))
    }
    return named.flatMap(run.words)
  }
}
