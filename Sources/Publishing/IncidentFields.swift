import Formats

/// The properties of a published incident: the one list that tables, all formats and the description of the data follow.
/// All are present for every incident, null where the text is silent.
public enum IncidentFields {
  /// The properties, in the order in which tables have them.
  public static let all: [Field] = reported + located + grid + reading

  /// What a layer of incidents is.
  /// - Parameter note: where it comes from, and under which licenses.
  public static func layer(note: String = "", extra: [Field] = []) -> FeatureLayer {
    var layer = FeatureLayer(
      name: "incidents", title: "Reported incidents", note: note, fields: extra + all, hasIDs: true,
      nameFields: ["place", "date"], dateField: "date")
    layer.summaryFields = extra.map(\.name) + summary
    return layer
  }

  /// What a reader who points at an incident wants to know.
  private static let summary = [
    "identifiers", "date", "assessment", "killed_min", "killed_max", "injured_min", "injured_max", "victims", "event",
    "actor", "sources", "place_name", "confidence", "uncertainty_m", "precision", "country", "governorate", "flags",
    "because", "document", "line",
  ]

  /// What a query adds to an incident.
  public static let distance = [
    Field("distance_m", .number, unit: "m", "Geodesic distance from the center of the query to the position."),
    Field("bearing_deg", .number, unit: "degrees", "Direction from the center, clockwise from north."),
    Field("within", .text, "“certain” when the whole circle of uncertainty is within the radius, else “possible”."),
  ]

  private static let reported = [
    Field("identifiers", .list, "The numbers that the report is known by, such as 2904/CS170."),
    Field("date", .date, "When it happened: a day, a month or a range of days."),
    Field("date_precision", .text, "Whether the date is a day, a month or a range."),
    Field("date_inferred", .boolean, "Whether a part of the date, such as its year, follows from the text around it."),
    Field("assessment", .text, "What the reporting body concluded: credible, non-credible, open, duplicate, unstated."),
    Field("reopened", .boolean, "Whether the report had been closed and was opened again."),
    Field("previously_reported", .boolean, "Whether an earlier release had it."),
    Field("killed_min", .integer, unit: "people", "Fewest people killed, of those whom “victims” names."),
    Field("killed_max", .integer, unit: "people", "Most people killed; missing when the text says “at least”."),
    Field("injured_min", .integer, unit: "people", "Fewest people injured, of those whom “victims” names."),
    Field("injured_max", .integer, unit: "people", "Most people injured; missing when the text says “at least”."),
    Field(
      "victims", .text,
      "Whom the figures count: civilians, unknown, anyone (all kinds of people), security forces or attackers."),
    Field("other_casualties", .json, "What the text says of other people harmed in the same incident."),
    Field("event", .text, "What happened, in words of the text."),
    Field("actor", .text, "Who did it, as the text says it."),
    Field("sources", .list, "Who reported it, as written."),
    Field("place", .text, "The place as written, without the country."),
    Field("stated_country", .text, "The country that the text states, ISO 3166-1 alpha-2."),
  ]

  private static let located = [
    Field("place_name", .text, "The main name of the place that the position stands for."),
    Field("matched_name", .text, "The one of its names that matched."),
    Field("place_id", .text, "Its identifier in a gazetteer."),
    Field("place_ids", .list, "Its identifiers in all gazetteers."),
    Field("place_source", .text, "Who published the gazetteer entry, or the positions it rests on."),
    Field("match", .text, "How the name matched."),
    Field("confidence", .number, "The probability, 0 to 1, that this is the place meant."),
    Field("longitude", .number, unit: "degrees", "Center of the circle of uncertainty, east of Greenwich, WGS 84."),
    Field("latitude", .number, unit: "degrees", "Center of the circle of uncertainty, north of the equator, WGS 84."),
    Field("uncertainty_m", .number, unit: "m", "Radius of the circle of uncertainty around the position."),
    Field(
      "precision", .text, "What the position stands for: site, neighborhood, town, district, governorate, country."),
    Field("country", .text, "The country of the place, ISO 3166-1 alpha-2."),
    Field("governorate", .text, "The first-level area of the place."),
    Field("governorate_code", .text, "Its code: ISO 3166-2, or the United Nations' P-code."),
    Field("flags", .list, "What a reader must be warned of."),
    Field("because", .list, "The reasons for the place, in words."),
    Field("places", .json, "The answers for all places that the text names."),
  ]

  private static let grid = [
    Field("grid", .text, "The MGRS grid reference in the text."),
    Field("grid_longitude", .number, unit: "degrees", "Center of the grid's square, east of Greenwich, WGS 84."),
    Field("grid_latitude", .number, unit: "degrees", "Center of the grid's square, north of the equator, WGS 84."),
    Field("grid_uncertainty_m", .number, unit: "m", "Radius of the circle around the grid's square."),
    Field("grid_distance_m", .number, unit: "m", "Distance from the grid's position to that of the named place."),
    Field("grid_remarks", .list, "What is wrong with the grid reference, or was read from it."),
  ]

  private static let reading = [
    Field("duplicate_of", .text, "The report that the text says this one duplicates."),
    Field("duplicate_of_id", .text, "The identifier of that report's feature in this file."),
    Field("former_date", .date, "The date that the text says an earlier release gave in error."),
    Field("history", .json, "What earlier releases said of the same incident, oldest first."),
    Field("document_type", .text, "The kind of text it was read from."),
    Field("reading_confidence", .number, "The probability, 0 to 1, that the sentence of a news text was read rightly."),
    Field("document", .text, "The document's name."),
    Field("line", .integer, "The line of the document that the entry starts on, from 1."),
    Field("span", .json, "The first byte of the entry in the document, from 0, and the one past its last."),
  ]
}
