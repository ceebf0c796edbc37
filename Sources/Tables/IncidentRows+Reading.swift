import Formats
import Gazetteer
import Geo
import Incidents

/// What a row says, as far as it is looked at before it is written.
struct RowFacts {
  var origin: FeatureOrigin
  /// What the publisher calls the incident.
  var identifier: CellText
  var date: RowDates.Answer
  var place: CellText
  var flags: RowFlags
  var context: PlaceContexts.Context
  /// The position that the row gives.
  var location: RowLocation?
  /// The answer for its place, where it gives no position.
  var answer: RowLookup.Answer?
  var killed: KilledPeople
  var injured: CountRange?

  /// Where it goes on a map.
  var geometry: Geometry? {
    location?.geometry ?? answer?.location.map { $0.footprint ?? .point($0.coordinate) }
  }
}

extension IncidentRows {
  /// What a row says; nil for one that states neither a day nor a place.
  mutating func read(_ row: Int, of input: FeatureBatch) -> RowFacts? {
    let origin = input.origins.isEmpty ? FeatureOrigin(line: number, start: 0, end: 0) : input.origins[row]
    let cells = cells
    func text(_ cell: RowReader.Cell) -> CellText { cells.text(cell, input, row) }
    let date = dates.read(text(cells.date), end: text(cells.dateEnd), code: text(cells.dateCode), texts: &texts)
    let position = position(row, of: input)
    let place = text(cells.place)
    if !isIncident(date, position, place) {
      remarks.add(.lost, "the row states neither a day nor a place that can be read; it is left out", at: origin)
      return nil
    }
    var flags: RowFlags = origin.isRagged ? .ragged : []
    note(date, text(cells.date), origin, &flags)
    let identifier = identifier(row, of: input)
    noteRepetition(identifier, origin, &flags)
    let context = contexts.context(
      country: text(cells.country), governorate: text(cells.governorate), hasDistrict: !text(cells.district).isEmpty,
      code: text(cells.placeCode), texts: &texts)
    let location = places.locate(position, context, uncertainty: text(cells.uncertainty), &flags)
    note(position, row, of: input, origin, flags)
    if context.country == nil, !context.countryText.isEmpty {
      remarks.add(
        .doubtful, "the country is not known to the gazetteers", at: origin,
        detail: cells.country.fault(text(cells.country)))
    }
    if context.precision.isUnknownCode { note(unknownCode: text(cells.placeCode), origin, &flags) }
    let all = count(cells.killed, cells.killedMin, cells.killedMax, input, row, origin, &flags)
    let civilians = count(cells.civiliansKilled, .none, .none, input, row, origin, &flags)
    let killed = KilledPeople(all: all, civilians: civilians)
    let injured = count(cells.injured, cells.injuredMin, cells.injuredMax, input, row, origin, &flags)
    return RowFacts(
      origin: origin, identifier: identifier, date: date, place: place, flags: flags, context: context,
      location: location, answer: lookUp(position, context, place), killed: killed, injured: injured)
  }

  /// Notes a row that has most likely been read before.
  mutating func noteRepetition(_ identifier: CellText, _ origin: FeatureOrigin, _ flags: inout RowFlags) {
    guard !identifier.isEmpty, let document = identifiers.add(identifier, in: table) else { return }
    flags.insert(.repeatedIdentifier)
    remarks.add(
      .doubtful, "another row has the same identifier: the incident may be counted twice", at: origin,
      detail: "in \(document)")
  }

  /// The position that a row gives in its columns, or else as its geometry.
  func position(_ row: Int, of input: FeatureBatch) -> RowPosition {
    if cells.longitude.isColumn {
      return RowPosition(
        longitude: cells.text(cells.longitude, input, row), latitude: cells.text(cells.latitude, input, row))
    }
    if cells.coordinates.isColumn { return RowPosition(coordinates: cells.text(cells.coordinates, input, row)) }
    return RowPosition(input.geometries[row])
  }

  /// The answer for the place of a row that gives no position; nil where places are not looked up.
  mutating func lookUp(
    _ position: RowPosition, _ context: PlaceContexts.Context, _ place: CellText
  ) -> RowLookup.Answer? {
    guard case .missing = position, !place.isEmpty else { return nil }
    return lookup?.answer(
      place: place.string, country: context.countryText.isEmpty ? nil : context.countryText,
      governorate: context.governorateText.isEmpty ? nil : context.governorateText)
  }

