import Formats
import Gazetteer
import Incidents
import Publishing

/// Looks up the places of rows that give no position, each name once.
struct RowLookup {
  /// An answer, and what a row with it has in the fields from `place_name` to `because`.
  struct Answer {
    var resolution: Resolution
    var mention: PlaceMention
    /// The properties of the place.
    var properties: [String: JSON]
    /// Where it goes on a map; nil when it is not clear which place is meant.
    var location: Location?
  }

  private var lookup: BatchLookup
  private var answers: [BatchQuery: Answer] = [:]
  private static let mostAnswers = 50_000

  init(_ resolver: Resolver) { lookup = BatchLookup(resolver) }

  /// The place of a row.
  /// - Parameters:
  ///   - country, governorate: as written; nil where the row states none.
  mutating func answer(place: String, country: String?, governorate: String?) -> Answer {
    let query = BatchQuery(id: "", name: place, country: country, governorate: governorate)
    if let known = answers[query] { return known }
    let resolution = lookup.resolve(query)
    let mention = lookup.mention(query)
    let match = resolution.status == .resolved ? resolution.best : nil
    let location = match.map(Location.init)
    let record = PlaceRecord(mention: mention, resolution: resolution)
    var properties = location?.publishedProperties ?? [:]
    properties["places"] = .array([record.publishedJSON])
    let answer = Answer(resolution: resolution, mention: mention, properties: properties, location: location)
    if answers.count >= Self.mostAnswers { answers.removeAll() }
    answers[query] = answer
    return answer
  }

  /// The fields from `place_name` to `because` and `places`.
  static let fields = [
    "place_name", "matched_name", "place_id", "place_ids", "place_source", "match", "confidence", "longitude",
    "latitude", "uncertainty_m", "precision", "country", "governorate", "governorate_code", "flags", "because",
    "places",
  ]
  private static let lists: Set<String> = ["place_ids", "flags", "because", "places"]

  /// Appends those fields.
  /// - Parameter flags: what else a reader of the row must be warned of.
  static func append(
    _ answer: Answer, country: String?, flags: RowFlags, to output: inout FeatureBatch
  ) {
    for field in fields {
      var value = answer.properties[field] ?? .null
      if field == "flags" { value = .strings(answer.resolution.flags.map(\.rawValue) + flags.words) }
      if field == "country", value == .null { value = .optional(country) }
      if lists.contains(field), value == .null { value = .array([]) }
      output.append(json: value, as: lists.contains(field) ? .json : .text)
    }
  }
}
