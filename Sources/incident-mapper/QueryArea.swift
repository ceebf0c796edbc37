import ArgumentParser
import Gazetteer
import Incidents

/// The country and governorate a query asks for, as codes. A name that no gazetteer knows is refused: it would only look
/// as if there were no incidents.
struct QueryArea {
  let country: String?
  let governorate: String?

  init(country: String?, governorate: String?, gazetteers: GazetteerOptions) throws {
    guard country != nil || governorate != nil else {
      (self.country, self.governorate) = (nil, nil)
      return
    }
    let resolver = try gazetteers.resolver()
    let code = country.flatMap { resolver.countryNames.code(of: $0) }
    if let country, code == nil {
      throw ValidationError("“\(country)” is no country of the gazetteers: give its two-letter code or English name")
    }
    let found = governorate.flatMap { resolver.governorate(named: $0, country: code) }
    if let governorate, found == nil {
      throw ValidationError(
        "“\(governorate)” is no governorate of \(country ?? "the gazetteers"): give its ISO 3166-2 code or its name")
    }
    (self.country, self.governorate) = (code, found?.code)
  }
}
