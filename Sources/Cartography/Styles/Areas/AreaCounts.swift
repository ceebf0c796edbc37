import Analysis
import Incidents

/// What the incidents of one step of time add up to in each area.
struct AreaCounts {
  /// What is known of one area.
  struct Entry {
    var incidents = 0
    /// How many of them state a number.
    var stated = 0
    var count = 0

    /// What a class or a color can be given for; nil where there are incidents, but no report states a number.
    var known: Int? { incidents > 0 && stated == 0 ? nil : count }
  }

  /// By the numbers of the areas.
  let entries: [Entry]
  /// Those that belong to no area.
  let elsewhere: [IncidentRecord]

  init(_ records: [IncidentRecord], in areas: StatisticalAreas, counting quantity: Quantity) {
    var entries = [Entry](repeating: Entry(), count: areas.areas.count)
    var elsewhere: [IncidentRecord] = []
    for record in records {
      guard let number = record.location.flatMap(areas.number) else {
        elsewhere.append(record)
        continue
      }
      entries[number].incidents += 1
      guard let count = quantity.count(record) else { continue }
      entries[number].stated += 1
      entries[number].count += count
    }
    (self.entries, self.elsewhere) = (entries, elsewhere)
  }
}
