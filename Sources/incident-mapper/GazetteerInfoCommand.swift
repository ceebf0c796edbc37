import ArgumentParser
import Formats
import Gazetteer
import Incidents
import Pipeline
import ShippedGazetteer

struct GazetteerInfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Says what is in gazetteers, and from whom; without a file, in the shipped one.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The gazetteers.", completion: .file())
  var files: [String] = []

  @Option(help: "The form of the output.")
  var format = Format.text

  func run() throws {
    let named =
      files.isEmpty
      ? [("shipped", ShippedGazetteer.folder.path(percentEncoded: false))] : files.map { ($0, $0) }
    let contents = try named.map { ($0, try GazetteerContents(GazetteerSource(path: $1))) }
    for (_, contents) in contents { ImportTarget.note(contents.lost) }
    switch format {
    case .text: print(contents.map { ContentsText(name: $0, contents: $1).text }.joined(separator: "\n\n"))
    case .json: writeOutput(JSON.array(contents.map { $1.json(name: $0) }).lines(depth: 1))
    }
  }
}

/// What is in a gazetteer, for the terminal.
private struct ContentsText {
  let name: String
  let contents: GazetteerContents

  var text: String { ([headline] + lists + boundaries + notes).joined(separator: "\n") }

  private var headline: String {
    let form = contents.formatVersion.map { ", format \($0)" } ?? ""
    return
      "\(name): \(counted(contents.placeCount, "place")), \(counted(contents.nameCount, "name")), \(megabytes) MB\(form)"
  }

  private var megabytes: String {
    let tenths = Int((Double(contents.byteCount) / 100_000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private var lists: [String] {
    [("countries", contents.countries), ("kinds", contents.kinds), ("sources", contents.sources)].map { title, counts in
      let shown = counts.prefix(Self.most).map { "\($0.name.isEmpty ? "none" : $0.name) \($0.count)" }
      let others = counts.count - shown.count
      return "  \(title): " + shown.joined(separator: ", ") + (others > 0 ? " and \(others) more" : "")
    }
  }

  /// A longer list is cut for the terminal; the JSON has all of it.
  private static let most = 20

  private var boundaries: [String] {
    let levels = Dictionary(grouping: contents.boundaries, by: \.level).sorted { $0.key < $1.key }
    return levels.map { level, rows in
      let shown = rows.prefix(Self.most).map { "\($0.country) \($0.count)" }
      return "  boundaries of level \(level): " + shown.joined(separator: ", ")
    }
  }

  private var notes: [String] {
    contents.notes.map { note in
      let dates = note.changedFrom.map { "entries changed \($0) to \(note.changedThrough ?? $0)" }
      let parts = [note.license ?? "license not stated", note.attribution, dates].compactMap { $0 }
      let files = note.files.isEmpty ? "" : " (\(note.files.joined(separator: ", ")))"
      return "  \(note.name)\(files): " + parts.joined(separator: "; ")
    }
  }
}

extension GazetteerContents {
  /// The same for programs.
  fileprivate func json(name: String) -> JSON {
    func object(_ counts: [(name: String, count: Int)]) -> JSON {
      .object(Dictionary(counts.map { ($0.name, .number(Double($0.count))) }, uniquingKeysWith: { first, _ in first }))
    }
    return [
      "gazetteer": .string(name), "format": .optional(formatVersion), "bytes": .number(Double(byteCount)),
      "places": .number(Double(placeCount)), "names": .number(Double(nameCount)), "countries": object(countries),
      "kinds": object(kinds), "sources": object(sources), "licenses": .array(notes.map(\.json)),
      "boundaries": .array(
        boundaries.map {
          ["level": .number(Double($0.level)), "country": .string($0.country), "count": .number(Double($0.count))]
        }),
    ]
  }
}
