import Analysis
import Formats
import Incidents
import Pipeline
import Publishing

/// The incidents a query found, in each of the forms it can be printed in.
struct QueryAnswer {
  struct Hit {
    let record: IncidentRecord
    /// How far it is; nil when no radius was asked for.
    let distance: RadiusHit?
  }

  private let hits: [Hit]
  private let hasDistances: Bool

  init(_ hits: [Hit]) {
    self.hits = hits
    hasDistances = hits.contains { $0.distance != nil }
  }

  var geoJSON: [UInt8] { GeoJSON.write(features) }

  var csv: [UInt8] {
    IncidentTable.csv(
      features, extra: hasDistances ? IncidentFields.distance : [],
      columns: IncidentFields.columns(of: hits.map(\.record)))
  }

  var text: String {
    guard !hits.isEmpty else { return "No incidents." }
    var table = TextTable(columns: columns)
    table.rows = hits.map(row)
    let certain = hits.count { $0.distance?.certainty == .certain }
    let counts =
      hasDistances
      ? "\(counted(hits.count, "incident")): \(certain) certainly within the radius, \(hits.count - certain) possibly."
      : "\(counted(hits.count, "incident"))."
    return table.text + "\n\n" + counts
  }

  /// How many incidents there are.
  var count: Int { hits.count }

  /// What the features have in common.
  var layer: FeatureLayer {
    incidentLayer(hits.map(\.record), extra: hasDistances ? IncidentFields.distance : [])
  }

  var features: [Feature] {
    hits.map { hit in
      var feature = Feature(hit.record)
      if let distance = hit.distance {
        feature.properties["distance_m"] = .number(distance.distanceMeters.rounded(toDecimals: 3))
        feature.properties["bearing_deg"] = .number(distance.initialBearingDegrees.rounded(toDecimals: 1))
        feature.properties["within"] = .string(distance.certainty.rawValue)
      }
      return feature
    }
  }

  private var columns: [(title: String, alignment: TextTable.Alignment)] {
    let distance: [(title: String, alignment: TextTable.Alignment)] = [
      ("km", .right), ("± km", .right), ("within", .left),
    ]
    return (hasDistances ? distance : []) + [
      ("date", .left), ("assessment", .left), ("place", .left), ("matched", .left), ("killed", .right),
      ("injured", .right), ("line", .left),
    ]
  }

  private func row(_ hit: Hit) -> [String] {
    let record = hit.record
    let distance = hit.distance.map { distance in
      [
        kilometers(distance.distanceMeters), kilometers(record.location?.uncertaintyMeters ?? 0),
        distance.certainty.rawValue,
      ]
    }
    return (distance ?? []) + [
      record.date?.description ?? "–", record.assessment.rawValue, record.place ?? "–",
      record.location.map { location in
        [location.placeName, location.governorate?.name ?? location.country].filter { !$0.isEmpty }
          .joined(separator: ", ")
      } ?? "–",
      record.killed?.description ?? "–", record.injured?.description ?? "–", "\(record.document):\(record.line)",
    ]
  }

  private func kilometers(_ meters: Double) -> String {
    let tenths = Int((meters / 100).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
