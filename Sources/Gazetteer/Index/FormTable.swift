/// The readings of all names of a gazetteer file, in the order of the places: twelve bytes each, and four more at the end
/// for where the last one's symbols end.
///
///     0  4  where its symbols start in their section
///     4  4  the place
///     8  2  which of its names: 0 is the main one, 1 the first alternate
///     10 1  what was taken off (`NameForm.Stripping`)
///     11 1  how many articles the name has; the highest bit: whether its script leaves vowels out
struct FormTable: Sendable {
  private static let width = 12
  private let start: Int
  private let symbols: Range<Int>
  /// The number of readings.
  let count: Int

  /// The table in a range of the file's bytes; nil when its parts do not fit together.
  init?(_ range: Range<Int>, symbols: Range<Int>) {
    guard range.count >= 4, (range.count - 4).isMultiple(of: Self.width) else { return nil }
    start = range.lowerBound
    count = (range.count - 4) / Self.width
    self.symbols = symbols
  }

  /// What is known of a reading but its symbols.
  struct Entry {
    /// Its place's number in the file.
    let place: Int
    /// Which of the place's names.
    let name: Int
    /// What was taken off.
    let stripping: NameForm.Stripping
    /// How many articles the name has.
    let articleCount: UInt8
    /// Whether the name is in a script that leaves vowels out.
    let isUnvowelled: Bool
    /// Where its symbols are in the file.
    let symbols: Range<Int>
  }

  /// A reading.
  @inline(__always)
  func entry(_ number: Int, _ bytes: Span<UInt8>) -> Entry {
    let offset = start &+ number &* Self.width
    let last = bytes[offset &+ 11]
    let from = Int(bytes.number(UInt32.self, at: offset))
    let to = Int(bytes.number(UInt32.self, at: offset &+ Self.width))
    return Entry(
      place: Int(bytes.number(UInt32.self, at: offset &+ 4)), name: Int(bytes.number(UInt16.self, at: offset &+ 8)),
      stripping: NameForm.Stripping(rawValue: bytes[offset &+ 10]) ?? .nothing, articleCount: last & 0x7F,
      isUnvowelled: last & 0x80 != 0, symbols: (symbols.lowerBound &+ from)..<(symbols.lowerBound &+ to))
  }

  static func append(
    _ form: NameForm, symbolsStart: UInt32, place: UInt32, name: Int, of written: NormalizedName,
    to bytes: inout [UInt8]
  ) {
    bytes.append(littleEndian: symbolsStart)
    bytes.append(littleEndian: place)
    bytes.append(littleEndian: UInt16(clamping: name))
    bytes.append(form.stripping.rawValue)
    bytes.append(min(written.articleCount, 0x7F) | (written.isUnvowelled ? 0x80 : 0))
  }

  static func appendEnd(symbolsEnd: UInt32, to bytes: inout [UInt8]) { bytes.append(littleEndian: symbolsEnd) }
}