  /// Says of what an incident is made that no column is read for. Once for a table.
  mutating func noteMissingColumns() {
    let way = "; say which column does with --mapping, of which --write-mapping FILE makes one to start from"
    let counts = [cells.killed, cells.killedMin, cells.killedMax, cells.civiliansKilled]
    if !counts.contains(where: \.isMapped) {
      remarks.add(.doubtful, "no column that is known gives the number of people killed\(way)", at: nil)
    }
    if !cells.date.isMapped { remarks.add(.doubtful, "no column that is known gives the date\(way)", at: nil) }
    if !hasPositions, !cells.longitude.isColumn, !cells.coordinates.isColumn {
      remarks.add(.doubtful, "no column that is known gives the position\(way)", at: nil)
    }
  }

  /// Notes an incident that goes on no map because its row gives no position.
  mutating func noteWithoutPlace(_ facts: RowFacts) {
    if lookup != nil, keepsUnresolved { return note(unresolved: facts) }
    guard facts.flags.isDisjoint(with: .noPosition) else { return }
    let reason =
      facts.place.isEmpty
      ? "the row gives neither a position nor a place"
      : lookup == nil
        ? "the row gives no position; with --resolve its place is looked up"
        : "the row gives no position, and its place is not found or could be several"
    remarks.add(.doubtful, "no place on a map: \(reason)", at: facts.origin)
  }

  /// Notes an incident that has no place on a map.
  mutating func note(unresolved facts: RowFacts) {
    let (origin, answer) = (facts.origin, facts.answer)
    let span = ByteSpan(start: origin.start, end: origin.end)
    var incident = Incident(document: name, ordinal: number, line: origin.line, span: span, assessment: .unstated)
    if case .date(_, let value, _) = facts.date { incident.date = Cited(value, span) }
    let words = facts.flags.words
    let reasons = words.isEmpty ? ["the row gives neither a position nor a place"] : words
    incident.mentions = [
      answer?.mention ?? PlaceMention(name: facts.place.string, country: nil, countryCode: nil, span: span)
    ]
    let resolution = answer?.resolution ?? Resolution(status: .unresolved, best: nil, because: reasons)
    unresolved.append(LocatedIncident(incident: incident, resolutions: [resolution]))
  }

  private mutating func note(unknownCode text: CellText, _ origin: FeatureOrigin, _ flags: inout RowFlags) {
    flags.insert(.unknownCode)
    remarks.add(.doubtful, "the code of the position is not known", at: origin, detail: cells.placeCode.fault(text))
  }

  func isIncident(_ date: RowDates.Answer, _ position: RowPosition, _ place: CellText) -> Bool {
    if case .date = date { return true }
    if case .position = position { return true }
    return !place.isEmpty
  }

  mutating func note(
    _ date: RowDates.Answer, _ text: @autoclosure () -> CellText, _ origin: FeatureOrigin, _ flags: inout RowFlags
  ) {
    switch date {
    case .missing, .date(_, _, contradictsOrder: false): return
    case .date:
      flags.insert(.otherDateOrder)
      remarks.add(
        .doubtful,
        "day and month are in the other order than in the rest of the table: others that may be either can be exchanged",
        at: origin, detail: cells.date.fault(text()))
      return
    case .unreadable:
      remarks.add(
        .lost, "the date cannot be read; the incident is kept without one", at: origin,
        detail: cells.date.fault(text()))
    case .undecided:
      remarks.add(
        .lost, "the date does not say which is the day and which the month; give date_order in a mapping", at: origin,
        detail: cells.date.fault(text()))
    }
    flags.insert(.unreadableDate)
  }

  mutating func note(
    _ position: RowPosition, _ row: Int, of input: FeatureBatch, _ origin: FeatureOrigin, _ flags: RowFlags
  ) {
    let cells = cells
    func written() -> String {
      [cells.longitude, cells.latitude, cells.coordinates].filter(\.isColumn)
        .map { $0.fault(cells.text($0, input, row)) }.joined(separator: ", ")
    }
    switch position {
    case .unreadable:
      remarks.add(
        .lost, "longitude and latitude cannot be read; the incident is kept without a place", at: origin,
        detail: written())
    case .outOfRange:
      remarks.add(
        .lost, "longitude and latitude are beyond ±180 and ±90 degrees; the incident is kept without a place",
        at: origin, detail: written())
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

  mutating func count(
    _ one: RowReader.Cell, _ least: RowReader.Cell, _ most: RowReader.Cell, _ input: FeatureBatch, _ row: Int,
    _ origin: FeatureOrigin, _ flags: inout RowFlags
  ) -> CountRange? {
    guard one.isMapped || least.isMapped || most.isMapped else { return nil }
    let figure = cells.text(one, input, row)
    let (minimum, maximum) = (cells.text(least, input, row), cells.text(most, input, row))
    func written() -> String {
      [(least, minimum), (most, maximum), (one, figure)].filter { !$0.1.isEmpty }.map { $0.0.fault($0.1) }
        .joined(separator: ", ")
    }
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
}
