extension JSON {
  /// Reads one JSON text (RFC 8259) of UTF-8 bytes.
  ///
  /// A reader of our own because boundary files decide how fast every command starts: `JSONDecoder` takes three times
  /// as long for them and cannot say on which line a file is broken.
  /// - Parameter file: the name for error messages.
  /// - Throws: `FormatError` with the line, for text that is not JSON or is nested deeper than 256 levels.
  public init(reading bytes: [UInt8], file: String) throws(FormatError) {
    var parser = JSONParser(bytes: bytes, file: file)
    self = try parser.parseDocument()
  }
}
