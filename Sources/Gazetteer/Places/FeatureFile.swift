import Formats
import Geo
import Incidents

/// A GeoJSON file of named features: boundaries, rivers, sites.
enum FeatureFile {
  /// The entries, in order. Features without a name or a geometry are no places.
  /// - Parameter kind: what the features are that do not say so themselves.
  static func read(_ bytes: [UInt8], file: String, kind: PlaceKind) throws(GazetteerError) -> [Place] {
    let features: [Feature]
    do throws(FormatError) {
      features = try GeoJSON.read(bytes, file: file)
    } catch {
      throw GazetteerError(file: error.file, line: error.line, problem: error.problem)
    }
    return features.enumerated().compactMap { number, feature in
      place(feature, number: number + 1, file: file, kind: kind)
    }
  }

  private static func place(_ feature: Feature, number: Int, file: String, kind: PlaceKind) -> Place? {
    guard let name = feature.properties["name"]?.string, let geometry = feature.geometry,
      let center = geometry.boundingBox?.center
    else { return nil }
    let properties = feature.properties
    let code = properties["code"]?.string
    let stated = properties["kind"]?.string.map(PlaceKindNames.kind(named:)) ?? kind
    var isPoint = false
    if case .point = geometry { isPoint = true }
    return Place(
      id: feature.id ?? code ?? "\(stated.rawValue):\(file):\(number)", name: name,
      alternateNames: properties["alternate_names"]?.array?.compactMap(\.string) ?? [], coordinate: center,
      country: (stated == .country ? code : properties["country"]?.string) ?? "",
      governorateCode: stated == .governorate ? code : properties["governorate"]?.string, kind: stated,
      population: properties["population"]?.number.map { Int($0) },
      source: properties["source"]?.string ?? file, footprint: isPoint ? nil : geometry)
  }
}
