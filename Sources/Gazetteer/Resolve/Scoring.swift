import Foundation
import Geo
import Incidents

/// Weighs the evidence for each candidate of a query (`MatchWeights`).
struct Scoring {
  let resolver: Resolver
  let query: PlaceQuery
  let setting: Setting

  private var weights: MatchWeights { resolver.weights }

  /// The candidates with their evidence, best first.
  func scored(_ candidates: [Candidate]) -> [Candidate] {
    let scored = candidates.map { candidate in
      var candidate = candidate
      candidate.evidence = evidence(candidate)
      candidate.score = spelling(candidate) + candidate.evidence.reduce(0) { $0 + $1.nats }
      return candidate
    }
    // Ties go to the finer entry, then to the identifier, so that the order of sources cannot matter.
    return scored.sorted { a, b in
      if a.score != b.score { return a.score > b.score }
      return a.place < b.place
    }
  }

  private func spelling(_ candidate: Candidate) -> Double {
    let length = Double(max(3, min(candidate.length, 20)))
    return -weights.spelling * Double(candidate.cost) * (weights.referenceLength / length).squareRoot()
  }

  private func evidence(_ candidate: Candidate) -> [Evidence] {
    let place = resolver.index.places[candidate.place]
    var evidence = [kind(place), prominence(place)]
    if let governorate = governorate(candidate, place) { evidence.append(governorate) }
    for parent in setting.parents { evidence.append(self.parent(parent, candidate, place)) }
    if let near = query.context.near { evidence.append(hint(near, place)) }
    if let document = query.context.document { evidence.append(neighbors(document, place)) }
    return evidence
  }

  private func kind(_ place: Place) -> Evidence {
    guard let stated = query.kind else { return Evidence(nats: KindEvidence.unstated(place.kind), reason: nil) }
    let nats = KindEvidence.stated(stated, place.kind, agreement: weights.kindAgrees)
    if stated == place.kind { return Evidence(nats: nats, reason: .kindAgrees(stated)) }
    return Evidence(nats: nats, reason: nats < -0.9 ? .kindDiffers(stated: stated, place.kind) : nil)
  }

  private func prominence(_ place: Place) -> Evidence {
    guard let population = place.population, population > 1000, place.kind.isSettlement else {
      return Evidence(nats: 0, reason: nil)
    }
    let nats = min(weights.mostProminence, weights.population * log10(Double(population) / 1000))
    return Evidence(nats: nats, reason: .population(population))
  }

  private func governorate(_ candidate: Candidate, _ place: Place) -> Evidence? {
    guard let stated = setting.governorate else { return nil }
    let name = resolver.governorates.governorates[stated].name
    if place.kind == .river { return nil }
    if resolver.governorates.number(of: place, at: candidate.place) == stated {
      return Evidence(nats: weights.insideGovernorate, reason: .insideGovernorate(name))
    }
    if resolver.governorates.isWithin(weights.governorateMarginMeters, of: stated, place.coordinate) {
      return Evidence(nats: weights.besideGovernorate, reason: .besideGovernorate(name))
    }
    return Evidence(nats: weights.outsideGovernorate, reason: .outsideGovernorate(name))
  }

  private func hint(_ near: Coordinate, _ place: Place) -> Evidence {
    let kilometers = Nearness.meters(near, place.coordinate) / 1000
    return Evidence(nats: weights.hint - 1.3 * log(1 + kilometers / 5), reason: .nearHint(kilometers: kilometers))
  }

  private func neighbors(_ document: DocumentContext, _ place: Place) -> Evidence {
    let count = document.neighbors(of: place.coordinate, except: query.name.text)
    let nats = min(weights.mostDocumentNeighbors, weights.documentNeighbors * log2(1 + Double(count)))
    return Evidence(nats: nats, reason: count > 0 ? .documentNeighbors(count) : nil)
  }
}

extension Scoring {
  /// The stated parent: its town by distance, its area by containment, whichever says more.
  private func parent(_ parent: Setting.Parent, _ candidate: Candidate, _ place: Place) -> Evidence {
    if place.kind == .river { return Evidence(nats: weights.insideParentArea, reason: nil) }
    var best = Evidence(nats: weights.farFromParent, reason: nil)
    if let town = parent.town {
      let meters = Nearness.meters(town.coordinate, place.coordinate)
      let nats = nearTown(meters, extent: town.uncertaintyMeters)
      let kilometers = meters / 1000
      best = Evidence(
        nats: nats,
        reason: nats > 0
          ? .atParent(town.placeName, kilometers: kilometers)
          : .farFromParent(town.placeName, kilometers: kilometers))
    }
    if let area = parent.area, contains(area, candidate, place) {
      let isPartOfTown = query.kind == .neighborhood && parent.town != nil
      let nats = isPartOfTown ? -2 : weights.insideParentArea
      if nats > best.nats { best = Evidence(nats: nats, reason: .insideArea(area.match.placeName)) }
    }
    return best
  }

  /// Full weight within the town's extent, falling to nothing at four times that and then to the worst; a village is
  /// named after a town farther away than a neighborhood is.
  private func nearTown(_ meters: Double, extent: Double) -> Double {
    let reach = query.kind == .neighborhood ? max(extent, 4000) : max(extent * 2, 10_000)
    if meters <= reach { return weights.atParent }
    return max(weights.farFromParent, weights.atParent - 1.8 * log2(meters / reach))
  }

  private func contains(_ area: Setting.Parent.Area, _ candidate: Candidate, _ place: Place) -> Bool {
    if area.place == candidate.place { return false }
    if let governorate = area.governorate {
      return resolver.governorates.number(of: place, at: candidate.place) == governorate
    }
    return resolver.districts.contains(area.place, place.coordinate)
  }
}
