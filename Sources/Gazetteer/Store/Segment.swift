import Formats
import Foundation
import Geo
import Incidents

/// One gazetteer file, read where it lies: mapped from disk or, made from a text, in memory. Nothing of it is parsed when
/// it is opened. Places and readings have numbers from 0 in each file.
struct Segment: Sendable {
  /// The file's bytes. In a loop, take `bytes.span` once.
  let bytes: Data
  let attributes: AttributeTable
  let forms: FormTable
  /// From the keys of names to readings.
  let names: PostingTable
  /// From the hashes of identifiers to places.
  let identifiers: PostingTable
  /// From the numbers of kinds to places.
  let kinds: PostingTable
  /// Tells contents apart.
  let digest: UInt64
  private let header: ImageHeader

  /// A file's bytes, after all its checksums agree.
  /// - Parameters:
  ///   - file: the name for error messages.
  ///   - checks: what is looked at before anything is believed.
  /// - Throws: `GazetteerError` for a file that is damaged, cut, newer, or made under other rules.
  init(_ bytes: Data, file: String, checks: Checks = .all) throws(GazetteerError) {
    let span = bytes.span
    header = try ImageHeader(span, file: file)
    if checks == .all { try header.checkRules(file: file) }
    if checks != .none { try header.verify(span, file: file) }
    let ranges = header.entries.map(\.range)
    func range(_ section: ImageSection) -> Range<Int> { ranges[section.rawValue] }
    guard let attributes = AttributeTable(range(.attributes)),
      let forms = FormTable(range(.forms), symbols: range(.symbols)),
      let names = PostingTable(span, in: range(.names)),
      let identifiers = PostingTable(span, in: range(.identifiers)), let kinds = PostingTable(span, in: range(.kinds))
    else { throw GazetteerError(file: file, problem: "damaged: its parts do not fit together; import it again") }
    (self.attributes, self.forms) = (attributes, forms)
    (self.names, self.identifiers, self.kinds) = (names, identifiers, kinds)
    digest = header.entries.reduce(0) { ($0 ^ $1.checksum) &* 0x9E37_79B9_7F4A_7C15 }
    self.bytes = bytes
  }

  /// What is checked when a file is opened.
  enum Checks {
    /// That it is whole, and that its readings follow the rules of this program.
    case all
    /// That it is whole: enough where only its places are taken.
    case wholeness
    /// Nothing: this program has just made it.
    case none
  }

  /// A file mapped into memory.
  /// - Throws: `GazetteerError` for a file that cannot be read or is not sound.
  init(mapping url: URL, checks: Checks = .all) throws(GazetteerError) {
    let name = url.lastPathComponent
    guard let data = try? Data(contentsOf: url, options: .alwaysMapped) else {
      throw GazetteerError(file: name, problem: "cannot be read; check that it is a file you may read")
    }
    try self.init(data, file: name, checks: checks)
  }

  /// The same, made in memory from places in any order; those of one identifier become one.
  init(_ places: [Place], notes: [SourceNote] = []) throws(GazetteerError) {
    var sorter = PlaceSorter(.never)
    for place in places { try sorter.append(place) }
    var writer = ImageWriter(.never)
    try sorter.forEachMerged { place throws(GazetteerError) in try writer.append(place) }
    try self.init(Data(try writer.bytes(notes)), file: "a gazetteer in memory", checks: .none)
  }

  /// The number of places.
  var placeCount: Int { attributes.count }

  /// What was imported from where.
  var notes: [SourceNote] {
    let range = header.entries[ImageSection.sources.rawValue].range
    let json = try? JSON(
      reading: [UInt8](bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]), file: "")
    return json?.array?.map(SourceNote.init) ?? []
  }

  /// A whole place.
  func place(_ number: Int) -> Place {
    let span = bytes.span
    var offset = self.offset(ofPlace: number, span)
    var place = PlaceCoding.place(span, at: &offset)
    place.footprint = footprint(number)
    return place
  }

  /// One text of a place, without the others.
  func text(_ field: PlaceCoding.Field, ofPlace number: Int) -> String {
    let span = bytes.span
    return PlaceCoding.text(field, span, at: offset(ofPlace: number, span))
  }

  /// All identifiers of a place, its own first.
  func identifiers(ofPlace number: Int) -> [String] {
    let span = bytes.span
    return PlaceCoding.identifiers(span, at: offset(ofPlace: number, span))
  }

  /// The spelling that a reading came from.
  func name(ofForm number: Int) -> String {
    let span = bytes.span
    let form = forms.entry(number, span)
    return PlaceCoding.name(form.name, span, at: offset(ofPlace: form.place, span))
  }

  /// The area or the lines of a place.
  func footprint(_ number: Int) -> Geometry? {
    let span = bytes.span
    let geometry = Int(attributes.offsets(number, span).geometry)
    guard geometry > 0 else { return nil }
    var offset = header.entries[ImageSection.geometries.rawValue].range.lowerBound + geometry
    return GeometryCoding.geometry(span, at: &offset)
  }

  /// The readings of a place's names.
  func forms(of number: Int) -> Range<Int> {
    let span = bytes.span
    let first = Int(attributes.offsets(number, span).firstForm)
    return first..<(number + 1 < placeCount ? Int(attributes.offsets(number + 1, span).firstForm) : forms.count)
  }

  /// The places of a kind, ascending.
  func places(of kind: PlaceKind) -> [Int] {
    var found: [Int] = []
    kinds.forEachValue(of: UInt32(PlaceCoding.number(of: kind)), bytes.span) { found.append(Int($0)) }
    return found
  }

  private func offset(ofPlace number: Int, _ span: Span<UInt8>) -> Int {
    header.entries[ImageSection.places.rawValue].range.lowerBound + Int(attributes.offsets(number, span).place)
  }
}
