/// Finds the encoding of a file from its bytes, given piece by piece.
///
/// A byte order mark decides. Else text that is valid UTF-8 is that: text in other encodings hardly ever is, once it has
/// a letter beyond ASCII. What is not is told apart by where its letters beyond ASCII stand: in Arabic they make up
/// whole words, in Western languages they stand among others.
struct EncodingDetector {
  private var beginning: [UInt8] = []
  private var rest: [UInt8] = []
  private var sequences = 0
  private var invalid = 0
  private var high = 0
  private var highBesideHigh = 0
  private var zeros = (even: 0, odd: 0)
  private var offset = 0
  private var lastIsHigh = false

  /// Whether enough is known: only a file that is not UTF-8 needs no more than some of its bytes.
  var isSure: Bool { invalid > 4_000 && high > 4_000 }

  /// Takes the next bytes of the file.
  mutating func add(_ piece: [UInt8]) {
    if beginning.count < 8 { beginning.append(contentsOf: piece.prefix(8)) }
    let bytes = rest.isEmpty ? piece : rest + piece
    rest = []
    if zeros == (0, 0), let leading = Self.leadingBytes(bytes) {
      sequences += leading
      offset += bytes.count
    } else {
      scan(bytes)
    }
  }

  /// The number of sequences in text that is valid UTF-8 and has no zero byte; nil for other text.
  private static func leadingBytes(_ bytes: [UInt8]) -> Int? {
    guard var text = try? UTF8Span(validating: bytes.span) else { return nil }
    if text.checkForASCII(), !bytes.contains(0) { return 0 }
    var (zeros, leading) = (0, 0)
    for byte in bytes {
      zeros &+= byte == 0 ? 1 : 0
      leading &+= byte >= 0xC0 ? 1 : 0
    }
    return zeros == 0 ? leading : nil
  }

  private mutating func scan(_ bytes: [UInt8]) {
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte >= 0x80 else {
        if byte == 0 { if (offset + position) % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 } }
        lastIsHigh = false
        position += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at: position)
      if length == 0, bytes.count - position < 4, Self.mayBeCutOff(bytes[position...]) {
        rest = Array(bytes[position...])
        break
      }
      if length == 0 { invalid += 1 } else { sequences += 1 }
      for _ in 0..<max(1, length) {
        high += 1
        if lastIsHigh { highBesideHigh += 1 }
        lastIsHigh = true
        position += 1
      }
    }
    offset += position
  }

  /// The bytes of the UTF-8 sequence there; 0 when there is none.
  private static func sequenceLength(_ bytes: [UInt8], at position: Int) -> Int {
    let length = expectedLength(bytes[position])
    guard length > 1, position + length <= bytes.count else { return 0 }
    return String(validating: bytes[position..<position + length], as: UTF8.self) == nil ? 0 : length
  }

  private static func mayBeCutOff(_ end: ArraySlice<UInt8>) -> Bool {
    guard let first = end.first else { return false }
    return expectedLength(first) > end.count && end.dropFirst().allSatisfy { $0 & 0xC0 == 0x80 }
  }

  private static func expectedLength(_ first: UInt8) -> Int {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// What the bytes so far say.
  /// - Throws: `FormatError` for a file that is no text.
  func finding(file: String) throws(FormatError) -> EncodingFinding {
    if let problem = OtherFile.problem(beginning) { throw FormatError(file: file, line: nil, problem: problem) }
    if beginning.starts(with: [0xEF, 0xBB, 0xBF]) { return EncodingFinding(.utf8, markBytes: 3) }
    if beginning.starts(with: [0xFF, 0xFE]) { return EncodingFinding(.utf16LittleEndian, markBytes: 2) }
    if beginning.starts(with: [0xFE, 0xFF]) { return EncodingFinding(.utf16BigEndian, markBytes: 2) }
    if zeros != (0, 0) { return try withZeros(file: file) }
    // A text in UTF-8 may have a few broken bytes; other encodings have hardly a sequence that is valid.
    if invalid == 0 || sequences > 10 * invalid { return EncodingFinding(.utf8) }
    if 2 * highBesideHigh > high {
      return EncodingFinding(
        .windows1256,
        assumption: "it is not UTF-8 and has no mark; windows-1256 is assumed, since its other letters make up whole "
          + "words, as in Arabic")
    }
    return EncodingFinding(
      .windows1252,
      assumption: "it is not UTF-8 and has no mark; windows-1252 is assumed, as it is usual in Western languages")
  }

  private func withZeros(file: String) throws(FormatError) -> EncodingFinding {
    let (few, many) = (min(zeros.even, zeros.odd), max(zeros.even, zeros.odd))
    guard many > offset / 8, few * 20 < many else {
      throw FormatError(
        file: file, line: nil, problem: "this is no text; is it a workbook or an archive? Save the table as CSV")
    }
    let encoding: TextEncoding = zeros.odd > zeros.even ? .utf16LittleEndian : .utf16BigEndian
    return EncodingFinding(
      encoding, assumption: "it has no mark; \(encoding.rawValue) is assumed, since every other byte is zero")
  }
}
