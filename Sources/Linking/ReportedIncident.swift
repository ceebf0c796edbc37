import Gazetteer
import Incidents

/// A record, prepared for comparing it with many others.
struct ReportedIncident {
  let record: IncidentRecord
  let place: ReportedPlace
  /// The sources' names in letters, without the word *report*.
  let sources: Set<String>
  /// Everything that is told of the incident and nothing of where it stands in its document: records of one content are
  /// exchangeable, and their order by content is the same in every document.
  let content: String
  /// What two releases that tell of it in the same words have in common.
  let key: String

  init(_ record: IncidentRecord) {
    self.record = record
    place = ReportedPlace(record)
    sources = Set(record.sources.map(Self.plainSource))
    let when = record.date?.description ?? "-"
    key = [when, place.letters, place.country ?? "-", sources.sorted().joined(separator: "+")].joined(separator: "|")
    content = [
      key, record.assessment.rawValue, record.killed?.description ?? "-", record.injured?.description ?? "-",
      "\(record.isReopened)", record.identifiers.sorted().joined(separator: "+"), record.grid?.reference ?? "-",
      record.formerDate?.description ?? "-", record.duplicateOf ?? "-",
    ].joined(separator: "|")
  }

  private static func plainSource(_ source: String) -> String {
    let letters = ReportedPlace.letters(source)
    for ending in ["reports", "report"] where letters.hasSuffix(ending) {
      return String(letters.dropLast(ending.count))
    }
    return letters
  }

  /// The report's own number and others' codes for it: both kinds must not contradict.
  private var numbers: Set<String> { Set(record.identifiers.filter { $0.first?.isNumber == true }) }
  private var codes: Set<String> { Set(record.identifiers.filter { $0.first?.isNumber != true }) }

  /// The identifiers that two records share.
  func sharedIdentifiers(_ other: ReportedIncident) -> [String] {
    record.identifiers.filter(other.record.identifiers.contains)
  }

  /// Whether the identifiers say that these are two incidents: both have some of one kind, and none of them is shared.
  func isDistinguished(from other: ReportedIncident) -> Bool {
    [(numbers, other.numbers), (codes, other.codes)].contains { left, right in
      !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
    }
  }
}
