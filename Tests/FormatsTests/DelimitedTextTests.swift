import Formats
import Testing

@Suite struct DelimitedTextTests {
  func rows(_ text: String, _ dialect: DelimitedText.Dialect) -> [[String]] {
    DelimitedText(Array(text.utf8), dialect: dialect).map { row in (0..<row.count).map { row[$0] } }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", DelimitedText.Dialect.csv, [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", .csv, [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a;b\n", .semicolons, [["a", "b"]]),
    ("\"x, \"\"y\"\"\",2\n", .csv, [["x, \"y\"", "2"]]),
    ("\"two\nlines\",2\n3,4\n", .csv, [["two\nlines", "2"], ["3", "4"]]),
    ("\"quoted\"\r\n", .csv, [["quoted"]]),
    ("\"a\tb\n", .tsv, [["\"a", "b"]]),
    ("a\t\tb\n\n\nc\t\t\n", .tsv, [["a", "", "b"], ["c", "", ""]]),
    ("", .csv, []), ("\n \n", .csv, []), ("\"open", .csv, [["\"open"]]), ("\"\",\"\"\n", .csv, [["", ""]]),
  ])
  func reads(text: String, dialect: DelimitedText.Dialect, expected: [[String]]) {
    #expect(rows(text, dialect) == expected)
  }

  @Test func rowsKnowTheirLine() {
    let table = DelimitedText(Array("a\n\"two\nlines\"\n\nb\n".utf8), dialect: .csv)
    #expect(table.map(\.line) == [1, 2, 5])
  }

  @Test func aMissingFieldIsEmpty() {
    for row in DelimitedText(Array("a,b\n".utf8), dialect: .csv) { #expect(row[7] == "") }
  }

  @Test(arguments: [("a\tb", DelimitedText.Dialect.tsv), ("a;b;c,d", .semicolons), ("a,b", .csv), ("a", .csv)])
  func findsTheDelimiter(text: String, dialect: DelimitedText.Dialect) {
    #expect(DelimitedText.dialect(of: Array(text.utf8)) == dialect)
  }

  @Test func writtenTablesReadBackAndFormulasAreDefused() {
    let written = CSV.write(header: ["a", "b"], rows: [["x,\"y\"\nz", "-12.5"], ["=HYPERLINK(1)", "@sum"]])
    let read = rows(String(decoding: written, as: UTF8.self), .csv)
    #expect(read == [["a", "b"], ["x,\"y\"\nz", "-12.5"], ["'=HYPERLINK(1)", "'@sum"]])
  }
}
