/// Country names as documents write them, and their ISO 3166-1 alpha-2 codes. The names come from a gazetteer.
public struct CountryNames: Hashable, Sendable {
  private let codesByName: [String: String]

  /// Names and their codes; case does not matter.
  public init(_ codesByName: [String: String]) {
    self.codesByName = Dictionary(
      codesByName.map { ($0.key.lowercased(), $0.value) }.sorted { $0 < $1 }, uniquingKeysWith: { first, _ in first })
  }

  /// The code of a country's name in any case; nil when it is no country's.
  public func code(of name: some StringProtocol) -> String? { codesByName[name.lowercased()] }
}
