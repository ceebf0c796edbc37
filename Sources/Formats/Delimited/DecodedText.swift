/// A text in memory as UTF-8, whatever its encoding was.
public struct DecodedText: Hashable, Sendable {
  /// The text, without a mark in front.
  public let bytes: [UInt8]
  /// The encoding it had, and what that rests on.
  public let encoding: EncodingFinding

  /// Decodes a text.
  /// - Parameter given: the encoding, when it is known; it is found out otherwise.
  /// - Throws: `FormatError` for what is no text.
  public init(_ bytes: [UInt8], file: String, encoding given: TextEncoding? = nil) throws(FormatError) {
    encoding = try EncodingFinding(of: .bytes(bytes), file: file, given: given)
    let unmarked = encoding.markBytes > 0 ? Array(bytes.dropFirst(encoding.markBytes)) : bytes
    guard encoding.encoding != .utf8 else {
      self.bytes = unmarked
      return
    }
    var decoder = TextDecoder(encoding.encoding)
    var text: [UInt8] = []
    decoder.decode(unmarked, onto: &text)
    decoder.finish(onto: &text)
    self.bytes = text
  }
}

extension EncodingFinding {
  /// The encoding of a text.
  /// - Parameter given: what the user says it is.
  /// - Throws: `FormatError` for what is no text.
  init(of input: ByteInput, file: String, given: TextEncoding?) throws(FormatError) {
    var reader = try input.reader(name: file)
    var detector = EncodingDetector()
    while !detector.isSure {
      let piece = try reader.next(1 << 16)
      if piece.isEmpty { break }
      detector.add(piece)
      if given != nil { break }
    }
    guard let given else {
      self = try detector.finding(file: file)
      return
    }
    let marked = try? detector.finding(file: file)
    self.init(given, markBytes: marked?.encoding == given ? marked?.markBytes ?? 0 : 0)
  }

  /// What was assumed, and how to say otherwise; nil where nothing was.
  public var remark: String? { assumption.map { "\($0): give --encoding if not" } }
}
