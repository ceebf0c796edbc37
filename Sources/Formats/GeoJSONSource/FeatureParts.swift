/// Cuts a GeoJSON feature collection of any length into its features, in bounded memory.
struct FeatureParts {
  /// The bytes of one feature, and where they stand.
  struct Part {
    let bytes: [UInt8]
    let origin: FeatureOrigin
    /// Its number, from 1.
    let number: Int

    /// What is read of the feature.
    /// - Throws: `FormatError` with the line in the file, for what is not JSON.
    func members(_ names: inout PropertyNames, file: String) throws(FormatError) -> FeatureMembers {
      do { return try FeatureMembers(reading: bytes, file: file, &names) } catch {
        throw FormatError(file: file, line: (error.line ?? 1) + origin.line - 1, problem: error.problem)
      }
    }
  }

  /// The text around the features, with an empty list in their place; complete when `next` returned nil.
  private(set) var frame: [UInt8] = []
  /// Whether the document has a list of features.
  private(set) var hasFeatures = false

  private var reader: ByteReader
  private let file: String
  private var chunk: [UInt8] = []
  private var position = 0
  /// Where in the chunk what is kept of it begins.
  private var from = 0
  private var offset = 0
  private var count = 0
  private var line = 1

  private var depth = 0
  private var isInText = false
  private var isEscaped = false
  /// The last text at depth 1, with its quotes: before a colon it is the name of a member.
  private var lastText: [UInt8] = []
  private var isInFeatures = false
  private var needsComma = false
  private var isEmpty = true
  private var feature: [UInt8] = []
  private var start: FeatureOrigin?

  /// More than a map's frame ever has: a document that is no feature collection is not read to its end in vain.
  private static let maximumFrameBytes = 256 << 20
  private static let chunkBytes = 1 << 20

  init(_ input: ByteInput, file: String) throws(FormatError) {
    reader = try input.reader(name: file)
    self.file = file
  }

  /// The next feature; nil after the last.
  mutating func next() throws(FormatError) -> Part? {
    while true {
      if position == chunk.count {
        offset += chunk.count
        chunk = try reader.next(Self.chunkBytes)
        position = 0
        if chunk.isEmpty { return nil }
      }
      if let part = try scan() { return part }
    }
  }

  /// The next features of so many bytes, or of one feature that has more; none after the last.
  mutating func next(byteCount: Int) throws(FormatError) -> [Part] {
    var parts: [Part] = []
    var bytes = 0
    while bytes < byteCount, let part = try next() {
      bytes += part.bytes.count
      parts.append(part)
    }
    return parts
  }

  /// What else is a feature once `next` returned nil: a document need not be a collection.
  /// - Throws: `FormatError` for a document that is no GeoJSON.
  func loneFeatures() throws(FormatError) -> [FeatureMembers] {
    let document = try JSON(reading: frame, file: file)
    if hasFeatures, document["type"].string == "FeatureCollection" { return [] }
    return try GeoJSON.featureObjects(document, file: file).map(FeatureMembers.init)
  }

  /// Goes on to the end of a feature or of the chunk.
  private mutating func scan() throws(FormatError) -> Part? {
    from = position
    while true {
      if start != nil, !isInText { position = chunk.span.endOfPlainValues(from: position) }
      if position == chunk.count { break }
      let byte = chunk[position]
      position += 1
      if byte == 0x0A { line += 1 }
      if isInText {
        passText(byte)
        if depth > 1, isInText, !isEscaped { skipText() }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        isInText = true
        if depth == 1 { lastText = [byte] }
      case UInt8(ascii: "{"), UInt8(ascii: "["): try open(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): if let part = try close() { return part }
      case UInt8(ascii: ","): try separate()
      case 0x20, 0x0A, 0x0D, 0x09: break
      default: if isInFeatures, depth == 2 { throw broken("a feature was expected") }
      }
    }
    if start != nil {
      feature.append(contentsOf: chunk[from...])
    } else if !isInFeatures {
      try keepFrame(to: chunk.count)
    }
    return nil
  }

  private mutating func passText(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "\"") {
      isInText = false
    }
    if depth == 1 { lastText.append(byte) }
  }

  /// Goes on to the next byte of a text that has a meaning of its own.
  private mutating func skipText() {
    position = chunk.span.plainText(from: position, orTo: 0x0A).end
  }

  private mutating func open(_ byte: UInt8) throws(FormatError) {
    depth += 1
    if isInFeatures, depth == 3 {
      guard !needsComma else { throw broken("a comma was expected between two features") }
      (needsComma, isEmpty) = (true, false)
      start = FeatureOrigin(line: line, start: offset + position - 1, end: 0)
      from = position - 1
    } else if depth == 2, byte == UInt8(ascii: "["), lastText == Self.listName, !hasFeatures {
      (isInFeatures, hasFeatures) = (true, true)
      try keepFrame(to: position)
    }
  }

  private mutating func close() throws(FormatError) -> Part? {
    depth -= 1
    guard isInFeatures else { return nil }
    if depth == 2, var origin = start {
      feature.append(contentsOf: chunk[from..<position])
      origin.end = offset + position
      count += 1
      defer { (feature, start) = ([], nil) }
      return Part(bytes: feature, origin: origin, number: count)
    }
    if depth < 2 {
      guard needsComma || isEmpty else { throw broken("a feature was expected after the comma") }
      isInFeatures = false
      from = position - 1
    }
    return nil
  }

  private mutating func separate() throws(FormatError) {
    if depth == 1 { lastText = [] }
    guard isInFeatures, depth == 2 else { return }
    guard needsComma else { throw broken("a feature was expected before the comma") }
    needsComma = false
  }

  private mutating func keepFrame(to end: Int) throws(FormatError) {
    frame.append(contentsOf: chunk[from..<end])
    guard frame.count < Self.maximumFrameBytes else {
      throw FormatError(
        file: file, line: nil, problem: "this is no feature collection, and too large to be anything else")
    }
  }

  private static let listName = Array(#""features""#.utf8)

  private func broken(_ problem: String) -> FormatError { FormatError(file: file, line: line, problem: problem) }
}

extension Span<UInt8> {
  /// Where in a feature, outside of texts, the next byte is that has a meaning of its own for cutting; or the end.
  fileprivate func endOfPlainValues(from start: Int) -> Int {
    for index in start..<count {
      switch self[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), 0x0A:
        return index
      default: break
      }
    }
    return count
  }
}
