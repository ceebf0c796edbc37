import ArgumentParser
import Gazetteer
import Incidents

/// The country and governorate given on a command line, as codes. A name that no gazetteer knows is refused: it would only
/// look as if nothing were there.
struct StatedArea {
  /// ISO 3166-1 alpha-2.
  let country: String?
  let governorate: Governorate?

  init(country: String?, governorate: String?, resolver: @autoclosure () throws -> Resolver) throws {
    guard country != nil || governorate != nil else {
      (self.country, self.governorate) = (nil, nil)
      return
    }
    let resolver = try resolver()
    let code = country.flatMap { resolver.countryNames.code(stated: $0) }
    if let country, code == nil {
      throw ValidationError("“\(country)” is no country: give its code of two letters or its English name")
    }
    if let code, !resolver.covers(code) {
      throw ValidationError(
        "no gazetteer that was given has places of \(WorldCountryNames.english(code) ?? code): name one with --gazetteer"
      )
    }
    let found = governorate.flatMap { resolver.governorate(named: $0, country: code) }
    if let governorate, found == nil {
      throw ValidationError(
        "“\(governorate)” is no governorate of \(country ?? "the gazetteers"): give its ISO 3166-2 code or its name")
    }
    (self.country, self.governorate) = (code, found)
  }
}
