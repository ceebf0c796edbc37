/// Country names as documents write them, and their ISO 3166-1 alpha-2 codes. The names come from a gazetteer; the codes of
/// three letters are known of each country that it names.
public struct CountryNames: Hashable, Sendable {
  private let codesByName: [String: String]

  /// Names and their codes; case does not matter.
  public init(_ codesByName: [String: String]) {
    let codes = Set(codesByName.values)
    let alpha3 = CountryAlpha3.table.filter { codes.contains($0.value) }
    self.codesByName = Dictionary(
      (codesByName.sorted { $0 < $1 } + alpha3).map { ($0.key.lowercased(), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The code of a country's name or code of three letters, in any case; nil when it is no country's.
  public func code(of name: some StringProtocol) -> String? { codesByName[name.lowercased()] }
}
