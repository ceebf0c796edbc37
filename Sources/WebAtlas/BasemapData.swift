import Cartography
import Formats
import Geo
import Incidents

/// The base of the interactive map: the countries with incidents and what lies around them.
struct BasemapData {
  /// A script that sets `Atlas.basemap`. It is a script and not JSON because a page opened from disk may not fetch.
  let script: [UInt8]

  /// Degrees around the countries that are shown.
  private static let marginDegrees = 1.5
  /// More towns than this are never labeled.
  private static let mostTowns = 500

  init(_ page: AtlasPage) {
    let box = Self.shownBox(page)
    func isShown(_ area: BoundingBox?) -> Bool { (area.flatMap { box?.intersects($0) }) ?? false }
    let basemap = page.basemap
    func areas(_ areas: [Basemap.Area]) -> JSON {
      .array(
        areas.filter { isShown($0.outline.boundingBox) }.map {
          ["code": .string($0.code), "name": .string($0.label), "area": CompactGeometry.json($0.outline)]
        })
    }
    let json: JSON = [
      "step": .number(CompactGeometry.stepDegrees), "countries": areas(basemap.countries),
      "governorates": areas(basemap.governorates),
      "lakes": .array(
        basemap.lakes.filter { isShown($0.outline.boundingBox) }.map {
          ["name": .string($0.name), "area": CompactGeometry.json($0.outline)]
        }),
      "rivers": .array(
        basemap.rivers.filter { isShown(BoundingBox($0.lines.flatMap(\.coordinates))) }.map {
          ["name": .string($0.name), "lines": CompactGeometry.json($0.lines)]
        }),
      "towns": .array(Self.towns(basemap.towns, in: box)),
    ]
    script =
      Array("window.Atlas = window.Atlas || {};\nAtlas.basemap = ".utf8) + json.lines(depth: 2).dropLast()
      + Array(";\n".utf8)
  }

  private static func towns(_ towns: [Basemap.Town], in box: BoundingBox?) -> [JSON] {
    let leading = towns.filter { box?.contains($0.coordinate) ?? false }
      .sorted { ($1.importance, $0.name) < ($0.importance, $1.name) }.prefix(mostTowns)
    return leading.map { town in
      [
        .string(town.name), .number(town.coordinate.longitude.rounded(toDecimals: 4)),
        .number(town.coordinate.latitude.rounded(toDecimals: 4)),
      ]
    }.map { JSON.array($0) }
  }

  /// Around the countries with incidents and all incidents; nil without any.
  private static func shownBox(_ page: AtlasPage) -> BoundingBox? {
    let codes = Set(page.report.records.compactMap { $0.location?.country })
    let countries = page.basemap.countries.filter { codes.contains($0.code) }.map(\.outline.boundingBox)
    let corners =
      countries.flatMap { [$0.southwest, $0.northeast] } + page.report.records.compactMap { $0.location?.coordinate }
    return BoundingBox(
      corners.flatMap { corner in
        [-marginDegrees, marginDegrees].map {
          Coordinate(
            wrappingLongitude: min(180, max(-180, corner.longitude + $0)), latitude: corner.latitude + $0)
        }
      })
  }
}
