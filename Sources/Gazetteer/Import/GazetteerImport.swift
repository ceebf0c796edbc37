import Formats
import Foundation
import Incidents

/// Makes a gazetteer file of sources, or adds sources to one that exists. Needs about 200 MB, however much is imported:
/// what does not fit goes to temporary files beside the target, and the target changes only when all is done.
///
/// Entries with the same identifier become one place. Where they disagree the new import is believed; names add up.
public struct GazetteerImport {
  /// The file that is made.
  public let target: URL
  /// How many entries were taken from sources so far.
  public private(set) var entryCount = 0
  /// What was left out so far.
  public private(set) var lost = LostRows()
  /// How the tables were read so far, in their order.
  public private(set) var tables: [PlaceTableReading] = []
  private var sorter: PlaceSorter
  private var notes: [SourceNote] = []
  private var geoNamesIDs = NumberSet()
  private let spilling: Spilling
  private let earlier: Segment?

  /// An import into a file.
  /// - Parameter bytesInMemory: how much each part of the work may hold in memory before it goes to a temporary file.
  /// - Throws: `GazetteerError` when the target exists and is no gazetteer file, or is damaged.
  public init(into target: URL, bytesInMemory: Int = 8_000_000) throws(GazetteerError) {
    self.target = target
    spilling = .beside(target, bytes: bytesInMemory)
    sorter = PlaceSorter(spilling)
    guard FileManager.default.fileExists(atPath: target.path(percentEncoded: false)) else {
      earlier = nil
      return
    }
    guard GazetteerSource.isImage(target.path(percentEncoded: false)) else {
      throw GazetteerError(
        file: target.lastPathComponent, problem: "exists and is no gazetteer file; choose another name")
    }
    earlier = try Segment(mapping: target, checks: .wholeness)
  }

  /// Takes places.
  public mutating func add(_ places: [Place], note: SourceNote) throws(GazetteerError) {
    for place in places { try sorter.append(place) }
    entryCount += places.count
    notes.append(note)
  }

  /// Takes a dump of GeoNames, row by row.
  /// - Throws: `GazetteerError` for a file of another kind, with its first line that is none of such a dump.
  public mutating func addGeoNames(path: String) throws(GazetteerError) {
    let file = URL(filePath: path).lastPathComponent
    var parts = try LineParts(path: path)
    var note = SourceNote.geoNames(file: file)
    var lost = LostRows()
    let before = entryCount
    while let (rows, linesBefore) = try parts.next() {
      for row in rows {
        let place: Place
        do throws(GazetteerError) {
          place = try GeoNamesFile.place(row, line: linesBefore + row.line, file: file)
        } catch {
          lost.add(error)
          continue
        }
        if let id = Int(row[0]) { geoNamesIDs.insert(id) }
        note.include(changed: GeoNamesFile.changeDate(row))
        try sorter.append(place)
        entryCount += 1
      }
    }
    try lost.check(placeCount: entryCount - before)
    self.lost.add(lost)
    notes.append(note)
  }

  /// Takes the alternate names of the entries of GeoNames that were added before. The one that is preferred in English
  /// becomes the main name.
  /// - Throws: `GazetteerError` with the line that is none of such a file.
  public mutating func addAlternateNames(path: String) throws(GazetteerError) {
    let file = URL(filePath: path).lastPathComponent
    var parts = try LineParts(path: path)
    while let (rows, linesBefore) = try parts.next() {
      for row in rows {
        let alternate = try AlternateNamesFile.name(row, line: linesBefore + row.line, file: file)
        guard let alternate, geoNamesIDs.contains(alternate.id) else { continue }
        let place = GeoNamesFile.idPrefix + "\(alternate.id)"
        try sorter.append(name: alternate.text, for: place, asMain: alternate.isPreferredInEnglish)
      }
    }
    notes.append(.geoNames(file: file))
  }

  /// Takes a table with a header.
  /// - Parameter encoding: found out when not given.
  /// - Throws: `GazetteerError` when columns are missing or most rows have no place.
  public mutating func addTable(
    _ bytes: [UInt8], file: String, choice: ColumnChoice, encoding: TextEncoding? = nil, note: SourceNote
  ) throws(GazetteerError) {
    let table = try PlaceTable(bytes, file: file, choice: choice, encoding: encoding)
    lost.add(table.lost)
    tables.append(table.reading)
    try add(table.places, note: note)
  }

  /// Takes named GeoJSON features.
  /// - Throws: `GazetteerError` for what is no GeoJSON, or when no feature has a name and a geometry.
  public mutating func addFeatures(
    _ bytes: [UInt8], file: String, choice: ColumnChoice, note: SourceNote
  ) throws(GazetteerError) {
    var lost = LostRows()
    let places = try FeatureFile.read(bytes, file: file, kind: .site, choice: choice, lost: &lost)
    guard !places.isEmpty else {
      throw GazetteerError(file: file, problem: "no feature has a “\(choice.name ?? "name")” and a geometry")
    }
    self.lost.add(lost)
    try add(places, note: note)
  }

  /// The areas of the file that is added to.
  var earlierAreas: [Place] {
    guard let earlier else { return [] }
    return [.country, .governorate, .district].flatMap { earlier.places(of: $0) }.map(earlier.place)
  }

  /// Writes the file.
  /// - Returns: how many places it has.
  /// - Throws: `GazetteerError` when it cannot be written.
  public mutating func finish() throws(GazetteerError) -> Int {
    if let earlier {
      for number in 0..<earlier.placeCount { try sorter.append(earlier.place(number), rank: .earlier) }
      notes += earlier.notes
    }
    var writer = ImageWriter(spilling)
    try sorter.forEachMerged { place throws(GazetteerError) in try writer.append(place) }
    try writer.write(notes, to: target)
    return writer.placeCount
  }
}

extension SourceNote {
  /// What GeoNames asks for.
  static func geoNames(file: String) -> SourceNote {
    SourceNote(
      name: GeoNamesFile.sourceName, license: "CC BY 4.0", attribution: "GeoNames, https://www.geonames.org",
      files: [file])
  }

  /// Widens the range of days by one on which an entry was changed.
  mutating func include(changed date: String?) {
    guard let date else { return }
    changedFrom = min(changedFrom ?? date, date)
    changedThrough = max(changedThrough ?? date, date)
  }
}
