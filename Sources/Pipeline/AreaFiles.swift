import Analysis
import Cartography
import Formats
import Gazetteer
import Geo
import GeoEngine
import Incidents
import Publishing
import WebAtlas

/// A country or governorate with incidents.
private struct Area: Sendable {
  let region: MapRegion
  let name: String
  /// The name of the country it is or lies in.
  let country: String
  let path: AreaPath
  /// Its outline; nil when the gazetteers have none, and there can be no map.
  let outline: MultiPolygon?
  let records: [IncidentRecord]
}

/// What a run makes of a country or governorate: its GeoJSON, and where its outline is known its map and the table of what
/// the map shows.
struct AreaFiles: Sendable {
  let area: AtlasArea
  let data: OutputFile
  let table: OutputFile?

  var all: [OutputFile] { [data] + (area.map?.files ?? []) + [table].compactMap(\.self) }
}

/// The files of each country and governorate with incidents; countries by code, each followed by its governorates by
/// code.
/// - Parameter named: the same records as maps name their places.
func areaFiles(
  _ records: [IncidentRecord], named: [IncidentRecord], atlas: Atlas, sources: MapSources
) throws -> [AreaFiles] {
  let basemap = atlas.basemap
  return try areas(of: records, atlas: atlas).concurrentMap { (area) throws(any Error) in
    let drawn = try mapRequest(of: area, records: named, basemap: basemap, sources: sources)
      .map { try draw($0, path: area.path) }
    return AreaFiles(
      area: AtlasArea(
        region: area.region, name: area.name, country: area.country, path: area.path, map: drawn?.map,
        records: area.records),
      data: IncidentFiles.area(area.path, area.records), table: drawn?.table)
  }.map { try $0.get() }
}

/// A map with its narrow form, and the table of what it shows.
private func draw(_ request: MapRequest, path: AreaPath) throws -> (map: PrintedMap, table: OutputFile) {
  let map = try IncidentMap(request)
  let table = CSV.write(header: map.table.header, rows: map.table.rows)
  let printed = PrintedMap(
    sheet: OutputFile(path: path.path(extension: "svg"), bytes: Array(map.svg.utf8)),
    narrow: OutputFile(path: path.path(extension: "narrow.svg"), bytes: Array(try narrowMap(request).utf8)))
  return (printed, OutputFile(path: path.path(extension: "csv"), bytes: table))
}

/// The incidents as symbols, on a sheet as wide as a phone's screen.
private func narrowMap(_ request: MapRequest) throws -> String {
  var request = request
  request.records = request.records.filter(request.region.concerns)
  return try StyledMap(StyledMapRequest(map: request, style: .symbols, format: .narrow)).sheets[0]
}

private func mapRequest(
  of area: Area, records: [IncidentRecord], basemap: Basemap, sources: MapSources
) throws -> MapRequest? {
  guard let outline = area.outline else { return nil }
  let surface = try densitySurface(of: area.records, within: outline)
  return MapRequest(
    region: area.region, records: records, basemap: basemap, density: surface?.grid,
    bandwidth: surface?.bandwidth, sources: sources.lines(of: records.filter(area.region.concerns)),
    placeCredits: placeCredits(area.records))
}

private func areas(of records: [IncidentRecord], atlas: Atlas) -> [Area] {
  // A position in no country that the gazetteers know has no map of its own.
  let byCountry = Dictionary(grouping: records.filter { $0.location?.country.isEmpty == false }) {
    $0.location?.country ?? ""
  }
  return byCountry.sorted { $0.key < $1.key }.flatMap { code, records in
    let country = atlas.country(code)
    let name = country?.name ?? WorldCountryNames.english(code) ?? code
    let whole = Area(
      region: .country(code), name: name, country: name, path: AreaPath(country: name), outline: outline(of: country),
      records: records)
    return [whole] + governorates(of: records, country: name, atlas: atlas)
  }
}

private func governorates(of records: [IncidentRecord], country: String, atlas: Atlas) -> [Area] {
  let byGovernorate = Dictionary(grouping: records) { $0.location?.governorate }
  let known = byGovernorate.compactMap { key, value in key.map { ($0, value) } }
  return known.sorted { $0.0.code < $1.0.code }.map { governorate, records in
    Area(
      region: .governorate(governorate.code), name: governorate.name, country: country,
      path: AreaPath(country: country, governorate: governorate.name),
      outline: outline(of: atlas.governorate(governorate.code)), records: records)
  }
}

private func outline(of place: Place?) -> MultiPolygon? {
  guard case .area(let outline) = place?.footprint else { return nil }
  return outline
}

/// The density of the incidents at a point; nil when there are too few. Cells are a third of the bandwidth, which
/// draws a Gaussian smoothly.
private func densitySurface(
  of records: [IncidentRecord], within outline: MultiPolygon
) throws(EngineError) -> (grid: DensityGrid, bandwidth: Bandwidth)? {
  let points = records.compactMap(\.location).filter(\.isPointlike).map {
    WeightedCoordinate($0.coordinate, uncertaintyMeters: $0.uncertaintyMeters)
  }
  guard points.count >= fewestIncidentsForDensity else { return nil }
  let bandwidth = try Bandwidth(for: points, within: outline)
  let grid = try density(
    of: points, within: outline, bandwidthMeters: bandwidth.meters, cellMeters: bandwidth.meters / 3)
  return (grid, bandwidth)
}
