import Analysis
import Cartography
import Gazetteer
import Geo
import GeoEngine
import Incidents
import Publishing

/// The base of all maps of a run, and the areas that are mapped.
struct Atlas {
  private(set) var basemap: Basemap
  private let countries: [Place]
  private let governorates: [Place]

  /// - Parameters:
  ///   - script: that of the names.
  ///   - hasDistricts: whether a map colors them.
  init(_ resolver: Resolver, script: LabelScript = .latin, hasDistricts: Bool = false) {
    func named(_ places: [Place]) -> [Place] {
      places.map { place in
        var named = place
        named.name = script.name(of: place)
        return named
      }
    }
    func areas(_ places: [Place], _ area: (Place) -> Basemap.Area?) -> [Basemap.Area] {
      places.compactMap { place in
        guard var area = area(place) else { return nil }
        area.label = script.name(of: place)
        return area
      }
    }
    countries = resolver.places(of: .country)
    governorates = resolver.places(of: .governorate)
    basemap = Basemap(
      countries: areas(countries, Atlas.area), governorates: areas(governorates, Atlas.area),
      rivers: named(resolver.places(of: .river)).compactMap(Atlas.river).sorted { $0.extent > $1.extent }.map(\.river),
      lakes: named(resolver.places(of: .lake)).compactMap(Atlas.lake),
      towns: named(resolver.places(of: .city, .town)).map(Atlas.town))
    if hasDistricts { basemap.districts = areas(resolver.places(of: .district), Atlas.district) }
  }

  /// The country of that code; nil when the gazetteers have no outline of it.
  func country(_ code: String) -> Place? { countries.first { $0.country == code && $0.footprint != nil } }

  /// The governorate of that code; nil when the gazetteers have no outline of it.
  func governorate(_ code: String) -> Place? {
    governorates.first { $0.governorateCode == code && $0.footprint != nil }
  }

  private static func credits(_ place: Place) -> [String] { Attribution.lines(for: place.source) }

  private static func area(_ place: Place) -> Basemap.Area? {
    guard case .area(let outline) = place.footprint else { return nil }
    return Basemap.Area(
      code: place.kind == .country ? place.country : place.governorateCode ?? "", name: place.name, outline: outline,
      credits: credits(place))
  }

  private static func district(_ place: Place) -> Basemap.Area? {
    guard case .area(let outline) = place.footprint, let governorate = place.governorateCode else { return nil }
    var area = Basemap.Area(
      code: "\(governorate)/\(place.id)", name: place.name, outline: outline, credits: credits(place))
    // The shipped gazetteer has no districts of Syria, but their parts (Gazetteer/SOURCES.md).
    area.isSubdistrict = place.isSelected && place.id.hasPrefix("district:SY-")
    return area
  }

  private static func river(_ place: Place) -> (river: Basemap.River, extent: Double)? {
    guard case .lines(let lines) = place.footprint else { return nil }
    let lengthMeters = lines.reduce(0) { $0 + Geodesic.lengthMeters($1) }
    return (Basemap.River(name: place.name, lines: lines, credits: credits(place)), lengthMeters)
  }

  private static func lake(_ place: Place) -> Basemap.Lake? {
    guard case .area(let outline) = place.footprint else { return nil }
    return Basemap.Lake(name: place.name, outline: outline, credits: credits(place))
  }

  private static func town(_ place: Place) -> Basemap.Town {
    Basemap.Town(
      name: place.name, coordinate: place.coordinate, importance: Double(place.population ?? 0),
      credits: credits(place))
  }
}
