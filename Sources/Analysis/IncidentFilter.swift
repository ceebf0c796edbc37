import Incidents

/// Which incidents a user asks for. What is nil or empty asks for nothing.
public struct IncidentFilter: Hashable, Sendable {
  /// The first day. An incident whose date is a range matches when the range overlaps the days asked for.
  public var from: CalendarDate?
  /// The last day.
  public var through: CalendarDate?
  /// The assessments; empty for any.
  public var assessments: Set<Assessment>
  /// ISO 3166-1 alpha-2, in any case: of the location, or where there is none as the text states it.
  public var country: String?
  /// A governorate's ISO 3166-2 code or English name, in any case.
  public var governorate: String?
  /// A part of the place as written, of the gazetteer's name for it or of the name that matched, in any case.
  public var place: String?
  /// Identifiers of places that go by that name otherwise: incidents at them match `place` too.
  public var placeIDs: Set<String> = []

  /// A filter; without arguments it lets everything through.
  public init(
    from: CalendarDate? = nil, through: CalendarDate? = nil, assessments: Set<Assessment> = [],
    country: String? = nil, governorate: String? = nil, place: String? = nil
  ) {
    self.from = from
    self.through = through
    self.assessments = assessments
    self.country = country
    self.governorate = governorate
    self.place = place
  }

  /// Whether the record has all that is asked for. A record without a date does not match when days are asked for.
  public func matches(_ record: IncidentRecord) -> Bool {
    matchesButForDate(record) && (!asksForDays || record.date.map(overlaps) ?? false)
  }

  /// The matching records in their order, and how many were left out only because they have no date.
  public func apply(to records: [IncidentRecord]) -> (matching: [IncidentRecord], undated: Int) {
    if self == IncidentFilter() { return (records, 0) }
    let undated = asksForDays ? records.count { $0.date == nil && matchesButForDate($0) } : 0
    return (records.kept(where: matches), undated)
  }

  private var asksForDays: Bool { from != nil || through != nil }

  private func overlaps(_ date: IncidentDate) -> Bool {
    (from.map { date.end >= $0 } ?? true) && (through.map { date.start <= $0 } ?? true)
  }

  private func matchesButForDate(_ record: IncidentRecord) -> Bool {
    (assessments.isEmpty || assessments.contains(record.assessment))
      && equals(country, any: [record.country])
      && equals(governorate, any: governorates(record).flatMap { [$0.code, $0.name] })
      && (isContained(place, any: [record.place, record.location?.placeName, record.location?.matchedName])
        || record.location.map { placeIDs.contains($0.placeID) || !placeIDs.isDisjoint(with: $0.otherIDs) } ?? false)
  }

  /// Of an incident in several governorates, all.
  private func governorates(_ record: IncidentRecord) -> [Governorate] {
    guard let location = record.location else { return [] }
    return location.governorate.map { [$0] } ?? record.places.compactMap(\.location?.governorate)
  }

  private func equals(_ wanted: String?, any values: [String?]) -> Bool {
    guard let wanted = wanted?.lowercased() else { return true }
    return values.contains { $0?.lowercased() == wanted }
  }

  private func isContained(_ wanted: String?, any values: [String?]) -> Bool {
    guard let wanted = wanted?.lowercased() else { return true }
    return values.contains { $0?.lowercased().contains(wanted) ?? false }
  }
}
