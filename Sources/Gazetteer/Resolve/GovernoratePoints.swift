import Geo
import Incidents

extension Resolver {
  /// The candidates with those that are a governorate given as a point, as GeoNames gives them, replaced by the
  /// governorate of that name around the point whose outline is known. Ordered by place, each once.
  func withOutlines(_ candidates: [Candidate]) -> [Candidate] {
    let outlines = onDemand.governoratePoints(self)
    guard !outlines.isEmpty, candidates.contains(where: { outlines[$0.place] != nil }) else { return candidates }
    var best: [Int: Candidate] = [:]
    for var candidate in candidates {
      candidate.place = outlines[candidate.place] ?? candidate.place
      if candidate.cost < best[candidate.place]?.cost ?? .infinity { best[candidate.place] = candidate }
    }
    return best.values.sorted { $0.place < $1.place }
  }

  /// The governorate with an outline that each entry of one without it means: the one it lies in, when they share a name.
  func governoratePoints() -> [Int: Int] {
    let known = Set(governorates.places)
    var outlines: [Int: Int] = [:]
    for place in index.places(of: .governorate) where !known.contains(place) {
      guard let number = governorates.number(containing: index.attributes[place].coordinate) else { continue }
      let outlined = governorates.places[number]
      let isSame = !Set(index.readings(of: place)).isDisjoint(with: index.readings(of: outlined))
      if isSame { outlines[place] = outlined }
    }
    return outlines
  }

  /// Whether an entry's position lies far from all governorates of its country or, when none of them are known, in one of
  /// another country: a mistake of the gazetteer, such as an exchanged longitude and latitude.
  func isOutsideItsCountry(_ match: Match) -> Bool {
    guard match.governorate == nil, match.footprint == nil, !match.country.isEmpty, match.kind != .country else {
      return false
    }
    let isNear = governorates.isNear(
      CountryCode(match.country), weights.governorateMarginMeters, match.coordinate)
    return !(isNear ?? (governorates.number(containing: match.coordinate) == nil))
  }
}
