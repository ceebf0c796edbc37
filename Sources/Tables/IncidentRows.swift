import Formats
import Gazetteer
import Geo
import Incidents

/// Turns the rows of a table into incidents: one feature for each, with the properties of `IncidentFields` and the
/// columns that the mapping does not use.
struct IncidentRows {
  private let name: String
  private let document: ReusedText
  private let idPrefix: [UInt8]
  private let cells: RowReader
  private let columns: TableColumns
  private let separator: UInt8
  private let casualties: RowCasualties
  private var dates: RowDates
  private var contexts: PlaceContexts
  private var places: RowPlaces
  private var lookup: RowLookup?
  /// The incidents whose place a person must look at.
  private(set) var unresolved: [LocatedIncident] = []
  private var lists = Memo<ReusedText>()
  private var assessments = Memo<ReusedText>()
  private var victimWords = Memo<ReusedText>()
  private var texts = ReusedTexts()
  private let kind: ReusedText
  private var scratch: [UInt8] = []
  private var number = 0
  /// What was found imperfect.
  private(set) var remarks = SourceRemarks()

  init(_ mapping: TableMapping, columns: TableColumns, document: String, resolver: Resolver, looksUp: Bool) {
    name = document
    lookup = looksUp ? RowLookup(resolver) : nil
    self.document = texts.text(document)
    kind = texts.text(DocumentKind.table.rawValue)
    idPrefix = Array((document + "#").utf8)
    self.columns = columns
    cells = RowReader(columns)
    separator = mapping.sourceSeparator.asciiValue ?? UInt8(ascii: ";")
    casualties = RowCasualties(hasDecimalCommas: mapping.hasDecimalCommas ?? false)
    dates = RowDates(codes: mapping.codes, order: mapping.dateOrder)
    contexts = PlaceContexts(resolver, codes: mapping.codes)
    places = RowPlaces(resolver, texts: &texts)
  }

  /// Forgets the texts of the batch that was passed on.
  mutating func beginBatch() { texts.beginBatch() }

  /// Appends the incident of a row.
  /// - Returns: false for a row that states neither a day nor a place: it is no incident.
  mutating func append(_ row: Int, of input: FeatureBatch, to output: inout FeatureBatch) -> Bool {
    number += 1
    let origin = input.origins.isEmpty ? FeatureOrigin(line: number, start: 0, end: 0) : input.origins[row]
    func text(_ cell: RowReader.Cell) -> CellText { cells.text(cell, input, row) }
    let date = dates.read(text(cells.date), end: text(cells.dateEnd), code: text(cells.dateCode), texts: &texts)
    let position =
      cells.longitude.isColumn
      ? RowPosition(longitude: text(cells.longitude), latitude: text(cells.latitude))
      : RowPosition(input.geometries[row])
    let place = text(cells.place)
    if !isIncident(date, position, place) {
      remarks.add(.lost, "the row states neither a day nor a place that can be read; it is left out", at: origin)
      return false
    }
    var flags = RowFlags()
    note(date, text(cells.date), origin, &flags)
    let context = contexts.context(
      country: text(cells.country), governorate: text(cells.governorate), hasDistrict: !text(cells.district).isEmpty,
      code: text(cells.placeCode), texts: &texts)
    let location = places.locate(position, context, uncertainty: text(cells.uncertainty), &flags)
    note(position, longitude: text(cells.longitude), latitude: text(cells.latitude), origin, flags)
    if context.precision.isUnknownCode {
      flags.insert(.unknownCode)
      remarks.add(.doubtful, "the code of the position is not known", at: origin, detail: text(cells.placeCode).excerpt)
    }
    let killed = count(cells.killed, cells.killedMin, cells.killedMax, input, row, origin, &flags)
    let injured = count(cells.injured, cells.injuredMin, cells.injuredMax, input, row, origin, &flags)

    let answer = lookUp(position, context, place)
    if lookup != nil, location == nil, answer?.location == nil {
      note(unresolved: answer, place: place.string, flags, date, origin)
    }
    let geometry = location?.geometry ?? answer?.location.map { $0.footprint ?? .point($0.coordinate) }
    output.append(
      id: identifier(&output), geometry: geometry,
      decimals: location?.decimals ?? answer?.location?.decimals ?? 7)
    output.append(origin: origin)
    output.append(singleton(cells.id.isMapped ? text(cells.id) : identifier(of: row, input), &output))
    append(date, to: &output)
    output.append(assessment(text(cells.assessment), &output))
    append(killed, to: &output)
    append(injured, to: &output)
    output.append(victims(text(cells.victims), &output))
    output.append(civilians(text(cells.civiliansKilled), &output))
    output.append(stored(text(cells.event), &output))
    output.append(stored(text(cells.actor), &output))
    output.append(list(text(cells.source), &output))
    output.append(stored(place, &output))
    output.append(context.countryCodeText.map { texts.value($0, &output) } ?? .missing)
    if let answer {
      RowLookup.append(answer, country: context.country, flags: flags, to: &output)
    } else {
      places.append(
        location, context, place: place, flags: flags, looksUp: lookup != nil, texts: &texts, to: &output)
    }
    output.append(texts.value(kind, &output))
    output.append(texts.value(document, &output))
    output.append(.integer(origin.line))
    output.append(span(origin, &output))
    for column in columns.kept { output.append(output.store(input.value(row, column), of: input)) }
    return true
  }

