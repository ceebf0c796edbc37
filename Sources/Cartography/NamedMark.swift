import Geo

/// A mark that several frames of a sheet may show. It is named once: in the frame that shows it largest, of those that
/// have room for the name.
enum NamedMark: Hashable {
  /// A symbol, by the places that it stands for.
  case symbol(Set<Coordinate>)
  /// A circle of uncertainty, by its place.
  case circle(name: String, radiusMeters: Double)

  init(_ symbol: MapSymbol) { self = .symbol(Set(symbol.places.map(\.coordinate))) }

  init(_ circle: UncertaintyCircle) { self = .circle(name: circle.name, radiusMeters: circle.radiusMeters) }
}

/// A frame that is to be drawn: the map itself, or an enlargement of a part of it.
struct FrameWindow {
  let viewport: Viewport
  /// Nil for the map.
  let letter: String?
  /// The parts that insets enlarge.
  let insets: [InsetExtent]

  /// The map, then its insets.
  static func windows(_ map: Viewport, _ insets: [Inset]) -> [FrameWindow] {
    ([(map, nil)] + insets.map { ($0.viewport, $0.letter) }).map { viewport, letter in
      FrameWindow(
        viewport: viewport, letter: letter,
        insets: insets.filter { $0.parent == letter }.map { $0.extent(on: viewport) })
    }
  }
}

extension [FrameWindow] {
  /// Draws each, those first that show the ground largest, as what they name needs no name in the others; what is drawn
  /// stands in the order of the windows.
  /// - Parameter draw: a frame of a window, with the marks that are named by now.
  func drawn<Frame, Failure: Error>(
    _ draw: (FrameWindow, inout Set<NamedMark>) throws(Failure) -> Frame
  ) throws(Failure) -> [Frame] {
    var named: Set<NamedMark> = []
    var frames: [Int: Frame] = [:]
    let scales = map(\.viewport.unitsPerMeter)
    for index in indices.sorted(by: { (-scales[$0], $0) < (-scales[$1], $1) }) {
      frames[index] = try draw(self[index], &named)
    }
    return indices.compactMap { frames[$0] }
  }
}
