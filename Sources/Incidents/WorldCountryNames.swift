import Foundation

/// The countries' names in the languages that reports on them are written in, from the Unicode Common Locale Data
/// Repository that Foundation carries.
public enum WorldCountryNames {
  /// The code (ISO 3166-1 alpha-2) of a name in small letters; nil when it is no country's.
  static func code(of name: String) -> String? { codesByName[name] }

  /// The English name of a country; nil for a code that is none.
  public static func english(_ code: String) -> String? {
    CountryAlpha3.codes.contains(code) ? Locale(identifier: "en").localizedString(forRegionCode: code) : nil
  }

  /// Languages of the countries that reports come from, and of those who write them.
  private static let languages = ["en", "ar", "fr", "de", "es", "tr", "ku", "ckb", "fa", "he", "ru", "uk"]

  /// English names that the repository has otherwise: of the United Nations, short or former ones.
  private static let others = [
    "Burma": "MM", "Cape Verde": "CV", "Czech Republic": "CZ", "Democratic Republic of the Congo": "CD",
    "DR Congo": "CD", "DRC": "CD", "East Timor": "TL", "Great Britain": "GB", "Islamic Republic of Iran": "IR",
    "Ivory Coast": "CI", "Occupied Palestinian Territory": "PS", "Palestine": "PS",
    "Republic of Korea": "KR", "Republic of the Congo": "CG", "Russian Federation": "RU", "State of Palestine": "PS",
    "Swaziland": "SZ", "Syrian Arab Republic": "SY", "Turkey": "TR", "UAE": "AE", "UK": "GB",
    "United Republic of Tanzania": "TZ", "United States of America": "US", "Viet Nam": "VN",
  ]

  private static let codesByName: [String: String] = {
    let known = languages.flatMap { language in
      let locale = Locale(identifier: language)
      return CountryAlpha3.codes.sorted().flatMap { code in
        (locale.localizedString(forRegionCode: code).map(spellings) ?? []).map { ($0, code) }
      }
    }
    return Dictionary(known + others.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The ways to write a name, in small letters: `Myanmar (Burma)` is two, `Côte d’Ivoire` is also written with a straight
  /// apostrophe or without the accent.
  private static func spellings(_ name: String) -> [String] {
    let parts = name.split(whereSeparator: { "()".contains($0) }).map { $0.trimmingCharacters(in: .whitespaces) }
    return ([name] + parts).flatMap { part -> [String] in
      let plain = part.lowercased().replacing("’", with: "'").replacing(" & ", with: " and ")
      let isLatin = plain.unicodeScalars.contains { ("a"..."z").contains($0) }
      return [part.lowercased(), plain] + (isLatin ? [plain.folding(options: .diacriticInsensitive, locale: nil)] : [])
    }
  }
}