  /// The answer for the place of a row that gives no position; nil where places are not looked up.
  private mutating func lookUp(
    _ position: RowPosition, _ context: PlaceContexts.Context, _ place: CellText
  ) -> RowLookup.Answer? {
    guard case .missing = position, !place.isEmpty else { return nil }
    return lookup?.answer(
      place: place.string, country: context.countryText.isEmpty ? nil : context.countryText,
      governorate: context.governorateText.isEmpty ? nil : context.governorateText)
  }

  /// Notes an incident that has no place on a map.
  private mutating func note(
    unresolved answer: RowLookup.Answer?, place: String, _ flags: RowFlags, _ date: RowDates.Answer,
    _ origin: FeatureOrigin
  ) {
    let span = ByteSpan(start: origin.start, end: origin.end)
    var incident = Incident(document: name, ordinal: number, line: origin.line, span: span, assessment: .unstated)
    if case .date(_, _, let value) = date { incident.date = Cited(value, span) }
    let reasons = flags.words.isEmpty ? ["the row gives neither a position nor a place"] : flags.words
    incident.mentions = [answer?.mention ?? PlaceMention(name: place, country: nil, countryCode: nil, span: span)]
    let resolution = answer?.resolution ?? Resolution(status: .unresolved, best: nil, because: reasons)
    unresolved.append(LocatedIncident(incident: incident, resolutions: [resolution]))
  }

  private func isIncident(_ date: RowDates.Answer, _ position: RowPosition, _ place: CellText) -> Bool {
    if case .date = date { return true }
    if case .position = position { return true }
    return !place.isEmpty
  }

  private mutating func note(
    _ date: RowDates.Answer, _ text: CellText, _ origin: FeatureOrigin, _ flags: inout RowFlags
  ) {
    switch date {
    case .missing, .date: return
    case .unreadable:
      remarks.add(.lost, "the date cannot be read; the incident is kept without one", at: origin, detail: text.excerpt)
    case .undecided:
      remarks.add(
        .lost, "the date does not say which is the day and which the month; give date_order in a mapping", at: origin,
        detail: text.excerpt)
    }
    flags.insert(.unreadableDate)
  }

  private mutating func note(
    _ position: RowPosition, longitude: CellText, latitude: CellText, _ origin: FeatureOrigin, _ flags: RowFlags
  ) {
    let written = { "\(longitude.excerpt), \(latitude.excerpt)" }
    switch position {
    case .unreadable:
      remarks.add(
        .lost, "longitude and latitude cannot be read; the incident is kept without a place", at: origin,
        detail: written())
    case .zero:
      remarks.add(.lost, "longitude and latitude are zero; the incident is kept without a place", at: origin)
    case .missing: break
    case .position:
      if flags.contains(.exchanged) {
        remarks.add(
          .lost, "longitude and latitude seem exchanged; the incident is kept without a place", at: origin,
          detail: written())
      } else if flags.contains(.countryDisagrees) {
        remarks.add(.doubtful, "the position is not in the country stated", at: origin, detail: written())
      } else if flags.contains(.governorateDisagrees) {
        remarks.add(.doubtful, "the position is not in the governorate stated", at: origin, detail: written())
      }
    }
  }

  private mutating func count(
    _ one: RowReader.Cell, _ least: RowReader.Cell, _ most: RowReader.Cell, _ input: FeatureBatch, _ row: Int,
    _ origin: FeatureOrigin, _ flags: inout RowFlags
  ) -> CountRange? {
    let figure = cells.text(one, input, row)
    let (minimum, maximum) = (cells.text(least, input, row), cells.text(most, input, row))
    let written = { [minimum, maximum, figure].filter { !$0.isEmpty }.map(\.excerpt).joined(separator: ", ") }
    switch casualties.read(one: figure, least: minimum, most: maximum) {
    case .missing: return nil
    case .count(let range): return range
    case .unreadable:
      remarks.add(
        .lost, "a number of people cannot be read; it is left open", at: origin,
        detail: written())
    case .reversed:
      remarks.add(
        .lost, "the least number of people is larger than the most; both are left open", at: origin,
        detail: written())
    }
    flags.insert(.unreadableCount)
    return nil
  }

