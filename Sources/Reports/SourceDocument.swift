import Incidents

/// The text of a document, known to be UTF-8, with its lines. All offsets count bytes of the file as it is, a byte order
/// mark and Windows line ends included.
public struct SourceDocument: Sendable {
  /// The document's name, as the user gave it.
  public let name: String
  /// The bytes of the file.
  public let bytes: [UInt8]
  /// The number of line ends before each block: finds a line without one number per line in memory.
  private let lineEndsBeforeBlock: [Int]

  private static let blockLength = 4096

  /// A document with the file's bytes.
  /// - Throws: `ReportError.empty`, `.binary` or `.invalidUTF8`.
  public init(name: String, bytes: [UInt8]) throws(ReportError) {
    self.name = name
    self.bytes = bytes
    if let offset = bytes.firstIndex(of: 0) { throw .binary(document: name, byteOffset: offset) }
    lineEndsBeforeBlock = Self.countLineEnds(bytes)
    if let offset = firstInvalidUTF8(bytes) {
      throw .invalidUTF8(document: name, line: line(at: offset), byteOffset: offset)
    }
    if Tokenizer(bytes: bytes).isBlank(0..<bytes.count) { throw .empty(document: name) }
  }

  /// The line, from 1, that a byte belongs to. Lines end with LF, CR LF or CR.
  public func line(at offset: Int) -> Int {
    precondition((0...bytes.count).contains(offset), "the offset must lie in the document")
    let block = min(offset / Self.blockLength, lineEndsBeforeBlock.count - 1)
    var line = lineEndsBeforeBlock[block] + 1
    for index in block * Self.blockLength..<offset where Self.endsLine(bytes, index) { line += 1 }
    return line
  }

  /// The words of a span, byte for byte.
  public func text(_ span: ByteSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  private static func endsLine(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte > 0x0D { return false }
    return byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
  }

  private static func countLineEnds(_ bytes: [UInt8]) -> [Int] {
    var counts = [0]
    var count = 0
    for index in bytes.indices {
      if index > 0 && index % blockLength == 0 { counts.append(count) }
      if endsLine(bytes, index) { count += 1 }
    }
    return counts
  }
}

/// The offset of the first byte that is no part of well-formed UTF-8 (Unicode Standard, table 3-7); nil when all is well.
func firstInvalidUTF8(_ bytes: [UInt8]) -> Int? {
  var index = 0
  while index < bytes.count {
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return index
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}
