/// A part of a position in degrees.
enum DegreeToken: Hashable {
  case number(WrittenNumber)
  /// The mark for degrees (0), minutes (1) or seconds (2).
  case mark(Int)
  case hemisphere(Hemisphere)
  case separator
}

/// Half of the globe: what stands beside a latitude or longitude.
struct Hemisphere: Hashable {
  enum Axis: Hashable { case latitude, longitude }
  let axis: Axis
  let isNegative: Bool
}

/// A number and how it is written.
struct WrittenNumber: Hashable {
  var value: Double
  /// The digits after its point.
  var decimals: Int
  var isNegative = false
  var isSigned = false
}

/// Cuts a text into the parts of a position.
struct DegreeScanner {
  /// What marks and words mean. Policy tables.
  private static let marks: [(characters: String, place: Int)] = [("°º˚", 0), ("'’‘′´`ʹ", 1), ("\"”“″", 2)]
  private static let separators: Set<Character> = [",", ";", "/"]
  private static let ignored: Set<Character> = ["(", ")", "."]
  private static let words: [String: Hemisphere] = [
    "n": Hemisphere(axis: .latitude, isNegative: false), "north": Hemisphere(axis: .latitude, isNegative: false),
    "s": Hemisphere(axis: .latitude, isNegative: true), "south": Hemisphere(axis: .latitude, isNegative: true),
    "e": Hemisphere(axis: .longitude, isNegative: false), "east": Hemisphere(axis: .longitude, isNegative: false),
    "w": Hemisphere(axis: .longitude, isNegative: true), "west": Hemisphere(axis: .longitude, isNegative: true),
  ]

  private let characters: [Character]
  private let hasDecimalComma: Bool
  private var index = 0
  private var tokens: [DegreeToken] = []

  /// The tokens of a text; nil when anything in it belongs to no position.
  static func tokens(of text: String) -> [DegreeToken]? {
    var scanner = DegreeScanner(text)
    while scanner.index < scanner.characters.count {
      guard scanner.scanToken() else { return nil }
    }
    return scanner.tokens
  }

  private init(_ text: String) {
    characters = Array(text)
    // `36,34° N 43,13° E`: without points, a comma inside the figures of a text with marks is the decimal one.
    let isMarked = text.contains { character in Self.marks[0].characters.contains(character) }
    hasDecimalComma = isMarked && !text.contains(".")
  }

  /// Takes one token off the front; false when there is none to take.
  private mutating func scanToken() -> Bool {
    let character = characters[index]
    if scanNumber() { return true }
    if let place = Self.marks.first(where: { $0.characters.contains(character) })?.place {
      appendMark(place)
    } else if character.isLetter {
      let word = characters[index...].prefix(while: \.isLetter)
      guard let hemisphere = Self.words[String(word).lowercased()] else { return false }
      tokens.append(.hemisphere(hemisphere))
      index += word.count
      return true
    } else if Self.separators.contains(character) {
      tokens.append(.separator)
    } else if !character.isWhitespace && !Self.ignored.contains(character) && !isHyphenBetweenParts {
      return false
    }
    index += 1
    return true
  }

  /// Two minute marks side by side are a second mark.
  private mutating func appendMark(_ place: Int) {
    guard place == 1, tokens.last == .mark(1), !characters[index - 1].isWhitespace else {
      tokens.append(.mark(place))
      return
    }
    tokens[tokens.count - 1] = .mark(2)
  }

  /// `36-20-30N`: a hyphen after a digit parts degrees, minutes and seconds; before one it is a sign.
  private var isHyphenBetweenParts: Bool { characters[index] == "-" && index > 0 && isDigit(index - 1) }

  private mutating func scanNumber() -> Bool {
    var number = WrittenNumber(value: 0, decimals: 0)
    var next = index
    let sign = characters[next]
    if "+-−".contains(sign), !isHyphenBetweenParts {
      (number.isSigned, number.isNegative) = (true, sign != "+")
      next += 1
    }
    guard isDigit(next) else { return false }
    var text = ""
    while isDigit(next) || isPoint(next, in: text) {
      text.append(isDigit(next) ? characters[next] : ".")
      next += 1
    }
    guard let value = Double(text) else { return false }
    number.value = value
    number.decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    tokens.append(.number(number))
    index = next
    return true
  }

  private func isDigit(_ index: Int) -> Bool {
    characters.indices.contains(index) && characters[index].isASCII && characters[index].isNumber
  }

  private func isPoint(_ index: Int, in text: String) -> Bool {
    guard characters.indices.contains(index), isDigit(index + 1), !text.contains(".") else { return false }
    return characters[index] == "." || (hasDecimalComma && characters[index] == ",")
  }
}
