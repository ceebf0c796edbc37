/// The room that a symbol takes, and has for its count.
extension MapSymbol {
  /// The box around it.
  var disk: Box { Box(center: center, width: 2 * radius, height: 2 * radius) }

  /// Boxes that cover the disk but not the corners around it.
  var obstacles: [Box] {
    let (long, short) = (2 * radius + 1, 1.5 * radius)
    return [
      Box(center: center, width: long, height: short), Box(center: center, width: short, height: long),
    ]
  }

  /// The radius of the white middle that the count needs; nil when it would not leave a ring to read, and for 1, which
  /// is not written.
  var holeRadius: Double? {
    guard counts.total > 1 else { return nil }
    let width = TextMetrics.width(of: String(counts.total), size: TypeSize.symbolCount)
    let height = TypeSize.symbolCount * TextMetrics.capHeight
    let needed = (width * width + height * height).squareRoot() / 2
    return radius - needed >= 1.5 ? max(needed, 0.58 * radius) : nil
  }

  /// Whether the count can be read in a frame that may cut the symbol.
  func showsCount(in frame: Box) -> Bool {
    holeRadius.map { frame.contains(Box(center: center, width: 2 * $0, height: 2 * $0)) } ?? false
  }

  /// Whether the count can be written inside.
  var holdsCount: Bool { holeRadius != nil }
}
