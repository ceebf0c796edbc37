import Geo
import GeoEngine
import Incidents

/// What a gazetteer knows of a position.
public struct Surroundings: Hashable, Sendable {
  /// The position.
  public var coordinate: Coordinate
  /// ISO 3166-1 alpha-2; nil outside of all countries the gazetteer knows.
  public var country: String?
  /// The governorate it lies in; nil outside of all.
  public var governorate: Governorate?
  /// The district it lies in; nil outside of all.
  public var district: String?
  /// The nearest places, nearest first.
  public var places: [Neighbor]

  /// A place nearby.
  public struct Neighbor: Hashable, Sendable {
    /// The place.
    public var place: Place
    /// From the place to the position, on the geodesic.
    public var distanceMeters: Double
    /// The direction of the position as seen from the place, clockwise from north, 0…<360.
    public var bearingDegrees: Double

    /// One of sixteen winds: `north-northeast`.
    public var direction: String { Heading.name(ofBearing: bearingDegrees) }
  }
}

extension Resolver {
  /// The governorate a position lies in; nil outside of all.
  public func governorate(at coordinate: Coordinate) -> Governorate? {
    governorates.number(containing: coordinate).map { governorates.governorates[$0] }
  }

  /// The name of the district a position lies in; nil outside of all.
  public func district(at coordinate: Coordinate) -> String? {
    districts.areas(containing: coordinate).first.map { index.places[$0].name }
  }

  /// The governorate of a name in any spelling or of an ISO 3166-2 code; nil when there is none of that name.
  /// - Parameter country: ISO 3166-1 alpha-2, when only its governorates are meant.
  public func governorate(named name: String, country: String? = nil) -> Governorate? {
    var session = Session(self)
    return session.governorate(named: name, country: country).map { governorates.governorates[$0] }
  }

  /// The areas a position lies in and the places nearest to it. Of entries with one name that are as near to each other
  /// as two sources may put one place, the nearest is listed.
  /// - Parameter count: how many places, not negative.
  public func surroundings(of coordinate: Coordinate, count: Int = 5) -> Surroundings {
    precondition(count >= 0, "a number of places is not negative")
    return Surroundings(
      coordinate: coordinate, country: country(at: coordinate), governorate: governorate(at: coordinate),
      district: district(at: coordinate), places: nearest(to: coordinate, count: count))
  }

  private func nearest(to coordinate: Coordinate, count: Int) -> [Surroundings.Neighbor] {
    let kinds = PlaceKind.allCases.filter { !$0.isAdministrative && ![.river, .lake, .road].contains($0) }
    var near: [(number: Int, meters: Double)] = []
    for number in kinds.flatMap({ index.places(of: $0) }) where !mislabeled.contains(number) {
      near.append((number, Nearness.meters(index.attributes[number].coordinate, coordinate)))
    }
    // The plane distances are good to a percent; there are few enough left to measure.
    near.sort { ($0.meters, $0.number) < ($1.meters, $1.number) }
    var neighbors: [Surroundings.Neighbor] = []
    for (number, _) in near.prefix(4 * count + 16) {
      let place = index.places[number]
      let name = NormalizedName(place.name).words
      let isKnown = neighbors.contains { known in
        NormalizedName(known.place.name).words == name
          && Nearness.meters(known.place.coordinate, place.coordinate) <= weights.sameMeters
      }
      if isKnown { continue }
      let (meters, bearing) = Geodesic.inverse(from: place.coordinate, to: coordinate)
      neighbors.append(Surroundings.Neighbor(place: place, distanceMeters: meters, bearingDegrees: bearing))
    }
    return Array(
      neighbors.sorted { ($0.distanceMeters, $0.place.id) < ($1.distanceMeters, $1.place.id) }.prefix(count))
  }
}
