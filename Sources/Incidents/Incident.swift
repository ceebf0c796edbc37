/// One entry of a document: what happened, when, where, to how many, according to whom. Every field carries the words
/// it was read from; a field the text is silent about is nil or empty, never guessed.
public struct Incident: Hashable, Sendable {
  /// The document's name, as the user gave it.
  public var document: String
  /// The entry's place in the document, counted from 1 over all sections.
  public var ordinal: Int
  /// The line the entry starts on, from 1.
  public var line: Int
  /// The whole entry.
  public var span: ByteSpan

  /// When it happened.
  public var date: Cited<IncidentDate>?
  /// The conclusion of the section the entry stands in.
  public var assessment: Assessment
  /// The place phrase as written, without the country: `Abu Kamal and Al Baghouz`.
  public var placePhrase: Cited<String>?
  /// The places the phrase names, in order.
  public var mentions: [PlaceMention]
  /// Who reported it, as written: `Airwars report`. In order, at least one when the text says “via”.
  public var sources: [Cited<String>]
  /// The numbers the reporting body and others know the report by, each by itself: `2904` and `CS170` for `2904/CS170`.
  public var identifiers: [Cited<String>]
  /// The grid reference (MGRS) as written, mistyped ones too; two that are joined by a stroke are one text.
  public var grid: Cited<String>?
  /// People killed: civilians, unless `account` says who else.
  public var killed: Cited<CountRange>?
  /// People injured.
  public var injured: Cited<CountRange>?
  /// Whether the text says of a number of people that it is not exact, without a bound: `about 20`.
  public var isApproximate = false
  /// Where the text says that the report had been closed and was opened again.
  public var reopened: ByteSpan?
  /// Whether the text says that the incident had been reported in an earlier release; nil when it is silent.
  public var previouslyReported: Cited<Bool>?
  /// How the text tells of it.
  public var account = Account.release
  /// The report that the text says this one duplicates.
  public var duplicateOf: ReportReference?
  /// The date that the text says an earlier release gave in error.
  public var formerDate: Cited<IncidentDate>?
  /// What the entry tells after its heading.
  public var narrative: Cited<String>?

  /// An entry of which only the frame is known yet.
  public init(document: String, ordinal: Int, line: Int, span: ByteSpan, assessment: Assessment) {
    self.document = document
    self.ordinal = ordinal
    self.line = line
    self.span = span
    self.assessment = assessment
    mentions = []
    sources = []
    identifiers = []
  }
}
