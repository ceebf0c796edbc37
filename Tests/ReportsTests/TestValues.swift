import Foundation
import Incidents
import TestSupport

@testable import Reports

/// The countries of the tests.
let countries = CountryNames(["Iraq": "IQ", "Syria": "SY", "Republic of Iraq": "IQ"])

/// The bytes of the real page, when this machine has it.
let pageBytes: [UInt8]? = sharedFolder.flatMap { try? Data(contentsOf: $0.appending(path: "report/page.txt")) }
  .map(Array.init)

func read(_ text: String, name: String = "release.txt") throws -> ReleaseReading {
  try ReleaseReader(countries: countries).read(SourceDocument(name: name, bytes: Array(text.utf8)))
}

/// The words of a span, each run of white space as one space.
func words(_ span: ByteSpan, of bytes: [UInt8]) -> String {
  collapsed(String(decoding: bytes[span.start..<span.end], as: UTF8.self))
}

func collapsed(_ text: String) -> String {
  text.split { $0.isWhitespace || $0 == "\u{FEFF}" || $0 < "!" || $0 == "\u{7F}" }.joined(separator: " ")
}
