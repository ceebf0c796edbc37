import Geo
import Incidents

/// A name of a document whose place is clear without the others.
struct ClearName {
  /// As the text has it.
  let written: String
  let phrase: DocumentContext.Phrase
  let match: Match
}

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

  /// How far around a place others of its document count as beside it.
  private static let besideMeters = 15_000.0

  /// Where the places of the document lie, each name at a place once.
  private let density: PlaceDensity
  private let positions: [String: [Coordinate]]
  /// Where the gazetteers' places lie.
  private let places: PlaceDensity
  private let phrases: [Coordinate: Set<Phrase>]
  /// Where the names lie that stand with a larger place, by that one's words.
  private let parts: [String: [Coordinate]]
  /// How the document writes names.
  let habits: SourceHabits

  /// Names and the places that are clear for them, among all places that the gazetteers know.
  init(_ clear: [ClearName], among places: PlaceDensity) {
    let anchors = Set(clear.map { Anchor(name: $0.phrase.name, coordinate: $0.match.coordinate) })
    self.places = places
    density = PlaceDensity(anchors.map(\.coordinate))
    positions = Dictionary(grouping: anchors, by: \.name).mapValues { $0.map(\.coordinate) }
    phrases = Dictionary(grouping: clear, by: \.match.coordinate).mapValues { Set($0.map(\.phrase)) }
    parts = phrases.reduce(into: [:]) { parts, found in
      for phrase in found.value {
        if let parent = phrase.parents.first { parts[parent, default: []].append(found.key) }
      }
    }
    habits = SourceHabits(
      clear.filter { [.exact, .alternateName, .spelling].contains($0.match.how) }
        .map { (written: $0.written, known: $0.match.matchedName) })
  }

  /// How many places other than those of the same name lie around a position, and how many would if the document took
  /// its places from the gazetteers at random.
  func neighbors(of coordinate: Coordinate, except name: String) -> (count: Int, expected: Double) {
    let window = PlaceDensity.Window(around: coordinate, meters: Self.besideMeters)
    let own = positions[name] ?? []
    let share = Double(places.count(in: window)) / Double(max(1, places.count))
    return (density.count(in: window) - own.count(where: window.contains), Double(density.count - own.count) * share)
  }

  /// How many names that are clear stand with a larger place, and how many of those lie around a position.
  func parts(of parent: String, around center: Coordinate, meters: Double) -> (count: Int, around: Int) {
    let parts = parts[parent] ?? []
    return (parts.count, parts.count { Nearness.meters($0, center) <= meters })
  }

  /// How many other phrases clearly mean the place at a position.
  func mentions(of coordinate: Coordinate, except phrase: Phrase) -> Int {
    phrases[coordinate]?.count { $0 != phrase } ?? 0
  }
}

extension PlaceQuery {
  /// The words of the query with what stands beside them.
  var phrase: DocumentContext.Phrase {
    DocumentContext.Phrase(name: name.text, parents: parents, country: country, governorate: context.governorate)
  }
}
