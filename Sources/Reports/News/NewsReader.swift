import Incidents

/// What a news text tells.
struct NewsReading {
  var incidents: [Incident] = []
  /// The sentences that tell of harm at a place, and of which no incident was made.
  var unread: [UnreadSentence] = []
}

/// Reads the incidents that the sentences of a news text tell of: only what a sentence says, and only when it says that
/// it happened. Totals, quotations, background, what may happen and what an army gains are none.
struct NewsReader {
  let document: SourceDocument
  let countries: CountryNames
  /// The countries that a text can be about, by their codes; nil for any.
  var covered: Set<String>?
  /// The latest date that the page gives for itself.
  var pageDate: CalendarDate?

  /// A paragraph, and what those before it have said.
  private struct Reading {
    var run: TokenRun
    var finder: PlaceFinder
    var quotations: Quotations
    let publisher: Cited<String>?
    /// The lines that say when the text was published, or a part of it.
    let dateLines: [Cited<CalendarDate>]
    var anchor: DateAnchor
    /// The last date; and the date of the sentence before, when it has one and stands in the same paragraph.
    var lastDate: NewsDate?
    var dateBefore: NewsDate?
    var found = NewsReading()
  }

  /// How much of a text is looked at for the country that it is about.
  private static let countryBytes = 100_000
  /// What has more tokens than this is a list or a table, no sentence.
  private static let longestSentence = 200
  /// How many incidents back a repetition is looked for.
  private static let repetitionReach = 50

  /// The incidents of a part of the document, in order, and the sentences that may be incidents too.
  func read(_ range: Range<Int>, publisher: Cited<String>?, firstOrdinal: Int) -> NewsReading {
    guard NewsTriggers.mayTell(document.bytes, range) else { return NewsReading() }
    let country = country(TokenRun(document.bytes, range.prefix(Self.countryBytes)))
    let dateLines = DateLines.find(document.bytes, range)
    var reading = Reading(
      run: TokenRun([], 0..<0), finder: PlaceFinder(run: TokenRun([], 0..<0), countries: countries, country: country),
      quotations: Quotations(TokenRun([], 0..<0)), publisher: publisher, dateLines: dateLines,
      anchor: DateAnchor(page: pageDate, text: dateLines.first?.value))
    for paragraph in Paragraphs.ranges(document.bytes, range) { read(paragraph: paragraph, country, &reading) }
    for index in reading.found.incidents.indices { reading.found.incidents[index].ordinal = firstOrdinal + index }
    return reading.found
  }

  /// A paragraph without a word of harm is read for its dates only, and one without a digit not at all.
  private func read(paragraph: Range<Int>, _ country: String?, _ reading: inout Reading) {
    let tells = NewsTriggers.mayTell(document.bytes, paragraph)
    guard tells || document.bytes[paragraph].contains(where: { (0x30...0x39).contains($0) }) else { return }
    let run = TokenRun(document.bytes, paragraph)
    (reading.run, reading.quotations, reading.dateBefore) = (run, Quotations(run), nil)
    reading.finder = PlaceFinder(run: run, countries: countries, country: country)
    for sentence in sentences(&reading) {
      if tells { read(sentence, &reading) }
      note(sentence, &reading)
    }
  }

  /// The sentences of a paragraph, without the date before them that is the text's own; that one is remembered.
  private func sentences(_ reading: inout Reading) -> [Range<Int>] {
    let run = reading.run
    let sentences = Sentences.ranges(run)
    var body = 0
    let start = run[0]?.start ?? 0
    if let line = reading.dateLines.last(where: { (start..<(run.tokens.last?.end ?? start)).contains($0.span.start) }) {
      reading.anchor.text = line.value
      // Where there are several, a chronicle may tell below each what happened on that day.
      if reading.dateLines.count == 1 { body = run.tokens.firstIndex { $0.start >= line.span.end } ?? run.count }
    } else if let opening = Dateline(opening: run), let first = sentences.first,
      opening.isCertain || (opening.end..<max(opening.end, first.upperBound)).contains(where: { isDate(run, $0) })
    {
      body = opening.end
      let date = opening.date ?? NewsDate.all(run, 0..<body, reading.anchor).first?.date.value.end
      reading.anchor.text = date ?? reading.anchor.text
    }
    return sentences.map { $0.clamped(to: body..<run.count) }.filter { !$0.isEmpty }
  }

