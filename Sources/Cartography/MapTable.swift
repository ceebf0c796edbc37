import Analysis
import Geo
import Incidents

/// What a map shows, as a table: one row for each place, area or river, whose numbers add up to the marks of the map.
public struct MapTable: Hashable, Sendable {
  /// The names of the columns.
  public let header: [String]
  /// The cells of each row, in the order of the header; places first, then areas and rivers, most incidents first.
  public let rows: [[String]]

  private static let columns = [
    "mark", "drawn_as", "name", "governorate", "longitude", "latitude", "uncertainty_m", "incidents",
  ]

  /// The table of the incidents, whose places the region's own frame shows by these symbols.
  init(_ selection: IncidentSelection, symbols: [MapSymbol]) {
    header = Self.columns + Assessment.allCases.map { $0.rawValue.replacing("-", with: "_") } + ["doubtful"]
    var marks: [Coordinate: Int] = [:]
    for (number, symbol) in symbols.enumerated() {
      for place in symbol.places { marks[place.coordinate] = number }
    }
    rows =
      selection.spots.map { spot in
        Self.cells(
          mark: marks[spot.coordinate].map { MapSymbol.id(frame: "map", number: $0) } ?? "", drawnAs: "symbol",
          name: spot.name, governorate: spot.governorate?.name, coordinate: spot.coordinate,
          uncertaintyMeters: spot.uncertaintiesMeters.last, counts: spot.counts, doubtful: spot.unsureCounts.total)
      }
      + selection.spread.enumerated().map { number, spread in
        Self.cells(
          mark: SpreadIncidents.id(frame: "map", number: number), drawnAs: spread.isLine ? "river" : "area",
          name: spread.name, governorate: spread.governorate?.name, coordinate: nil, uncertaintyMeters: nil,
          counts: spread.counts, doubtful: 0)
      }
  }

  private static func cells(
    mark: String, drawnAs: String, name: String, governorate: String?, coordinate: Coordinate?,
    uncertaintyMeters: Double?, counts: AssessmentCounts, doubtful: Int
  ) -> [String] {
    let numbers = [coordinate?.longitude, coordinate?.latitude, uncertaintyMeters.map { $0.rounded() }]
    return [mark, drawnAs, name, governorate ?? ""] + numbers.map { $0.map(number) ?? "" } + [String(counts.total)]
      + Assessment.allCases.map { String(counts[$0]) } + [String(doubtful)]
  }

  /// The shortest digits, whole numbers without a point.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}

extension MapSymbol {
  /// The identifier of the so-manieth symbol of a frame, counted from 0.
  static func id(frame: String, number: Int) -> String { "\(frame)-symbol-\(number + 1)" }
}

extension SpreadIncidents {
  /// The identifier of the mark of the so-manieth area or river of a frame, counted from 0.
  static func id(frame: String, number: Int) -> String { "\(frame)-area-\(number + 1)" }
}
