import Geo
import Incidents

/// What the clear names of a document say about the others: where it is about, which places it means, and how it spells.
/// It does not depend on the order of the names, and no name speaks for itself.
public struct DocumentContext: Sendable {
  /// A name whose place is clear without the others.
  private struct Anchor: Hashable {
    let name: String
    let coordinate: Coordinate
  }

  /// A name with what stands beside it: the same words in the same context are one witness, however often they stand.
  struct Phrase: Hashable {
    let name: String
    let parents: [String]
    let country: String?
    let governorate: String?
  }

  /// The distance within which places of one document count as neighbors.
  static let neighborMeters = 20_000.0

  private let anchors: [Anchor]
  private let phrases: [Coordinate: Set<Phrase>]
  /// How the document writes names.
  let habits: SourceHabits

  /// Names and the places that are clear for them.
  init(_ clear: [(written: String, phrase: Phrase, match: Match)]) {
    anchors = Set(clear.map { Anchor(name: $0.phrase.name, coordinate: $0.match.coordinate) }).sorted {
      ($0.coordinate.latitude, $0.coordinate.longitude, $0.name)
        < ($1.coordinate.latitude, $1.coordinate.longitude, $1.name)
    }
    phrases = Dictionary(grouping: clear, by: \.match.coordinate).mapValues { Set($0.map(\.phrase)) }
    habits = SourceHabits(
      clear.filter { [.exact, .alternateName, .spelling].contains($0.match.how) }
        .map { (written: $0.written, known: $0.match.matchedName) })
  }

  /// How many places, other than those of the same name, lie near a position.
  func neighbors(of coordinate: Coordinate, except name: String) -> Int {
    let degrees = Self.neighborMeters / 110_000  // a degree of latitude is at least that long
    let first = firstAnchor(from: coordinate.latitude - degrees)
    return anchors[first...].prefix { $0.coordinate.latitude <= coordinate.latitude + degrees }
      .count { $0.name != name && Nearness.meters($0.coordinate, coordinate) <= Self.neighborMeters }
  }

  /// How many other phrases clearly mean the place at a position.
  func mentions(of coordinate: Coordinate, except phrase: Phrase) -> Int {
    phrases[coordinate]?.count { $0 != phrase } ?? 0
  }

  private func firstAnchor(from latitude: Double) -> Int {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].coordinate.latitude < latitude { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension PlaceQuery {
  /// The words of the query with what stands beside them.
  var phrase: DocumentContext.Phrase {
    DocumentContext.Phrase(name: name.text, parents: parents, country: country, governorate: context.governorate)
  }
}
