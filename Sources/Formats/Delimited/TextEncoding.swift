/// How the bytes of a text stand for letters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// Unicode in one to four bytes; a file in ASCII is one in UTF-8.
  case utf8 = "utf-8"
  /// Unicode in units of two bytes, the less significant first.
  case utf16LittleEndian = "utf-16le"
  /// Unicode in units of two bytes, the more significant first.
  case utf16BigEndian = "utf-16be"
  /// What Windows writes in Western Europe and the Americas; Latin-1 with letters in place of control characters.
  case windows1252 = "windows-1252"
  /// ISO 8859-1.
  case latin1 = "iso-8859-1"
  /// What Windows writes in Arabic.
  case windows1256 = "windows-1256"

  /// The encoding of a name as people write it: `UTF8`, `cp1252`, `Latin-1`; nil for one that is not read.
  public init?(named name: String) {
    let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
    let known = Self.allCases.first { $0.rawValue.filter { $0.isLetter || $0.isNumber } == plain }
    guard let found = known ?? Self.otherNames[plain] else { return nil }
    self = found
  }

  private static let otherNames: [String: TextEncoding] = [
    "ascii": .utf8, "usascii": .utf8, "unicode": .utf16LittleEndian, "utf16": .utf16LittleEndian,
    "cp1252": .windows1252, "ansi": .windows1252, "latin1": .latin1, "88591": .latin1, "cp1256": .windows1256,
    "arabic": .windows1256,
  ]

  /// All names, for messages.
  public static let list = allCases.map(\.rawValue).joined(separator: ", ")

  /// The letters of the bytes 0x80 to 0xFF, where one byte is one letter.
  var upperHalf: [Unicode.Scalar]? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .latin1: (0x80...0xFF).map { Unicode.Scalar(UInt8($0)) }
    case .windows1252: Self.windows1252Upper
    case .windows1256: Self.windows1256Upper
    }
  }

  /// The tables of the Unicode Consortium (MAPPINGS/VENDORS/MICSFT/WINDOWS); bytes that have no letter there are the
  /// control characters of Latin-1, as in the WHATWG's Encoding Standard.
  private static let windows1252Upper: [Unicode.Scalar] =
    Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
    + (0xA0...0xFF).map { Unicode.Scalar(UInt8($0)) }
  private static let windows1256Upper = Array(
    """
    €پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200C}\u{200D}ں\
    \u{A0}،¢£¤¥¦§¨©ھ«¬\u{AD}®¯°±²³´µ¶·¸¹؛»¼½¾؟\
    ہءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\
    \u{64B}\u{64C}\u{64D}\u{64E}ô\u{64F}\u{650}÷\u{651}ù\u{652}ûü\u{200E}\u{200F}ے
    """.unicodeScalars)
}

/// The encoding of a file, and what that rests on.
public struct EncodingFinding: Hashable, Sendable {
  /// The encoding.
  public var encoding: TextEncoding
  /// How many bytes of a byte order mark stand before the text.
  public var markBytes: Int
  /// What was assumed, in words; nil where the file itself, or the user, says it.
  public var assumption: String?

  /// A finding.
  public init(_ encoding: TextEncoding, markBytes: Int = 0, assumption: String? = nil) {
    (self.encoding, self.markBytes, self.assumption) = (encoding, markBytes, assumption)
  }
}
