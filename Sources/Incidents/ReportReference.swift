/// Another report, as an entry points to it: by its identifiers, its number in the same list, its date and place.
public struct ReportReference: Hashable, Sendable {
  /// The report's identifiers: `2904`, `CS170`.
  public var identifiers: [String]
  /// The number of the item in the same list, from 1.
  public var itemNumber: Int?
  /// The date the other report has.
  public var date: IncidentDate?
  /// The place the other report has, as written, without the country.
  public var place: String?
  /// The words that say so.
  public var span: ByteSpan
  /// The other report's place in the same document, from 1 over all sections, when it is there and only once.
  public var ordinal: Int?

  /// A pointer to another report.
  public init(
    identifiers: [String] = [], itemNumber: Int? = nil, date: IncidentDate? = nil, place: String? = nil, span: ByteSpan,
    ordinal: Int? = nil
  ) {
    self.identifiers = identifiers
    self.itemNumber = itemNumber
    self.date = date
    self.place = place
    self.span = span
    self.ordinal = ordinal
  }
}

extension ReportReference: CustomStringConvertible {
  /// `2904, CS170`, `2016-07-18, Manbij` or `item 2`.
  public var description: String {
    let parts = identifiers + [date?.description, place, itemNumber.map { "item \($0)" }].compactMap(\.self)
    return parts.joined(separator: ", ")
  }
}
