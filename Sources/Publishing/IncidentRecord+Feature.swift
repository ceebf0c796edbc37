import Formats
import Geo
import Incidents

extension Feature {
  /// The published form of an incident. All properties are present, null where the text is silent; an incident without
  /// a place has a null geometry (RFC 7946 §3.2), so that nothing disappears.
  public init(_ record: IncidentRecord) {
    let location = record.location
    let decimals = location.map(\.decimals) ?? 7
    self.init(
      id: record.id, geometry: location.map { $0.footprint ?? .point($0.coordinate) },
      properties: [report(record.grid), record.account.properties, location?.properties ?? Location.noProperties]
        .reduce(report(record)) { $0.merging($1) { stated, _ in stated } }
        .merging(record.columns.map { ($0.name, $0.value.json) }) { own, _ in own },
      decimals: decimals)
  }
}

private func report(_ record: IncidentRecord) -> [String: JSON] {
  [
    "date": .optional(record.date?.description),
    "date_precision": .optional(record.date?.precision.rawValue),
    "assessment": .string(record.assessment.rawValue),
    "reopened": .bool(record.isReopened),
    "previously_reported": .optional(record.wasPreviouslyReported),
    "killed_min": .optional(record.killed?.min),
    "killed_max": .optional(record.killed?.max),
    "injured_min": .optional(record.injured?.min),
    "injured_max": .optional(record.injured?.max),
    "sources": .strings(record.sources),
    "place": .optional(record.place),
    "country": .optional(record.country),
    "stated_country": .optional(record.statedCountry),
    "places": .array(record.places.map(\.json)),
    "flags": .strings(record.flags),
    "identifiers": .strings(record.identifiers),
    "duplicate_of": .optional(record.duplicateOf),
    "duplicate_of_id": .optional(record.duplicateOfID),
    "former_date": .optional(record.formerDate?.description),
    "history": .array(record.history.map(\.json)),
    "document": .string(record.document),
    "line": .number(Double(record.line)),
    "span": record.span.json,
  ]
}

extension Account {
  fileprivate var properties: [String: JSON] {
    [
      "date_inferred": .bool(isDateInferred), "document_type": .string(kind.rawValue), "event": .optional(event),
      "actor": .optional(actor), "victims": .string(victims.rawValue),
      "other_casualties": .array(others.map(\.json)),
      "reading_confidence": confidence.map { .number($0.rounded(toDecimals: 2)) } ?? .null,
    ]
  }
}

extension CasualtyGroup {
  fileprivate var json: JSON {
    [
      "victims": .string(victims.rawValue), "killed_min": .optional(killed?.min), "killed_max": .optional(killed?.max),
      "injured_min": .optional(injured?.min), "injured_max": .optional(injured?.max),
    ]
  }
}

extension SourceColumn.Value {
  fileprivate var json: JSON {
    switch self {
    case .missing: .null
    case .text(let text): .string(text)
    case .number(let number): .number(number)
    case .flag(let flag): .bool(flag)
    case .json(let text): (try? JSON(reading: Array(text.utf8), file: "")) ?? .string(text)
    }
  }

  init(_ json: JSON) {
    switch json {
    case .null: self = .missing
    case .string(let text): self = .text(text)
    case .number(let number): self = .number(number)
    case .bool(let flag): self = .flag(flag)
    case .array, .object: self = .json(json.text)
    }
  }
}

private func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }

private func report(_ grid: GridRecord?) -> [String: JSON] {
  let decimals = decimalsOfDegree(uncertaintyMeters: grid?.uncertaintyMeters ?? 0)
  return [
    "grid": .optional(grid?.reference),
    "grid_longitude": number(grid?.coordinate?.longitude.rounded(toDecimals: decimals)),
    "grid_latitude": number(grid?.coordinate?.latitude.rounded(toDecimals: decimals)),
    "grid_uncertainty_m": number(grid?.uncertaintyMeters?.rounded()),
    "grid_distance_m": number(grid?.distanceMeters?.rounded()),
    "grid_remarks": .strings(grid?.because ?? []),
  ]
}

extension HistoryEntry {
  var json: JSON {
    .object([
      "id": .string(id), "date": .optional(date?.description), "date_precision": .optional(date?.precision.rawValue),
      "assessment": .string(assessment.rawValue), "place": .optional(place), "killed_min": .optional(killed?.min),
      "killed_max": .optional(killed?.max), "injured_min": .optional(injured?.min),
      "injured_max": .optional(injured?.max), "basis": .string(basis),
    ])
  }
}

extension Location {
  /// An outline is drawn to about ten meters; a point to a tenth of its uncertainty, but one that a table gives as it
  /// gives it.
  public var decimals: Int {
    if let statedDecimals { return statedDecimals }
    return footprint == nil ? decimalsOfDegree(uncertaintyMeters: uncertaintyMeters) : 4
  }

  /// The properties of an incident with this location.
  package var publishedProperties: [String: JSON] { properties }

  var properties: [String: JSON] {
    [
      "longitude": .number(coordinate.longitude.rounded(toDecimals: decimals)),
      "latitude": .number(coordinate.latitude.rounded(toDecimals: decimals)),
      "uncertainty_m": .number(uncertaintyMeters.rounded(.up)),
      "precision": .string(precision.rawValue),
      "place_id": .string(placeID),
      "place_ids": .strings([placeID] + otherIDs),
      "place_name": .string(placeName),
      "place_source": source.isEmpty ? .null : .string(source),
      "matched_name": .string(matchedName),
      "match": .string(match.rawValue),
      "confidence": .number(confidence.rounded(toDecimals: 2)),
      "country": .string(country),
      "governorate": .optional(governorate?.name),
      "governorate_code": .optional(governorate?.code),
      "because": .strings(because),
    ]
  }

  /// The same properties for an incident that has no place.
  static let noProperties: [String: JSON] = [
    "longitude": .null, "latitude": .null, "uncertainty_m": .null, "precision": .null, "place_id": .null,
    "place_ids": .array([]), "place_name": .null, "matched_name": .null, "match": .null, "confidence": .null,
    "country": .null,
    "governorate": .null,
    "governorate_code": .null, "because": .array([]), "place_source": .null,
  ]
}

extension PlaceRecord {
  /// An element of the property `places`.
  package var publishedJSON: JSON { json }

  var json: JSON {
    let answer: [String: JSON] = [
      "place": .string(place), "status": .string(status.rawValue), "remarks": .strings(because),
    ]
    return .object(answer.merging(location?.properties ?? Location.noProperties) { stated, _ in stated })
  }
}
