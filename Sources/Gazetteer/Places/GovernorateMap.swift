import Geo
import GeoEngine
import Incidents
import Synchronization

/// The governorates of a gazetteer and which of them a position or a place is in. Places whose source does not say are
/// looked up in the boundaries when first asked for, and remembered.
final class GovernorateMap: Sendable {
  /// The governorates, in the order of their codes.
  let governorates: [Governorate]
  let places: [Int]
  private let countries: [CountryCode]
  private let boxes: [BoundingBox]
  private let locator: AreaLocator?
  private let byCode: [String: Int]
  private let known: Mutex<[Int16]>

  private static let unasked: Int16 = -2
  private static let none: Int16 = -1

  /// The governorates among the places: the entries of that kind that have an area and a code.
  init(_ index: PlaceIndex) throws(GazetteerError) {
    var found: [(governorate: Governorate, place: Int, area: MultiPolygon, otherCodes: [String])] = []
    for number in index.places(of: .governorate) {
      let place = index.places[number]
      guard case .area(let area)? = place.footprint, let code = place.governorateCode else { continue }
      let otherCodes = ([place.id] + place.otherIDs).compactMap(PlaceCode.pCode)
      found.append((Governorate(code: code, name: place.name), number, area, otherCodes))
    }
    found.sort { $0.governorate.code < $1.governorate.code }
    governorates = found.map(\.governorate)
    places = found.map(\.place)
    countries = found.map { CountryCode(index.text(.country, of: $0.place)) }
    let footprints = found.map(\.area)
    boxes = footprints.map(\.boundingBox)
    byCode = Dictionary(
      found.enumerated().map { ($1.governorate.code, $0) }
        + found.enumerated().flatMap { number, row in row.otherCodes.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
    do {
      locator = footprints.isEmpty ? nil : try AreaLocator(footprints)
    } catch {
      throw GazetteerError(file: "governorates", problem: "their boundaries cannot be used: \(error)")
    }
    known = Mutex([Int16](repeating: Self.unasked, count: index.places.count))
  }

  /// The governorate with an ISO 3166-2 code or a P-code.
  func number(ofCode code: String) -> Int? { byCode[code.uppercased()] }

  /// The governorate a position lies in.
  func number(containing coordinate: Coordinate) -> Int? { locator?.firstIndex(containing: coordinate) }

  /// The governorates a position lies in: several where the borders of two sources overlap.
  func numbers(containing coordinate: Coordinate) -> [Int] { locator?.indices(containing: coordinate) ?? [] }

  /// The governorate of a place: what its source says, else where it lies. A position outside of its own country's
  /// governorates has none: borders are drawn differently.
  func number(ofPlace number: Int, in index: PlaceIndex) -> Int? {
    let cached = known.withLock { $0[number] }
    if cached != Self.unasked { return cached == Self.none ? nil : Int(cached) }
    let place = index.attributes[number]
    var governorate = index.governorateCode(of: number).flatMap { byCode[$0] }
    if governorate == nil, place.kind != .country, place.kind != .river {
      governorate = locator?.indices(containing: place.coordinate).first { countries[$0] == place.country }
    }
    known.withLock { $0[number] = governorate.map { Int16($0) } ?? Self.none }
    return governorate
  }

  /// Whether any governorates of a country are known.
  func areKnown(in country: String) -> Bool { countries.contains(CountryCode(country)) }

  /// Whether a position is at most so far from a governorate of a country; nil when none of the country's are known.
  func isNear(_ country: CountryCode, _ meters: Double, _ coordinate: Coordinate) -> Bool? {
    let own = countries.indices.filter { countries[$0] == country }
    return own.isEmpty ? nil : own.contains { isWithin(meters, of: $0, coordinate) }
  }

  /// Whether a position is at most so far from a governorate: eight directions are tried.
  func isWithin(_ meters: Double, of governorate: Int, _ coordinate: Coordinate) -> Bool {
    let box = boxes[governorate]
    let degrees = 2 * meters / 111_000  // generous at these latitudes; the probes decide
    guard (box.west - degrees...box.east + degrees).contains(coordinate.longitude),
      (box.south - degrees...box.north + degrees).contains(coordinate.latitude)
    else { return false }
    return stride(from: 0.0, to: 360, by: 45).contains { bearing in
      let probe = Geodesic.destination(from: coordinate, bearingDegrees: bearing, distanceMeters: meters)
      return locator?.indices(containing: probe).contains(governorate) == true
    }
  }
}
