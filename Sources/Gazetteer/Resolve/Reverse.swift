import Geo
import GeoEngine
import Incidents

/// What a gazetteer knows of a position.
public struct Surroundings: Hashable, Sendable {
  /// The position.
  public var coordinate: Coordinate
  /// The areas it lies in, which lie in each other; all nil outside of all.
  public var areas: Areas
  /// Where the borders of another source put it: sources draw them differently, and may overlap.
  public var otherAreas: [Areas]
  /// The nearest places, nearest first; none when even the nearest is farther than `nearbyMeters`.
  public var places: [Neighbor]

  /// How far the nearest place may be for places to be listed, in meters: whoever is farther away from all that is known
  /// has mistaken the position, or has no gazetteer of the country.
  public static let nearbyMeters = 100_000.0

  /// A district, its governorate and its country.
  public struct Areas: Hashable, Sendable {
    /// ISO 3166-1 alpha-2; nil outside of all countries the gazetteer knows.
    public var country: String?
    /// The governorate; nil outside of all.
    public var governorate: Governorate?
    /// The district; nil outside of all.
    public var district: String?
  }

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
    let nearest = nearest(to: coordinate, count: max(count, 1))
    let areas = areas(at: coordinate, nearestPlace: nearest.first?.place)
    return Surroundings(
      coordinate: coordinate, areas: areas.first ?? Surroundings.Areas(), otherAreas: Array(areas.dropFirst()),
      places: Array(nearest.prefix(count)))
  }

  /// The areas that hold a position, each with those it lies in itself: first those that agree on all levels. Of the
  /// others, a governorate without a district around the position and a district of a governorate that is not around
  /// it, those in the country of the nearest place are first.
  private func areas(at coordinate: Coordinate, nearestPlace: Place?) -> [Surroundings.Areas] {
    let held = governorates.numbers(containing: coordinate)
    let districts = districts.areas(containing: coordinate).map { (place: $0, governorate: governorate(holding: $0)) }
    let chains = held.map { number in
      areas(governorate: number, district: districts.first { $0.governorate == number }?.place)
    }
    let others = districts.filter { district in !held.contains { $0 == district.governorate } }
      .map { areas(governorate: $0.governorate, district: $0.place) }
    let partial = chains.filter { $0.district == nil } + others
    let isAmongItsPlaces = { (areas: Surroundings.Areas) in areas.country == nearestPlace?.country }
    let all =
      chains.filter { $0.district != nil } + partial.filter(isAmongItsPlaces) + partial.filter { !isAmongItsPlaces($0) }
    return all.isEmpty ? country(at: coordinate).map { [Surroundings.Areas(country: $0)] } ?? [] : all
  }

  private func areas(governorate number: Int?, district: Int?) -> Surroundings.Areas {
    let place = number.map { governorates.places[$0] } ?? district
    return Surroundings.Areas(
      country: place.map { index.text(.country, of: $0) }, governorate: number.map { governorates.governorates[$0] },
      district: district.map { index.places[$0].name })
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
    neighbors.sort { ($0.distanceMeters, $0.place.id) < ($1.distanceMeters, $1.place.id) }
    guard let nearest = neighbors.first, nearest.distanceMeters <= Surroundings.nearbyMeters else { return [] }
    return Array(neighbors.prefix(count))
  }
}
