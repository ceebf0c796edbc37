/// Writing comma-separated values (RFC 4180, with `\n` line ends).
public enum CSV {
  /// A table with its header, as UTF-8.
  public static func write(header: [String], rows: [[String]]) -> [UInt8] {
    Array(([header] + rows).map { $0.map(field).joined(separator: ",") + "\n" }.joined().utf8)
  }

  /// A field, quoted where needed. A text that a spreadsheet would run as a formula gets an apostrophe before it
  /// (OWASP, “CSV Injection”); numbers keep their sign.
  private static func field(_ text: String) -> String {
    let isFormula = text.utf8.first.map { Array("=+-@\t\r".utf8).contains($0) } ?? false
    let safe = isFormula && Double(text) == nil ? "'" + text : text
    let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
