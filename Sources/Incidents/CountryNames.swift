/// Country names as documents write them, and their ISO 3166-1 alpha-2 codes: those that a gazetteer has, and those of all
/// countries in the languages of `WorldCountryNames`.
public struct CountryNames: Hashable, Sendable {
  private let codesByName: [String: String]

  /// A gazetteer's names and their codes; case does not matter.
  public init(_ codesByName: [String: String]) {
    self.codesByName = Dictionary(
      codesByName.sorted { $0 < $1 }.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The code of a country that a text names, in any case, or by its code of three letters in capitals; nil when it names
  /// none.
  public func code(of name: some StringProtocol) -> String? {
    let small = name.lowercased()
    return codesByName[small] ?? WorldCountryNames.code(of: small)
      ?? (name.utf8.count == 3 ? CountryAlpha3.alpha2(String(name)) : nil)
  }

  /// The code of a country as a table's column or an option states it: a name, or a code of two or three letters, in any
  /// case; nil when it is no country's.
  public func code(stated text: some StringProtocol) -> String? {
    let capitals = text.uppercased()
    return code(of: text) ?? CountryAlpha3.alpha2(capitals) ?? (CountryAlpha3.codes.contains(capitals) ? capitals : nil)
  }
}
