import Formats
import Testing

/// Tables as texts in memory, read as streams.
struct ReadTable: Equatable {
  var columns: [String] = []
  var rows: [[String]] = []
  var lines: [Int] = []
  var spans: [Range<Int>] = []
  var remarks: [String] = []

  init(_ bytes: [UInt8], options: DelimitedOptions = DelimitedOptions(), chunkBytes: Int = 4 << 20) throws {
    var source = try DelimitedSource(.bytes(bytes), file: "t.csv", options: options, chunkBytes: chunkBytes)
    columns = source.fields.map(\.name)
    try source.read { batch in
      for row in 0..<batch.count {
        rows.append(
          batch.fields.indices.map { field in
            guard case .text(let range) = batch.value(row, field) else { return "" }
            return String(decoding: batch.bytes(range), as: UTF8.self)
          })
        lines.append(batch.origins[row].line)
        spans.append(batch.origins[row].start..<batch.origins[row].end)
      }
    }
    remarks = source.remarks.kinds.map { "\($0.count) \($0.message)" }
  }
}

@Suite struct DelimitedSourceTests {
  @Test(arguments: [
    ("a,b\n1,2\n", ["a", "b"], [["1", "2"]]), ("a,b\r\n1,2", ["a", "b"], [["1", "2"]]),
    ("a,b\r1,2\r3,4\r", ["a", "b"], [["1", "2"], ["3", "4"]]), ("a;b\n1,5;2,5\n", ["a", "b"], [["1,5", "2,5"]]),
    ("a\tb\n1\t2\n", ["a", "b"], [["1", "2"]]), ("a|b\n1|2\n", ["a", "b"], [["1", "2"]]),
    ("a,b\n\"x, \"\"y\"\"\",2\n", ["a", "b"], [["x, \"y\"", "2"]]),
    ("a,b\n\"two\nlines\",2\n", ["a", "b"], [["two\nlines", "2"]]),
    ("a,b\n\"two\r\nlines\",2\n", ["a", "b"], [["two\r\nlines", "2"]]),
    ("a,b\n5\" pipe,2\n", ["a", "b"], [["5\" pipe", "2"]]), ("a,b\n\"A\" b,2\n", ["a", "b"], [["\"A\" b", "2"]]),
    ("a,b\n\"\",\n1,\n", ["a", "b"], [["", ""], ["1", ""]]), ("a,b\n,\n , \n1,2\n", ["a", "b"], [["1", "2"]]),
    ("a,a,,b\n1,2,3,4\n", ["a", "a 2", "column 3", "b"], [["1", "2", "3", "4"]]),
    ("Incidents of 2019\n\na,b\n1,2\n3,4\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
    ("\u{FEFF}a,b\n1,2\n", ["a", "b"], [["1", "2"]]), ("a\n1\n2\n", ["a"], [["1"], ["2"]]),
    ("a,b\n1\n", ["a", "b"], [["1", ""]]), ("a,b\n1,2,\n", ["a", "b"], [["1", "2"]]),
    ("name,b\n\"Al-Sūsa, SY\",ش\n", ["name", "b"], [["Al-Sūsa, SY", "ش"]]),
  ])
  func reads(text: String, columns: [String], rows: [[String]]) throws {
    let table = try ReadTable(Array(text.utf8))
    #expect(table.columns == columns)
    #expect(table.rows == rows)
  }

  @Test(arguments: [
    ("a,b\n1\n", "1 the row has fewer fields than the header; the last ones are empty"),
    ("a,b\n1,2,3\n", "the row has more fields than the header"),
    ("a,b\n\"open,2\n3,4\n", "1 a quote is opened and not closed"), ("Title\na,b\n1,2\n1,2\n", "taken for a title"),
  ])
  func remarks(text: String, remark: String) throws {
    let table = try ReadTable(Array(text.utf8))
    #expect(table.remarks.contains { $0.contains(remark) }, "\(table.remarks)")
  }

  /// A quote that nothing closes costs its own row no other: what follows is read as it stands.
  @Test func anOpenQuoteTakesNoOtherRow() throws {
    let table = try ReadTable(Array("a,b\n\"open,2\n3,4\n5,\"six\"\n".utf8))
    #expect(table.rows == [["\"open", "2"], ["3", "4"], ["5", "six"]])
  }

  @Test func rowsKnowTheirLineAndBytes() throws {
    let text = "a,b\r\n\"two\nlines\",2\r\n\r\n3,4"
    let table = try ReadTable(Array(text.utf8))
    #expect(table.lines == [2, 5])
    #expect(table.spans.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["\"two\nlines\",2", "3,4"])
  }

  @Test(arguments: [
    ("", "empty"), ("\n \n", "empty"), ("<?xml version=\"1.0\"?><kml/>", "KML is written and not read"),
    ("fgb\u{3}", "a FlatGeobuf, which is written and not read"), ("PK\u{3}\u{4}x", "a workbook or an archive"),
    ("a\u{0}b\u{0}\u{1}\u{0}\u{0}PK,x\n", "no text"),
  ])
  func refuses(text: String, problem: String) {
    let error = #expect(throws: FormatError.self) { try ReadTable(Array(text.utf8)) }
    #expect(error?.description.contains(problem) == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    ("place,#\nx,1\n", [String]()),
    ("place,killed\n#loc+name,#affected +killed\nx,1\n", ["#loc+name", "#affected+killed"]),
    ("#loc+name,#affected+killed\nx,1\n", ["#loc+name", "#affected+killed"]),
    ("Title\nplace,killed,z\n#loc+name,#affected+killed,\nx,1,2\n", ["#loc+name", "#affected+killed", ""]),
  ])
  func findsTags(text: String, tags: [String]) throws {
    let source = try DelimitedSource(.bytes(Array(text.utf8)), file: "t.csv")
    #expect(source.tags == tags)
    if !tags.isEmpty { #expect(try ReadTable(Array(text.utf8)).rows.first?.prefix(2) == ["x", "1"]) }
  }

  @Test func longRemarksAreCounted() {
    var remarks = SourceRemarks(keptExamples: 2)
    for line in 1...5 { remarks.add(.lost, "bad", at: FeatureOrigin(line: line, start: 0, end: 1), detail: "\(line)") }
    #expect(remarks.kinds.map(\.count) == [5])
    #expect(remarks.kinds[0].examples.map(\.detail) == ["1", "2"])
    var all = SourceRemarks(keptExamples: 2)
    all.add(remarks)
    #expect(all.count(.lost) == 5)
  }
}
