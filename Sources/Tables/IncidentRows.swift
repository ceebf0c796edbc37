import Formats
import Gazetteer
import Geo
import Incidents

/// Turns the rows of a table into incidents: one feature for each, with the properties of `IncidentFields` and the
/// table's own columns.
struct IncidentRows {
  let name: String
  let document: ReusedText
  let idPrefix: [UInt8]
  let cells: RowReader
  let columns: TableColumns
  let separator: UInt8
  let casualties: RowCasualties
  var dates: RowDates
  var contexts: PlaceContexts
  var places: RowPlaces
  var lookup: RowLookup?
  let keepsUnresolved: Bool
  /// Whether rows have a geometry of their own.
  let hasPositions: Bool
  /// The incidents whose place a person must look at.
  var unresolved: [LocatedIncident] = []
  var lists = Memo<ReusedText>()
  var assessments = Memo<ReusedText>()
  var victimWords = Memo<ReusedText>()
  var texts = ReusedTexts()
  let kind: ReusedText
  var scratch: [UInt8] = []
  var number = 0
  let identifiers: SeenIdentifiers
  /// The table among those of the run.
  let table: SeenIdentifiers.Table
  /// What was found imperfect.
  var remarks = SourceRemarks()

  init(
    _ mapping: TableMapping, columns: TableColumns, document: String, resolver: Resolver, looksUp: Bool,
    keepsUnresolved: Bool, hasPositions: Bool, identifiers: SeenIdentifiers
  ) {
    (self.keepsUnresolved, self.hasPositions) = (keepsUnresolved, hasPositions)
    name = document
    lookup = looksUp ? RowLookup(resolver) : nil
    self.document = texts.text(document)
    kind = texts.text(DocumentKind.table.rawValue)
    idPrefix = Array((document + "#").utf8)
    self.columns = columns
    cells = RowReader(columns)
    separator = mapping.sourceSeparator.asciiValue ?? UInt8(ascii: ";")
    casualties = RowCasualties(hasDecimalCommas: mapping.hasDecimalCommas ?? false)
    dates = RowDates(codes: mapping.codes, order: mapping.dateOrder)
    contexts = PlaceContexts(resolver, codes: mapping.codes)
    places = RowPlaces(resolver, texts: &texts)
    self.identifiers = identifiers
    table = identifiers.begin(document, publisher: Preset.publisher(named: mapping.name))
    noteMissingColumns()
  }

  /// Begins with a batch of rows: those of the batch that was passed on are forgotten.
  mutating func begin(_ input: FeatureBatch, in output: inout FeatureBatch) {
    texts.beginBatch()
    output.removeAll()
    output.begin(withTextOf: input)
  }

  /// Appends the incident of a row.
  /// - Returns: false for a row that states neither a day nor a place: it is no incident.
  mutating func append(_ row: Int, of input: FeatureBatch, to output: inout FeatureBatch) -> Bool {
    number += 1
    guard let facts = read(row, of: input) else { return false }
    if facts.geometry == nil { noteWithoutPlace(facts) }
    write(facts, row, of: input, to: &output)
    return true
  }
}
