import Foundation

/// The parts of a gazetteer file.
enum ImageSection: Int, CaseIterable {
  /// JSON: what was imported from where, under which license (`SourceNote`).
  case sources
  /// `PlaceAttributes` of each place, side by side.
  case attributes
  /// The places themselves (`PlaceCoding`), ordered by identifier.
  case places
  /// Areas and lines (`GeometryCoding`).
  case geometries
  /// The readings of all names (`FormTable`), ordered by place.
  case forms
  /// The symbols of the readings.
  case symbols
  /// Keys of readings, to readings (`PostingTable`).
  case names
  /// Hashes of identifiers, to places (`PostingTable`).
  case identifiers
  /// Kinds, to places (`PostingTable`).
  case kinds
}

/// The beginning of a gazetteer file: what it is, which rules its readings follow, where its sections are, and their
/// checksums. All numbers are little-endian.
///
///     offset  bytes
///     0       8      signature: 0x89 "GAZ" CR LF 0x1A LF, so that a copy as text shows, as in PNG
///     8       4      version of the format
///     12      4      number of sections
///     16      8      digest of the rules that the readings follow (`RulesDigest`)
///     24      8      length of the file
///     32      24 n   offset, length and checksum of each section
///     32+24n  8      checksum of all the above
struct ImageHeader {
  /// The version that is written and read.
  static let version: UInt32 = 1
  static let signature: [UInt8] = [0x89, 0x47, 0x41, 0x5A, 0x0D, 0x0A, 0x1A, 0x0A]
  private static let fixedLength = 32
  private static let entryLength = 24
  /// The length of the header.
  static let length = fixedLength + entryLength * ImageSection.allCases.count + 8

  /// Where a section is, and the checksum of its bytes.
  struct Entry {
    var range: Range<Int>
    var checksum: UInt64
  }

  var entries: [Entry]
  var fileLength: Int
  var rulesDigest: UInt64

  /// The header as bytes.
  var bytes: [UInt8] {
    var bytes = Self.signature
    bytes.append(littleEndian: Self.version)
    bytes.append(littleEndian: UInt32(entries.count))
    bytes.append(littleEndian: rulesDigest)
    bytes.append(littleEndian: UInt64(fileLength))
    for entry in entries {
      bytes.append(littleEndian: UInt64(entry.range.lowerBound))
      bytes.append(littleEndian: UInt64(entry.range.count))
      bytes.append(littleEndian: entry.checksum)
    }
    bytes.append(littleEndian: Checksum.of(bytes.span))
    return bytes
  }

  init(entries: [Entry], fileLength: Int, rulesDigest: UInt64) {
    self.entries = entries
    self.fileLength = fileLength
    self.rulesDigest = rulesDigest
  }

  /// Whether bytes begin as a gazetteer file does.
  static func matches(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: signature.prefix(4)) }

  /// Reads and checks the header; the sections' own checksums are left to `verify`, the rules to `checkRules`.
  /// - Throws: `GazetteerError` for a file that is damaged, cut or newer.
  init(_ bytes: Span<UInt8>, file: String) throws(GazetteerError) {
    func refusal(_ problem: String) -> GazetteerError { GazetteerError(file: file, problem: problem) }
    guard bytes.count >= 16 else { throw refusal(Self.cut) }
    for (index, byte) in Self.signature.enumerated() where bytes[index] != byte { throw refusal(Self.damaged) }
    let version = bytes.number(UInt32.self, at: 8)
    guard version <= Self.version else {
      throw refusal("made by a newer incident-mapper (format \(version), this one reads \(Self.version)); update it")
    }
    let count = Int(bytes.number(UInt32.self, at: 12))
    guard version == Self.version, count == ImageSection.allCases.count else { throw refusal(Self.damaged) }
    guard bytes.count >= Self.length else { throw refusal(Self.cut) }
    let stated = bytes.number(UInt64.self, at: Self.length - 8)
    guard Checksum.of(bytes.extracting(0..<(Self.length - 8))) == stated else { throw refusal(Self.damaged) }
    rulesDigest = bytes.number(UInt64.self, at: 16)
    fileLength = Int(clamping: bytes.number(UInt64.self, at: 24))
    guard bytes.count == fileLength else { throw refusal(bytes.count < fileLength ? Self.cut : Self.damaged) }
    entries = []
    for number in 0..<count {
      let offset = Self.fixedLength + number * Self.entryLength
      let start = Int(clamping: bytes.number(UInt64.self, at: offset))
      let length = Int(clamping: bytes.number(UInt64.self, at: offset + 8))
      guard start <= fileLength, length <= fileLength - start else { throw refusal(Self.damaged) }
      entries.append(Entry(range: start..<(start + length), checksum: bytes.number(UInt64.self, at: offset + 16)))
    }
  }

  /// - Throws: `GazetteerError` for a file that was made under other rules than this program's.
  func checkRules(file: String) throws(GazetteerError) {
    guard rulesDigest != RulesDigest.current else { return }
    throw GazetteerError(
      file: file,
      problem: "made by a version of incident-mapper that reads names in other ways; import its sources again")
  }

  /// Compares all sections with their checksums.
  /// - Throws: `GazetteerError` for a file that is damaged.
  func verify(_ bytes: Span<UInt8>, file: String) throws(GazetteerError) {
    for entry in entries where Checksum.of(bytes.extracting(entry.range)) != entry.checksum {
      throw GazetteerError(file: file, problem: Self.damaged)
    }
  }

  private static let damaged = "damaged: its checksum is wrong; import it again"
  private static let cut = "cut off: it is shorter than it should be; copy or import it again"
}
