import Geo
import GeoEngine
import TestSupport
import Testing

@Suite struct OverlayTests {
  @Test func intersectionKeepsWhatBothShare() throws {
    let shared = try #require(try Overlay.intersection(box(0, 0, 2, 2), box(1, 1, 3, 3)))
    #expect(shared.boundingBox == (try box(1, 1, 2, 2).boundingBox))
    #expect(shared.polygons.count == 1)
  }

  @Test func differenceCutsAHole() throws {
    let ring = try #require(try Overlay.difference(box(0, 0, 3, 3), box(1, 1, 2, 2)))
    #expect(ring.polygons[0].holes.count == 1)
    #expect(!ring.polygons[0].holes[0].isCounterclockwise)
  }

  @Test func unionDropsSharedEdges() throws {
    let pieces = try [box(0, 0, 1, 1), box(1, 0, 2, 1), box(5, 5, 6, 6)]
    let whole = try #require(try Overlay.union(pieces))
    #expect(whole.polygons.count == 2)
    #expect(abs(Geodesic.areaSquareMeters(whole) - areas(pieces)) < 1)
  }

  @Test func whatOnlyTouchesSharesNoArea() throws {
    #expect(try Overlay.intersection(box(0, 0, 1, 1), box(1, 0, 2, 1)) == nil)
    #expect(try Overlay.intersection(box(0, 0, 1, 1), box(5, 0, 6, 1)) == nil)
    #expect(try Overlay.difference(box(0, 0, 1, 1), box(0, 0, 1, 1)) == nil)
    #expect(try Overlay.union([]) == nil)
  }

  @Test func linesAreCutAtTheArea() throws {
    let parts = try Overlay.clip([LineString([at(-1, 0.5), at(3, 0.5)])], to: box(0, 0, 1, 1))
    #expect(parts.map(\.coordinates) == [[at(0, 0.5), at(1, 0.5)]])
  }

  @Test func aBowTieIsInvalidAndCanBeRepaired() throws {
    let bowTie = MultiPolygon([try polygon([(0, 0), (1, 1), (1, 0), (0, 1)])])
    #expect(try !Overlay.isValid(bowTie))
    let repaired = try #require(try Overlay.repaired(bowTie))
    #expect(try Overlay.isValid(repaired))
    #expect(repaired.polygons.count == 2)
  }

  /// Whatever shape comes in, the worst that may happen is a thrown error.
  @Test(arguments: [
    [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0)], [(0, 0), (0, 0), (0, 0)], [(0, 0), (1, 1), (2, 2)],
    [(0, 0), (2, 0), (2, 2), (1, 0), (0, 2)], [(0, 0), (1, 0), (0, 0), (1, 0)],
  ])
  func invalidShapesDoNotCrash(corners: [(Double, Double)]) throws {
    let shape = MultiPolygon([try polygon(corners), try polygon(corners)])
    let square = try box(0, 0, 1, 1)
    _ = try? Overlay.intersection(shape, square)
    _ = try? Overlay.difference(square, shape)
    _ = try? Overlay.union([shape, square])
    _ = try? Overlay.repaired(shape)
    _ = try? Overlay.isValid(shape)
    _ = try? BoundingCircle.of(.area(shape))
    #expect(try AreaLocator([shape]).firstIndex(containing: at(5, 5)) == nil)
  }

  private func areas(_ areas: [MultiPolygon]) -> Double {
    areas.reduce(0) { $0 + Geodesic.areaSquareMeters($1) }
  }
}

