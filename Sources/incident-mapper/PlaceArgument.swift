import ArgumentParser
import Formats
import Gazetteer
import Geo
import Incidents

/// A place on the command line, as a name or as a coordinate.
struct PlaceArgument {
  let coordinate: Coordinate
  /// What was understood, for the user to check.
  let description: String

  /// - Throws: `WrittenPositionError` for a coordinate that is none, `PlaceArgumentError` for a name that is not one place's.
  init(_ text: String, resolver: @autoclosure () throws -> Resolver) throws {
    if let position = try WrittenPosition.read(text) {
      coordinate = position.coordinate
      description = "\(coordinate)"
      return
    }
    let resolution = try resolver().resolve(batch: [BatchQuery(id: "", name: text)])[0]
    guard resolution.status == .resolved, let match = resolution.best else {
      let rivals = ([resolution.best].compactMap { $0 } + resolution.alternatives).prefix(5)
      throw PlaceArgumentError(text: text, status: resolution.status, candidates: rivals.map(\.summary))
    }
    coordinate = match.coordinate
    let isArea = [.district, .governorate, .country].contains(match.precision)
    let reach = Int((match.uncertaintyMeters / 1000).rounded())
    description = match.summary + (isArea ? ", the middle of an area that reaches \(reach) km from there" : "")
  }
}

/// A name that is not one place's.
struct PlaceArgumentError: Error, CustomStringConvertible {
  let text: String
  let status: Resolution.Status
  let candidates: [String]

  var description: String {
    let known = candidates.isEmpty ? "" : "; it might be " + candidates.joined(separator: ", or ")
    return "“\(text)” is \(status == .ambiguous ? "more than one place" : "in no gazetteer")\(known). "
      + "Add the larger place after a comma, or give LONGITUDE,LATITUDE"
  }
}

extension Match {
  /// `Raqqa (city, Raqqa, SY) at 39.01,35.95`.
  var summary: String {
    let area = [kind.rawValue, governorate?.name, country].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: ", ")
    let decimals = decimalsOfDegree(uncertaintyMeters: uncertaintyMeters)
    let longitude = coordinate.longitude.rounded(toDecimals: decimals)
    let latitude = coordinate.latitude.rounded(toDecimals: decimals)
    return "\(placeName) (\(area)) at \(longitude),\(latitude)"
  }
}
