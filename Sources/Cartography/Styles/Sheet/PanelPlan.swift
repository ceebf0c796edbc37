/// Where the small maps of a time series stand: on as few pages as frames of a legible size allow, spread evenly over
/// these, and then as large as a page has room for.
struct PanelPlan {
  /// The frames of each sheet, in order, each below its title.
  let sheets: [[Box]]

  /// Where frames may stand, on each sheet.
  struct Room {
    let top: Double
    let width: Double
    let height: Double
    /// Whether maps that have no room are to stay on the sheet.
    var isEndless = false
  }

  private static let titleHeight = 24.0
  private static let gap = 10.0
  /// A map narrower than this shows nothing.
  private static let narrowest = 104.0
  private static let preferredWidth = 168.0

  /// Small maps of a region so high for its width. A row has its place even where there is no room for it.
  init(count: Int, aspect: Double, in room: Room) {
    func columns(ofWidth width: Double) -> Double { (room.width + Self.gap) / (width + Self.gap) }
    let most = max(1, Int(columns(ofWidth: Self.narrowest)))
    let fewest = min(most, max(1, Int(columns(ofWidth: Self.preferredWidth).rounded())))
    let capacity = room.isEndless ? count : most * max(1, Grid(columns: most, aspect: aspect, room).rowsWithRoom)
    let onEach = count.divided(by: count.divided(by: capacity))
    // Five are better three and two than four and one.
    let grids = (fewest...most).flatMap { columns in
      [onEach.divided(by: onEach.divided(by: columns)), columns].map { Grid(columns: $0, aspect: aspect, room) }
    }
    let grid =
      grids.first { onEach.divided(by: $0.columns) <= $0.rowsWithRoom }
      ?? Grid(columns: most, aspect: aspect, room)
    sheets = stride(from: 0, to: count, by: onEach).map { first in (0..<min(onEach, count - first)).map(grid.frame) }
  }

  /// Frames of one size in columns.
  private struct Grid {
    let columns: Int
    private let room: Room
    private let width: Double
    private let height: Double

    init(columns: Int, aspect: Double, _ room: Room) {
      (self.columns, self.room) = (columns, room)
      width = (room.width - Double(columns - 1) * gap) / Double(columns)
      height = width * min(max(aspect, 0.6), 1.35)
    }

    private var pitch: Double { height + titleHeight + gap }

    var rowsWithRoom: Int { max(0, Int((room.height + gap) / pitch)) }

    func frame(_ number: Int) -> Box {
      Box(
        x: MapSheet.margin + Double(number % columns) * (width + gap),
        y: room.top + Double(number / columns) * pitch + titleHeight, width: width, height: height)
    }
  }
}

extension Int {
  /// How many groups of so many hold them all.
  fileprivate func divided(by size: Int) -> Int { (self + size - 1) / size }
}
