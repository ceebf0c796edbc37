/// The codes of administrative areas: those of ISO 3166-2, and the P-codes (place codes) of the United Nations.
enum PlaceCode {
  /// What stands before a P-code in an identifier.
  private static let prefix = "pcode:"

  /// The identifier of the area with a P-code.
  static func identifier(pCode: String) -> String { prefix + pCode }

  /// The P-code in an identifier; nil for another identifier.
  static func pCode(_ id: String) -> String? { id.hasPrefix(prefix) ? String(id.dropFirst(prefix.count)) : nil }

  /// A text as such a code, in capital letters; nil for a text that is a name: `IQ-AN` and `IQG01` are codes, `Al-Anbar`
  /// is none.
  static func code(_ text: String) -> String? {
    let isISO = text.contains("-") && text.utf8.count <= 6
    // Numbers alone are those of another list, such as the one of GeoNames.
    let isPCode = text.utf8.count <= 12 && text.contains(where: \.isNumber) && text.contains(where: \.isLetter)
    let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return isPlain && (isISO || isPCode) ? text.uppercased() : nil
  }
}