@Suite struct PlanarOverlayTests {
  private func rectangle(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> PlanarPolygon {
    PlanarPolygon(
      exterior: [(minX, minY), (minX, maxY), (maxX, maxY), (maxX, minY), (minX, minY)].map(PlanarPoint.init))
  }

  private func area(_ polygon: PlanarPolygon) -> Double {
    ([polygon.exterior] + polygon.holes).reduce(0) { sum, ring in
      sum + zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
    }
  }

  @Test func theHullSurroundsThePoints() throws {
    let points = [(0, 0), (2, 0), (1, 0.5), (2, 2), (0, 2), (1, 1)].map(PlanarPoint.init)
    let hull = try #require(try Overlay.convexHull(of: points))
    #expect(area(hull) == 4)
    #expect(try Overlay.convexHull(of: Array(points.prefix(2))) == nil)
    #expect(try Overlay.convexHull(of: []) == nil)
  }

  @Test func aBufferGrowsByArcs() throws {
    let grown = try Overlay.buffer([rectangle(0, 0, 10, 10)], meters: 1)
    #expect(grown.count == 1)
    #expect(abs(area(grown[0]) - (100 + 40 + .pi)) < 0.01)
    #expect(try Overlay.buffer([rectangle(0, 0, 1, 1)], meters: -2).isEmpty)
    let line = try Overlay.buffer(lines: [[PlanarPoint(x: 0, y: 0), PlanarPoint(x: 10, y: 0)]], meters: 1)
    #expect(abs(area(line[0]) - (20 + .pi)) < 0.01)
  }

  @Test func unionIsOrientedCounterclockwise() throws {
    let whole = try Overlay.union([rectangle(0, 0, 2, 2), rectangle(1, 1, 3, 3), rectangle(8, 8, 9, 9)])
    #expect(whole.map(area).sorted() == [1, 7])
  }

  @Test func simplifyingStaysWithinTheTolerance() throws {
    let wavy = (0...100).map { PlanarPoint(x: Double($0), y: $0 % 2 == 0 ? 0 : 0.4) }
    let lines = try Overlay.simplify(lines: [wavy], toleranceMeters: 0.5)
    #expect(lines[0].count == 2)
    let closed = wavy + [PlanarPoint(x: 50, y: 80), PlanarPoint(x: 0, y: 0)]
    let simple = try Overlay.simplify([PlanarPolygon(exterior: closed)], toleranceMeters: 0.5)
    #expect(simple[0].exterior.count <= 5)
  }

  @Test func clippingKeepsWhatIsInTheRectangle() throws {
    let window = PlanarRectangle(minX: 0, minY: 0, maxX: 5, maxY: 5)
    let clipped = try Overlay.clip([rectangle(-5, -5, 3, 3), rectangle(7, 7, 9, 9)], to: window)
    #expect(clipped.map(area) == [9])
    let lines = try Overlay.clip(
      lines: [
        [PlanarPoint(x: -1, y: 1), PlanarPoint(x: 9, y: 1)], [PlanarPoint(x: 6, y: 6), PlanarPoint(x: 7, y: 7)],
      ],
      to: window)
    #expect(lines == [[PlanarPoint(x: 0, y: 1), PlanarPoint(x: 5, y: 1)]])
  }

  @Test(arguments: [
    PlanarPolygon(exterior: []), PlanarPolygon(exterior: [PlanarPoint(x: 0, y: 0)]),
    PlanarPolygon(exterior: [(0, 0), (1, 0), (1, 1)].map(PlanarPoint.init)),
    PlanarPolygon(exterior: [(0, 0), (.nan, 0), (1, 1), (0, 0)].map(PlanarPoint.init)),
    PlanarPolygon(
      exterior: [(0, 0), (9, 0), (9, 9), (0, 0)].map(PlanarPoint.init), holes: [[], [PlanarPoint(x: 1, y: 1)]]),
  ])
  func whatIsNoPolygonIsAnErrorOrEmpty(shape: PlanarPolygon) {
    _ = try? Overlay.union([rectangle(0, 0, 1, 1), shape])
    _ = try? Overlay.buffer([shape, shape], meters: 1)
    _ = try? Overlay.clip([shape], to: PlanarRectangle(minX: 0, minY: 0, maxX: 1, maxY: 1))
    #expect((try? Overlay.simplify([shape], toleranceMeters: 1))?.isEmpty ?? true || shape.holes.count == 2)
  }

  @Test func anErrorNamesTheFunctionAndTheReason() {
    let open = PlanarPolygon(exterior: [(0, 0), (1, 0), (1, 1), (0, 1)].map(PlanarPoint.init))
    #expect {
      try Overlay.union([open])
    } throws: { error in
      guard case EngineError.geos(let function, let message) = error else { return false }
      return function == "GEOSGeom_createLinearRing_r" && message.contains("closed")
    }
  }
}
