import Analysis
import Incidents

/// How a map of its own shows the incidents.
public enum MapStyle: String, Hashable, Sendable, CaseIterable {
  /// A density surface.
  case heatmap
  /// A symbol at each place, its area in proportion.
  case symbols
  /// Governorates or districts, colored by class.
  case choropleth
  /// Hexagons of one area, colored by class.
  case hexagons
  /// The circle or area in which each incident lies.
  case uncertainty
}

/// What a map's marks stand for.
public enum MapValue: String, Hashable, Sendable, CaseIterable {
  /// The number of incidents.
  case incidents
  /// The number of people killed.
  case killed
  /// Incidents per 1,000 km² of an area.
  case incidentsPerArea = "incidents-per-area"
  /// People killed per 1,000 km² of an area.
  case killedPerArea = "killed-per-area"

  /// What is counted.
  public var quantity: Quantity {
    switch self {
    case .incidents, .incidentsPerArea: .incidents
    case .killed, .killedPerArea: .killed
    }
  }

  /// Whether it is divided by an area's size. Only a choropleth has areas to divide by.
  public var isRate: Bool { self == .incidentsPerArea || self == .killedPerArea }
}

extension Quantity {
  /// The plural noun, as a legend begins with it.
  var noun: String {
    switch self {
    case .incidents: "incidents"
    case .killed: "people killed"
    }
  }

  /// `1 incident`, `12 people killed`.
  func counted(_ count: Int) -> String {
    switch self {
    case .incidents: count == 1 ? "1 incident" : "\(count.grouped) incidents"
    case .killed: count == 1 ? "1 person killed" : "\(count.grouped) people killed"
    }
  }
}
