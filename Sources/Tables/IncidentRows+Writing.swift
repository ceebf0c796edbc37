import Formats
import Incidents

extension IncidentRows {
  /// Appends the incident of a row, in the order of its fields, to a batch that began with the texts of the input.
  mutating func write(_ facts: RowFacts, _ row: Int, of input: FeatureBatch, to output: inout FeatureBatch) {
    let cells = cells
    func text(_ cell: RowReader.Cell) -> CellText { cells.text(cell, input, row) }
    func value(_ cell: RowReader.Cell) -> FeatureBatch.Value { cells.value(cell, input, row, in: &output) }
    output.append(
      id: identifier(&output), geometry: facts.geometry,
      decimals: facts.location?.decimals ?? facts.answer?.location?.decimals ?? 7)
    output.append(origin: facts.origin)
    let identifier = facts.identifier
    output.append(singleton(identifier, &output))
    output.append(cells.id.isMapped ? value(cells.id) : stored(identifier, &output))
    append(facts.date, to: &output)
    output.append(assessment(text(cells.assessment), &output))
    append(facts.killed.killed, to: &output)
    append(facts.injured, to: &output)
    output.append(victims(facts.killed.areCivilians ? Self.civilians : text(cells.victims), &output))
    output.append(others(facts.killed.others, &output))
    output.append(value(cells.event))
    output.append(value(cells.actor))
    output.append(list(text(cells.source), &output))
    let place = value(cells.place)
    output.append(place)
    output.append(facts.context.countryCodeText.map { texts.value($0, &output) } ?? .missing)
    if let answer = facts.answer {
      RowLookup.append(answer, country: facts.context.country, flags: facts.flags, to: &output)
    } else {
      places.append(
        facts.location, facts.context, place: place, flags: facts.flags, looksUp: lookup != nil, texts: &texts,
        to: &output)
    }
    output.append(texts.value(kind, &output))
    output.append(texts.value(document, &output))
    output.append(.integer(facts.origin.line))
    output.append(span(facts.origin, &output))
    for column in columns.kept { output.append(input.value(row, column)) }
  }

  /// What the publisher calls the incident: the column of it, or else what the feature has itself.
  func identifier(_ row: Int, of input: FeatureBatch) -> CellText {
    if cells.id.isMapped { return cells.text(cells.id, input, row) }
    return switch input.ids[row] {
    case .text(let range): input.bytes(range)
    case .integer(let number): Array(String(number).utf8)[...]
    case .missing, .number, .boolean: []
    }
  }

  /// `acled.csv#12`
  mutating func identifier(_ output: inout FeatureBatch) -> FeatureBatch.Value {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: idPrefix)
    scratch.append(decimal: number)
    return output.store(scratch[...])
  }

  mutating func append(_ date: RowDates.Answer, to output: inout FeatureBatch) {
    guard case .date(let written, _, _) = date else {
      for _ in 0..<4 { output.append(.missing) }
      return
    }
    output.append(texts.value(written.date, &output))
    output.append(texts.value(written.from, &output))
    output.append(texts.value(written.to, &output))
    output.append(texts.value(written.precision, &output))
  }

  func append(_ count: CountRange?, to output: inout FeatureBatch) {
    output.append(count.map { .integer($0.min) } ?? .missing)
    output.append(count?.max.map { .integer($0) } ?? .missing)
  }

  mutating func assessment(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    let key = Array(text)
    let known = assessments.known(key)
    return texts.value(
      known ?? assessments.remember(texts.text(Assessment(tableWord: text).rawValue), of: key), &output)
  }

  mutating func victims(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    let key = Array(text)
    let meaning = { (Victims(rawValue: text.string.lowercased()) ?? .unknown).rawValue }
    return texts.value(victimWords.known(key) ?? victimWords.remember(texts.text(meaning()), of: key), &output)
  }

  private static let civilians = Array(Victims.civilians.rawValue.utf8)[...]

  /// The people killed besides the civilians, as `other_casualties`: of any kind, since the table does not say.
  func others(_ range: CountRange?, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    guard let range else { return .missing }
    let most = range.max.map(String.init) ?? "null"
    let json =
      #"[{"injured_max":null,"injured_min":null,"killed_max":\#(most),"killed_min":\#(range.min),"victims":"anyone"}]"#
    return output.store(json.utf8)
  }

  func stored(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    text.isEmpty ? .missing : output.store(text)
  }

  /// The parts of a text between separators, as a list.
  mutating func list(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    if text.first == UInt8(ascii: "["), let json = try? JSON(reading: Array(text), file: ""), json.array != nil {
      return output.store(json.bytes[...])
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(copying: text.span)
    let json = lists.known(scratch) ?? lists.remember(texts.text(parts(text)), of: scratch)
    return texts.value(json, &output)
  }

  func parts(_ text: CellText) -> [UInt8] {
    var json = [UInt8(ascii: "[")]
    for part in text.split(separator: separator).map(\.trimmed) where !part.isEmpty {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      json.append(quoted: part)
    }
    json.append(UInt8(ascii: "]"))
    return json
  }

  mutating func singleton(_ text: CellText, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: "["))
    if !text.isEmpty { scratch.append(quoted: text) }
    scratch.append(UInt8(ascii: "]"))
    return output.store(scratch[...])
  }

  mutating func span(_ origin: FeatureOrigin, _ output: inout FeatureBatch) -> FeatureBatch.Value {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(UInt8(ascii: "["))
    scratch.append(decimal: origin.start)
    scratch.append(UInt8(ascii: ","))
    scratch.append(decimal: origin.end)
    scratch.append(UInt8(ascii: "]"))
    return output.store(scratch[...])
  }
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
