import Formats
import Geo
import Incidents

extension IncidentRecord {
  /// How much of an incident is read.
  public enum Extent: Sendable {
    /// All that is written.
    case whole
    /// What maps, their filters and their credits ask for. The rest is as for an incident whose text is silent.
    case mapped

    /// The names of the properties; nil for all.
    var propertyNames: Set<String>? {
      switch self {
      case .whole: nil
      case .mapped: Self.mappedNames
      }
    }

    private static let mappedNames: Set<String> = [
      "assessment", "confidence", "country", "date", "date_precision", "document", "governorate", "governorate_code",
      "injured_max", "injured_min", "killed_max", "killed_min", "latitude", "longitude", "match", "matched_name",
      "other_casualties", "place", "place_id", "place_ids", "place_name", "place_source", "places", "precision",
      "sources", "stated_country", "uncertainty_m", "victims",
    ]
  }

  /// Reads what `Feature.init(_:)` writes.
  /// - Parameters:
  ///   - feature: one feature of an `incidents.geojson`.
  ///   - file: the file's name, for the message.
  ///   - extent: how much is read.
  /// - Throws: `FormatError` naming the feature and the property that is missing or has another form.
  public init(_ feature: Feature, file: String, extent: Extent = .whole) throws(FormatError) {
    let properties = PropertyReader(feature: feature, file: file)
    let span = extent == .whole ? try properties.span() : ByteSpan(start: 0, end: 0)
    let precision = try properties.choice("date_precision", IncidentDate.Precision.self)
    self.init(
      id: feature.id ?? "", date: try properties.date(precision: precision),
      assessment: try properties.required(properties.choice("assessment", Assessment.self), "assessment"),
      isReopened: feature.properties["reopened"]?.bool ?? false,
      wasPreviouslyReported: feature.properties["previously_reported"]?.bool,
      killed: try properties.count("killed"), injured: try properties.count("injured"),
      sources: properties.strings("sources"), place: feature.properties["place"]?.string,
      statedCountry: feature.properties["stated_country"]?.string,
      location: feature.geometry == nil ? nil : try properties.location(geometry: feature.geometry),
      places: try properties.places(), flags: properties.strings("flags"),
      document: feature.properties["document"]?.string ?? "", line: properties.integer("line") ?? 1, span: span,
      account: try properties.account())
    if extent == .whole { try readRest(of: feature, properties) }
  }

  private mutating func readRest(of feature: Feature, _ properties: PropertyReader) throws(FormatError) {
    identifiers = properties.strings("identifiers")
    sourceID = feature.properties["source_id"]?.string
    grid = try properties.grid()
    duplicateOf = feature.properties["duplicate_of"]?.string
    duplicateOfID = feature.properties["duplicate_of_id"]?.string
    formerDate = try properties.formerDate()
    history = try properties.history()
    columns = feature.properties.lazy.filter { !Self.propertyNames.contains($0.key) }.sorted { $0.key < $1.key }
      .map { SourceColumn(name: $0.key, value: SourceColumn.Value($0.value)) }
    if account.kind == .table { location?.statedDecimals = properties.statedDecimals }
  }

  /// The properties that an incident has itself; others are columns of its table.
  private static let propertyNames = Set((IncidentFields.all + IncidentFields.distance).map(\.name))
}

/// Looks up properties and says which one is broken.
private struct PropertyReader {
  let properties: [String: JSON]
  let name: String
  let file: String

  init(feature: Feature, file: String) {
    self.init(properties: feature.properties, name: feature.id.map { "feature \($0)" } ?? "a feature", file: file)
  }

  init(properties: [String: JSON], name: String, file: String) {
    self.properties = properties
    self.name = name
    self.file = file
  }

  func strings(_ key: String) -> [String] { properties[key]?.array?.compactMap(\.string) ?? [] }

  func integer(_ key: String) -> Int? { properties[key]?.number.flatMap(Int.init(exactly:)) }

  func required<Value>(_ value: Value?, _ key: String) throws(FormatError) -> Value {
    guard let value else { throw broken(key) }
    return value
  }

  func choice<Choice: RawRepresentable<String>>(
    _ key: String, _: Choice.Type
  ) throws(FormatError) -> Choice? {
    guard let text = properties[key]?.string else { return nil }
    return try required(Choice(rawValue: text), key)
  }

  func span() throws(FormatError) -> ByteSpan {
    let ends = properties["span"]?.array?.compactMap { $0.number.flatMap(Int.init(exactly:)) } ?? []
    guard ends.count == 2, 0 <= ends[0], ends[0] <= ends[1] else { throw broken("span") }
    return ByteSpan(start: ends[0], end: ends[1])
  }

  func date(precision: IncidentDate.Precision?) throws(FormatError) -> IncidentDate? {
    guard let text = properties["date"]?.string else { return nil }
    return try date(text, precision)
  }

  /// A date whose form says how precise it is.
  func formerDate() throws(FormatError) -> IncidentDate? {
    guard let text = properties["former_date"]?.string else { return nil }
    return try date(text, text.utf8.contains(UInt8(ascii: "/")) ? .range : text.utf8.count == 7 ? .month : .day)
  }

