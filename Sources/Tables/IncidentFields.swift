import Formats

/// The properties of an incident that a table can state, as the stream of its rows has them; the names are those of
/// `Feature.init(_ record: IncidentRecord)`.
enum IncidentFields {
  static let all: [Field] = [
    Field("date", .date, "When it happened."),
    Field("date_precision", .text, "How exact the date is: day, range or month."),
    Field("assessment", .text, "What the reporting body concluded."),
    Field("killed_min", .integer, unit: "people", "The least number of people killed."),
    Field("killed_max", .integer, unit: "people", "The largest number of people killed."),
    Field("injured_min", .integer, unit: "people", "The least number of people injured."),
    Field("injured_max", .integer, unit: "people", "The largest number of people injured."),
    Field(
      "victims", .text, "Whom these figures count: civilians, unknown, anyone (those who fight included) or others."),
    Field("other_casualties", .json, "What is said of one group of people, such as the civilians among the killed."),
    Field("event", .text, "What happened."),
    Field("actor", .text, "Who did it, as the table says."),
    Field("sources", .list, "Who reported it."),
    Field("place", .text, "The place as written."),
    Field(
      "country", .text, "ISO 3166-1 code of the country that the position lies in; without one, of the stated one."),
    Field("stated_country", .text, "ISO 3166-1 code of the country that the table states."),
    Field("governorate", .text, "The governorate that the position lies in."),
    Field("governorate_code", .text, "ISO 3166-2 code of that governorate."),
    Field("longitude", .number, unit: "degrees", "Degrees east of Greenwich (WGS 84)."),
    Field("latitude", .number, unit: "degrees", "Degrees north of the equator (WGS 84)."),
    Field("uncertainty_m", .number, unit: "m", "The true position lies within this radius."),
    Field("precision", .text, "What kind of thing the position stands for, from site to country."),
    Field("place_id", .text, "The position as a geo URI (RFC 5870), latitude first."),
    Field("place_name", .text, "What a map calls the place."),
    Field("matched_name", .text, "The name the position belongs to."),
    Field("match", .text, "How the position was found: the table gives it."),
    Field("confidence", .number, "The probability that the position is the one meant."),
    Field("because", .list, "The reasons, in words."),
    Field("flags", .list, "What a reader must be warned of."),
    Field("identifiers", .list, "What the publisher calls the incident."),
    Field("document_type", .text, "The kind of document: table."),
    Field("document", .text, "The file that the row is from."),
    Field("line", .integer, "The line the row starts on, from 1."),
    Field("span", .json, "The first byte of the row in the file, and one past the last."),
  ]

  /// The fields of a stream: those above, then the columns that are kept, each under its own name, or with `source_`
  /// before it where that is taken.
  static func fields(keeping columns: [Field]) -> [Field] {
    var taken = Set(all.map { $0.name.lowercased() } + ["id", "geometry"])
    return all
      + columns.map { column in
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
