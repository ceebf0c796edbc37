import Formats
import Publishing

/// The properties of an incident that a table can state, with those of a place that was looked up; they are some of
/// `IncidentFields.all`, in the same order.
enum TableFields {
  private static let given = [
    "identifiers", "date", "date_precision", "assessment", "killed_min", "killed_max", "injured_min", "injured_max",
    "victims", "other_casualties", "event", "actor", "sources", "place", "stated_country", "place_name", "matched_name",
    "place_id", "place_ids", "place_source", "match", "confidence", "longitude", "latitude", "uncertainty_m",
    "precision", "country", "governorate", "governorate_code", "flags", "because", "places", "document_type",
    "document", "line", "span",
  ]
  /// What only a place that was looked up has.
  private static let lookedUp: Set<String> = ["place_ids", "place_source", "places"]

  /// What a stream of incidents is: the properties above, then the columns that are kept, each under its own name, or
  /// with `source_` before it where that is taken.
  /// - Parameter looksUp: whether places without a position are looked up.
  static func layer(keeping columns: [Field], looksUp: Bool, hasOnlyPoints: Bool) -> FeatureLayer {
    let known = Dictionary(IncidentFields.all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var layer = IncidentFields.layer()
    let own = given.filter { looksUp || !lookedUp.contains($0) }.compactMap { known[$0] }
    layer.fields = own + renamed(columns)
    layer.hasOnlyPoints = hasOnlyPoints
    return layer
  }

  private static func renamed(_ columns: [Field]) -> [Field] {
    var taken = Set(IncidentFields.all.map { $0.name.lowercased() } + ["id", "geometry"])
    return columns.map { column in
      var field = column
      if taken.contains(field.name.lowercased()) { field.name = "source_" + column.name }
      let base = field.name
      var number = 2
      while !taken.insert(field.name.lowercased()).inserted {
        field.name = "\(base)_\(number)"
        number += 1
      }
      return field
    }
  }
}
