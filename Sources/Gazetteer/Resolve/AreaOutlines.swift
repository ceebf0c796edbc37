import Geo
import Incidents

/// The outlines of the governorates and countries of a gazetteer, and how far positions are from them.
///
/// Distances are on a plane around the position: within 1 % up to 100 km, where they decide whether a position is beside
/// an area or far from it.
struct AreaOutlines {
  private struct Outline {
    var box: BoundingBox
    var rings: [[Coordinate]]
  }

  private var outlines: [Outline] = []
  /// The outlines of each governorate, by its number, and of each country, by its code.
  private(set) var ofGovernorate: [Int: [Int]] = [:]
  private(set) var ofCountry: [String: [Int]] = [:]

  private static let metersPerDegree = 111_320.0

  init(_ resolver: Resolver) {
    for (number, place) in resolver.governorates.places.enumerated() {
      add(resolver, place) { $0.ofGovernorate[number, default: []].append($1) }
    }
    for place in resolver.index.places(of: .country) { add(resolver, place) { _, _ in } }
  }

  private mutating func add(_ resolver: Resolver, _ place: Int, _ note: (inout AreaOutlines, Int) -> Void) {
    guard case .area(let area)? = resolver.index.footprint(of: place) else { return }
    let number = outlines.count
    outlines.append(Outline(box: area.boundingBox, rings: area.polygons.flatMap(\.rings).map(\.coordinates)))
    ofCountry[resolver.index.places[place].country, default: []].append(number)
    note(&self, number)
  }

  /// The distance to the nearest edge of some outlines; `limit` when none is nearer.
  func meters(from position: Coordinate, to numbers: some Sequence<Int>, limit: Double) -> Double {
    var squared = limit * limit
    for number in numbers where isNear(outlines[number].box, position, squared.squareRoot()) {
      for ring in outlines[number].rings { squared = min(squared, Self.squaredMeters(position, ring)) }
    }
    return squared.squareRoot()
  }

  /// The distance to the nearest edge of any outline; `limit` when none is nearer.
  func meters(from position: Coordinate, limit: Double) -> Double {
    meters(from: position, to: outlines.indices, limit: limit)
  }

  private func isNear(_ box: BoundingBox, _ position: Coordinate, _ meters: Double) -> Bool {
    let latitudes = meters / Self.metersPerDegree
    let longitudes = latitudes / max(0.1, Self.cosine(position))
    return (box.west - longitudes...box.east + longitudes).contains(position.longitude)
      && (box.south - latitudes...box.north + latitudes).contains(position.latitude)
  }

  private static func cosine(_ position: Coordinate) -> Double {
    // Bhaskara's approximation of the cosine, within 0.2 %.
    let squared = position.latitude * position.latitude
    return 4 * (8_100 - squared) / (32_400 + squared)
  }

  private static func squaredMeters(_ position: Coordinate, _ ring: [Coordinate]) -> Double {
    let (perLongitude, perLatitude) = (metersPerDegree * cosine(position), metersPerDegree)
    func plane(_ corner: Coordinate) -> SIMD2<Double> {
      SIMD2((corner.longitude - position.longitude) * perLongitude, (corner.latitude - position.latitude) * perLatitude)
    }
    var least = Double.infinity
    guard let first = ring.first else { return least }
    var start = plane(first)
    for corner in ring.dropFirst() {
      let end = plane(corner)
      let edge = end - start
      let length = (edge * edge).sum()
      let share = length > 0 ? min(1, max(0, -(start * edge).sum() / length)) : 0
      let nearest = start + edge * share
      least = min(least, (nearest * nearest).sum())
      start = end
    }
    return least
  }
}
