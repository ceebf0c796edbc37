import Analysis
import Cartography
import Gazetteer
import Geo
import GeoEngine
import Incidents
import Publishing

/// A country or governorate with incidents.
private struct Area: Sendable {
  let region: MapRegion
  let path: AreaPath
  /// Its outline; nil when the gazetteers have none, and there can be no map.
  let outline: MultiPolygon?
  let records: [IncidentRecord]
}

/// The GeoJSON of each country and governorate with incidents, and its map where its outline is known; countries by
/// code, each followed by its governorates by code.
func areaFiles(_ records: [IncidentRecord], atlas: Atlas, sources: [String]) throws -> [OutputFile] {
  let basemap = atlas.basemap
  return try areas(of: records, atlas: atlas).concurrentMap { area in
    try files(of: area, records: records, basemap: basemap, sources: sources)
  }.flatMap(\.self)
}

private func files(
  of area: Area, records: [IncidentRecord], basemap: Basemap, sources: [String]
) throws -> [OutputFile] {
  let data = IncidentFiles.area(area.path, area.records)
  guard let outline = area.outline else { return [data] }
  let surface = try densitySurface(of: area.records, within: outline)
  let request = MapRequest(
    region: area.region, records: records, basemap: basemap, density: surface?.grid,
    bandwidth: surface?.bandwidth, sources: sources,
    placeCredits: area.records.compactMap(\.location?.source).flatMap(Attribution.lines))
  let map = OutputFile(path: area.path.path(extension: "svg"), bytes: Array(try IncidentMap(request).svg.utf8))
  return [data, map]
}

private func areas(of records: [IncidentRecord], atlas: Atlas) -> [Area] {
  // A position in no country that the gazetteers know has no map of its own.
  let byCountry = Dictionary(grouping: records.filter { $0.location?.country.isEmpty == false }) {
    $0.location?.country ?? ""
  }
  return byCountry.sorted { $0.key < $1.key }.flatMap { code, records in
    let country = atlas.country(code)
    let name = country?.name ?? code
    let whole = Area(
      region: .country(code), path: AreaPath(country: name), outline: outline(of: country), records: records)
    return [whole] + governorates(of: records, country: name, atlas: atlas)
  }
}

private func governorates(of records: [IncidentRecord], country: String, atlas: Atlas) -> [Area] {
  let byGovernorate = Dictionary(grouping: records) { $0.location?.governorate }
  let known = byGovernorate.compactMap { key, value in key.map { ($0, value) } }
  return known.sorted { $0.0.code < $1.0.code }.map { governorate, records in
    Area(
      region: .governorate(governorate.code), path: AreaPath(country: country, governorate: governorate.name),
      outline: outline(of: atlas.governorate(governorate.code)), records: records)
  }
}

private func outline(of place: Place?) -> MultiPolygon? {
  guard case .area(let outline) = place?.footprint else { return nil }
  return outline
}

/// Fewer incidents than this make no density worth the name.
private let fewestForDensity = 5

/// The density of the incidents at a point; nil when there are too few. Cells are a third of the bandwidth, which
/// draws a Gaussian smoothly.
private func densitySurface(
  of records: [IncidentRecord], within outline: MultiPolygon
) throws(EngineError) -> (grid: DensityGrid, bandwidth: Bandwidth)? {
  let points = records.compactMap(\.location).filter(\.isPointlike).map {
    WeightedCoordinate($0.coordinate, uncertaintyMeters: $0.uncertaintyMeters)
  }
  guard points.count >= fewestForDensity else { return nil }
  let bandwidth = try Bandwidth(for: points, within: outline)
  let grid = try density(
    of: points, within: outline, bandwidthMeters: bandwidth.meters, cellMeters: bandwidth.meters / 3)
  return (grid, bandwidth)
}
