import Cartography
import Gazetteer

/// A name that is no region's of the gazetteers.
public struct UnknownRegionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name as given.
  public let name: String
  /// What there is: `SY Syria: SY-AL Aleppo, …`, a line for each country.
  public let known: [String]

  /// The problem, and what may be written instead.
  public var description: String {
    "“\(name)” is no country or governorate with an outline in the gazetteers. These are:\n"
      + known.map { "  \($0)" }.joined(separator: "\n")
  }
}

extension MapRegion {
  /// The region of a code or name: ISO 3166-1 or a country's name, ISO 3166-2 or a governorate's name in any spelling.
  /// - Throws: `UnknownRegionError` with all there are, when it is none of them or has no outline.
  public init(named name: String, resolver: Resolver) throws(UnknownRegionError) {
    let governorates = resolver.places(of: .governorate).filter { $0.footprint != nil && $0.governorateCode != nil }
    let divided = Set(governorates.map(\.country))
    // A country without any is drawn around others, and its outline may end where those need no more of it.
    let countries = resolver.places(of: .country).filter { $0.footprint != nil && divided.contains($0.country) }
    let code = name.uppercased()
    let country = resolver.countryNames.code(of: name)
    if governorates.contains(where: { $0.governorateCode == code }) {
      self = .governorate(code)
    } else if let country, countries.contains(where: { $0.country == country }) {
      self = .country(country)
    } else if let found = resolver.governorate(named: name)?.code,
      governorates.contains(where: { $0.governorateCode == found })
    {
      self = .governorate(found)
    } else {
      throw UnknownRegionError(name: name, known: Self.known(countries, governorates))
    }
  }

  /// Which region was taken, where the name is neither its code nor its name as the gazetteers write it; else nil.
  public func remark(on name: String, resolver: Resolver) -> String? {
    let places = resolver.places(of: .country, .governorate)
    let own = places.first {
      switch self {
      case .country(let code): $0.kind == .country && $0.country == code
      case .governorate(let code): $0.governorateCode == code && $0.kind == .governorate
      }
    }
    guard let own, ![code, own.name].map({ $0.lowercased() }).contains(name.lowercased()) else { return nil }
    return "“\(name)” is taken as \(own.name) (\(code))."
  }

  /// The countries with their governorates.
  private static func known(_ countries: [Place], _ governorates: [Place]) -> [String] {
    let parts = Dictionary(grouping: governorates, by: \.country)
    return countries.sorted { $0.country < $1.country }.map { country in
      let names = (parts[country.country] ?? []).map { "\($0.governorateCode ?? "") \($0.name)" }.sorted()
      return "\(country.country) \(country.name): \(names.joined(separator: ", "))"
    }
  }
}
