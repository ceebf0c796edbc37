import Geo

/// The circle in which incidents lie, on the sheet; equal ones are one, with their number.
struct ExtentCircle: Hashable {
  var center: PagePoint
  /// In sheet units.
  var radius: Double
  var radiusMeters: Double
  var count: Int

  var box: Box { Box(center: center, width: 2 * radius, height: 2 * radius) }

  /// More circles than this would be neither seen nor small to store.
  static let mostCircles = 1200

  /// So many circles that a map can hold them: when there are more, those whose centers and radii hardly differ are
  /// drawn as one that holds them all. What they count is added up.
  static func joined(_ circles: [ExtentCircle]) -> [ExtentCircle] {
    var (joined, step) = (circles, 1.0)
    while joined.count > mostCircles {
      joined = join(circles, step)
      step *= 1.5
    }
    return joined
  }

  private struct Key: Hashable {
    let column: Int
    let row: Int
    let size: Int
  }

  /// The first circle of those that begin in one square of that side grows by as much as keeps the others inside.
  private static func join(_ circles: [ExtentCircle], _ step: Double) -> [ExtentCircle] {
    var order: [Key] = []
    var joined: [Key: ExtentCircle] = [:]
    for circle in circles {
      let key = Key(
        column: Int((circle.center.x / step).rounded(.down)), row: Int((circle.center.y / step).rounded(.down)),
        size: Int((circle.radius / (3 * step)).rounded(.down)))
      if var known = joined[key] {
        known.count += circle.count
        known.radius = max(known.radius, circle.radius + (circle.center - known.center).length)
        joined[key] = known
      } else {
        order.append(key)
        joined[key] = circle
      }
    }
    return order.compactMap { joined[$0] }
  }
}

/// How well a position is known, in steps for a legend. Policy table.
enum ExtentClass: Int, CaseIterable {
  case finest, fine, middle, coarse, coarsest

  private var belowMeters: Double {
    switch self {
    case .finest: 1000
    case .fine: 3000
    case .middle: 10_000
    case .coarse: 30_000
    case .coarsest: .infinity
    }
  }

  init(radiusMeters: Double) {
    self = Self.allCases.first { radiusMeters < $0.belowMeters } ?? .coarsest
  }

  var label: String {
    switch self {
    case .finest: "known to less than 1 km"
    case .fine: "1 to 3 km"
    case .middle: "3 to 10 km"
    case .coarse: "10 to 30 km"
    case .coarsest: "30 km or more"
    }
  }

  /// The better known, the stronger. All have a contrast of 3:1 with the paper.
  func color(_ theme: Theme) -> String {
    let part = Double(rawValue) / Double(Self.allCases.count - 1)
    let lightness = theme == .light ? 0.36 + 0.25 * part : 0.9 - 0.26 * part
    return ColorRamp.hex(lightness: lightness, chroma: 0.14, hueDegrees: 290 + 145 * part)
  }
}
