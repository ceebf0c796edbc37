/// A table in a text file, of any length: CSV (RFC 4180), TSV, or with another delimiter; in UTF-8, UTF-16,
/// windows-1252, Latin-1 or windows-1256; its first row names the columns, and a row of tags may follow
/// (Humanitarian Exchange Language). Each row becomes a feature without a geometry, all its fields as texts, with its
/// line and bytes. Memory does not grow with the table.
public struct DelimitedSource: FeatureSource {
  /// The columns, all texts.
  public let layer: FeatureLayer
  /// The byte between fields.
  public var delimiter: UInt8 { layout.delimiter }
  /// The encoding, and what that rests on.
  public let encoding: EncodingFinding
  /// The HXL tags of the columns, such as `#geo+lat`; empty where there are none.
  public var tags: [String] { layout.tags }
  /// Rows that are not as they should be, and what was assumed.
  public private(set) var remarks = SourceRemarks()

  private let input: ByteInput
  private let file: String
  private let layout: DelimitedLayout
  private let chunkBytes: Int

  private static let sampleBytes = 1 << 20

  /// A table, of which the encoding, the delimiter and the header are found out.
  /// - Parameters:
  ///   - file: its name, for messages.
  ///   - chunkBytes: how much is read at once. It changes no result.
  /// - Throws: `FormatError` for a file that cannot be opened, is no text or has no row.
  public init(
    _ input: ByteInput, file: String, options: DelimitedOptions = DelimitedOptions(), chunkBytes: Int = 2 << 20
  ) throws(FormatError) {
    (self.input, self.file, self.chunkBytes) = (input, file, chunkBytes)
    encoding = try EncodingFinding(of: input, file: file, given: options.encoding)
    var reader = try input.reader(name: file)
    var decoder = TextDecoder(encoding.encoding)
    var sample: [UInt8] = []
    let beginning = try reader.next(Self.sampleBytes)
    decoder.decode(Array(beginning.dropFirst(encoding.markBytes)), onto: &sample)
    layout = try DelimitedLayout(
      sample: sample, isWhole: beginning.count < Self.sampleBytes, delimiter: options.delimiter, file: file)
    layer = FeatureLayer(
      name: "rows", fields: layout.columns.map { Field($0, .text, "Column “\($0)” of \(file).") }, hasOnlyPoints: true)
    for line in layout.titleLines {
      remarks.add(
        .doubtful, "a row before the header is taken for a title", at: FeatureOrigin(line: line, start: 0, end: 0))
    }
    if let remark = encoding.remark { remarks.add(.doubtful, remark, at: nil) }
  }

  /// Reads all rows of data.
  /// - Throws: `FormatError` for a row without an end, and what `body` throws.
  public mutating func read(into body: (FeatureBatch) throws -> Void) throws {
    var reader = try input.reader(name: file)
    var decoder = TextDecoder(encoding.encoding)
    var rows = DelimitedRows(layout, decoder: decoder, offset: encoding.markBytes, file: file)
    var batch = FeatureBatch(fields: fields)
    var text: [UInt8] = []
    var markBytes = encoding.markBytes
    var isWhole = false
    while !isWhole {
      let piece = try reader.next(max(chunkBytes, markBytes))
      isWhole = piece.isEmpty
      if isWhole { decoder.finish(onto: &text) }
      decoder.decode(markBytes > 0 ? Array(piece.dropFirst(markBytes)) : piece, onto: &text)
      markBytes = 0
      let length = text.count
      let end = try rows.read(&text, isWhole: isWhole, into: &batch, remarks: &remarks)
      batch.exchangeText(&text)
      if batch.count > 0 { try body(batch) }
      text.removeAll(keepingCapacity: true)
      text.append(contentsOf: batch.text[end..<length])
      batch.removeAll()
    }
  }
}
