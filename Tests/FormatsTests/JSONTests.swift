import Formats
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    ("null", JSON.null), (" true ", .bool(true)), ("[]", .array([])), ("{}", .object([:])),
    ("-12.5", .number(-12.5)), ("1e3", .number(1000)), ("40.123456789012345678", .number(40.123456789012345678)),
    ("0.1", .number(0.1)), ("-0.0000001", .number(-1e-7)), ("123456789012345", .number(123_456_789_012_345)),
    (#""a\"b\\c\n""#, .string("a\"b\\c\n")), (#""\u0631\u0642\u0629""#, .string("رقة")),
    (#""\uD83D\uDE00""#, .string("😀")), (#""رقة""#, .string("رقة")),
    (#"{"a":[1,{"b":null}]}"#, .object(["a": .array([.number(1), .object(["b": .null])])])),
  ])
  func reads(text: String, expected: JSON) throws {
    #expect(try JSON(reading: Array(text.utf8), file: "x.json") == expected)
  }

  @Test(arguments: [
    ("", 1), ("{", 1), ("[1,]", 1), ("[1\n,2\n,x]", 3), (#"{"a" 1}"#, 1), (#""open"#, 1), ("[1] 2", 1), ("nul", 1),
    (#""\uD83D""#, 1), (#""\q""#, 1), ("1e999", 1), ("--1", 1),
  ])
  func refuses(text: String, line: Int) {
    let error = #expect(throws: FormatError.self) { try JSON(reading: Array(text.utf8), file: "x.json") }
    #expect(error?.line == line)
    #expect(error?.file == "x.json")
  }

  @Test(arguments: ["\"", "\\", "\n", "\u{0}", "\u{1F}", " ", "\u{7F}", "é", "ر", "😀"])
  func everyPlaceInAWordIsEscapedWhereItMustBe(character: String) throws {
    for before in 0..<20 {
      for after in 0..<10 {
        let text = String(repeating: "a", count: before) + character + String(repeating: "!", count: after)
        #expect(try JSON(reading: JSON.string(text).bytes, file: "x.json") == .string(text))
      }
    }
  }

  @Test func nestingIsBounded() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: FormatError.self) { try JSON(reading: Array(text.utf8), file: "deep.json") }
  }

  @Test func writesSortedAndReadsBackTheSame() throws {
    let value: JSON = .object([
      "b": .array([1, 2.5, .number(-1e-7), .number(1e300)]), "a": "ra\"qq\\a\n\u{1}رقة", "c": .object([:]),
    ])
    #expect(value.text.hasPrefix(#"{"a":"#))
    #expect(try JSON(reading: value.bytes, file: "") == value)
    #expect(try JSON(reading: value.lines(depth: 2), file: "") == value)
  }
}
