import Formats
import Geo
import Incidents

/// A GeoJSON file of named features: boundaries, rivers, sites.
struct FeatureFile {
  private let file: String
  private let kind: PlaceKind
  private let choice: ColumnChoice

  /// The entries, in order. Features without a name or a geometry are no places.
  /// - Parameters:
  ///   - kind: what the features are that do not say so themselves.
  ///   - choice: which properties hold what, where they are not called as usual.
  ///   - lost: gets the features that are no places.
  static func read(
    _ bytes: [UInt8], file: String, kind: PlaceKind, choice: ColumnChoice, lost: inout LostRows
  ) throws(GazetteerError) -> [Place] {
    let features = try features(bytes, file: file)
    let reader = FeatureFile(file: file, kind: kind, choice: choice)
    try reader.checkChoice(features)
    var seen: [String: Int] = [:]
    var places: [Place] = []
    for (number, feature) in features.enumerated() {
      if let place = reader.place(feature, seen: &seen) {
        places.append(place)
      } else {
        lost.add(reader.refusal(of: feature, number: number + 1))
      }
    }
    return places
  }

  static func features(_ bytes: [UInt8], file: String) throws(GazetteerError) -> [Feature] {
    do { return try GeoJSON.read(bytes, file: file) } catch { throw GazetteerError(error) }
  }

  /// - Throws: `GazetteerError` for a property that no feature has.
  private func checkChoice(_ features: [Feature]) throws(GazetteerError) {
    let country = choice.country.flatMap { ColumnChoice.countryCode($0) == nil ? $0 : nil }
    let kind = choice.kind.flatMap { PlaceKindNames.known($0) == nil ? $0 : nil }
    for name in [choice.name, country, kind, choice.governorate, choice.id].compactMap({ $0 }) + choice.alternates {
      try Self.check(name, features, file: file)
    }
  }

  /// - Throws: `GazetteerError` for a property that no feature has.
  static func check(_ name: String, _ features: [Feature], file: String) throws(GazetteerError) {
    guard !features.contains(where: { $0.properties[name] != nil }) else { return }
    let known = Set(features.flatMap(\.properties.keys)).sorted().joined(separator: ", ")
    throw GazetteerError(file: file, problem: "no feature has a property “\(name)” (they have: \(known))")
  }

  private func place(_ feature: Feature, seen: inout [String: Int]) -> Place? {
    let properties = feature.properties
    guard let name = properties[choice.name ?? "name"]?.string, let geometry = feature.geometry,
      let center = geometry.boundingBox?.center
    else { return nil }
    let code = properties["code"]?.string
    let stated = properties[choice.kind ?? "kind"]?.string.map(PlaceKindNames.kind(named:))
    let kind = stated ?? choice.kind.flatMap(PlaceKindNames.known) ?? kind
    var isPoint = false
    if case .point = geometry { isPoint = true }
    let country = properties[choice.country ?? "country"]?.string ?? choice.country.flatMap(ColumnChoice.countryCode)
    let governorate = kind == .governorate ? code : properties[choice.governorate ?? "governorate"]?.string
    return Place(
      id: identifier(feature, code: code) ?? Self.identifier(kind, name, within: governorate, seen: &seen), name: name,
      alternateNames: alternates(properties), coordinate: center,
      country: (kind == .country ? code : country) ?? "", governorateCode: governorate, kind: kind,
      population: properties["population"]?.number.map { Int($0) },
      source: choice.source ?? properties["source"]?.string ?? file, footprint: isPoint ? nil : geometry)
  }

  /// Why a feature is no place.
  private func refusal(of feature: Feature, number: Int) -> GazetteerError {
    let name = choice.name ?? "name"
    let lacks = feature.properties[name]?.string == nil ? "no “\(name)”" : "no geometry"
    return GazetteerError(file: file, problem: "feature \(number): \(lacks)")
  }

  private func alternates(_ properties: [String: JSON]) -> [String] {
    let names = choice.alternates.isEmpty ? ["alternate_names"] : choice.alternates
    return names.flatMap { name in
      properties[name]?.array?.compactMap(\.string) ?? properties[name]?.string.map(NameList.names) ?? []
    }
  }

  private func identifier(_ feature: Feature, code: String?) -> String? {
    let chosen = choice.id.flatMap { feature.properties[$0] }.flatMap {
      $0.string ?? ($0.number == nil ? nil : $0.text)
    }
    return (chosen ?? feature.id).map { ColumnChoice.qualified($0, source: choice.source ?? file) } ?? code
  }

  /// An identifier made of what the feature is: `district:IQ-AN:Al-Qaim`, with a number from the second one on.
  private static func identifier(
    _ kind: PlaceKind, _ name: String, within governorate: String?, seen: inout [String: Int]
  ) -> String {
    let id = [kind.rawValue, governorate, name].compactMap { $0 }.joined(separator: ":")
    seen[id, default: 0] += 1
    return seen[id] == 1 ? id : "\(id):\(seen[id] ?? 0)"
  }
}