  // MARK: Values

  /// The identifier that a feature has itself.
  private func identifier(of row: Int, _ input: FeatureBatch) -> CellText {
    switch input.ids[row] {
    case .text(let range): input.bytes(range)
    case .integer(let number): Array(String(number).utf8)[...]
    case .missing, .number, .boolean: []
    }
  }

  /// `acled.csv#12`
  private mutating func identifier(_ output: inout FeatureBatch) -> FeatureBatch.Value {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: idPrefix)
    scratch.append(decimal: number)
    return output.store(scratch[...])
  }

  private mutating func append(_ date: RowDates.Answer, to output: inout FeatureBatch) {
    guard case .date(let text, let precision, _) = date else {
      output.append(.missing)
      output.append(.missing)
      return
    }
    output.append(texts.value(text, &output))
    output.append(texts.value(precision, &output))
  }

  private func append(_ count: CountRange?, to output: inout FeatureBatch) {
    output.append(count.map { .integer($0.min) } ?? .missing)
    output.append(count?.max.map { .integer($0) } ?? .missing)
  }

  private mutating func assessment(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    let key = Array(text)
    let known = assessments.known(key)
    return texts.value(
      known ?? assessments.remember(texts.text(Assessment(tableWord: text).rawValue), of: key), &output)
  }

  private mutating func victims(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    let key = Array(text)
    let meaning = { (Victims(rawValue: text.string.lowercased()) ?? .unknown).rawValue }
    return texts.value(victimWords.known(key) ?? victimWords.remember(texts.text(meaning()), of: key), &output)
  }

  /// The civilians among the killed, as `other_casualties`.
  private func civilians(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    guard !text.isEmpty, let range = TableNumber.count(text, hasDecimalCommas: casualties.hasDecimalCommas) else {
      return .missing
    }
    let most = range.max.map(String.init) ?? "null"
    let json =
      #"[{"injured_max":null,"injured_min":null,"killed_max":\#(most),"killed_min":\#(range.min),"victims":"civilians"}]"#
    return output.store(json.utf8)
  }

  private func stored(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    text.isEmpty ? .missing : output.store(text)
  }

  /// The parts of a text between separators, as a list.
  private mutating func list(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    if text.first == UInt8(ascii: "["), let json = try? JSON(reading: Array(text), file: ""), json.array != nil {
      return output.store(json.bytes[...])
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: text)
    let json = lists.known(scratch) ?? lists.remember(texts.text(parts(text)), of: scratch)
    return texts.value(json, &output)
  }

  private func parts(_ text: CellText) -> [UInt8] {
    var json = [UInt8(ascii: "[")]
    for part in text.split(separator: separator).map(\.trimmed) where !part.isEmpty {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      json.append(quoted: part)
    }
    json.append(UInt8(ascii: "]"))
    return json
  }

  private mutating func singleton(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: "["))
    if !text.isEmpty { scratch.append(quoted: text) }
    scratch.append(UInt8(ascii: "]"))
    return output.store(scratch[...])
  }

  private mutating func span(_ origin: FeatureOrigin, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: "["))
    scratch.append(decimal: origin.start)
    scratch.append(UInt8(ascii: ","))
    scratch.append(decimal: origin.end)
    scratch.append(UInt8(ascii: "]"))
    return output.store(scratch[...])
  }
}

extension CellText {
  /// The beginning of a value, for a message.
  var excerpt: String { count > 40 ? String(decoding: prefix(40), as: UTF8.self) + "…" : string }
}

extension Assessment {
  /// What a table's word says that the reporting body concluded, Airwars' gradings among them: “confirmed” is where the
  /// attacker accepted responsibility, “discounted” where those harmed were found to be no civilians; “fair”, “weak” and
  /// “contested” say how good the sources are, and conclude nothing. Policy table.
  init(tableWord text: CellText) {
    switch text.string.lowercased().replacing("_", with: "-").replacing(" ", with: "-") {
    case "credible", "confirmed", "substantiated", "credible-/-substantiated": self = .credible
    case "non-credible", "noncredible", "not-credible", "discounted", "non-credible-/-unsubstantiated":
      self = .nonCredible
    case "open", "pending", "under-assessment": self = .open
    case "duplicate": self = .duplicate
    default: self = .unstated
    }
  }
}
