import Foundation
import Formats

/// Writes a gazetteer file from places in the order of their identifiers, in bounded memory.
struct ImageWriter {
  private var attributes: SpillBuffer
  private var places: SpillBuffer
  private var geometries: SpillBuffer
  private var forms: SpillBuffer
  private var symbols: SpillBuffer
  private var names: NumberSorter
  private var identifiers: NumberSorter
  private var kinds: NumberSorter
  private var formCount = 0
  /// How many places were added.
  private(set) var placeCount = 0

  init(_ spilling: Spilling) {
    attributes = SpillBuffer(spilling)
    places = SpillBuffer(spilling)
    geometries = SpillBuffer(spilling)
    forms = SpillBuffer(spilling)
    symbols = SpillBuffer(spilling)
    names = NumberSorter(spilling)
    identifiers = NumberSorter(spilling)
    kinds = NumberSorter(spilling)
  }

  /// Adds a place; identifiers must ascend.
  mutating func append(_ place: Place) throws(GazetteerError) {
    guard places.count < UInt32.max, symbols.count < UInt32.max, geometries.count < UInt32.max else {
      throw GazetteerError(file: place.source, problem: "more than 4 GB of names; import it into several files")
    }
    var geometryOffset: UInt32 = 0
    if let footprint = place.footprint {
      if geometries.count == 0 { geometries.tail.append(0) }  // so that 0 can mean none
      geometryOffset = UInt32(geometries.count)
      GeometryCoding.append(footprint, to: &geometries.tail)
    }
    let offsets = AttributeTable.Offsets(
      place: UInt32(places.count), geometry: geometryOffset, firstForm: UInt32(formCount))
    AttributeTable.append(PlaceAttributes(place), offsets, to: &attributes.tail)
    PlaceCoding.append(place, to: &places.tail)
    try appendForms(of: place)
    for id in [place.id] + place.otherIDs {
      try identifiers.append(PostingTable.entry(key: IdentifierKey.of(id), value: UInt32(placeCount)))
    }
    try kinds.append(
      PostingTable.entry(key: UInt32(PlaceCoding.number(of: place.kind)), value: UInt32(placeCount)))
    placeCount += 1
    try spillIfLong()
  }

  private mutating func spillIfLong() throws(GazetteerError) {
    try attributes.spillIfLong()
    try places.spillIfLong()
    try geometries.spillIfLong()
    try forms.spillIfLong()
    try symbols.spillIfLong()
  }

  private mutating func appendForms(of place: Place) throws(GazetteerError) {
    var seen: Set<Sound> = []
    for (index, text) in ([place.name] + place.alternateNames).enumerated() {
      let name = NormalizedName(text)
      for form in NameForm.readings(of: name).forms
      where seen.insert(Sound(symbols: form.symbols, articleCount: name.articleCount)).inserted {
        FormTable.append(
          form, symbolsStart: UInt32(symbols.count), place: UInt32(placeCount), name: index, of: name,
          to: &forms.tail)
        symbols.tail += form.symbols
        for key in CandidateKeys.stored(form.symbols) {
          try names.append(PostingTable.entry(key: key, value: UInt32(formCount)))
        }
        formCount += 1
      }
    }
  }

  /// What is heard of a name. Of a place's names that sound the same one is enough.
  private struct Sound: Hashable {
    let symbols: [UInt8]
    let articleCount: UInt8
  }

  /// Writes everything after the header, and returns the header that belongs in front.
  private mutating func writeSections(
    _ notes: [SourceNote], rulesDigest: UInt64, to sink: inout some ImageSink
  ) throws(GazetteerError) -> ImageHeader {
    FormTable.appendEnd(symbolsEnd: UInt32(symbols.count), to: &forms.tail)
    let sources = JSON.array(SourceNote.merged(notes).map(\.json)).bytes
    var output = SectionOutput(start: ImageHeader.length)
    for section in ImageSection.allCases {
      try output.begin(&sink)
      switch section {
      case .sources: try output.write(sources, &sink)
      case .attributes: try output.write(attributes, &sink)
      case .places: try output.write(places, &sink)
      case .geometries: try output.write(geometries, &sink)
      case .forms: try output.write(forms, &sink)
      case .symbols: try output.write(symbols, &sink)
      case .names: try output.write(&names, &sink)
      case .identifiers: try output.write(&identifiers, &sink)
      case .kinds: try output.write(&kinds, &sink)
      }
      output.end()
    }
    return ImageHeader(entries: output.entries, fileLength: output.offset, rulesDigest: rulesDigest)
  }

  /// The file as bytes in memory.
  mutating func bytes(_ notes: [SourceNote]) throws(GazetteerError) -> [UInt8] {
    var sink = MemorySink(bytes: [UInt8](repeating: 0, count: ImageHeader.length))
    let header = try writeSections(notes, rulesDigest: 0, to: &sink)  // no other program reads it
    sink.bytes.replaceSubrange(0..<ImageHeader.length, with: header.bytes)
    return sink.bytes
  }

  /// Writes the file beside its place and then moves it there, so that no one ever sees half of it.
  mutating func write(_ notes: [SourceNote], to target: URL) throws(GazetteerError) {
    let name = ".\(target.lastPathComponent)-\(UUID().uuidString)"
    let folder = target.absoluteURL.deletingLastPathComponent()
    guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
      throw GazetteerError(
        file: target.relativePath, problem: "there is no such folder to write it into; make it first")
    }
    let beside = folder.appending(path: name)
    do {
      try Data(count: ImageHeader.length).write(to: beside)
      defer { try? FileManager.default.removeItem(at: beside) }
      let handle = try FileHandle(forUpdating: beside)
      try handle.seekToEnd()
      var sink = FileSink(handle: handle, target: target)
      let header = try writeSections(notes, rulesDigest: RulesDigest.current, to: &sink)
      try handle.seek(toOffset: 0)
      try handle.write(contentsOf: header.bytes)
      try handle.close()
      // Not replaceItemAt, which loses the file on Linux (swift-foundation 6.3).
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.moveItem(at: beside, to: target)
    } catch let error as GazetteerError {
      throw error
    } catch {
      throw Spilling.failure(target, error)
    }
  }
}

/// Where a gazetteer file is written to.
protocol ImageSink {
  mutating func append(_ bytes: [UInt8]) throws(GazetteerError)
}

/// An image in memory.
struct MemorySink: ImageSink {
  var bytes: [UInt8]
  mutating func append(_ bytes: [UInt8]) { self.bytes += bytes }
}

/// A file, at its end.
struct FileSink: ImageSink {
  let handle: FileHandle
  let target: URL
  func append(_ bytes: [UInt8]) throws(GazetteerError) {
    do { try handle.write(contentsOf: bytes) } catch { throw Spilling.failure(target, error) }
  }
}
