import Incidents

/// Finds text in other scripts than Latin: only English is read.
enum ForeignLines {
  /// A line with fewer letters of another script holds a name or two.
  private static let fewestLetters = 20

  /// The lines, from 1, of which most letters are of another script.
  static func find(_ document: SourceDocument) -> [Int] {
    let bytes = document.bytes
    var lines: [Int] = []
    var start = 0
    while start < bytes.count {
      let end = endOfLine(bytes, from: start)
      let foreign = bytes[start..<end].count(where: leadsForeignLetter)
      if foreign >= fewestLetters, foreign > bytes[start..<end].count(where: isLetterASCII) {
        lines.append(document.line(at: start))
      }
      start = startOfLine(bytes, after: end)
    }
    return lines
  }

  /// Whether a byte of UTF-8 starts a letter from Greek on; not the punctuation of `E2`, nor the forms of `EF`.
  private static func leadsForeignLetter(_ byte: UInt8) -> Bool {
    (0xCE...0xED).contains(byte) && byte != 0xE2
  }
}
