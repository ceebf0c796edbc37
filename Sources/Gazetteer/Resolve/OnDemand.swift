import Incidents
import Synchronization

/// What a resolver makes of its places when it is first asked for, since most runs never ask.
final class OnDemand: Sendable {
  private let outlines = Mutex<AreaOutlines?>(nil)
  private let extents = Mutex<[String: CountryExtents?]>([:])
  private let density = Mutex<PlaceDensity?>(nil)
  private let settlements = Mutex<SettlementList?>(nil)
  private let coveredCountries = Mutex<Set<String>?>(nil)
  private let governoratePoints = Mutex<[Int: Int]?>(nil)

  /// The outlines of all areas.
  func outlines(_ resolver: Resolver) -> AreaOutlines { Self.once(outlines) { AreaOutlines(resolver) } }

  /// How densely the places lie that are no areas.
  func density(_ index: PlaceIndex) -> PlaceDensity {
    Self.once(density) {
      let attributes = index.places.indices.lazy.map { index.attributes[$0] }
      return PlaceDensity(attributes.filter { !$0.kind.isAdministrative }.map(\.coordinate))
    }
  }

  /// The settlements from south to north.
  func settlements(_ index: PlaceIndex) -> SettlementList { Self.once(settlements) { SettlementList(index) } }

  /// The countries that have places, by their codes.
  func coveredCountries(_ index: PlaceIndex) -> Set<String> {
    Self.once(coveredCountries) {
      let countries = index.places.indices.lazy.map { index.attributes[$0] }.filter { $0.kind != .country }
      return Set(Set(countries.map(\.country)).map(\.text))
    }
  }

  /// The governorates that gazetteers list as points, and their outlines.
  func governoratePoints(_ resolver: Resolver) -> [Int: Int] {
    Self.once(governoratePoints) { resolver.governoratePoints() }
  }

  private static func once<Value: Sendable>(_ kept: borrowing Mutex<Value?>, _ make: () -> Value) -> Value {
    kept.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }

  /// How wide the places of a country are.
  func extents(of country: String, _ make: () -> CountryExtents?) -> CountryExtents? {
    extents.withLock { extents in
      if let known = extents[country] { return known }
      let made = make()
      extents[country] = .some(made)
      return made
    }
  }
}
