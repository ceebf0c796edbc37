public import Formats

/// What a gazetteer file says about one of the sources it was imported from.
public struct SourceNote: Hashable, Sendable {
  /// The name that its places carry: `GeoNames`.
  public var name: String
  /// The license, as its publisher names it; nil when it was not stated.
  public var license: String?
  /// The line that has to stand where the data is used; nil when none was stated.
  public var attribution: String?
  /// The files, without their folders.
  public var files: [String]
  /// The first and the last day that its entries were changed on, as `YYYY-MM-DD`; nil when it does not say.
  public var changedFrom: String?
  /// The last of these days.
  public var changedThrough: String?

  /// A note.
  public init(
    name: String, license: String? = nil, attribution: String? = nil, files: [String] = [], changedFrom: String? = nil,
    changedThrough: String? = nil
  ) {
    self.name = name
    self.license = license
    self.attribution = attribution
    self.files = files
    self.changedFrom = changedFrom
    self.changedThrough = changedThrough
  }

  init(_ json: JSON) {
    self.init(
      name: json["name"].string ?? "", license: json["license"].string, attribution: json["attribution"].string,
      files: json["files"].array?.compactMap(\.string) ?? [], changedFrom: json["changed_from"].string,
      changedThrough: json["changed_through"].string)
  }

  /// The note for programs.
  public var json: JSON {
    .object([
      "name": .string(name), "license": .optional(license), "attribution": .optional(attribution),
      "files": .strings(files), "changed_from": .optional(changedFrom), "changed_through": .optional(changedThrough),
    ])
  }

  /// The notes with those of one name and license made one, ordered by name.
  static func merged(_ notes: [SourceNote]) -> [SourceNote] {
    var merged: [SourceNote] = []
    for note in notes {
      let same = merged.firstIndex {
        ($0.name, $0.license, $0.attribution) == (note.name, note.license, note.attribution)
      }
      guard let same else {
        merged.append(note)
        continue
      }
      merged[same].files = Set(merged[same].files + note.files).sorted()
      merged[same].changedFrom = [merged[same].changedFrom, note.changedFrom].compactMap { $0 }.min()
      merged[same].changedThrough = [merged[same].changedThrough, note.changedThrough].compactMap { $0 }.max()
    }
    return merged.sorted {
      ($0.name, $0.license ?? "", $0.attribution ?? "") < ($1.name, $1.license ?? "", $1.attribution ?? "")
    }
  }
}
