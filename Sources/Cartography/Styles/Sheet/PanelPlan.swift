/// Where the map or the small maps of a sheet stand.
struct PanelPlan {
  /// The frames, in order, each below its title where there are several.
  let frames: [Box]
  /// The lower edge of the last.
  let bottom: Double

  static let titleHeight = 24.0
  private static let gap = 10.0
  /// A map narrower than this shows nothing.
  private static let narrowest = 104.0
  private static let preferredWidth = 168.0

  /// Small maps of a region so high for its width, in rows.
  init(count: Int, aspect: Double, top: Double, contentWidth: Double) {
    let most = max(1, Int((contentWidth + Self.gap) / (Self.narrowest + Self.gap)))
    let wanted = Int(((contentWidth + Self.gap) / (Self.preferredWidth + Self.gap)).rounded())
    let columns = max(1, min(count, most, max(wanted, wanted + (count > 16 ? 1 : 0) + (count > 30 ? 1 : 0))))
    let width = (contentWidth - Double(columns - 1) * Self.gap) / Double(columns)
    let height = width * min(max(aspect, 0.6), 1.35)
    frames = (0..<count).map { number in
      Box(
        x: MapSheet.margin + Double(number % columns) * (width + Self.gap),
        y: top + Double(number / columns) * (height + Self.titleHeight + Self.gap) + Self.titleHeight, width: width,
        height: height)
    }
    bottom = frames.last?.maxY ?? top
  }
}
