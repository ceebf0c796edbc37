import Formats
import Geo
import Incidents

/// What a run found, for `report.json` and the terminal.
public struct RunReport: Sendable {
  /// One document of the run.
  public struct Document: Sendable {
    /// The document's name.
    public var name: String
    /// The documents that it is made of.
    public var parts: [PageDocument]
    /// The monthly figures in it.
    public var figures: [LocatedFigures]
    /// The figures it states, and their checks.
    public var ledger: Ledger
    /// What could not be read, or only doubtfully.
    public var diagnostics: [Diagnostic]

    /// One document of a run.
    public init(
      name: String, parts: [PageDocument], figures: [LocatedFigures] = [], ledger: Ledger, diagnostics: [Diagnostic]
    ) {
      self.name = name
      self.parts = parts
      self.figures = figures
      self.ledger = ledger
      self.diagnostics = diagnostics
    }
  }

  /// The choices that the results depend on.
  public struct Parameters: Sendable {
    /// How near incidents of one cluster are to each other.
    public var clusterRadius: Distance
    /// How many make a cluster.
    public var minimumIncidents: Int
    /// The gazetteers, in the order given.
    public var gazetteers: [String]

    /// The choices of a run.
    public init(clusterRadius: Distance, minimumIncidents: Int, gazetteers: [String]) {
      self.clusterRadius = clusterRadius
      self.minimumIncidents = minimumIncidents
      self.gazetteers = gazetteers
    }
  }

  /// The documents, in the order given.
  public var documents: [Document]
  /// All incidents.
  public var records: [IncidentRecord]
  /// How many clusters were found.
  public var clusterCount: Int
  /// The choices of the run.
  public var parameters: Parameters
  /// The files of the run, as paths below the output folder.
  public var files: [String]

  /// What a run found.
  public init(
    documents: [Document], records: [IncidentRecord], clusterCount: Int, parameters: Parameters, files: [String]
  ) {
    self.documents = documents
    self.records = records
    self.clusterCount = clusterCount
    self.parameters = parameters
    self.files = files
  }

  /// The number of incidents with that assessment.
  public func count(_ assessment: Assessment) -> Int { records.count { $0.assessment == assessment } }

  /// The number of places named by all incidents with that answer.
  public func count(_ status: Resolution.Status) -> Int {
    records.reduce(0) { $0 + $1.places.count { $0.status == status } }
  }
}

extension RunReport {
  /// The file in which a later run finds what this one wrote.
  public static let path = "report.json"

  /// The files that every run writes.
  public static let alwaysWritten = [
    "incidents.geojson", "clusters.geojson", "unresolved.csv", "datapackage.json", "index.html", path,
  ]

  /// `report.json`: the ledger and the diagnostics of each document, counts, parameters and files.
  public var file: OutputFile { OutputFile(path: Self.path, bytes: json.lines(depth: 5)) }

  /// The files that an earlier run listed; none when its report cannot be read.
  public static func files(listedIn report: [UInt8]) -> [String] {
    let json = try? JSON(reading: report, file: path)
    return json?["files"].array?.compactMap(\.string) ?? []
  }

  private var json: JSON {
    let assessments = Assessment.allCases.map { ($0.rawValue, JSON.number(Double(count($0)))) }
    let statuses = [Resolution.Status.resolved, .ambiguous, .unresolved]
      .map { ($0.rawValue, JSON.number(Double(count($0)))) }
    return [
      "documents": .array(documents.map(\.json)),
      "incidents": .object(Dictionary(uniqueKeysWithValues: assessments)),
      "incidents_mapped": .number(Double(records.count { $0.location != nil })),
      "places": .object(Dictionary(uniqueKeysWithValues: statuses)),
      "clusters": .number(Double(clusterCount)),
      "parameters": [
        "eps_m": .number(parameters.clusterRadius.meters),
        "min_incidents": .number(Double(parameters.minimumIncidents)),
        "gazetteers": .strings(parameters.gazetteers),
      ],
      "files": .strings(files),
    ]
  }
}

extension RunReport.Document {
  fileprivate var json: JSON {
    [
      "name": .string(name),
      "parts": .array(parts.map(\.json)),
      "figures": .array(figures.map(\.json)),
      "ledger": .array(ledger.rows.map(\.json)),
      "diagnostics": .array(diagnostics.map(\.json)),
    ]
  }
}

extension PageDocument {
  fileprivate var json: JSON {
    [
      "type": .string(kind.rawValue), "line": .number(Double(line)), "span": span.json,
      "publisher": .optional(publisher?.value), "first_words": .string(beginning),
      "incidents": .number(Double(incidentCount)),
    ]
  }
}

extension LocatedFigures {
  fileprivate var json: JSON {
    [
      "month": .string(figures.month.value.description), "line": .number(Double(figures.line)),
      "span": figures.span.json, "killed": .optional(figures.national.killed?.value),
      "injured": .optional(figures.national.injured?.value), "killed_elsewhere": .optional(figures.killedElsewhere),
      "injured_elsewhere": .optional(figures.injuredElsewhere),
      "includes_police": .optional(figures.includesPolice?.value),
      "caveats": .array(figures.caveats.map(\.json)),
    ]
  }
}

extension MonthlyFigures.Caveat {
  fileprivate var json: JSON {
    ["caveat": .string(kind.rawValue), "place": .optional(area?.value), "span": span.json]
  }
}

extension Ledger.Row {
  fileprivate var json: JSON {
    [
      "figure": .string(figure), "label": .string(label), "stated": .number(Double(stated.value)),
      "counted": .optional(counted), "basis": .string(basis), "verdict": .string(verdict.rawValue),
      "line": .number(Double(line)), "span": stated.span.json,
    ]
  }
}

extension Diagnostic {
  fileprivate var json: JSON {
    [
      "severity": .string(severity.rawValue), "message": .string(message), "line": .optional(line),
      "span": span?.json ?? .null,
    ]
  }
}

extension ByteSpan {
  var json: JSON { .array([.number(Double(start)), .number(Double(end))]) }
}
