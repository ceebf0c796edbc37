/// Files that are often given for tables and are none, by their first bytes.
enum OtherFile {
  private static let kinds: [(beginning: [UInt8], problem: String)] = [
    ([0x1F, 0x8B], "it is compressed; decompress it first, with gunzip"),
    (Array("PK\u{3}\u{4}".utf8), "it is a workbook or an archive; save the table as CSV, or unpack it first"),
    ([0xD0, 0xCF, 0x11, 0xE0], "it is a workbook; save the table as CSV"),
    (Array("fgb".utf8), "it is a FlatGeobuf, which is written and not read; convert it to GeoPackage or GeoJSON first"),
    (
      Array("<?xml".utf8),
      "it is XML, and no table; KML is written and not read: convert it to GeoPackage or GeoJSON first"
    ),
    (Array("%PDF".utf8), "it is a PDF; save its table as CSV"),
  ]

  /// What is wrong with a file that begins so; nil for one that may be a table.
  static func problem(_ beginning: [UInt8]) -> String? {
    let text = beginning.starts(with: [0xEF, 0xBB, 0xBF]) ? beginning.dropFirst(3) : beginning[...]
    return kinds.first { text.starts(with: $0.beginning) }?.problem
  }
}
