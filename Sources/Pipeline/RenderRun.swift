import Analysis
import Cartography
import Gazetteer
import Geo
import GeoEngine
import Incidents

/// What a single map is to show, and how.
public struct RenderParameters: Sendable {
  /// The region.
  public var region: MapRegion
  /// The style.
  public var style: MapStyle
  /// What the marks stand for.
  public var value: MapValue
  /// How classes are chosen.
  public var classes: ClassMethod
  /// One small map for each such step.
  public var smallMultiples: TimeStep?
  /// The paper.
  public var format: SheetFormat
  /// The script of the names on the base.
  public var labels: LabelScript

  /// What a map is to show.
  public init(
    region: MapRegion, style: MapStyle, value: MapValue = .incidents, classes: ClassMethod = .jenks,
    smallMultiples: TimeStep? = nil, format: SheetFormat = .standard, labels: LabelScript = .latin
  ) {
    self.region = region
    self.style = style
    self.value = value
    self.classes = classes
    self.smallMultiples = smallMultiples
    self.format = format
    self.labels = labels
  }
}

/// Draws a single map of incidents of an earlier run.
/// - Parameters:
///   - records: all incidents; the map takes those of its region that the filter lets through.
///   - filter: what is asked for.
///   - resolver: the gazetteers, for the base of the map.
/// - Throws: `CartographyError` when there is no such map.
public func renderMap(
  _ records: consuming [IncidentRecord], filter: IncidentFilter, resolver: Resolver, parameters: RenderParameters
) throws(CartographyError) -> StyledMap {
  let records = withOnePositionForEachPlace(consume records)
  let concerned = records.kept(where: parameters.region.concerns)
  let (found, undated) = filter.apply(to: concerned)
  let leftOut = StyledMapRequest.LeftOut(count: concerned.count - found.count, undated: undated)
  let sources = sourceLines(found, of: records)
  // The last use of the records under their own names, so that only those are touched that get another.
  let ours = parameters.labels.naming(found, resolver)
  let atlas = Atlas(resolver, script: parameters.labels, hasDistricts: parameters.style == .choropleth)
  let map = MapRequest(
    region: parameters.region, records: ours, basemap: atlas.basemap, sources: sources,
    placeCredits: placeCredits(ours))
  return try StyledMap(
    StyledMapRequest(
      map: map, style: parameters.style, value: parameters.value, classes: parameters.classes, from: filter.from,
      through: filter.through, smallMultiples: parameters.smallMultiples, format: parameters.format,
      assessments: filter.assessments, leftOut: leftOut))
}

/// The records with one position for each gazetteer entry: that of the record that knows it best. A file rounds a
/// position to what its uncertainty is worth, so that one place comes back from it at several positions.
private func withOnePositionForEachPlace(_ records: consuming [IncidentRecord]) -> [IncidentRecord] {
  for (index, coordinate) in movesToFinestPositions(records) { records[index].location?.coordinate = coordinate }
  return records
}

/// The numbers of the records that are to be moved, and where to.
private func movesToFinestPositions(_ records: [IncidentRecord]) -> [(index: Int, to: Coordinate)] {
  let all = records.span
  var finest: [String: (coordinate: Coordinate, uncertaintyMeters: Double)] = [:]
  for index in all.indices where all[index].location?.isPointlike ?? false {
    guard let coordinate = all[index].location?.coordinate, let placeID = all[index].location?.placeID,
      let uncertaintyMeters = all[index].location?.uncertaintyMeters, !placeID.isEmpty
    else { continue }
    if let known = finest[placeID], known.uncertaintyMeters <= uncertaintyMeters { continue }
    finest[placeID] = (coordinate, uncertaintyMeters)
  }
  var moves: [(Int, Coordinate)] = []
  for index in all.indices {
    guard let coordinate = all[index].location?.coordinate, let placeID = all[index].location?.placeID,
      let uncertaintyMeters = all[index].location?.uncertaintyMeters, let best = finest[placeID]?.coordinate,
      best != coordinate, Geodesic.isWithin(uncertaintyMeters, from: coordinate, to: best)
    else { continue }
    moves.append((index, best))
  }
  return moves
}

/// The documents of the incidents and who reported them: `release.txt (27 incidents, via Airwars report 24, …)`.
/// Without any, the documents that have none here.
private func sourceLines(_ records: [IncidentRecord], of all: [IncidentRecord]) -> [String] {
  guard !records.isEmpty else { return Set(all.map(\.document)).sorted().map { "\($0) (no such incidents)" } }
  var documents: [String: (incidents: Int, reporters: [String: Int])] = [:]
  let all = records.span
  for index in all.indices {
    let document = all[index].document
    documents[document, default: (0, [:])].incidents += 1
    for source in all[index].sources { documents[document]?.reporters[source, default: 0] += 1 }
  }
  return documents.sorted { $0.key < $1.key }.map { document, found in
    let reporters = found.reporters.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let leading = reporters.prefix(4).map { "\($0.key) \($0.value.grouped)" } + (reporters.count > 4 ? ["others"] : [])
    let count = "\(found.incidents.grouped) incident\(found.incidents == 1 ? "" : "s")"
    return
      "\(document) (\(([count] + (leading.isEmpty ? [] : ["via " + leading.joined(separator: ", ")])).joined(separator: ", ")))"
  }
}
