import Geo
import Incidents

extension Resolver {
  /// The candidates with those that are a governorate given as a point, as GeoNames gives them, replaced by the
  /// governorate of that name around the point whose outline is known. Ordered by place, each once.
  func withOutlines(_ candidates: [Candidate]) -> [Candidate] {
    let outlines = candidates.map { outline(for: $0.place) }
    guard outlines.contains(where: { $0 != nil }) else { return candidates }
    var best: [Int: Candidate] = [:]
    for (candidate, outline) in zip(candidates, outlines) {
      var candidate = candidate
      candidate.place = outline ?? candidate.place
      if candidate.cost < best[candidate.place]?.cost ?? .infinity { best[candidate.place] = candidate }
    }
    return best.values.sorted { $0.place < $1.place }
  }

  private func outline(for place: Int) -> Int? {
    let attributes = index.attributes[place]
    guard attributes.kind == .governorate, !governorates.places.contains(place),
      let number = governorates.number(containing: attributes.coordinate)
    else { return nil }
    let outlined = governorates.places[number]
    let isSame = !Set(index.readings(of: place)).isDisjoint(with: index.readings(of: outlined))
    return isSame ? outlined : nil
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
