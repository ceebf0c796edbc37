import Incidents
import Testing

@testable import Reports

@Suite struct BadInputTests {
  private func error(_ bytes: [UInt8]) -> ReportError? {
    do throws(ReportError) {
      _ = try ReleaseReader(countries: countries).read(SourceDocument(name: "a.txt", bytes: bytes))
      return nil
    } catch {
      return error
    }
  }

  static let refusals: [([UInt8], ReportError)] = [
    ([], ReportError.empty(document: "a.txt")), (Array(" \r\n\t\u{A0}".utf8), .empty(document: "a.txt")),
    ([0xEF, 0xBB, 0xBF], .empty(document: "a.txt")),
    ([0x25, 0x50, 0x00, 0x01], .binary(document: "a.txt", byteOffset: 2)),
    (Array("one\r\ntwo\r\n".utf8) + [0x61, 0xFF], .invalidUTF8(document: "a.txt", line: 3, byteOffset: 11)),
    ([0x61, 0x0A, 0xE2, 0x80], .invalidUTF8(document: "a.txt", line: 2, byteOffset: 2)),
    ([0x61, 0xED, 0xA0, 0x80], .invalidUTF8(document: "a.txt", line: 1, byteOffset: 1)),
    ([0xC0, 0x80 + 0x2F], .invalidUTF8(document: "a.txt", line: 1, byteOffset: 0)),
    (Array("Nothing of interest here.".utf8), .noRelease(document: "a.txt")),
    (Array("Open Reports: are nice.".utf8), .noRelease(document: "a.txt")),
  ]

  @Test(arguments: refusals)
  func refused(_ bytes: [UInt8], _ expected: ReportError) {
    #expect(error(bytes) == expected)
  }

  @Test func messagesNameTheFileAndAWayOut() {
    #expect("\(ReportError.invalidUTF8(document: "a.txt", line: 3, byteOffset: 11))".contains("a.txt:3:"))
    #expect("\(ReportError.noRelease(document: "a.txt"))".contains("Open Reports"))
  }

  /// A line that long must not make the search slow: quadratic work on it would take hours.
  @Test(
    .timeLimit(.minutes(1)), arguments: ["a", "Credible ", "1. ", "Jan. 3, 2017 ", "\u{A0}", "\n", "“Open Reports. "])
  func longLine(_ part: String) {
    #expect(error(Array(("x " + String(repeating: part, count: 300_000 / part.utf8.count)).utf8)) != nil)
  }

  /// What stands behind a release without a blank line is not all its last note: reading it as one would be slow.
  @Test func aNoteEndsSomewhere() throws {
    let release = """
      Open Reports: The staff is assessing 1 report:
      Jan. 3, 2017, near Mosul, Iraq, via media report.
      *A note.

      """
    let text = release + String(repeating: "It goes on and on.\n", count: 20_000)
    let document = try SourceDocument(name: "a.txt", bytes: Array(text.utf8))
    let reading = try ReleaseReader(countries: countries).read(document)
    #expect(reading.incidents.count == 1)
    #expect((release.utf8.count...60_000).contains(reading.release.end))
  }
}
