/// What kind of text a page holds.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  /// A military coalition's monthly release on allegations of civilian harm.
  case release = "coalition release"
  /// The monthly casualty figures of a United Nations mission.
  case figures = "UN monthly figures"
  /// An article: reporting, analysis or opinion.
  case news = "news text"
  /// What an organization or official makes known.
  case statement
  /// A table of incidents.
  case table
  /// None of these: it is listed, not read.
  case skipped
}

/// One of the documents that a page is made of.
public struct PageDocument: Hashable, Sendable {
  /// What it is.
  public var kind: DocumentKind
  /// Where it stands.
  public var span: ByteSpan
  /// The line it starts on, from 1.
  public var line: Int
  /// Who published it, as its by-line or its source line says: `Al-Monitor`.
  public var publisher: Cited<String>?
  /// Its first words, after the by-line.
  public var beginning: String
  /// How many incidents were read from it.
  public var incidentCount = 0

  /// One document of a page.
  public init(kind: DocumentKind, span: ByteSpan, line: Int, publisher: Cited<String>?, beginning: String) {
    self.kind = kind
    self.span = span
    self.line = line
    self.publisher = publisher
    self.beginning = beginning
  }
}
