import Incidents

/// The incidents of one governorate. Those that have none, because their place is a whole country or unknown, have
/// summaries of their own, one per country: the summaries of all records add up to all records.
public struct AreaSummary: Hashable, Sendable {
  /// ISO 3166-1 alpha-2; nil for incidents without a location whose text states no country.
  public let country: String?
  /// The governorate; nil for incidents located no finer than a country, or not at all.
  public let governorate: Governorate?
  /// What the incidents add up to.
  public let tally: IncidentTally

  /// One summary per governorate with incidents, by country and then by name; within a country those without a
  /// governorate come last, and those without a country after all others.
  public static func summaries(of records: [IncidentRecord]) -> [AreaSummary] {
    let groups = Dictionary(grouping: records) {
      Key(country: $0.country, governorate: $0.location?.governorate)
    }
    return groups.sorted { $0.key < $1.key }.map { key, members in
      AreaSummary(country: key.country, governorate: key.governorate, tally: IncidentTally(members))
    }
  }

  private struct Key: Hashable, Comparable {
    let country: String?
    let governorate: Governorate?

    /// Nothing sorts after something.
    private var order: (Int, String, Int, String, String) {
      (
        country == nil ? 1 : 0, country ?? "", governorate == nil ? 1 : 0, governorate?.name ?? "",
        governorate?.code ?? ""
      )
    }

    static func < (left: Key, right: Key) -> Bool { left.order < right.order }
  }
}
