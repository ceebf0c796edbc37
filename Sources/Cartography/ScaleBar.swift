import Geo
import GeoEngine

/// A bar of a round length, right in the middle of its map.
public struct ScaleBar: Sendable {
  /// The length on the ground.
  public let meters: Double
  /// The length on the sheet.
  public let units: Double
  /// Where the bar and its text are.
  public let box: Box

  /// The length as the map prints it.
  public var label: String { Self.label(meters) }

  private static func label(_ meters: Double) -> String {
    meters >= 1000 ? "\(SVGNumber.text(meters / 1000)) km" : "\(SVGNumber.text(meters)) m"
  }

  private static let padding = 4.0
  private static let height = 20.0

  /// The longest round length that fits a quarter of the frame, in the first free corner of it. The bar is measured
  /// along the geodesic through the middle of the map, from west to east.
  init(_ viewport: Viewport, avoiding obstacles: [Box]) throws(EngineError) {
    let longest = viewport.frame.width / 4 / viewport.unitsPerMeter
    let length = Self.roundLengths.last { $0 <= longest } ?? 1
    guard let center = try viewport.projection.unproject([viewport.middle]).first else {
      preconditionFailure("one point gives one coordinate")
    }
    let ends = [270.0, 90].map {
      Geodesic.destination(from: center, bearingDegrees: $0, distanceMeters: length / 2)
    }
    let points = try viewport.page(ends)
    meters = length
    units = (points[1] - points[0]).length
    let labelWidth = TextMetrics.width(of: Self.label(length), size: TypeSize.measure)
    box = Self.box(units: max(units, labelWidth), in: viewport.frame, avoiding: obstacles)
  }

  /// Where the bar itself begins.
  var start: PagePoint {
    PagePoint(x: max(box.minX + Self.padding, box.center.x - units / 2 - Self.padding), y: box.maxY - Self.padding)
  }

  private static func box(units: Double, in frame: Box, avoiding obstacles: [Box]) -> Box {
    let (width, margin) = (units + 2 * padding + 8, 6.0)
    let (left, right) = (frame.minX + margin, frame.maxX - margin - width)
    let (top, bottom) = (frame.minY + margin, frame.maxY - margin - height)
    let corners = [(left, bottom), (right, bottom), (left, top), (right, top)].map {
      Box(x: $0, y: $1, width: width, height: height)
    }
    return corners.first { corner in !obstacles.contains { $0.overlaps(corner) } } ?? corners[0]
  }

  /// 1, 2 and 5 meters and their multiples by ten, up to the size of a continent.
  private static let roundLengths: [Double] = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap {
    [$0, 2 * $0, 5 * $0]
  }
}
