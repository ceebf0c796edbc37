import Formats
import Geo
import GeoEngine
import Incidents

/// How the boundaries of a file are called: those of the United Nations name the properties by level.
public struct BoundaryChoice: Hashable, Sendable {
  /// 0 countries, 1 governorates, 2 and more districts.
  public var level: Int
  /// The property with the name.
  public var name: String
  /// The property with the code: a P-code.
  public var code: String
  /// The country, as a property or a code; nil takes the two letters that P-codes begin with.
  public var country: String?
  /// Properties with other names.
  public var alternates: [String]
  /// What the source is called; the file's name unless given.
  public var source: String?

  /// A choice.
  public init(
    level: Int, name: String, code: String, country: String? = nil, alternates: [String] = [], source: String? = nil
  ) {
    self.level = level
    self.name = name
    self.code = code
    self.country = country
    self.alternates = alternates
    self.source = source
  }
}

/// A GeoJSON file of administrative areas with names and P-codes, such as the common operational boundaries of the United
/// Nations. An area that is known already gets its known identifier beside its own, so that it is one place with it; a
/// governorate keeps the ISO 3166-2 code it is known by, and has its P-code for a code where it is not known.
struct BoundaryFile {
  private let file: String
  private let choice: BoundaryChoice

  /// The areas, in order.
  /// - Parameter known: areas of the same kind that are known already.
  /// - Throws: `GazetteerError` for a feature without a name, a code or an area.
  static func read(
    _ bytes: [UInt8], file: String, choice: BoundaryChoice, known: [Place]
  ) throws(GazetteerError) -> [Place] {
    let reader = BoundaryFile(file: file, choice: choice)
    let features = try FeatureFile.features(bytes, file: file)
    for name in [choice.name, choice.code] + choice.alternates { try FeatureFile.check(name, features, file: file) }
    let candidates = known.filter { $0.kind == reader.kind }.compactMap(AreaTwins.Known.init)
    let twins = AreaTwins(candidates)
    var places: [Place] = []
    for (number, feature) in features.enumerated() {
      var place = try reader.place(feature, number: number + 1)
      if let twin = try reader.twin(of: place, in: twins) {
        place.otherIDs = ([twin.id] + twin.otherIDs).filter { $0 != place.id }
        if reader.kind == .governorate { place.governorateCode = twin.governorateCode ?? place.governorateCode }
      }
      places.append(place)
    }
    return places
  }

  /// What the features are.
  private var kind: PlaceKind {
    switch choice.level {
    case 0: .country
    case 1: .governorate
    default: .district
    }
  }

  private func place(_ feature: Feature, number: Int) throws(GazetteerError) -> Place {
    func refusal(_ problem: String) -> GazetteerError {
      GazetteerError(file: file, problem: "feature \(number): \(problem)")
    }
    let properties = feature.properties
    guard let name = properties[choice.name]?.string else { throw refusal("no “\(choice.name)”") }
    guard let code = properties[choice.code]?.string, !code.isEmpty else { throw refusal("no “\(choice.code)”") }
    guard case .area(let area)? = feature.geometry else { throw refusal("its geometry is no area") }
    let stated = choice.country.flatMap { properties[$0]?.string ?? ColumnChoice.countryCode($0) }
    guard let country = stated ?? ColumnChoice.countryCode(String(code.prefix(2))) else {
      throw refusal("“\(code)” does not begin with a country's two letters; state it with --country")
    }
    let alternates = choice.alternates.flatMap { properties[$0]?.string.map(NameList.names) ?? [] }
    return Place(
      id: kind == .country ? country : PlaceCode.identifier(pCode: code), name: name,
      alternateNames: alternates.filter { $0 != name },
      coordinate: area.boundingBox.center, country: country.uppercased(),
      governorateCode: kind == .governorate ? code : nil, kind: kind, source: choice.source ?? file,
      footprint: .area(area))
  }

  private func twin(of place: Place, in twins: AreaTwins) throws(GazetteerError) -> Place? {
    do { return try twins.twin(of: place) } catch {
      throw GazetteerError(file: file, problem: "the area of \(place.name) cannot be used: \(error)")
    }
  }
}

extension GazetteerImport {
  /// Takes administrative boundaries.
  /// - Parameter known: the areas that are known already, beside those of the file that is added to.
  /// - Throws: `GazetteerError` for a feature without a name, a code or an area.
  public mutating func addBoundaries(
    _ bytes: [UInt8], file: String, choice: BoundaryChoice, known: [Place], note: SourceNote
  ) throws(GazetteerError) {
    try add(
      BoundaryFile.read(bytes, file: file, choice: choice, known: known + earlierAreas), note: note)
  }
}
