import Geo
import GeoEngine

/// Grid references of the Military Grid Reference System as reports write them (NGA.STND.0037, without the poles).
enum GridText {
  private typealias Grid = (reference: String, square: MGRS.Square)

  /// Words that announce a grid, and marks that join two. Policy tables.
  private static let announcements: Set<String> = ["mgrs", "grid", "grids", "at", "reference", "coordinates"]
  private static let joints: Set<Character> = ["/", ";", "&", ","]
  private static let marks: Set<Character> = [":", "(", ")"]

  /// One or two grids; nil for what is no attempt at one.
  static func read(_ text: String) throws(WrittenPositionError) -> WrittenPosition? {
    let words = text.split { $0.isWhitespace || marks.contains($0) }.drop { announcements.contains($0.lowercased()) }
    let body = words.map { $0.lowercased() == "and" ? "/" : String($0) }.joined(separator: " ")
    let pieces = body.split(whereSeparator: joints.contains)
    guard let piece = pieces.first, let parts = GridParts(piece), parts.isAttempt(written: piece) else { return nil }
    let first = try grid(parts, in: text)
    switch pieces.count {
    case 1: return position(first)
    case 2: return position(first, try second(pieces[1], beside: parts, in: text))
    default:
      throw WrittenPositionError(text: text, problem: "it gives \(pieces.count) grids; one or two are understood")
    }
  }

  private static func grid(_ parts: GridParts, in text: String) throws(WrittenPositionError) -> Grid {
    if let problem = parts.problem { throw WrittenPositionError(text: text, problem: problem) }
    do {
      return (parts.reference, try MGRS.square(parts.reference))
    } catch {
      throw WrittenPositionError(text: text, problem: "\(error)")
    }
  }

  /// A second grid of digits alone, as many as the first one has, is in the same square of 100 km.
  private static func second(
    _ piece: Substring, beside first: GridParts, in text: String
  ) throws(WrittenPositionError) -> Grid {
    let packed = piece.filter { !$0.isWhitespace }
    let isShort = packed.allSatisfy(\.isNumber) && packed.count == first.digits.count
    guard let parts = GridParts(isShort ? first.zone + first.letters + piece : String(piece)) else {
      throw WrittenPositionError(text: text, problem: "what stands beside its first grid is no grid")
    }
    return try grid(parts, in: text)
  }

  private static func position(_ grid: Grid) -> WrittenPosition {
    let square = grid.square
    return WrittenPosition(
      coordinate: square.center, uncertaintyMeters: square.radiusMeters, notation: .grid, reading: grid.reference,
      because: [
        "the grid \(grid.reference) is a square of \(Meters.words(square.sideMeters)); the position is its middle, and "
          + "half its diagonal, \(Meters.words(square.radiusMeters)), the uncertainty"
      ])
  }

  /// Two grids may be two positions or the ends of one stretch: the circle holds both squares.
  private static func position(_ first: Grid, _ second: Grid) -> WrittenPosition {
    let (start, end) = (first.square.center, second.square.center)
    let (distance, bearing) = Geodesic.inverse(from: start, to: end)
    let radius = distance / 2 + max(first.square.radiusMeters, second.square.radiusMeters)
    return WrittenPosition(
      coordinate: Geodesic.destination(from: start, bearingDegrees: bearing, distanceMeters: distance / 2),
      uncertaintyMeters: radius, notation: .grid, reading: first.reference + "/" + second.reference,
      because: [
        "two grids, \(first.reference) and \(second.reference), \(Meters.words(distance)) apart: two positions or the "
          + "stretch between them; the circle of \(Meters.words(radius)) around their middle holds both"
      ])
  }
}
