/// A word, a number or a punctuation mark of the text, and the white space before it.
struct Token {
  enum Kind: UInt8 { case word, number, mark }

  /// What stands between a token and the one before it.
  enum Gap: UInt8, Comparable {
    case none, space, wide, lineBreak, blankLine
    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: Kind
  var gap: Gap
  /// For a mark, its ASCII equivalent: every dash is `-`, every quotation mark `"`, every bullet `*`; else 0.
  var mark: UInt8
  var start: Int
  var end: Int
}

/// What a scalar is to the tokenizer.
enum ScalarClass {
  case letter, digit, apostrophe, space, wideSpace, lineEnd
  case mark(UInt8)

  init(ascii byte: UInt8) {
    switch byte {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A, 0x5F: self = .letter
    case 0x0A, 0x0D: self = .lineEnd
    case 0x00...0x20, 0x7F: self = .space
    case 0x27, 0x60: self = .apostrophe
    default: self = .mark(byte)
    }
  }

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x00...0x7F: self.init(ascii: UInt8(scalar))
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .wideSpace
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: self = .space
    case 0x85, 0x2028, 0x2029: self = .lineEnd
    case 0xB4, 0x2018, 0x2019, 0x201B, 0x2032, 0x02B9...0x02BF: self = .apostrophe
    case 0x2010...0x2015, 0x2212: self = .mark(0x2D)
    case 0xAB, 0xBB, 0x201A, 0x201C...0x201F, 0x2033: self = .mark(0x22)
    case 0xB7, 0x2022, 0x2023, 0x2043, 0x25AA...0x25E6: self = .mark(0x2A)
    case 0xA1...0xA9, 0xAC, 0xAE...0xB9, 0xBC...0xBF, 0xD7, 0xF7, 0x2016...0x206F, 0x20A0...0x20CF, 0x2100...0x2BFF,
      0x3001...0x303F, 0x060C, 0x061B, 0x061F:
      self = .mark(0x3F)
    default: self = .letter
    }
  }
}

/// Cuts valid UTF-8 into tokens with their offsets.
struct Tokenizer {
  let bytes: [UInt8]

  /// The tokens of a range, at most `limit` of them.
  func tokens(_ range: Range<Int>, limit: Int = .max) -> [Token] {
    var tokens: [Token] = []
    var index = range.lowerBound
    var gap = Token.Gap.none
    while index < range.upperBound && tokens.count < limit {
      let (next, found) = scalarClass(at: index)
      switch found {
      case .space: gap = max(gap, followsSpace(index, range) ? .wide : .space)
      case .wideSpace: gap = max(gap, .wide)
      case .lineEnd:
        if !(bytes[index] == 0x0A && index > range.lowerBound && bytes[index - 1] == 0x0D) {
          gap = gap >= .lineBreak ? .blankLine : .lineBreak
        }
      default:
        let token = token(at: index, gap: gap, end: range.upperBound)
        tokens.append(token)
        gap = .none
        index = token.end
        continue
      }
      index = next
    }
    return tokens
  }

  /// Whether a range holds nothing but white space.
  func isBlank(_ range: Range<Int>) -> Bool { tokens(range, limit: 1).isEmpty }

  /// The class of the scalar at an offset, and the offset after it.
  func scalarClass(at index: Int) -> (next: Int, found: ScalarClass) {
    let lead = bytes[index]
    if lead < 0x80 { return (index + 1, ScalarClass(ascii: lead)) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(index + 1)..<min(index + length, bytes.count)] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (min(index + length, bytes.count), ScalarClass(scalar))
  }

  private func followsSpace(_ index: Int, _ range: Range<Int>) -> Bool {
    index > range.lowerBound && (bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09)
  }

  private func token(at start: Int, gap: Token.Gap, end: Int) -> Token {
    let (next, found) = scalarClass(at: start)
    switch found {
    case .digit: return number(at: start, gap: gap, end: end)
    case .letter: return word(at: start, gap: gap, end: end)
    case .apostrophe where next < end && isLetter(at: next): return word(at: start, gap: gap, end: end)
    case .mark(let mark): return Token(kind: .mark, gap: gap, mark: mark, start: start, end: next)
    default: return Token(kind: .mark, gap: gap, mark: 0x27, start: start, end: next)
    }
  }

  private func isLetter(at index: Int) -> Bool {
    if case .letter = scalarClass(at: index).found { return true }
    return false
  }

  private func word(at start: Int, gap: Token.Gap, end: Int) -> Token {
    var index = start
    while index < end {
      let (next, found) = scalarClass(at: index)
      switch found {
      case .letter, .digit, .apostrophe: index = next
      default: return Token(kind: .word, gap: gap, mark: 0, start: start, end: index)
      }
    }
    return Token(kind: .word, gap: gap, mark: 0, start: start, end: min(index, end))
  }

  /// Digits with thousands separators and an ordinal ending; digits that run into letters are a word: `37SDA0495`.
  private func number(at start: Int, gap: Token.Gap, end: Int) -> Token {
    var index = endOfDigits(start, end)
    while index + 3 < end, bytes[index] == 0x2C, endOfDigits(index + 1, end) == index + 4 { index += 4 }
    guard index < end, isLetter(at: index) else {
      return Token(kind: .number, gap: gap, mark: 0, start: start, end: index)
    }
    let whole = word(at: index, gap: gap, end: end)
    let suffix = String(decoding: bytes[index..<whole.end], as: UTF8.self).lowercased()
    let isOrdinal = ["st", "nd", "rd", "th"].contains(suffix)
    return Token(kind: isOrdinal ? .number : .word, gap: gap, mark: 0, start: start, end: whole.end)
  }

  private func endOfDigits(_ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, bytes[index] >= 0x30, bytes[index] <= 0x39 { index += 1 }
    return index
  }
}
