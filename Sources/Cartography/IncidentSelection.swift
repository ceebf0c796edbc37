import Analysis
import Geo
import Incidents

/// Incidents at one and the same coordinate, or the people killed in them.
struct Spot {
  let coordinate: Coordinate
  /// The name of the place; where several share the coordinate, that of the most important town, else of most incidents.
  let name: String
  /// That of the town of the name; 0 where the base has none.
  let importance: Double
  let governorate: Governorate?
  let counts: AssessmentCounts
  /// Those of them that may well be elsewhere.
  let unsureCounts: AssessmentCounts
  /// Whether the coordinate is a town's center that several incidents share: it stands for the town, not for a place in
  /// it.
  let isGeneric: Bool
  /// Its incidents as a density counts them: one for each radius of uncertainty, smallest first.
  let weighted: [WeightedCoordinate]

  /// The different radii of uncertainty, smallest first.
  var uncertaintiesMeters: [Double] { weighted.map(\.uncertaintyMeters) }

  /// An incident at a point that adds something to what is counted: far less than its record.
  struct Member {
    /// Its number among the records.
    let index: Int
    let coordinate: Coordinate
    let uncertaintyMeters: Double
    let assessment: Assessment
    /// What it adds.
    let count: Int
    let isSure: Bool
    let isTown: Bool

    /// Nil for one that is at no point, or adds nothing.
    fileprivate init?(_ record: IncidentRecord, index: Int, counting quantity: Quantity) {
      guard let count = quantity.count(record), count > 0, let location = record.location, location.isPointlike else {
        return nil
      }
      self.index = index
      self.count = count
      coordinate = location.coordinate
      uncertaintyMeters = location.uncertaintyMeters
      assessment = record.assessment
      isSure = location.isSure
      isTown = location.precision == .town
    }
  }

  /// - Parameter members: one or more of the records, at one coordinate.
  fileprivate init(_ members: ArraySlice<Member>, of records: Span<IncidentRecord>, towns: TownNames) {
    let first = members[members.startIndex]
    coordinate = first.coordinate
    governorate = records[first.index].location?.governorate
    var names: [String] = []
    for member in members { names.append(records[member.index].location?.placeName ?? "") }
    (name, importance) = Self.leading(names, at: first.coordinate, towns)
    (counts, unsureCounts) = members.reduce(into: (AssessmentCounts(), AssessmentCounts())) { sums, member in
      sums.0[member.assessment] += member.count
      if !member.isSure { sums.1[member.assessment] += member.count }
    }
    weighted = members.map(\.uncertaintyMeters).sorted().reduce(into: []) { weighted, radius in
      if weighted.last?.uncertaintyMeters == radius {
        weighted[weighted.count - 1].weight += 1
      } else {
        weighted.append(WeightedCoordinate(first.coordinate, uncertaintyMeters: radius))
      }
    }
    isGeneric = members.count > 1 && members.contains(where: \.isTown)
  }

  /// Of names that are as important and as frequent, the first in the alphabet.
  private static func leading(
    _ names: [String], at coordinate: Coordinate, _ towns: TownNames
  ) -> (name: String, importance: Double) {
    if names.dropFirst().allSatisfy({ $0 == names[0] }) {
      return (names[0], towns.importance(of: names[0], at: coordinate))
    }
    let tally = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    let ranked = tally.map { (name: $0, count: $1, importance: towns.importance(of: $0, at: coordinate)) }
    let leading = ranked.min { ($1.importance, $1.count, $0.name) < ($0.importance, $0.count, $1.name) }
    return (leading?.name ?? "", leading?.importance ?? 0)
  }
}

/// Incidents known only to lie in one area or along one line.
struct SpreadIncidents {
  let name: String
  let governorate: Governorate?
  let counts: AssessmentCounts
  /// The area or line; nil when the gazetteer has none.
  let footprint: Geometry?
  /// The finest precision among them.
  let precision: Precision

  /// The name, with the governorate that a river or district is in.
  var fullName: String {
    guard let governorate, governorate.name != name else { return name }
    return "\(name.isolated) (\(governorate.name))"
  }

  var isLine: Bool {
    if case .lines = footprint { true } else { false }
  }
}

