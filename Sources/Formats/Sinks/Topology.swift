import Geo

/// The arcs that lines and areas are made of: each is cut where neighbors meet or part, and what two of them share is
/// kept once (after M. Bostock, “How to Infer Topology”, 2013).
struct Topology {
  /// A line or a ring, of those that were added.
  private struct Path {
    var positions: [Coordinate]
    let isRing: Bool
  }

  /// What a geometry is made of: the numbers of its paths, nested as its type asks.
  enum Shape {
    case path(Int)
    case several([Shape])
  }

  /// The arcs, and of which of them each path consists.
  struct Arcs {
    fileprivate(set) var positions: [[Coordinate]] = []
    /// For each path its arcs by number; the ones' complement of a number is that arc backward.
    fileprivate var ofPath: [[Int]] = []

    func json(of shape: Shape) -> JSON {
      switch shape {
      case .path(let number): .array(ofPath[number].map { .number(Double($0)) })
      case .several(let shapes): .array(shapes.map(json))
      }
    }
  }

  private var paths: [Path] = []

  /// Adds a line or an area. Its positions are rounded to so many decimals of a degree.
  mutating func add(_ geometry: Geometry, decimals: Int) -> Shape {
    func path(_ coordinates: [Coordinate], isRing: Bool) -> Shape {
      paths.append(Path(positions: coordinates.map { $0.rounded(toDecimals: decimals) }, isRing: isRing))
      return .path(paths.count - 1)
    }
    func rings(_ polygon: Polygon) -> Shape { .several(polygon.rings.map { path($0.coordinates, isRing: true) }) }
    switch geometry {
    case .point(let coordinate): return path([coordinate], isRing: false)
    case .lines(let lines) where lines.count == 1: return path(lines[0].coordinates, isRing: false)
    case .lines(let lines): return .several(lines.map { path($0.coordinates, isRing: false) })
    case .area(let area) where area.polygons.count == 1: return rings(area.polygons[0])
    case .area(let area): return .several(area.polygons.map(rings))
    }
  }

  /// Cuts the paths into arcs.
  func cut() -> Arcs {
    let junctions = junctions()
    var arcs = Arcs()
    var known: [[Coordinate]: Int] = [:]
    for path in paths {
      arcs.ofPath.append(
        pieces(of: path, at: junctions).map { piece in
          if let number = known[piece] { return number }
          if let number = known[piece.reversed()] { return ~number }
          known[piece] = arcs.positions.count
          arcs.positions.append(piece)
          return arcs.positions.count - 1
        })
    }
    return arcs
  }

  /// The two positions that stand beside one in a path, whatever the direction.
  private struct Neighbors: Equatable {
    let first, second: Coordinate

    static func == (a: Neighbors, b: Neighbors) -> Bool {
      (a.first == b.first && a.second == b.second) || (a.first == b.second && a.second == b.first)
    }
  }

  /// The positions where paths meet or part: the ends of lines, and those that have other neighbors in one path than in
  /// another.
  private func junctions() -> Set<Coordinate> {
    var neighbors: [Coordinate: Neighbors] = [:]
    var junctions: Set<Coordinate> = []
    func visit(_ position: Coordinate, between first: Coordinate, and second: Coordinate) {
      let here = Neighbors(first: first, second: second)
      if let known = neighbors.updateValue(here, forKey: position), known != here { junctions.insert(position) }
    }
    for path in paths {
      let positions = path.positions
      for index in positions.indices.dropFirst().dropLast() {
        visit(positions[index], between: positions[index - 1], and: positions[index + 1])
      }
      guard let first = positions.first, let last = positions.last else { continue }
      if path.isRing {
        visit(first, between: positions[positions.count - 2], and: positions[1])
      } else {
        junctions.formUnion([first, last])
      }
    }
    return junctions
  }

  /// The pieces of a path between junctions. A ring starts at a junction, or where it has none at its position farthest
  /// southwest, so that equal rings are equal wherever they started.
  private func pieces(of path: Path, at junctions: Set<Coordinate>) -> [[Coordinate]] {
    var positions = path.positions
    if path.isRing {
      let open = positions.dropLast()
      let start =
        open.firstIndex(where: junctions.contains)
        ?? open.indices.min { (open[$0].longitude, open[$0].latitude) < (open[$1].longitude, open[$1].latitude) } ?? 0
      positions = Array(open[start...] + open[..<start] + [open[start]])
    }
    var pieces: [[Coordinate]] = []
    var start = 0
    for index in positions.indices.dropFirst()
    where index == positions.count - 1 || junctions.contains(positions[index]) {
      pieces.append(Array(positions[start...index]))
      start = index
    }
    return pieces
  }
}
