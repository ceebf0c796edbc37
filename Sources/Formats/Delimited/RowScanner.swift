/// Cuts delimited text into rows and fields (RFC 4180), byte by byte and without copying any.
///
/// A row ends with a line feed, a carriage return or both. Text that is not as it should be is read, never dropped: what
/// follows a closing quote belongs to the field, quotes included; a quote that nothing closes is a character like any
/// other.
struct RowScanner {
  /// A field of a row.
  struct Field: Hashable {
    /// Its first byte, inside of its quotes.
    var start: Int
    /// One past its last byte, inside of its quotes.
    var end: Int
    /// Whether quotes in it stand doubled.
    var hasDoubledQuotes: Bool
  }

  /// What came of a row.
  enum Outcome: Hashable {
    /// The row is in `fields`.
    case row
    /// The row is in `fields`; a quote in it is opened and never closed.
    case unclosedQuote
    /// The bytes end within the row: more of them are needed.
    case incomplete
    /// The row has no end within `mostBytes`: this is no table.
    case endless
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// What separates fields.
  let delimiter: UInt8
  /// Whether a field may stand in double quotes.
  let hasQuotes: Bool
  /// No row is longer: what seems to be has a quote that nothing closes.
  var mostBytes = 16 << 20

  /// The fields of the row that was read last.
  private(set) var fields: [Field] = []
  /// One past its last byte, line end included.
  private(set) var end = 0
  /// How many lines it takes.
  private(set) var lines = 0

  init(delimiter: UInt8, hasQuotes: Bool) {
    (self.delimiter, self.hasQuotes) = (delimiter, hasQuotes)
  }

  /// Reads the row that starts at an offset.
  /// - Parameter isWhole: whether no more bytes follow.
  mutating func scan(_ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool) -> Outcome {
    let outcome = scan(bytes, from: start, isWhole: isWhole, quotes: hasQuotes)
    guard outcome == .unclosedQuote else { return outcome }
    let rescanned = scan(bytes, from: start, isWhole: isWhole, quotes: false)
    return rescanned == .row ? .unclosedQuote : rescanned
  }

  private mutating func scan(
    _ bytes: borrowing Span<UInt8>, from start: Int, isWhole: Bool, quotes: Bool
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    lines = 1
    let limit = min(bytes.count, start + mostBytes)
    let isLimited = isWhole || limit < bytes.count
    var position = start
    while true {
      if quotes, position < limit, bytes[position] == Self.quote {
        switch scanQuoted(bytes, from: position, limit: limit, isWhole: isWhole) {
        case .closed(let next): position = next
        case .cutOff: return isLimited ? .unclosedQuote : .incomplete
        case .wrong: return .unclosedQuote
        }
      } else {
        let next = plainEnd(bytes, from: position, limit: limit)
        fields.append(Field(start: position, end: next, hasDoubledQuotes: false))
        position = next
      }
      guard position < limit else {
        end = position
        return isWhole && limit == bytes.count ? .row : limit == bytes.count ? .incomplete : .endless
      }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      return endLine(bytes, at: position, isWhole: isWhole)
    }
  }

  private mutating func endLine(_ bytes: borrowing Span<UInt8>, at position: Int, isWhole: Bool) -> Outcome {
    end = position + 1
    guard bytes[position] == Self.carriageReturn else { return .row }
    if end < bytes.count {
      if bytes[end] == Self.lineFeed { end += 1 }
      return .row
    }
    return isWhole ? .row : .incomplete
  }

  private enum Quoted {
    /// The field is in `fields`; the offset is that of what ends it.
    case closed(Int)
    /// The bytes end first.
    case cutOff
    /// It is closed on another line by what is no closing quote: one that text follows.
    case wrong
  }

  private mutating func scanQuoted(
    _ bytes: borrowing Span<UInt8>, from start: Int, limit: Int, isWhole: Bool
  ) -> Quoted {
    var position = start + 1
    var newLines = 0
    var hasDoubledQuotes = false
    while true {
      position = quoteOrLineEnd(bytes, from: position, limit: limit)
      guard position < limit else { return .cutOff }
      if bytes[position] != Self.quote {
        let isPair =
          bytes[position] == Self.carriageReturn && position + 1 < limit && bytes[position + 1] == Self.lineFeed
        newLines += isPair ? 0 : 1
        position += 1
        continue
      }
      guard position + 1 < limit else {
        guard isWhole, limit == bytes.count else { return .cutOff }
        break
      }
      if bytes[position + 1] != Self.quote { break }
      hasDoubledQuotes = true
      position += 2
    }
    let next = position + 1
    if next < limit, !endsField(bytes[next]) {
      guard newLines == 0 else { return .wrong }
      let end = plainEnd(bytes, from: next, limit: limit)
      fields.append(Field(start: start, end: end, hasDoubledQuotes: false))
      return .closed(end)
    }
    lines += newLines
    fields.append(Field(start: start + 1, end: position, hasDoubledQuotes: hasDoubledQuotes))
    return .closed(next)
  }

  @inline(__always)
  private func endsField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
  }

  /// The offset of the next delimiter or line end.
  @inline(__always)
  private func plainEnd(_ bytes: borrowing Span<UInt8>, from start: Int, limit: Int) -> Int {
    var position = start
    while position < limit, !endsField(bytes[position]) { position &+= 1 }
    return position
  }

  /// The offset of the next quote or line end.
  @inline(__always)
  private func quoteOrLineEnd(_ bytes: borrowing Span<UInt8>, from start: Int, limit: Int) -> Int {
    var position = start
    while position < limit {
      let byte = bytes[position]
      if byte == Self.quote || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      position &+= 1
    }
    return position
  }
}

extension RowScanner {
  /// Whether the row has nothing but spaces, and no quotes that would say it is meant.
  func isBlank(_ bytes: borrowing Span<UInt8>) -> Bool { fields.count == 1 && isEmpty(fields[0], bytes) }

  /// Whether no field of the row has anything but spaces, as in the rows that spreadsheets write below a table.
  func isEmpty(_ bytes: borrowing Span<UInt8>) -> Bool {
    for field in fields where !isEmpty(field, bytes) { return false }
    return true
  }

  private func isEmpty(_ field: Field, _ bytes: borrowing Span<UInt8>) -> Bool {
    if field.end < end, bytes[field.end] == Self.quote { return false }
    for position in field.start..<field.end where bytes[position] != 0x20 && bytes[position] != 0x09 { return false }
    return true
  }
}
