import ArgumentParser
import Formats
import Gazetteer
import Incidents
import Publishing

struct GazetteerReverseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reverse",
    abstract: "Says where a position is: its country, governorate, district and nearest places.",
    discussion: """
      The position is LONGITUDE,LATITUDE in degrees, degrees with hemispheres ("36°20'30"N 43°08'10"E"), or an MGRS grid \
      ("38SLF 12345 67890"). Put -- before one that begins with a minus sign. Bearings are those of the position as seen \
      from the place. Where the borders of two sources overlap, both answers are given.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("The position.", valueName: "lon,lat"))
  var position: [String]

  @Option(help: "How many places to list.")
  var count = 5

  @Option(help: "The form of the output.")
  var format = Format.text

  @OptionGroup var gazetteers: GazetteerOptions

  func validate() throws {
    guard (0...1000).contains(count) else { throw ValidationError("--count is a number of places, 0 to 1000") }
  }

  func run() throws {
    let text = position.joined(separator: " ")
    guard let position = try WrittenPosition.read(text) else {
      throw ValidationError(
        "“\(text)” is not a position: write LONGITUDE,LATITUDE, such as 39.01,35.95, or an MGRS grid")
    }
    let answer = SurroundingsAnswer(
      position: position, surroundings: try gazetteers.resolver().surroundings(of: position.coordinate, count: count),
      wantsPlaces: count > 0)
    switch format {
    case .text: print(answer.text)
    case .json: writeOutput(Array((answer.json.text + "\n").utf8))
    }
  }
}

/// What is around a position, as text and as JSON.
struct SurroundingsAnswer {
  let position: WrittenPosition
  let surroundings: Surroundings
  /// Whether places were asked for.
  let wantsPlaces: Bool

  var text: String {
    let coordinate = surroundings.coordinate
    var table = TextTable(columns: [
      ("distance", .right), ("bearing", .right), ("direction", .left), ("of", .left), ("kind", .left), ("place", .left),
    ])
    table.rows = surroundings.places.map { neighbor in
      [
        Length.words(neighbor.distanceMeters), "\(Int(neighbor.bearingDegrees.rounded()) % 360)°", neighbor.direction,
        neighbor.place.name, neighbor.place.kind.rawValue, neighbor.place.id,
      ]
    }
    let lines = [
      "longitude \(rounded(coordinate.longitude)), latitude \(rounded(coordinate.latitude)), "
        + "within \(Length.words(position.uncertaintyMeters))",
      surroundings.areas.words.map { "in \($0)" } ?? "in no area that the gazetteers know",
    ]
    let others = surroundings.otherAreas.compactMap(\.words).map { "by other borders in \($0)" }
    let nobody = "no place that the gazetteers know is within \(Length.words(Surroundings.nearbyMeters))"
    let isEmpty = surroundings.places.isEmpty
    return (lines + others + (isEmpty && wantsPlaces ? [nobody] : [])).joined(separator: "\n")
      + (isEmpty ? "" : "\n\n" + table.text)
  }

  var json: JSON {
    .object(
      [
        "longitude": .number(rounded(surroundings.coordinate.longitude)),
        "latitude": .number(rounded(surroundings.coordinate.latitude)),
        "uncertainty_m": .optional(DarwinCore.coordinateUncertaintyInMeters(position.uncertaintyMeters)),
        "other_areas": .array(surroundings.otherAreas.map { .object($0.members) }),
        "places": .array(surroundings.places.map(json)),
      ].merging(surroundings.areas.members) { first, _ in first })
  }

  private func json(_ neighbor: Surroundings.Neighbor) -> JSON {
    let place = neighbor.place
    return .object([
      "place_id": .string(place.id), "place_name": .string(place.name), "kind": .string(place.kind.rawValue),
      "country": .string(place.country), "longitude": .number(place.coordinate.longitude),
      "latitude": .number(place.coordinate.latitude),
      "uncertainty_m": .optional(DarwinCore.coordinateUncertaintyInMeters(place.uncertaintyMeters)),
      "distance_m": .number(neighbor.distanceMeters.rounded()),
      "bearing_degrees": .number(neighbor.bearingDegrees.rounded(toDecimals: 1)),
      "direction": .string(neighbor.direction),
    ])
  }

  private func rounded(_ degrees: Double) -> Double {
    degrees.rounded(toDecimals: decimalsOfDegree(uncertaintyMeters: position.uncertaintyMeters))
  }
}

extension Surroundings.Areas {
  /// `Hajin district, Deir ez-Zor, SY`; nil outside of all.
  fileprivate var words: String? {
    let names = [district.map { $0 + " district" }, governorate?.name, country].compactMap(\.self)
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  fileprivate var members: [String: JSON] {
    [
      "country": .optional(country), "governorate": .optional(governorate?.name),
      "governorate_code": .optional(governorate?.code), "district": .optional(district),
    ]
  }
}
