import Geo
import GeoEngine
import Incidents

extension Resolver {
  /// The governorate of a place; none of a region that reaches into several.
  func governorate(holding place: Int) -> Int? {
    guard let number = governorates.number(ofPlace: place, in: index) else { return nil }
    if index.attributes[place].kind.isAdministrative { return number }
    guard case .area(let region)? = index.footprint(of: place),
      case .area(let governorate)? = index.footprint(of: governorates.places[number]),
      let held = try? Overlay.intersection(region, governorate)
    else { return number }
    let share = Geodesic.areaSquareMeters(held) / Geodesic.areaSquareMeters(region)
    return share < Self.wholeShare ? nil : number
  }

  /// The share of a region from which it lies in a governorate: publishers draw borders differently.
  private static let wholeShare = 0.9

  /// Whether one of two places is a district that the other one lies in, or a governorate that the other is a district of.
  func isAround(_ a: Int, _ b: Int) -> Bool {
    [(a, b), (b, a)].contains { outer, inner in
      let (around, within) = (index.attributes[outer], index.attributes[inner])
      if around.kind == .governorate, within.kind == .district {
        return governorates.number(ofPlace: outer, in: index) == governorates.number(ofPlace: inner, in: index)
      }
      return around.kind == .district && districts.contains(outer, within.coordinate)
    }
  }
}
