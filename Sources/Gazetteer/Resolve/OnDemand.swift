import Incidents
import Synchronization

/// What a resolver makes of its areas when it is first asked for, since most runs never ask.
final class OnDemand: Sendable {
  private let outlines = Mutex<AreaOutlines?>(nil)
  private let extents = Mutex<[String: CountryExtents?]>([:])

  /// The outlines of all areas.
  func outlines(_ resolver: Resolver) -> AreaOutlines {
    outlines.withLock { outlines in
      if let outlines { return outlines }
      let made = AreaOutlines(resolver)
      outlines = made
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
