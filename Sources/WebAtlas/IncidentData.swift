import Cartography
import Formats
import Incidents
import Publishing
import Reports

/// All incidents as the page's scripts read them. Positions and answers that many incidents share are listed once.
struct IncidentData {
  private let page: AtlasPage
  private let located: [String: LocatedIncident]
  private let documents: [String: SourceDocument]
  private let anchors: [String: String]
  private let locations: [Location]
  private let numbers: [Location: Int]

  init(_ page: AtlasPage) {
    self.page = page
    located = Dictionary(
      page.located.map { ("\($0.incident.document)#\($0.incident.ordinal)", $0) },
      uniquingKeysWith: { first, _ in first })
    documents = Dictionary(page.documents.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    anchors = Dictionary(
      page.areas.filter { $0.map != nil }.map { ($0.region.code, $0.anchor) }, uniquingKeysWith: { first, _ in first })
    var (locations, numbers): ([Location], [Location: Int]) = ([], [:])
    for record in page.report.records {
      for location in [record.location].compactMap(\.self) + record.places.compactMap(\.location)
      where numbers[location] == nil {
        numbers[location] = locations.count
        locations.append(location)
      }
    }
    (self.locations, self.numbers) = (locations, numbers)
  }

  /// The value.
  var json: JSON {
    [
      "assessments": .array(
        page.tally.assessments.present.map { ["key": .string($0.rawValue), "words": .string($0.words)] }),
      "countries": .object(
        Dictionary(
          Set(page.report.records.compactMap(\.country) + locations.map(\.country)).map {
            ($0, .string(page.countryName($0)))
          }, uniquingKeysWith: { first, _ in first })),
      "documents": .strings(page.documents.map(\.name)),
      "step": .number(CompactGeometry.stepDegrees),
      "locations": .array(locations.map(json)),
      "incidents": .array(page.report.records.map(json)),
    ]
  }

  private func json(_ location: Location) -> JSON {
    var members: [String: JSON] = [
      "lon": .number(location.coordinate.longitude.rounded(toDecimals: location.decimals)),
      "lat": .number(location.coordinate.latitude.rounded(toDecimals: location.decimals)),
      "uncertainty": .number(location.uncertaintyMeters.rounded(.up)),
      "precision": .string(location.precision.rawValue),
      "name": .string(location.placeName), "matched": .string(location.matchedName),
      "match": .string(location.match.rawValue), "confidence": .number(location.confidence.rounded(toDecimals: 2)),
      "sure": .bool(location.isSure), "point": .bool(location.isPointlike), "entry": .string(location.placeID),
      "source": .string(location.source), "country": .string(location.country),
      "governorate": .optional(location.governorate?.name), "because": .strings(location.because),
    ]
    members["label"] = page.mapNames[location].map { .string($0) }
    switch location.footprint {
    case .area(let area): members["area"] = CompactGeometry.json(area)
    case .lines(let lines): members["lines"] = CompactGeometry.json(lines)
    case .point, nil: break
    }
    return .object(members)
  }

  private func json(_ record: IncidentRecord) -> JSON {
    var members: [String: JSON] = [
      "id": .string(record.id), "document": .string(record.document), "line": .number(Double(record.line)),
      "span": .array([.number(Double(record.span.start)), .number(Double(record.span.end))]),
      "assessment": .string(record.assessment.rawValue), "sources": .strings(record.sources),
      "place": .optional(record.place), "places": .array(record.places.map(json)), "flags": .strings(record.flags),
      "country": .optional(record.country), "governorate": .optional(record.location?.governorate?.code),
      "kind": .string(record.account.kind.rawValue), "text": .array(text(of: record)),
    ]
    members["location"] = record.location.map { number($0) }
    members["date"] = record.date.map { date($0) }
    members["killed"] = record.killed.map(range)
    members["injured"] = record.injured.map(range)
    members["map"] = anchor(record).map { .string($0) }
    members.merge(remarks(record)) { first, _ in first }
    return .object(members)
  }

  /// What most incidents do not have; it is left out where there is none.
  private func remarks(_ record: IncidentRecord) -> [String: JSON] {
    var members: [String: JSON] = [:]
    let account = record.account
    if account.isDateInferred { members["dateInferred"] = .bool(true) }
    if account.victims != .civilians { members["victims"] = .string(account.victims.words) }
    if !account.victims.mayBeCivilians { members["notCivilians"] = .bool(true) }
    members["event"] = account.event.map { .string($0) }
    members["actor"] = account.actor.map { .string($0) }
    members["readingConfidence"] = account.confidence.map { .number($0.rounded(toDecimals: 2)) }
    if !account.others.isEmpty { members["others"] = .strings(account.others.map(words)) }
    if record.isReopened { members["reopened"] = .bool(true) }
    members["previouslyReported"] = record.wasPreviouslyReported.map { .bool($0) }
    if !record.identifiers.isEmpty { members["identifiers"] = .strings(record.identifiers) }
    members["duplicateOf"] = record.duplicateOf.map { .string($0) }
    members["duplicateOfID"] = record.duplicateOfID.map { .string($0) }
    members["formerDate"] = record.formerDate.map { .string($0.words) }
    members["grid"] = record.grid.map { grid in
      .object(["reference": .string(grid.reference), "because": .strings(grid.because)])
    }
    let columns = record.columns.compactMap { column in
      words(column.value).map { JSON.array([.string(column.name), .string($0)]) }
    }
    if !columns.isEmpty { members["columns"] = .array(columns) }
    if !record.history.isEmpty { members["history"] = .array(record.history.map(json)) }
    return members
  }

  private func json(_ place: PlaceRecord) -> JSON {
    [
      "place": .string(place.place), "status": .string(place.status.rawValue),
      "location": place.location.map { number($0) } ?? .null, "because": .strings(place.because),
    ]
  }

  private func json(_ entry: HistoryEntry) -> JSON {
    let numbers = [("killed", entry.killed), ("injured", entry.injured)].compactMap { word, range in
      range.map { "\($0) \(word)" }
    }
    let words = [entry.date?.words, entry.place, entry.assessment.words].compactMap(\.self) + numbers
    return ["id": .string(entry.id), "words": .string(words.joined(separator: ", ")), "basis": .string(entry.basis)]
  }

  /// What a column of a table says; nil when nothing.
  private func words(_ value: SourceColumn.Value) -> String? {
    switch value {
    case .missing: nil
    case .text(let text), .json(let text): text
    case .number(let number): JSON.number(number).text
    case .flag(let flag): flag ? "yes" : "no"
    }
  }

  private func words(_ group: CasualtyGroup) -> String {
    let numbers = [("killed", group.killed), ("injured", group.injured)].compactMap { word, range in
      range.map { "\($0) \(word)" }
    }
    return "\(group.victims.words): \(numbers.joined(separator: ", "))"
  }

  private func number(_ location: Location) -> JSON { .optional(numbers[location]) }

  private func date(_ date: IncidentDate) -> JSON {
    .array([date.start.description, date.end.description, date.words].map { .string($0) })
  }

  private func range(_ range: CountRange) -> JSON { .array([.optional(range.min), .optional(range.max)]) }

  /// The map to print that shows the incident: its governorate's, else its country's.
  private func anchor(_ record: IncidentRecord) -> String? {
    guard let location = record.location else { return nil }
    return location.governorate.flatMap { anchors[$0.code] } ?? anchors[location.country]
  }

  private func text(of record: IncidentRecord) -> [JSON] {
    guard let incident = located[record.id]?.incident, let document = documents[record.document] else { return [] }
    return MarkedText.pieces(of: incident, in: document).map { piece in
      .array([.string(piece.text)] + (piece.field.map { [.string($0)] } ?? []))
    }
  }
}
