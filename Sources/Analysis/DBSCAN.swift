import Geo

/// Density-based clusters: M. Ester, H.-P. Kriegel, J. Sander, X. Xu, “A density-based algorithm for discovering
/// clusters in large spatial databases with noise”, KDD 1996.
///
/// A point with at least `minimumPoints` points within the radius, itself included, is a core point. Core points within
/// the radius of each other are in one cluster; other points within the radius of a core point join the cluster that
/// reaches them first; the rest is noise. Distances are geodesics on WGS 84.
///
/// - Parameters:
///   - points: in any order; duplicates count.
///   - radiusMeters: above 0.
///   - minimumPoints: at least 1.
/// - Returns: for each point the number of its cluster, from 0 in the order of their first core points, or −1 for noise:
///   the labels scikit-learn's `DBSCAN` gives for the same distances.
public func dbscan(_ points: [Coordinate], radiusMeters: Double, minimumPoints: Int) -> [Int] {
  precondition(radiusMeters > 0 && radiusMeters.isFinite, "the radius of a neighborhood is above 0")
  precondition(minimumPoints >= 1, "a core point has at least one point, itself")
  let index = NeighborIndex(points, radiusMeters: radiusMeters)
  var positions = [Int](repeating: 0, count: points.count)
  for (position, point) in index.order.enumerated() { positions[point] = position }
  let isCore = index.order.indices.map { index.hasNeighbors(atLeast: minimumPoints, $0) }

  var labels = [Int](repeating: -1, count: points.count)
  var unlabeled = Remaining(count: points.count)
  var cluster = 0
  for seed in positions where isCore[seed] && unlabeled.contains(seed) {
    unlabeled.remove(seed)
    var stack = [seed]
    while let position = stack.popLast() {
      labels[index.order[position]] = cluster
      guard isCore[position] else { continue }
      for window in index.windows(around: position) {
        var candidate = unlabeled.first(from: window.lowerBound)
        while candidate < window.upperBound {
          if index.areNeighbors(position, candidate) {
            unlabeled.remove(candidate)
            stack.append(candidate)
          }
          candidate = unlabeled.first(from: candidate + 1)
        }
      }
    }
    cluster += 1
  }
  return labels
}

extension NeighborIndex {
  /// Whether at least so many points, itself included, are within the radius. It stops counting there.
  fileprivate func hasNeighbors(atLeast minimum: Int, _ position: Int) -> Bool {
    var count = 0
    for window in windows(around: position) {
      for candidate in window where areNeighbors(position, candidate) {
        count += 1
        if count == minimum { return true }
      }
    }
    return false
  }
}

/// Positions that are still to be dealt with. Removed ones are skipped in almost constant time, so that a dense crowd
/// of points costs no more than a sparse one (a disjoint-set forest: each position points at or before the next one
/// that remains).
private struct Remaining {
  private var next: [Int]

  init(count: Int) { next = Array(0...count) }

  func contains(_ position: Int) -> Bool { next[position] == position }

  mutating func remove(_ position: Int) { next[position] = position + 1 }

  /// The first remaining position at or after the given one; the count of all when there is none.
  mutating func first(from position: Int) -> Int {
    var found = position
    while next[found] != found {
      next[found] = next[next[found]]
      found = next[found]
    }
    return found
  }
}
