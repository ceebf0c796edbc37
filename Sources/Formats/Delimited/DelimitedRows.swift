/// Fills batches with the rows of a table. Fields are not copied: a batch takes over the text in which they stand.
struct DelimitedRows {
  private let columns: Int
  private let decoder: TextDecoder
  private let file: String
  private var scanner: RowScanner
  private var rowsToSkip: Int
  private var line = 1
  private var offset: Int
  /// The field that is copied, in memory that is used again.
  private var copy: [UInt8] = []

  init(_ layout: DelimitedLayout, decoder: TextDecoder, offset: Int, file: String) {
    columns = layout.columns.count
    rowsToSkip = layout.leadingRows
    scanner = RowScanner(delimiter: layout.delimiter, hasQuotes: true)
    (self.decoder, self.offset, self.file) = (decoder, offset, file)
  }

  /// Reads all rows that end in a text.
  /// - Parameters:
  ///   - text: the text, from the beginning of a row. What does not stand in it as it is meant is added to its end.
  ///   - isWhole: whether the table ends with it.
  /// - Returns: where the first row begins that is not read.
  /// - Throws: `FormatError` for a row without an end.
  mutating func read(
    _ text: inout [UInt8], isWhole: Bool, into batch: inout FeatureBatch, remarks: inout SourceRemarks
  ) throws(FormatError) -> Int {
    let length = text.count
    let isValid = Self.isValid(text, isWhole: isWhole)
    var position = 0
    while position < length {
      let outcome = scanner.scan(text.span.extracting(first: length), from: position, isWhole: isWhole)
      if outcome == .incomplete { break }
      guard outcome != .endless else {
        throw FormatError(file: file, line: line, problem: "this row has no end: is it a table, and in which encoding?")
      }
      let bytes = decoder.originalCount(text.span.extracting(position..<scanner.end))
      let origin = FeatureOrigin(line: line, start: offset, end: offset + bytes)
      if rowsToSkip > 0 {
        rowsToSkip -= 1
      } else if !scanner.isEmpty(text.span) {
        if outcome == .unclosedQuote {
          remarks.add(.doubtful, "a quote is opened and not closed; it is taken as a character", at: origin)
        }
        append(&text, isValid: isValid, origin: trimmed(origin, text), to: &batch, remarks: &remarks)
      }
      position = scanner.end
      offset += bytes
      line += scanner.lines
    }
    return position
  }

  /// A row without its line end.
  private func trimmed(_ origin: FeatureOrigin, _ text: [UInt8]) -> FeatureOrigin {
    var end = scanner.end
    while end > 0, text[end - 1] == 0x0A || text[end - 1] == 0x0D { end -= 1 }
    return FeatureOrigin(
      line: origin.line, start: origin.start, end: origin.end - (scanner.end - end) * decoder.bytesOfASCII)
  }

  private mutating func append(
    _ text: inout [UInt8], isValid: Bool, origin: FeatureOrigin, to batch: inout FeatureBatch,
    remarks: inout SourceRemarks
  ) {
    batch.append(id: .missing, geometry: nil)
    var marked = origin
    marked.isRagged = isRagged
    batch.append(origin: marked)
    let fields = min(columns, scanner.fields.count)
    var broken = false
    for index in 0..<fields {
      let field = scanner.fields[index]
      if field.start == field.end {
        batch.append(.missing)
      } else if field.hasDoubledQuotes || !isValid {
        broken = appendCopy(of: field, &text, isValid: isValid, to: &batch) || broken
      } else {
        batch.append(textFrom: field.start, to: field.end)
      }
    }
    for _ in fields..<columns { batch.append(.missing) }
    if broken {
      remarks.add(
        .doubtful,
        "bytes that are no \(decoder.encoding.rawValue) are replaced by U+FFFD: is the encoding another one?",
        at: origin)
    }
    remark(origin, &remarks)
  }

  /// Adds a field to the end of the text as it is meant.
  /// - Returns: whether some of its bytes are broken.
  private mutating func appendCopy(
    of field: RowScanner.Field, _ text: inout [UInt8], isValid: Bool, to batch: inout FeatureBatch
  ) -> Bool {
    copy.removeAll(keepingCapacity: true)
    scanner.append(field, of: text, to: &copy)
    let isBroken = !isValid && (try? UTF8Span(validating: copy.span)) == nil
    if isBroken { copy = Array(String(decoding: copy, as: UTF8.self).utf8) }
    let start = text.count
    text.append(contentsOf: copy)
    batch.append(textFrom: start, to: text.count)
    return isBroken
  }

  /// Whether the row has fewer fields than the header, or something beyond it.
  private var isRagged: Bool {
    let fields = scanner.fields
    return fields.count < columns || fields.dropFirst(columns).contains { $0.start < $0.end }
  }

  private func remark(_ origin: FeatureOrigin, _ remarks: inout SourceRemarks) {
    let fields = scanner.fields
    if fields.count < columns {
      remarks.add(
        .doubtful, "the row has fewer fields than the header; the last ones are empty", at: origin,
        detail: "\(fields.count) of \(columns)")
    }
    guard fields.count > columns, isRagged else { return }
    remarks.add(
      .lost, "the row has more fields than the header; those beyond it are left out, and the others may be displaced",
      at: origin, detail: "\(fields.count) instead of \(columns)")
  }

  /// Whether all whole lines of a text are valid UTF-8. What follows them may end within a letter.
  private static func isValid(_ text: [UInt8], isWhole: Bool) -> Bool {
    let end = isWhole ? text.count : text.lastIndex { $0 == 0x0A || $0 == 0x0D } ?? text.count
    return (try? UTF8Span(validating: text.span.extracting(first: end))) != nil
  }
}