  private func isDate(_ run: TokenRun, _ index: Int) -> Bool { NewsDate.tokens(run, at: index) != nil }

  private func read(_ sentence: Range<Int>, _ reading: inout Reading) {
    guard sentence.count <= Self.longestSentence, let span = reading.run.span(sentence),
      NewsTriggers.mayTell(document.bytes, span.start..<span.end)
    else {
      return
    }
    let (claim, attribution) = Clauses.claim(reading.run, sentence)
    var (isRead, objection): (Bool, Objection?) = (false, nil)
    for range in Clauses.incidents(reading.run, claim, reading.finder) {
      guard let clause = Clause(reading.run, range, reading.finder, reading.anchor) else { continue }
      do throws(Objection) {
        let incident = try incident(clause, sentence, attribution, reading)
        isRead = true
        for incident in elsewhere(incident, clause, reading) where !isRepetition(incident, reading) {
          reading.found.incidents.append(incident)
        }
      } catch {
        objection = objection ?? error
      }
    }
    if !isRead, tells(sentence, reading) {
      objection = objection ?? ObjectionRule.objection(reading.run, sentence, sentence)
      reading.found.unread.append(UnreadSentence(line: document.line(at: span.start), span: span, objection: objection))
    }
  }

  /// Whether a sentence has words of harm and a place.
  private func tells(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
    (Clause.isHarm(reading.run, sentence) || reading.run.contains(anyOf: NewsWords.unreadHarms, in: sentence))
      && reading.finder.places(sentence).contains { !$0.isCountry }
  }

  private func isRepetition(_ incident: Incident, _ reading: Reading) -> Bool {
    reading.found.incidents.suffix(Self.repetitionReach).contains { isSame($0, incident) }
  }

  /// The incident and those that the clause tells of in the same breath: at each of its places, or at further ones.
  private func elsewhere(_ incident: Incident, _ clause: Clause, _ reading: Reading) -> [Incident] {
    if incident.mentions.count > 1, clause.run.contains(anyOf: ["each"], in: clause.range) {
      return incident.mentions.map { mention in
        var one = incident
        (one.mentions, one.placePhrase) = ([mention], Cited(mention.name, mention.span))
        return one
      }
    }
    return [incident]
      + Continuation.all(clause, reading.finder).map { next in
        var other = incident
        (other.placePhrase, other.mentions) = (next.place.phrase, next.place.mentions)
        other.date = next.date?.date ?? incident.date
        other.account.victims = next.group.victims ?? incident.account.victims
        other.isApproximate = next.group.isApproximate
        let count = clause.run.span(next.group.tokens).map { Cited(next.group.count, $0) }
        (other.killed, other.injured) = incident.killed == nil ? (nil, count) : (count, nil)
        return other
      }
  }

  /// Remembers the dates of a sentence for those after it.
  private func note(_ sentence: Range<Int>, _ reading: inout Reading) {
    let dates = NewsDate.all(reading.run, sentence, reading.anchor).filter { $0.date.value.precision != .month }
    if let full = dates.last(where: { !$0.isInferred }) { reading.anchor.before = full.date.value.start }
    reading.dateBefore = dates.last
    reading.lastDate = dates.last ?? reading.lastDate
  }

