import Geo
import Incidents

/// Says of many positions in which country and governorate they lie, and whether that is where a table states them to
/// be. What is found of a small cell of the ground is remembered, so that a million positions take about a second.
public struct PositionCheck: Sendable {
  /// Whether a position is in the area that is stated for it.
  public enum Agreement: Hashable, Sendable {
    /// No area is stated, or none that the gazetteer knows.
    case unknown
    /// It is in it.
    case inside
    /// It is outside, but not farther than its uncertainty and the difference of borders of different publishers.
    case beside
    /// It is elsewhere.
    case elsewhere
  }

  /// What is known of a position.
  public struct Finding: Hashable, Sendable {
    /// ISO 3166-1 alpha-2; nil outside of all countries that the gazetteer knows.
    public var country: String?
    /// The number of the governorate; nil outside of all.
    var governorateNumber: Int?
    /// Whether it is in the country that is stated.
    public var inCountry = Agreement.unknown
    /// Whether it is in the governorate that is stated.
    public var inGovernorate = Agreement.unknown
  }

  private struct Cell {
    var country: String?
    var governorate: Int?
    /// Whether no border runs through it.
    var isWhole: Bool
  }

  private struct Key: Hashable {
    var column: Int32
    var row: Int32
  }

  private struct AreaKey: Hashable {
    var cell: Key
    var area: Int
  }

  private static let degrees = 0.05
  /// More than half of the diagonal of a cell at the equator.
  private static let halfDiagonalMeters = 4_000.0

  private let resolver: Resolver
  private let outlines: AreaOutlines
  private var cells: [Key: Cell] = [:]
  private var governorateMeters: [AreaKey: Double] = [:]
  private var countryMeters: [AreaKey: Double] = [:]
  private var countryNumbers: [String: Int] = [:]
  private let governorateCountries: [String]

  /// A check against the boundaries of a gazetteer.
  public init(_ resolver: Resolver) {
    self.resolver = resolver
    outlines = resolver.onDemand.outlines(resolver)
    governorateCountries = resolver.governorates.places.map { resolver.index.places[$0].country }
  }

  /// The governorate of a finding.
  public func governorate(_ finding: Finding) -> Governorate? {
    finding.governorateNumber.map { resolver.governorates.governorates[$0] }
  }

  /// The probability that a position is the one meant: less for one that is elsewhere than stated.
  public func confidence(_ finding: Finding) -> Double {
    finding.inCountry == .elsewhere || finding.inGovernorate == .elsewhere
      ? resolver.weights.contradictedConfidence : resolver.weights.positionConfidence
  }

  /// What is known of a position.
  /// - Parameters:
  ///   - uncertaintyMeters: how far from it the true position may be.
  ///   - country: ISO 3166-1 alpha-2, as stated.
  ///   - governorate: ISO 3166-2, as stated.
  public mutating func find(
    _ position: Coordinate, uncertaintyMeters: Double, country: String?, governorate: String?
  ) -> Finding {
    let key = Self.key(position)
    let cell = cell(key)
    var finding = Finding(country: cell.country, governorateNumber: cell.governorate)
    if !cell.isWhole {
      finding.governorateNumber = resolver.governorates.number(containing: position)
      finding.country = countryFound(position, finding.governorateNumber)
    }
    let reach = resolver.weights.governorateMarginMeters + uncertaintyMeters
    if let country {
      finding.inCountry = agreement(finding.country == country, position, key, reach, country: country)
      // The outline of a country around the others may end where those need no more of it.
      if finding.inCountry == .elsewhere, finding.country == nil, resolver.hasOpenOutline(country) {
        finding.inCountry = .unknown
      }
    }
    if let stated = governorate.flatMap(resolver.governorates.number(ofCode:)) {
      finding.inGovernorate = agreement(finding.governorateNumber == stated, position, key, reach, governorate: stated)
    }
    return finding
  }

  /// Whether a position is in the areas that are stated.
  public func isIn(_ position: Coordinate, country: String?, governorate: String?) -> Bool {
    let found = resolver.governorates.number(containing: position)
    if let country, countryFound(position, found) != country { return false }
    if country == nil, governorate.flatMap(resolver.governorates.number(ofCode:)) != found { return false }
    return true
  }

  private func countryFound(_ position: Coordinate, _ governorate: Int?) -> String? {
    governorate.map { governorateCountries[$0] } ?? resolver.country(at: position)
  }

  private static func key(_ position: Coordinate) -> Key {
    Key(
      column: Int32((position.longitude / degrees).rounded(.down)),
      row: Int32((position.latitude / degrees).rounded(.down)))
  }

  private static func center(_ key: Key) -> Coordinate {
    Coordinate(
      wrappingLongitude: (Double(key.column) + 0.5) * degrees, latitude: (Double(key.row) + 0.5) * degrees)
  }

  private mutating func cell(_ key: Key) -> Cell {
    if let known = cells[key] { return known }
    let center = Self.center(key)
    let governorate = resolver.governorates.number(containing: center)
    let cell = Cell(
      country: countryFound(center, governorate), governorate: governorate,
      isWhole: outlines.meters(from: center, limit: Self.halfDiagonalMeters) >= Self.halfDiagonalMeters)
    cells[key] = cell
    return cell
  }

  private mutating func agreement(
    _ isInside: Bool, _ position: Coordinate, _ key: Key, _ reach: Double, governorate: Int
  ) -> Agreement {
    if isInside { return .inside }
    let area = AreaKey(cell: key, area: governorate)
    let numbers = outlines.ofGovernorate[governorate] ?? []
    return Self.isWithin(reach, outlines, numbers, position, key, &governorateMeters[area]) ? .beside : .elsewhere
  }

  private mutating func agreement(
    _ isInside: Bool, _ position: Coordinate, _ key: Key, _ reach: Double, country: String
  ) -> Agreement {
    if isInside { return .inside }
    guard let numbers = outlines.ofCountry[country] else { return .unknown }
    let number = countryNumbers[country, default: countryNumbers.count]
    countryNumbers[country] = number
    let area = AreaKey(cell: key, area: number)
    return Self.isWithin(reach, outlines, numbers, position, key, &countryMeters[area]) ? .beside : .elsewhere
  }

  /// Whether outlines are within reach of a position: by the distance of the middle of its cell, where that decides.
  private static func isWithin(
    _ reach: Double, _ outlines: AreaOutlines, _ numbers: [Int], _ position: Coordinate, _ key: Key,
    _ remembered: inout Double?
  ) -> Bool {
    let meters = remembered ?? outlines.meters(from: center(key), to: numbers, limit: farMeters)
    remembered = meters
    if meters > reach + halfDiagonalMeters { return false }
    if meters < reach - halfDiagonalMeters { return true }
    return outlines.meters(from: position, to: numbers, limit: reach) < reach
  }

  /// No uncertainty reaches farther.
  private static let farMeters = 2_000_000.0
}
