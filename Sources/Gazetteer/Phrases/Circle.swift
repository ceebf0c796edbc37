import Formats
import Foundation
import Geo
import GeoEngine
import Incidents

/// A position that is no entry of a gazetteer: a point with the radius of its uncertainty.
struct Circle: Hashable {
  var center: Coordinate
  var radiusMeters: Double

  /// The circle as an area, when it is too wide to be drawn as a point.
  var footprint: Geometry? {
    guard [.district, .governorate, .country].contains(Precision(uncertaintyMeters: radiusMeters)) else { return nil }
    return .area(MultiPolygon([Geodesic.circle(around: center, radiusMeters: radiusMeters)]))
  }

  /// `geo:35.95,39.01;u=1200` (RFC 5870): latitude first, the uncertainty in meters.
  var uri: String {
    func degrees(_ value: Double) -> String { String(format: "%.6f", value) }
    return "geo:\(degrees(center.latitude)),\(degrees(center.longitude));u=\(Int(radiusMeters.rounded(.up)))"
  }
}

extension Resolver {
  /// The match of a position that is no entry, and what it must be flagged with. Its governorate is the one of the
  /// center; a circle that reaches into others is never sure of it.
  /// - Parameter assumed: the country it is in where no outline says so, if that one's need not: the stated country.
  func match(
    _ circle: Circle, name: String, matchedName: String, footprint: Geometry? = nil, how: MatchKind,
    assumedCountry assumed: String?, confidence: Double, because: [String]
  ) -> (match: Match, flags: [ResolutionFlag]) {
    let governorate = governorates.number(containing: circle.center)
    let country = country(at: circle.center)
    let assumed = country == nil ? assumed.flatMap { hasOpenOutline($0) ? $0 : nil } : nil
    let isAcross = governorate.map { reachesBeyond($0, circle) } ?? false
    let precision = Precision(uncertaintyMeters: circle.radiusMeters)
    let match = Match(
      placeID: circle.uri, placeName: name, matchedName: matchedName, kind: precision == .site ? .site : .area,
      country: country ?? assumed ?? "", governorate: governorate.map { governorates.governorates[$0] },
      coordinate: circle.center.rounded(toDecimals: 6), uncertaintyMeters: circle.radiusMeters,
      footprint: footprint ?? circle.footprint,
      precision: precision, how: how,
      confidence: isAcross ? min(confidence, weights.acrossGovernoratesConfidence) : confidence,
      because: because + (isAcross ? ["its circle reaches into other governorates"] : [])
        + (assumed.map { ["it lies in no outline that is known here, and is taken to be in \($0)"] } ?? []))
    return (match, (match.footprint == nil ? [] : [.notAPoint]) + (isAcross ? [.acrossGovernorates] : []))
  }

  /// ISO 3166-1 alpha-2 of the country a position lies in: the one of its governorate, else by the outlines of countries.
  func country(at coordinate: Coordinate) -> String? {
    if let governorate = governorates.number(containing: coordinate) {
      return index.text(.country, of: governorates.places[governorate])
    }
    return countries.areas(containing: coordinate).first.map { index.text(.country, of: $0) }
  }

  /// Whether a country may reach beyond its outline as it is known here: there is none, or it is that of a neighbor,
  /// without governorates, which ends where maps of the others need no more of it.
  func hasOpenOutline(_ country: String) -> Bool { !governorates.areKnown(in: country) }

  /// Whether a tenth or more of a circle lies outside of a governorate, as found at 24 positions in it.
  private func reachesBeyond(_ governorate: Int, _ circle: Circle) -> Bool {
    let outside = stride(from: 0.0, to: 360, by: 45).reduce(0) { count, bearing in
      count
        + [0.4, 0.7, 0.95].count { share in
          let probe = Geodesic.destination(
            from: circle.center, bearingDegrees: bearing, distanceMeters: share * circle.radiusMeters)
          return governorates.number(containing: probe) != governorate
        }
    }
    return Double(outside) > 2.4
  }
}
