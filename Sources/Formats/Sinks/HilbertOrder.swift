import Geo

/// Features in an order in which neighbors in the list are neighbors on the ground: what a packed R-tree is made of
/// (Kamel and Faloutsos, “Hilbert R-tree”, 1994).
public struct HilbertOrder {
  /// The box around a feature: west, south, east, north in degrees.
  public typealias Box = SIMD4<Double>

  /// The box of nothing: it meets no other, and joined with another is the other.
  public static let emptyBox = Box(.infinity, .infinity, -.infinity, -.infinity)

  /// The box around both.
  public static func union(_ a: Box, _ b: Box) -> Box {
    Box(lowHalf: pointwiseMin(a.lowHalf, b.lowHalf), highHalf: pointwiseMax(a.highHalf, b.highHalf))
  }

  /// The numbers of the boxes along a Hilbert curve over all of them, empty boxes last; those at one place on the curve
  /// by their numbers.
  public static func order(of boxes: [Box]) -> [UInt32] {
    let extent = boxes.reduce(emptyBox, union)
    let size = extent.highHalf - extent.lowHalf
    let scale = SIMD2(size.x > 0 ? 65_535 / size.x : 0, size.y > 0 ? 65_535 / size.y : 0)
    // Place on the curve and number in one word each: they sort as plain numbers.
    var keys = boxes.enumerated().map { number, box -> UInt64 in
      guard box.x <= box.z else { return UInt64(UInt32.max) << 32 | UInt64(number) }
      let center = ((box.lowHalf + box.highHalf) / 2 - extent.lowHalf) * scale
      return UInt64(distance(x: UInt32(center.x), y: UInt32(center.y))) << 32 | UInt64(number)
    }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }

  /// How far along the curve a cell of a square of 65,536 by 65,536 lies.
  static func distance(x: UInt32, y: UInt32) -> UInt32 {
    var (x, y) = (x, y)
    var distance: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side != 0 ? 1 : 0
      let upper: UInt32 = y & side != 0 ? 1 : 0
      distance = distance << 2 | (3 * right) ^ upper
      // The curve in this quarter is the whole one turned.
      if upper == 0 {
        if right == 1 { (x, y) = (65_535 - x, 65_535 - y) }
        swap(&x, &y)
      }
      side >>= 1
    }
    return distance
  }
}

extension Geometry {
  /// The box around it as it is written, with so many decimals of a degree.
  public func box(decimals: Int) -> HilbertOrder.Box {
    guard let box = boundingBox else { return HilbertOrder.emptyBox }
    let (low, high) = (
      box.southwest.rounded(toDecimals: decimals), box.northeast.rounded(toDecimals: decimals)
    )
    return HilbertOrder.Box(low.longitude, low.latitude, high.longitude, high.latitude)
  }
}
