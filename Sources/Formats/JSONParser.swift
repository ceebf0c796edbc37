/// Reads the values of a JSON text, one after another, from left to right.
struct JSONParser {
  let bytes: [UInt8]
  let file: String
  var position = 0
  private var depth = 0
  private static let maximumDepth = 256

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  mutating func parseDocument() throws(FormatError) -> JSON {
    let value = try parseValue()
    try expectEnd()
    return value
  }

  mutating func expectEnd() throws(FormatError) {
    skipSpace()
    guard position == bytes.count else { throw broken("something follows the end of the JSON text") }
  }

  /// The byte at the position; nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func parseValue() throws(FormatError) -> JSON {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parse(word: "true", as: .bool(true))
    case UInt8(ascii: "f"): return try parse(word: "false", as: .bool(false))
    case UInt8(ascii: "n"): return try parse(word: "null", as: .null)
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return .number(try parseNumber())
    case nil: throw broken("the file ends in the middle of the JSON text; it may have been cut off")
    default: throw broken("this is not JSON: a value was expected")
    }
  }

  private mutating func parseObject() throws(FormatError) -> JSON {
    var members: [(name: String, value: JSON)] = []
    try parseMembers { (parser, name, _) throws(FormatError) in members.append((name, try parser.parseValue())) }
    // Their number is known by now, so no name is hashed twice; of a name given twice the last counts.
    return .object(Dictionary(members) { $1 })
  }

  /// Reads an object.
  /// - Parameter readValue: reads the value of a member; `written` is where its name stands, quotes included.
  mutating func parseMembers(
    _ readValue: (inout JSONParser, _ name: String, _ written: Range<Int>) throws(FormatError) -> Void
  ) throws(FormatError) {
    try parseList(until: UInt8(ascii: "}")) { parser throws(FormatError) in
      try parser.expectName()
      let start = parser.position
      let name = try parser.parseString()
      let written = start..<parser.position
      try parser.passColon()
      try readValue(&parser, name, written)
    }
  }

  private mutating func expectName() throws(FormatError) {
    skipSpace()
    guard next == UInt8(ascii: "\"") else { throw broken("a member's name in quotes was expected") }
  }

  private mutating func passColon() throws(FormatError) {
    skipSpace()
    guard next == UInt8(ascii: ":") else { throw broken("a colon was expected") }
    position += 1
  }

  private mutating func parseArray() throws(FormatError) -> JSON {
    var elements: [JSON] = []
    try parseList(until: UInt8(ascii: "]")) { parser throws(FormatError) in elements.append(try parser.parseValue()) }
    return .array(elements)
  }

  private mutating func parseList(
    until close: UInt8, parseElement: (inout JSONParser) throws(FormatError) -> Void
  ) throws(FormatError) {
    try goDeeper()
    defer { depth -= 1 }
    position += 1
    skipSpace()
    if next == close {
      position += 1
      return
    }
    while true {
      try parseElement(&self)
      skipSpace()
      let separator = next
      position += 1
      if separator == close { return }
      guard separator == UInt8(ascii: ",") else {
        position -= 1
        throw broken("a comma or the end of the list was expected")
      }
    }
  }

  private mutating func goDeeper() throws(FormatError) {
    depth += 1
    guard depth <= Self.maximumDepth else { throw broken("it is nested deeper than \(Self.maximumDepth) levels") }
  }

  private mutating func parse(word: String, as value: JSON) throws(FormatError) -> JSON {
    for byte in word.utf8 {
      guard next == byte else { throw broken("this is not JSON: a value was expected") }
      position += 1
    }
    return value
  }

  /// Up to 15 digits and a power of ten up to 22 are exact in a `Double`, and so is their quotient (Clinger 1990):
  /// nearly all coordinates. The rest goes through the standard library.
  private mutating func parseNumber() throws(FormatError) -> Double {
    let start = position
    var mantissa = 0
    var digits = 0
    var decimals = 0
    var isPlain = true
    if next == UInt8(ascii: "-") { position += 1 }
    var inFraction = false
    scan: while let byte = next {
      switch byte {
      case _ where isDigit(byte):
        if digits < 16 { mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0")) }
        digits += 1
        if inFraction { decimals += 1 }
      case UInt8(ascii: ".") where !inFraction: inFraction = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"), UInt8(ascii: "-"): isPlain = false
      default: break scan
      }
      position += 1
    }
    if isPlain, (1...15).contains(digits) {
      let magnitude = Double(mantissa) / Self.powersOfTen[decimals]
      return bytes[start] == UInt8(ascii: "-") ? -magnitude : magnitude
    }
    guard let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)), value.isFinite else {
      throw broken("this is not a number")
    }
    return value
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  func broken(_ problem: String) -> FormatError {
    let line = 1 + bytes[..<min(position, bytes.count)].count { $0 == 0x0A }
    return FormatError(file: file, line: line, problem: problem)
  }
}

extension JSONParser {
  /// Goes past a value: it is checked to be JSON as if it were read, and nothing is made of it.
  mutating func skipValue() throws(FormatError) {
    skipSpace()
    switch next {
    case UInt8(ascii: "{"):
      try parseList(until: UInt8(ascii: "}")) { parser throws(FormatError) in
        try parser.expectName()
        try parser.skipText()
        try parser.passColon()
        try parser.skipValue()
      }
    case UInt8(ascii: "["):
      try parseList(until: UInt8(ascii: "]")) { parser throws(FormatError) in try parser.skipValue() }
    case UInt8(ascii: "\""): try skipText()
    default: _ = try parseValue()
    }
  }

  /// Reads an object that has exactly these members, in this order.
  /// - Parameters:
  ///   - names: the names with their quotes, as the text writes them.
  ///   - readValue: reads the value of the member of that number.
  /// - Returns: whether it is such an object; if not, the position is anywhere in it.
  mutating func parseMembers(
    named names: [[UInt8]], _ readValue: (inout JSONParser, _ number: Int) throws(FormatError) -> Void
  ) throws(FormatError) -> Bool {
    try goDeeper()
    defer { depth -= 1 }
    position += 1
    for number in names.indices {
      if number > 0, !passes(UInt8(ascii: ",")) { return false }
      skipSpace()
      guard passes(names[number]), passes(UInt8(ascii: ":")) else { return false }
      try readValue(&self, number)
    }
    return passes(UInt8(ascii: "}"))
  }

  /// Goes past a mark and the space before it, if it comes next.
  private mutating func passes(_ mark: UInt8) -> Bool {
    skipSpace()
    guard next == mark else { return false }
    position += 1
    return true
  }

  /// Goes past these bytes, if they come next.
  private mutating func passes(_ expected: [UInt8]) -> Bool {
    guard position + expected.count <= bytes.count else { return false }
    for index in expected.indices where bytes[position + index] != expected[index] { return false }
    position += expected.count
    return true
  }
}
