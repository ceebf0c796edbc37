import Incidents

/// What is in a gazetteer, counted.
public struct GazetteerContents: Sendable {
  /// The file's or folder's name as it was given.
  public let path: String
  /// The version of the file's format; nil for a text or a folder.
  public let formatVersion: Int?
  /// The length of the file, or of what it takes in memory, in bytes.
  public let byteCount: Int
  /// What is no place in a text, and left out.
  public let lost: LostRows
  /// How many places.
  public let placeCount: Int
  /// How many names they have together.
  public let nameCount: Int
  /// Places by ISO 3166-1 alpha-2 code, most first; empty for what crosses borders.
  public let countries: [(name: String, count: Int)]
  /// Places by kind, most first.
  public let kinds: [(name: String, count: Int)]
  /// Places by source, most first.
  public let sources: [(name: String, count: Int)]
  /// What is known of the sources.
  public let notes: [SourceNote]
  /// How many areas of each level each country has: 0 the country, 1 governorates, 2 districts.
  public let boundaries: [(level: Int, country: String, count: Int)]

  /// Counts a gazetteer.
  /// - Throws: `GazetteerError` for one that cannot be read.
  public init(_ source: GazetteerSource) throws(GazetteerError) {
    var lost = LostRows()
    let segment = try source.segment(lost: &lost)
    self.lost = lost
    path = source.path
    formatVersion = GazetteerSource.isImage(source.path) ? Int(ImageHeader.version) : nil
    byteCount = segment.bytes.count
    placeCount = segment.placeCount
    notes = SourceNote.merged(segment.notes + source.notes)
    var tally = Tally()
    for number in 0..<segment.placeCount { tally.add(number, segment) }
    nameCount = tally.names
    countries = Self.ordered(tally.countries)
    kinds = Self.ordered(tally.kinds)
    sources = Self.ordered(tally.sources)
    boundaries = tally.boundaries.map { ($0.key.level, $0.key.country, $0.value) }.sorted {
      ($0.level, $0.country) < ($1.level, $1.country)
    }
  }

  private static func ordered(_ counts: [String: Int]) -> [(name: String, count: Int)] {
    counts.map { ($0.key, $0.value) }.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

private struct Tally {
  struct Level: Hashable {
    let level: Int
    let country: String
  }

  var names = 0
  var countries: [String: Int] = [:]
  var kinds: [String: Int] = [:]
  var sources: [String: Int] = [:]
  var boundaries: [Level: Int] = [:]

  mutating func add(_ number: Int, _ segment: Segment) {
    let attributes = segment.attributes.attributes(number, segment.bytes.span)
    let country = segment.text(.country, ofPlace: number)
    // Counted as stored up to 254; a place with more names is asked itself.
    names += attributes.nameCount < .max ? Int(attributes.nameCount) : 1 + segment.place(number).alternateNames.count
    countries[country, default: 0] += 1
    kinds[attributes.kind.rawValue, default: 0] += 1
    sources[segment.text(.source, ofPlace: number), default: 0] += 1
    let levels: [PlaceKind: Int] = [.country: 0, .governorate: 1, .district: 2]
    if let level = levels[attributes.kind], case .area? = segment.footprint(number) {
      boundaries[Level(level: level, country: country), default: 0] += 1
    }
  }
}
