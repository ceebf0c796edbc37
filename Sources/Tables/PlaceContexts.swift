import Gazetteer
import Incidents

/// What rows state of their place besides the position, each combination of texts looked up once.
struct PlaceContexts {
  /// What a row states.
  struct Context {
    /// Its number, from 0.
    var number: Int
    /// ISO 3166-1 alpha-2; nil where none is stated, or none that is known.
    var country: String?
    /// The same, as a text.
    var countryCodeText: ReusedText?
    /// The country as written.
    var countryText: String
    /// ISO 3166-2 of the governorate that is stated; nil where none is, or none that is known.
    var governorate: String?
    /// The governorate's name, or what is written.
    var governorateText: String
    /// How exact the position is.
    var precision: PlacePrecision
  }

  private let resolver: Resolver
  private let codes: TableMapping.Codes
  private var memo = Memo<Context>()
  private var count = 0
  private var extents: [String: CountryExtents] = [:]
  private var key: [UInt8] = []

  init(_ resolver: Resolver, codes: TableMapping.Codes) { (self.resolver, self.codes) = (resolver, codes) }

  /// What a row states.
  mutating func context(
    country: CellText, governorate: CellText, hasDistrict: Bool, code: CellText, texts: inout ReusedTexts
  ) -> Context {
    key.removeAll(keepingCapacity: true)
    for part in [country, governorate, code] {
      key.append(contentsOf: part)
      key.append(0)
    }
    key.append(hasDistrict ? 1 : 0)
    if let known = memo.known(key) { return known }
    var made = make(country.string, governorate.string, hasDistrict: hasDistrict, code: code.string)
    made.countryCodeText = made.country.map { texts.text($0) }
    count += 1
    return memo.remember(made, of: key)
  }

  private mutating func make(
    _ country: String, _ governorate: String, hasDistrict: Bool, code: String
  ) -> Context {
    let countryCode =
      resolver.countryNames.code(of: country)
      ?? CountryAlpha3.alpha2(country.uppercased()).flatMap { resolver.countryNames.code(of: $0) ?? $0 }
    let stated = governorate.isEmpty ? nil : resolver.governorate(named: governorate, country: countryCode)
    let name = countryCode ?? (country.isEmpty ? "a country" : country)
    return Context(
      number: count, country: countryCode, countryText: country, governorate: stated?.code,
      governorateText: stated?.name ?? governorate,
      precision: PlacePrecision(
        code: code, codes: codes, hasDistrict: hasDistrict, hasGovernorate: !governorate.isEmpty,
        extents: extents(of: countryCode), country: name))
  }

  /// How wide the places of a country are; typical extents for one that no gazetteer has.
  private mutating func extents(of country: String?) -> CountryExtents {
    if let known = extents[country ?? ""] { return known }
    let found = country.flatMap { resolver.extents(ofCountry: $0) } ?? .typical
    extents[country ?? ""] = found
    return found
  }
}