  private func date(_ text: String, _ precision: IncidentDate.Precision?) throws(FormatError) -> IncidentDate {
    if precision == .day, let day = CalendarDate(iso8601: text) { return IncidentDate(day) }
    let days = text.utf8.split(separator: UInt8(ascii: "/")).map { day in
      CalendarDate(iso8601: precision == .month ? String(Substring(day)) + "-01" : String(Substring(day)))
    }
    switch (precision, days.count) {
    case (.month, 1):
      return try required(days[0].flatMap { IncidentDate(year: $0.year, month: $0.month) }, "date")
    case (.range, 2):
      guard let first = days[0], let last = days[1] else { throw broken("date") }
      return try required(IncidentDate(from: first, through: last), "date")
    case (.day, 1): return IncidentDate(try required(days[0], "date"))
    default: throw broken("date")
    }
  }

  func count(_ key: String) throws(FormatError) -> CountRange? {
    guard let minimum = integer(key + "_min") else { return nil }
    let maximum = integer(key + "_max")
    guard minimum >= 0, minimum <= maximum ?? minimum else { throw broken(key + "_max") }
    return CountRange(min: minimum, max: maximum)
  }

  /// What only news texts say; files of earlier versions hold entries of releases.
  func account() throws(FormatError) -> Account {
    var others: [CasualtyGroup] = []
    for json in properties["other_casualties"]?.array ?? [] {
      let reader = PropertyReader(properties: json.object ?? [:], name: name, file: file)
      others.append(
        CasualtyGroup(
          victims: try reader.required(reader.choice("victims", Victims.self), "victims"),
          killed: try reader.count("killed"), injured: try reader.count("injured")))
    }
    return Account(
      kind: try choice("document_type", DocumentKind.self) ?? .release, event: properties["event"]?.string,
      actor: properties["actor"]?.string, victims: try choice("victims", Victims.self) ?? .civilians, others: others,
      isDateInferred: properties["date_inferred"]?.bool ?? false, confidence: properties["reading_confidence"]?.number)
  }

  func grid() throws(FormatError) -> GridRecord? {
    guard let reference = properties["grid"]?.string else { return nil }
    return GridRecord(
      reference: reference,
      coordinate: properties["grid_longitude"]?.number == nil ? nil : try coordinate(prefix: "grid_"),
      uncertaintyMeters: properties["grid_uncertainty_m"]?.number,
      distanceMeters: properties["grid_distance_m"]?.number, because: strings("grid_remarks"))
  }

  func history() throws(FormatError) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    for json in properties["history"]?.array ?? [] {
      let reader = PropertyReader(properties: json.object ?? [:], name: name, file: file)
      entries.append(
        HistoryEntry(
          id: json["id"].string ?? "",
          date: try reader.date(precision: reader.choice("date_precision", IncidentDate.Precision.self)),
          assessment: try reader.required(reader.choice("assessment", Assessment.self), "assessment"),
          place: json["place"].string, killed: try reader.count("killed"), injured: try reader.count("injured"),
          basis: json["basis"].string ?? ""))
    }
    return entries
  }

  func places() throws(FormatError) -> [PlaceRecord] {
    var places: [PlaceRecord] = []
    for json in properties["places"]?.array ?? [] {
      let reader = PropertyReader(properties: json.object ?? [:], name: name, file: file)
      let status = try reader.required(reader.choice("status", Resolution.Status.self), "status")
      places.append(
        PlaceRecord(
          place: json["place"].string ?? "", status: status,
          location: status == .unresolved ? nil : try reader.location(geometry: nil),
          because: reader.strings("remarks")))
    }
    return places
  }

  /// - Parameter geometry: the feature's own geometry, when it is more than a point.
  func location(geometry: Geometry?) throws(FormatError) -> Location {
    var footprint = geometry
    if case .point = geometry { footprint = nil }
    let governorate: Governorate? =
      if let code = properties["governorate_code"]?.string {
        Governorate(code: code, name: try required(properties["governorate"]?.string, "governorate"))
      } else { nil }
    let uncertainty = try required(properties["uncertainty_m"]?.number, "uncertainty_m")
    guard uncertainty >= 0 else { throw broken("uncertainty_m") }
    return Location(
      coordinate: try coordinate(), uncertaintyMeters: uncertainty,
      precision: try required(choice("precision", Precision.self), "precision"), footprint: footprint,
      placeID: properties["place_id"]?.string ?? "", otherIDs: Array(strings("place_ids").dropFirst()),
      placeName: properties["place_name"]?.string ?? "", matchedName: properties["matched_name"]?.string ?? "",
      match: try required(choice("match", MatchKind.self), "match"),
      confidence: try required(properties["confidence"]?.number, "confidence"),
      country: properties["country"]?.string ?? "", governorate: governorate,
      because: strings("because"), source: properties["place_source"]?.string ?? "")
  }

  /// How many decimals longitude and latitude have.
  var statedDecimals: Int? {
    let texts = ["longitude", "latitude"].compactMap { properties[$0]?.number?.description }
    let counts = texts.map { $0.hasSuffix(".0") ? 0 : $0.split(separator: ".").dropFirst().first?.utf8.count ?? 0 }
    return counts.max().map { min(7, $0) }
  }

  private func coordinate(prefix: String = "") throws(FormatError) -> Coordinate {
    let longitude = try required(properties[prefix + "longitude"]?.number, prefix + "longitude")
    let latitude = try required(properties[prefix + "latitude"]?.number, prefix + "latitude")
    do { return try Coordinate(longitude: longitude, latitude: latitude) } catch {
      throw FormatError(file: file, line: nil, problem: "\(name): \(error)")
    }
  }

  private func broken(_ key: String) -> FormatError {
    FormatError(
      file: file, line: nil,
      problem: "\(name) has no readable “\(key)”: was the file written by incident-mapper, and by this version?")
  }
}
