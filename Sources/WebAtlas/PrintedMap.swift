import Publishing

/// A map to print, and the same for narrow screens: in a column as wide as theirs, with its text as large.
public struct PrintedMap: Sendable {
  /// The map on a page of a report.
  public var sheet: OutputFile
  /// The map for narrow screens.
  public var narrow: OutputFile

  /// A map and its narrow form.
  public init(sheet: OutputFile, narrow: OutputFile) {
    self.sheet = sheet
    self.narrow = narrow
  }

  /// The files of both.
  public var files: [OutputFile] { [sheet, narrow] }
}
