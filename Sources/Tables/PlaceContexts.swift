import Gazetteer
import Incidents

/// What rows state of their place besides the position, each combination of texts looked up once.
struct PlaceContexts {
  /// What a row states. A class: many rows share one.
  final class Context: Sendable {
    /// Its number, from 0.
    let number: Int
    /// ISO 3166-1 alpha-2; nil where none is stated, or none that is known.
    let country: String?
    /// The same, as a text.
    let countryCodeText: ReusedText?
    /// The country as written.
    let countryText: String
    /// ISO 3166-2 of the governorate that is stated; nil where none is, or none that is known.
    let governorate: String?
    /// The governorate's name, or what is written.
    let governorateText: String
    /// How exact the position is.
    let precision: PlacePrecision

    init(
      number: Int, country: String?, countryCodeText: ReusedText?, countryText: String,
      governorate: (code: String?, text: String), precision: PlacePrecision
    ) {
      (self.number, self.country, self.countryCodeText) = (number, country, countryCodeText)
      (self.countryText, self.precision) = (countryText, precision)
      (self.governorate, governorateText) = governorate
    }
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
      key.append(copying: part.span)
      key.append(0)
    }
    key.append(hasDistrict ? 1 : 0)
    if let known = memo.known(key) { return known }
    let made = make(country.string, governorate.string, hasDistrict: hasDistrict, code: code.string, &texts)
    count += 1
    return memo.remember(made, of: key)
  }

  private mutating func make(
    _ country: String, _ governorate: String, hasDistrict: Bool, code: String, _ texts: inout ReusedTexts
  ) -> Context {
    let countryCode = resolver.countryNames.code(stated: country)
    let stated = governorate.isEmpty ? nil : resolver.governorate(named: governorate, country: countryCode)
    let name = countryCode ?? (country.isEmpty ? "a country" : country)
    return Context(
      number: count, country: countryCode, countryCodeText: countryCode.map { texts.text($0) }, countryText: country,
      governorate: (stated?.code, stated?.name ?? governorate),
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