  private func incident(
    _ clause: Clause, _ sentence: Range<Int>, _ attribution: Range<Int>?, _ reading: Reading
  ) throws(Objection) -> Incident {
    let run = reading.run
    let borrowed = clause.place == nil ? attribution.flatMap { reading.finder.places($0).first { !$0.isCountry } } : nil
    let actor = Actors.find(clause)
    let judge = ClauseJudge(
      clause: clause, sentence: sentence, isQuoted: reading.quotations.contain(clause.trigger.lowerBound),
      hasBorrowedPlace: borrowed != nil, actor: actor?.who,
      isReported: attribution.map { $0.lowerBound < clause.range.lowerBound } ?? false)
    if let objection = judge.objection { throw objection }
    guard let place = clause.place ?? borrowed, let span = run.span(sentence) else { throw .noPlace }
    var incident = Incident(
      document: document.name, ordinal: 0, line: document.line(at: span.start), span: span, assessment: .unstated)
    let date = clause.date ?? inheritedDate(clause, reading)
    incident.date = date?.date
    (incident.placePhrase, incident.mentions) = (place.phrase, place.mentions)
    incident.sources = [reading.publisher].compactMap(\.self)
    incident.narrative = run.words(sentence)
    setCasualties(of: &incident, clause, isByAttackers: actor?.who == .attackers)
    incident.account.event = clause.event?.words
    incident.account.actor = actor?.words
    incident.account.isDateInferred = date.map { $0.isInferred || clause.date == nil } ?? false
    incident.account.confidence = judge.confidence(isDateInherited: date != nil && clause.date == nil)
    return incident
  }

  /// The figures are those of civilians where there are any; then of people not described, of forces, of attackers.
  private func setCasualties(of incident: inout Incident, _ clause: Clause, isByAttackers: Bool) {
    var groups = Victims.allCases.flatMap { victims in clause.toll.groups.filter { $0.victims == victims } }
    // Fighters whom attackers killed may be anyone's.
    for index in groups.indices where isByAttackers && groups[index].victims == .attackers {
      groups[index].victims = .unknown
    }
    incident.account = Account(
      kind: .news, victims: groups.first?.victims ?? clause.targets, others: Array(groups.dropFirst()))
    guard let first = groups.first, let span = clause.toll.tokens.flatMap(clause.run.span) else { return }
    incident.killed = first.killed.map { Cited($0, span) }
    incident.injured = first.injured.map { Cited($0, span) }
    incident.isApproximate = clause.toll.isApproximate
  }

  /// *On the same day*: the last date before. *They*, *he*: the people of the sentence before, and its date.
  private func inheritedDate(_ clause: Clause, _ reading: Reading) -> NewsDate? {
    let run = clause.run
    if run.first(["same", "day"], in: clause.range) != nil { return reading.lastDate }
    let start = clause.range.lowerBound..<max(clause.range.lowerBound, clause.trigger.lowerBound)
    return run.contains(anyOf: ["they", "he", "she"], in: start) ? reading.dateBefore : nil
  }

  private func isSame(_ a: Incident, _ b: Incident) -> Bool {
    a.killed?.value == b.killed?.value && a.injured?.value == b.injured?.value
      && a.mentions.first?.name == b.mentions.first?.name && a.account.victims == b.account.victims
      && (a.date?.value == b.date?.value || b.date == nil) && (a.killed != nil || a.injured != nil)
  }

  /// The one country that a text names, by its name or as an adjective; nil when it names none or several.
  private func country(_ run: TokenRun) -> String? {
    var codes: Set<String> = []
    for index in 0..<run.count where run.startsUppercase(index) {
      guard let word = run.word(index), word.utf8.count > 2 else { continue }
      let code =
        countries.code(of: word)
        ?? ["i", "n", "is", "ns"].lazy.compactMap {
          word.hasSuffix($0) ? countries.code(of: word.dropLast($0.count)) : nil
        }.first
      if let code, covered?.contains(code) ?? true { codes.insert(code) }
    }
    return codes.count == 1 ? codes.first : nil
  }
}
