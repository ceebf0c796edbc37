import Formats
import TestSupport
import Testing

@Suite struct EncodingTests {
  /// `é – “x”` and `الموصل` in each encoding, by Python's codecs.
  @Test(arguments: [
    ([0xE9, 0x20, 0x96, 0x20, 0x93, 0x78, 0x94], TextEncoding.windows1252, "é – “x”"),
    ([0xE9, 0x20, 0xE0], .latin1, "é à"),
    ([0xC7, 0xE1, 0xE3, 0xE6, 0xD5, 0xE1], .windows1256, "الموصل"),
    ([0x2A, 0x06, 0x44, 0x06], .utf16LittleEndian, "تل"), ([0x06, 0x2A, 0x06, 0x44], .utf16BigEndian, "تل"),
    ([0x3D, 0xD8, 0x00, 0xDE], .utf16LittleEndian, "😀"), ([0x3D, 0xD8, 0x78, 0x00], .utf16LittleEndian, "\u{FFFD}x"),
  ])
  func decodes(bytes: [UInt8], encoding: TextEncoding, text: String) throws {
    let header = encoded("a,b\n", encoding), end = encoded(",1\n", encoding)
    let table = try ReadTable(header + bytes + end, options: DelimitedOptions(encoding: encoding))
    #expect(table.rows == [[text, "1"]])
  }

  @Test(arguments: [
    ("plain", TextEncoding.utf8, TextEncoding.utf8), ("é à", .utf8, .utf8), ("الموصل", .utf8, .utf8),
    ("déjà vu", .windows1252, .windows1252), ("الموصل تل", .windows1256, .windows1256),
  ])
  func isDetected(text: String, encoding: TextEncoding, found: TextEncoding) throws {
    let bytes = encoded("a,b\n\(text),1\n", encoding)
    let source = try DelimitedSource(.bytes(bytes), file: "t.csv")
    #expect(source.encoding.encoding == found)
    #expect((source.encoding.assumption == nil) == (found == .utf8))
    #expect(try ReadTable(bytes).rows == [[text, "1"]])
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian], [true, false])
  func unitsOfTwoBytesAreDetected(encoding: TextEncoding, isMarked: Bool) throws {
    let mark = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : [0xFE, 0xFF] as [UInt8]
    let bytes = (isMarked ? mark : []) + encoded("name,count\nMosul and Tall Afar,12\n", encoding)
    let source = try DelimitedSource(.bytes(bytes), file: "t.csv")
    #expect(source.encoding.encoding == encoding)
    #expect((source.encoding.assumption == nil) == isMarked)
    let table = try ReadTable(bytes)
    #expect(table.rows == [["Mosul and Tall Afar", "12"]])
    let row = Array(bytes[table.spans[0]])
    #expect(row == encoded("Mosul and Tall Afar,12", encoding))
  }

  /// A letter of another encoding far down a file decides for the whole of it.
  @Test func aLateLetterCounts() throws {
    let bytes = encoded("a,b\n" + String(repeating: "x,1\n", count: 70_000) + "café,2\n", .windows1252)
    #expect(try DelimitedSource(.bytes(bytes), file: "t.csv").encoding.encoding == .windows1252)
  }

  /// Some broken bytes do not make text in UTF-8 another encoding; they are replaced, and it is said.
  @Test func brokenBytesAreReplaced() throws {
    let good = Array(String(repeating: "الموصل,1\n", count: 20).utf8)
    let table = try ReadTable(Array("a,b\n".utf8) + good + [0xC3, 0x28] + Array(",2\n".utf8))
    #expect(table.rows.last == ["\u{FFFD}(", "2"])
    #expect(table.remarks.contains { $0.contains("replaced by U+FFFD") })
  }

  @Test(arguments: [
    ("UTF8", TextEncoding.utf8), ("cp1256", .windows1256), ("Latin-1", .latin1), ("Windows-1252", .windows1252),
    ("UTF-16LE", .utf16LittleEndian),
  ])
  func knowsNames(name: String, encoding: TextEncoding) { #expect(TextEncoding(named: name) == encoding) }
}

/// A text in an encoding; its letters must be in it.
func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
  let latin: [Unicode.Scalar: UInt8] = ["é": 0xE9, "à": 0xE0, "ü": 0xFC, "ñ": 0xF1, "ç": 0xE7]
  let arabic: [Unicode.Scalar: UInt8] = [
    "ا": 0xC7, "ل": 0xE1, "م": 0xE3, "و": 0xE6, "ص": 0xD5, "ت": 0xCA, "ر": 0xD1, "ب": 0xC8, "ة": 0xC9,
  ]
  return text.unicodeScalars.flatMap { scalar -> [UInt8] in
    let units = Array(UTF16.encode(scalar)!)
    switch encoding {
    case .utf8: return Array(UTF8.encode(scalar)!)
    case .utf16LittleEndian: return units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .windows1252, .latin1: return [scalar.isASCII ? UInt8(scalar.value) : latin[scalar]!]
    case .windows1256: return [scalar.isASCII ? UInt8(scalar.value) : arabic[scalar]!]
    }
  }
}
