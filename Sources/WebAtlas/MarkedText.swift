import Incidents
import Reports

/// A piece of an entry's text, and the field that was read from it.
struct MarkedText: Hashable {
  let text: String
  /// What was read from it: `date`, `place`; nil for the words between.
  let field: String?

  /// The text of an incident's entry, cut where its fields begin and end. The pieces joined are the entry, byte for byte.
  static func pieces(of incident: Incident, in document: SourceDocument) -> [MarkedText] {
    var pieces: [MarkedText] = []
    var position = incident.span.start
    func add(upTo end: Int, _ field: String?) {
      guard end > position else { return }
      pieces.append(MarkedText(text: document.text(ByteSpan(start: position, end: end)), field: field))
      position = end
    }
    for (field, span) in fields(of: incident) where span.start >= position && span.end <= incident.span.end {
      add(upTo: span.start, nil)
      add(upTo: span.end, field)
    }
    add(upTo: incident.span.end, nil)
    return pieces
  }

  /// The fields by where they stand; of those that start together the longest first.
  private static func fields(of incident: Incident) -> [(field: String, span: ByteSpan)] {
    var fields: [(field: String, span: ByteSpan?)] = [
      ("date", incident.date?.span), ("place", incident.placePhrase?.span), ("killed", incident.killed?.span),
      ("injured", incident.injured?.span), ("grid", incident.grid?.span), ("remark", incident.reopened),
      ("remark", incident.previouslyReported?.span), ("former date", incident.formerDate?.span),
    ]
    fields += incident.sources.map { ("source", $0.span) } + incident.identifiers.map { ("identifier", $0.span) }
    return fields.compactMap { field, span in span.map { (field, $0) } }
      .sorted { ($0.1.start, -$0.1.end, $0.0) < ($1.1.start, -$1.1.end, $1.0) }
  }
}