/// The incidents of a region, by how they can be drawn. Every one is in exactly one of the lists, unless it adds nothing
/// to what is counted: then it is in none.
struct IncidentSelection {
  /// All whose place lies in the region.
  let records: [IncidentRecord]
  /// What they add up to.
  let tally: IncidentTally
  /// What they may be called.
  let subject: IncidentSubject
  /// At a point: most incidents first.
  let spots: [Spot]
  /// In an area or along a line: most incidents first.
  let spread: [SpreadIncidents]
  /// The incidents that are drawn nowhere, but belong here: the text states this country, or their likeliest place lies
  /// in this governorate.
  let unmapped: [IncidentRecord]

  /// - Parameter towns: those of the base.
  init(
    _ all: [IncidentRecord], in region: MapRegion, counting quantity: Quantity = .incidents,
    towns: TownNames = TownNames([])
  ) {
    let records = all.kept(where: region.contains)
    self.records = records
    tally = IncidentTally(records)
    subject = IncidentSubject(records)
    unmapped = all.kept { $0.location == nil && region.mayContain($0) }
    let others = records.kept { !($0.location?.isPointlike ?? true) && quantity.count($0) ?? 0 > 0 }
    spots = Self.spots(records.span, counting: quantity, towns: towns)
    // Two areas may have one name: a district and its governorate.
    spread = Dictionary(grouping: others) { $0.location?.placeID ?? "" }
      .compactMap { id, records in Self.spread(records, counting: quantity).map { (id, $0) } }
      .sorted { (-$0.1.counts.total, $0.1.name, $0.0) < (-$1.1.counts.total, $1.1.name, $1.0) }
      .map(\.1)
  }

  var unmappedCount: Int { unmapped.count }

  /// The number of incidents at a point that may well be elsewhere.
  var unsureCount: Int { spots.reduce(0) { $0 + $1.unsureCounts.total } }

  var spreadCount: Int { spread.reduce(0) { $0 + $1.counts.total } }

  var pointlikeCount: Int { spots.reduce(0) { $0 + $1.counts.total } }

  /// The median radius of uncertainty of the spots, in meters; 0 without spots.
  var typicalUncertaintyMeters: Double {
    let sorted = spots.compactMap(\.weighted.last?.uncertaintyMeters).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// Most incidents first, then from west to east and south to north.
  private static func spots(
    _ records: Span<IncidentRecord>, counting quantity: Quantity, towns: TownNames
  ) -> [Spot] {
    var members: [Spot.Member] = []
    for index in records.indices {
      if let member = Spot.Member(records[index], index: index, counting: quantity) { members.append(member) }
    }
    let runs = members.sortedRuns {
      ($0.coordinate.longitude, $0.coordinate.latitude) < ($1.coordinate.longitude, $1.coordinate.latitude)
    }
    let counted = runs.map { (members: $0, total: $0.reduce(0) { $0 + $1.count }) }
    var spots: [Spot] = []
    spots.reserveCapacity(counted.count)
    // The sort is stable: those of as many stay in the order of their coordinates.
    for run in counted.sorted(by: { $0.total > $1.total }) {
      spots.append(Spot(run.members, of: records, towns: towns))
    }
    return spots
  }

  private static func spread(_ records: [IncidentRecord], counting quantity: Quantity) -> SpreadIncidents? {
    guard let location = records.first?.location else { return nil }
    return SpreadIncidents(
      name: location.placeName, governorate: location.governorate,
      counts: AssessmentCounts(records, counting: quantity),
      footprint: location.footprint, precision: location.precision)
  }
}

extension MapRegion {
  /// Whether the incident lies in the region, or belongs to it without a usable place.
  @inlinable public func concerns(_ record: IncidentRecord) -> Bool {
    record.location == nil ? mayContain(record) : contains(record)
  }

  /// Whether an incident without a usable place belongs to the region all the same.
  @usableFromInline func mayContain(_ record: IncidentRecord) -> Bool {
    switch self {
    case .country(let code): record.country == code
    case .governorate: record.places.first?.location.map(contains) ?? false
    }
  }

  /// Whether the map of the region shows the incident's place.
  @inlinable package func contains(_ record: IncidentRecord) -> Bool {
    switch self {
    case .country(let code): record.location?.country == code
    case .governorate(let code): record.location?.governorate?.code == code
    }
  }

  /// Whether the map of the region shows the place.
  func contains(_ location: Location) -> Bool {
    switch self {
    case .country(let code): location.country == code
    case .governorate(let code): location.governorate?.code == code
    }
  }
}
