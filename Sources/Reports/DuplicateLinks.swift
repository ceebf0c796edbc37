import Incidents

/// Finds the entries of one document that its duplicates point to.
struct DuplicateLinks {
  private let incidents: [Incident]
  /// The section and the number in it of each entry.
  private let items: [(section: Int, number: Int?)]

  /// The entries of a document, in order, each with its section and its number there.
  init(_ incidents: [Incident], items: [(section: Int, number: Int?)]) {
    (self.incidents, self.items) = (incidents, items)
  }

  /// The entries, with a link where exactly one other is meant.
  func linked() -> [Incident] {
    incidents.indices.map { index in
      var incident = incidents[index]
      if let reference = incident.duplicateOf { incident.duplicateOf?.ordinal = target(of: reference, index) }
      return incident
    }
  }

  private func target(of reference: ReportReference, _ index: Int) -> Int? {
    let found = incidents.indices.filter { $0 != index && isMeant(reference, $0, from: index) }
    return found.count == 1 ? incidents[found[0]].ordinal : nil
  }

  private func isMeant(_ reference: ReportReference, _ other: Int, from index: Int) -> Bool {
    if !reference.identifiers.isEmpty {
      return incidents[other].identifiers.contains { reference.identifiers.contains($0.value) }
    }
    if let number = reference.itemNumber {
      return items[other].section == items[index].section && items[other].number == number
    }
    guard let date = reference.date, incidents[other].date?.value == date, incidents[other].duplicateOf == nil else {
      return false
    }
    return reference.place.map { Self.letters($0) == Self.letters(incidents[other].placePhrase?.value ?? "") } ?? true
  }

  private static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
