import Geo
import GeoEngine
import TestSupport
import Testing

/// Run with `--sanitize=thread` these prove that the handles are guarded; without it, that the answers are right.
@Suite struct ConcurrencyTests {
  @Test func manyTasksShareALocator() async throws {
    let locator = try AreaLocator([box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 0, 2, 2)])
    let answers = await withTaskGroup(of: Int.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<500).reduce(0) { count, step in
            let point = at(Double((task * 31 + step) % 200) / 100 + 0.001, 0.5)
            return count + locator.indices(containing: point).count
          }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(answers == 8 * 500 * 2)
  }

  @Test func manyTasksShareAProjection() async throws {
    let projection = try Projection(equalAreaCenteredOn: at(40, 35))
    let coordinates = (0..<100).map { at(38 + Double($0) / 50, 34 + Double($0) / 60) }
    let expected = try projection.project(coordinates)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<50 {
            #expect(try projection.project(coordinates) == expected)
            #expect(throws: EngineError.self) { try projection.project([at(-140, -35)]) }
            _ = try Overlay.convexHull(of: expected)
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
