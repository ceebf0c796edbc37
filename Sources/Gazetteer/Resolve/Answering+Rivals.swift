import GeoEngine
import Incidents

extension Answering {
  /// Widens the circle of an answer that is not sure over its rivals, the likeliest first, until it holds the place meant
  /// with `circleConfidence`. The position and its confidence stay the leader's. A leader that is not even likelier than
  /// all others together may only stand for rivals in its own governorate, and is no finer than the circle.
  /// - Returns: the flags that this calls for, and whether the circle then holds the place meant, so that the answer may
  ///   stand for all of them.
  func widenOverRivals(_ best: inout Match, _ rivals: [Match]) -> (flags: [ResolutionFlag], isHeld: Bool) {
    let weights = resolver.weights
    guard best.confidence < weights.sureConfidence, best.confidence >= weights.leastConfidence,
      best.footprint == nil, best.governorate != nil
    else { return ([], false) }
    let leader = best
    let isLikely = leader.confidence >= weights.resolvedConfidence
    var held = leader.confidence
    var covered: [Match] = []
    for rival in rivals where rival.footprint == nil && (isLikely || rival.governorate == leader.governorate) {
      if held >= weights.circleConfidence { break }
      let meters = Geodesic.distanceMeters(from: leader.coordinate, to: rival.coordinate) + rival.uncertaintyMeters
      // A circle that cannot hold the likelier ones is no better for holding others.
      if meters > weights.mostSpreadMeters { break }
      best.uncertaintyMeters = max(best.uncertaintyMeters, meters)
      held += rival.confidence
      covered.append(rival)
    }
    if covered.isEmpty { return ([], false) }
    if !isLikely {
      best.precision = best.precision.coarsened(to: Precision(uncertaintyMeters: best.uncertaintyMeters))
    }
    best.because.append("the circle is widened over " + (covered.count == 1 ? "the rival" : "\(covered.count) rivals"))
    let isAcross = covered.contains { $0.governorate != leader.governorate }
    return (isAcross ? [.acrossGovernorates] : [], held >= weights.sureConfidence)
  }
}
