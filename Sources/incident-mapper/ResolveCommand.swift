import ArgumentParser
import Formats
import Gazetteer
import Geo
import Incidents
import Pipeline
import Publishing

struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Finds the place a name means, and says why and how surely.",
    discussion: """
      Larger places may follow the name after commas: "al-Bado neighborhood, Raqqah". A position may stand for it, in \
      degrees or as an MGRS grid, and so may a place seen from others: "10 km north of Hajin", "between Raqqah and \
      Tabqa", "southern Idlib countryside". With --batch, reads a CSV with \
      the column name and, where there are any, id, country, admin1, lon and lat, and prints one line of JSON for each \
      row, or a table.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

  @Argument(help: "The names, each as one argument.")
  var names: [String] = []

  @Option(help: "The country, by its code or name.")
  var country: String?

  @Option(help: ArgumentHelp("The governorate, by its ISO 3166-2 code or name.", valueName: "governorate"))
  var within: String?

  @Option(help: ArgumentHelp("A place it is near.", valueName: "place|lon,lat"))
  var near: String?

  @Flag(help: "List all candidates, with what speaks for and against each and how much.")
  var explain = false

  @Option(help: "The form of the output. (default: text; json with --batch)")
  var format: Format?

  @Option(help: ArgumentHelp("A table of names to look up.", valueName: "queries.csv"), completion: .file())
  var batch: String?

  @Flag(
    inversion: .prefixedNo,
    help: """
      The names are of one source: those that are clear at first sight say where it is about, which places it means and \
      how it spells. A table is, unless you say that it is not; names given here are looked up one by one. (default: \
      --one-source with --batch)
      """) var oneSource: Bool?

  @OptionGroup var encodingOption: EncodingOption

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    guard names.isEmpty != (batch == nil) else { throw ValidationError("Give names, or --batch with a table of them") }
    guard !explain || format != .csv else { throw ValidationError("--explain has no table: use json or text") }
  }

  func run() throws {
    let resolver = try gazetteers.resolver()
    let queries = try batch.map { try self.rows(of: $0, resolver) } ?? queries(resolver)
    let isOneSource = oneSource ?? (batch != nil)
    var lookup = isOneSource ? BatchLookup(resolver, oneSource: queries) : BatchLookup(resolver)
    let format = format ?? (batch == nil ? .text : .json)
    if format == .csv { writeOutput(ResolutionTable.header) }
    // In parts, so that a table of any length needs no more memory for its answers.
    for start in stride(from: 0, to: queries.count, by: Self.partCount) {
      let part = Array(queries[start..<min(start + Self.partCount, queries.count)])
      let blocks = explain ? explained(part, &lookup, format) : answered(part, &lookup, format)
      writeOutput(Array(blocks.joined(separator: format == .text ? [UInt8(ascii: "\n")] : [])))
    }
  }

  /// The rows of a table; what is stated for all of them holds for those that do not state it themselves.
  private func rows(of batch: String, _ resolver: Resolver) throws -> [BatchQuery] {
    _ = try StatedArea(country: country, governorate: within, resolver: resolver)
    let center = try near.map { try PlaceArgument($0, resolver: resolver).coordinate }
    let table = try BatchFile(InputFile.read(batch), file: InputFile.name(batch), encoding: encodingOption.encoding)
    for note in table.notes { writeNote(note) }
    return table.queries.map { query in
      var query = query
      query.country = query.country ?? country
      query.governorate = query.governorate ?? within
      query.near = query.near ?? center
      return query
    }
  }

  private static let partCount = 10_000

  private func answered(_ queries: [BatchQuery], _ lookup: inout BatchLookup, _ format: Format) -> [[UInt8]] {
    zip(queries, lookup.resolve(queries)).map { query, resolution in
      switch format {
      case .text: Self.line(Explanation(name: query.name, resolution: resolution).text)
      case .json: Self.line(ResolutionLine.text(id: query.id, name: query.name, resolution))
      case .csv: ResolutionTable.row(id: query.id, name: query.name, resolution)
      }
    }
  }

  private func explained(_ queries: [BatchQuery], _ lookup: inout BatchLookup, _ format: Format) -> [[UInt8]] {
    queries.map { query in
      let explanation = lookup.explain(query)
      return Self.line(
        format == .text
          ? CandidateList(name: query.name, explanation: explanation).text
          : ResolutionLine.text(id: query.id, name: query.name, explanation))
    }
  }

  private static func line(_ text: String) -> [UInt8] { Array((text + "\n").utf8) }

  private func queries(_ resolver: Resolver) throws -> [BatchQuery] {
    _ = try StatedArea(country: country, governorate: within, resolver: resolver)
    let center = try near.map { try PlaceArgument($0, resolver: resolver).coordinate }
    return names.enumerated().map { number, name in
      BatchQuery(id: "\(number + 1)", name: name, country: country, governorate: within, near: center)
    }
  }
}
