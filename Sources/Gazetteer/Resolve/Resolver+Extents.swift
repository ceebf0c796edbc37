import Geo
import GeoEngine
import Incidents

extension Resolver {
  /// How wide the places of a country are. Of towns and of areas, nine in ten are no wider; an area is as wide as the
  /// circle around it.
  /// - Parameter country: ISO 3166-1 alpha-2.
  /// - Returns: nil for a country whose outline no gazetteer has. A level of which there is no outline has the extent
  ///   that is typical of it.
  public func extents(ofCountry country: String) -> CountryExtents? {
    onDemand.extents(of: country) { measuredExtents(ofCountry: country) }
  }

  private func measuredExtents(ofCountry country: String) -> CountryExtents? {
    let code = CountryCode(country)
    guard let outline = countryAreas[country].flatMap({ index.footprint(of: $0) }),
      let whole = try? BoundingCircle.of(outline).radiusMeters
    else { return nil }
    let towns = [PlaceKind.city, .town, .village].flatMap { index.places(of: $0) }
      .map { index.attributes[$0] }.filter { $0.country == code }.map { Double($0.uncertaintyMeters) }
    func widths(_ kind: PlaceKind) -> [Double] {
      index.places(of: kind).filter { index.attributes[$0].country == code }.compactMap { number in
        guard case .area? = index.footprint(of: number) else { return nil }
        return index.footprint(of: number).flatMap { try? BoundingCircle.of($0).radiusMeters }
      }
    }
    let town = most(towns) ?? PlaceKind.town.typicalExtentMeters(population: nil)
    let district = max(town, most(widths(.district)) ?? PlaceKind.district.typicalExtentMeters(population: nil))
    let governorate = max(
      district, most(widths(.governorate)) ?? PlaceKind.governorate.typicalExtentMeters(population: nil))
    return CountryExtents(
      townMeters: town, districtMeters: district, governorateMeters: governorate,
      countryMeters: max(governorate, whole))
  }

  /// The width that nine in ten do not exceed; nil of none.
  private func most(_ widths: [Double]) -> Double? {
    widths.isEmpty ? nil : widths.sorted()[(widths.count * 9) / 10]
  }
}

extension CountryExtents {
  /// The extents that are typical of places of a country of which nothing is known.
  public static let typical = CountryExtents(
    townMeters: PlaceKind.town.typicalExtentMeters(population: 50_000),
    districtMeters: PlaceKind.district.typicalExtentMeters(population: nil),
    governorateMeters: PlaceKind.governorate.typicalExtentMeters(population: nil),
    countryMeters: PlaceKind.country.typicalExtentMeters(population: nil))
}
