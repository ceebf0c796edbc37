import Foundation
import Geo
import Incidents

/// Weighs the evidence for each candidate of a query (`MatchWeights`).
struct Scoring {
  let resolver: Resolver
  let query: PlaceQuery
  let setting: Setting

  private var weights: MatchWeights { resolver.weights }

  /// The candidates with their evidence, best first. Those whose spelling is so much worse than the best one's that no
  /// context could make up for it are left out.
  func scored(_ candidates: [Candidate]) -> [Candidate] {
    let candidates = markingGovernorates(comparingLetters(candidates))
    let spellings = candidates.map(spelling)
    let least = (spellings.max() ?? 0) - Self.contextRange
    var scored: [Candidate] = []
    for (candidate, nats) in zip(candidates, spellings) where nats >= least {
      var candidate = candidate
      let place = resolver.index.attributes[candidate.place]
      let kind = kind(candidate, place).nats
      // A kind that the text states is evidence; that settlements are meant more often is not.
      let prominence = prominence(candidate, place).nats
      candidate.prior = prominence + (query.kind == nil ? kind : 0)
      candidate.score = nats + prominence + kind
      forEachEvidence(candidate, place) { candidate.score += $0.nats }
      scored.append(candidate)
    }
    return scored.sorted(by: resolver.index.ranks(_:before:))
  }

  /// The most nats that context makes a difference of.
  private static let contextRange = 10.0

  func spelling(_ candidate: Candidate) -> Double { ofCost(candidate) + ofLetters(candidate) }

  /// What the spelling and what was taken off either name cost.
  func ofCost(_ candidate: Candidate) -> Double { -nats(ofCost: Double(candidate.cost), candidate) }

  /// What it costs that it only sounds like the query, beside one that is written so.
  func ofLetters(_ candidate: Candidate) -> Double {
    (candidate.isOutspelled ? weights.otherLetters : 0) + (candidate.hasOtherAyn ? weights.otherAyn : 0)
  }

  /// Marks those that only sound like the query, where another is written in its letters, marks aside, and those that
  /// have their ayn elsewhere in Arabic script.
  private func comparingLetters(_ candidates: [Candidate]) -> [Candidate] {
    var candidates = candidates
    if query.name.isUnvowelled { markAyn(&candidates) }
    let sounding = candidates.indices.filter { candidates[$0].spellingCost == 0 }
    guard sounding.count > 1 else { return candidates }
    let letters = FoldedText(query.text).words
    let others = sounding.filter {
      FoldedText(resolver.index.name(ofForm: candidates[$0].form)).words != letters
    }
    if others.count < sounding.count { for index in others { candidates[index].isOutspelled = true } }
    return candidates
  }

  private func markAyn(_ candidates: inout [Candidate]) {
    let ayn = AynPlaces(query.text)
    for index in candidates.indices where candidates[index].spellingCost < Session.fits {
      let name = resolver.index.name(ofForm: candidates[index].form)
      candidates[index].hasOtherAyn = AynPlaces(name).differ(from: ayn)
    }
  }

  /// Marks the governorates that are meant by a bare name, since no town in them goes by it.
  private func markingGovernorates(_ candidates: [Candidate]) -> [Candidate] {
    let attributes = resolver.index.attributes
    func number(_ candidate: Candidate) -> Int? {
      resolver.governorates.number(ofPlace: candidate.place, in: resolver.index)
    }
    let governorates = candidates.indices.filter {
      candidates[$0].spellingCost < Session.fits && attributes[candidates[$0].place].kind == .governorate
    }
    guard !governorates.isEmpty else { return candidates }
    let towns = candidates.filter {
      $0.spellingCost < Session.fits && [.city, .town].contains(attributes[$0.place].kind)
    }
    let taken = Set(towns.compactMap(number))
    var candidates = candidates
    for index in governorates {
      candidates[index].isGovernorateAlone = !(number(candidates[index]).map(taken.contains) ?? true)
    }
    return candidates
  }

  /// What a cost weighs in a name of a candidate's length.
  private func nats(ofCost cost: Double, _ candidate: Candidate) -> Double {
    let length = Double(max(3, min(candidate.length, 20)))
    return weights.spelling * cost * (weights.referenceLength / length).squareRoot()
  }

  /// The evidence for and against a candidate, in the order in which it is told.
  func evidence(_ candidate: Candidate) -> [Evidence] {
    let place = resolver.index.attributes[candidate.place]
    var evidence = [kind(candidate, place), prominence(candidate, place)]
    forEachEvidence(candidate, place) { evidence.append($0) }
    return evidence
  }

  /// The evidence of the context.
  private func forEachEvidence(_ candidate: Candidate, _ place: PlaceAttributes, _ body: (Evidence) -> Void) {
    if let governorate = governorate(candidate, place) { body(governorate) }
    for number in setting.parents.indices { body(parent(number, candidate, place)) }
    if let near = query.context.near { body(hint(near, place)) }
    guard let document = query.context.document else { return }
    body(neighbors(document, place))
    if let mentioned = mentioned(document, place) { body(mentioned) }
    if let habits = habits(document, candidate) { body(habits) }
  }

  private func kind(_ candidate: Candidate, _ place: PlaceAttributes) -> Evidence {
    guard let stated = query.kind, place.kind == query.kind || !isWholeName(candidate) else {
      let isBare = candidate.stripping.isKindWord && !place.kind.isSettlement
      let kind = candidate.isGovernorateAlone ? .city : place.kind
      return Evidence(nats: KindEvidence.unstated(kind) + (isBare ? KindEvidence.missingWord : 0), reason: nil)
    }
    let nats = KindEvidence.stated(stated, place.kind, agreement: weights.kindAgrees)
    if stated == place.kind { return Evidence(nats: nats, reason: .kindAgrees(stated)) }
    return Evidence(nats: nats, reason: nats < -0.9 ? .kindDiffers(stated: stated, place.kind) : nil)
  }

  /// Whether the entry's whole name is written, so that a word in it which often says the kind of place is a part of it.
  func isWholeName(_ candidate: Candidate) -> Bool {
    guard candidate.stripping == .nothing, candidate.spellingCost == 0 else { return false }
    let symbols = resolver.index.symbols(ofForm: candidate.form)
    return query.forms.contains { $0.stripping == .nothing && $0.symbols == symbols }
  }

  private func prominence(_ candidate: Candidate, _ place: PlaceAttributes) -> Evidence {
    let selected = place.isSelected ? weights.selected : 0
    if candidate.isGovernorateAlone { return Evidence(nats: weights.governorate + selected, reason: nil) }
    guard place.population > 1000, place.kind.isSettlement else { return Evidence(nats: selected, reason: nil) }
    let population = weights.population * log10(Double(place.population) / 1000)
    return Evidence(
      nats: min(weights.mostProminence, population) + selected, reason: .population(Int(place.population)))
  }

  private func governorate(_ candidate: Candidate, _ place: PlaceAttributes) -> Evidence? {
    guard let stated = setting.governorate else { return nil }
    if place.kind == .river { return nil }
    if resolver.governorates.number(ofPlace: candidate.place, in: resolver.index) == stated {
      return Evidence(nats: weights.insideGovernorate, reason: .insideGovernorate)
    }
    if resolver.governorates.isWithin(weights.governorateMarginMeters, of: stated, place.coordinate) {
      return Evidence(nats: weights.besideGovernorate, reason: .besideGovernorate)
    }
    return Evidence(nats: weights.outsideGovernorate, reason: .outsideGovernorate)
  }

  private func hint(_ near: Coordinate, _ place: PlaceAttributes) -> Evidence {
    let meters = Nearness.meters(near, place.coordinate)
    return Evidence(nats: weights.hint - 1.3 * log(1 + meters / 5000), reason: .nearHint(meters: meters))
  }

  private func neighbors(_ document: DocumentContext, _ place: PlaceAttributes) -> Evidence {
    let (count, expected) = document.neighbors(of: place.coordinate, except: query.name.text)
    let ratio = (Double(count) + weights.documentFloor) / (expected + weights.documentFloor)
    let nats = min(weights.mostDocumentDensity, max(weights.leastDocumentDensity, weights.documentDensity * log(ratio)))
    let chance = Int(expected.rounded())
    return Evidence(nats: nats, reason: count == chance ? nil : .documentNeighbors(count, expected: chance))
  }

  /// The place is named elsewhere too. That says nothing where the text asks for another kind of place: who writes of a
  /// town means something else with its camp.
  private func mentioned(_ document: DocumentContext, _ place: PlaceAttributes) -> Evidence? {
    let isOfKind = query.kind.map { KindEvidence.stated($0, place.kind, agreement: weights.kindAgrees) > -0.9 }
    guard isOfKind ?? place.kind.isSettlement else { return nil }
    let count = document.mentions(of: place.coordinate, except: query.phrase)
    return count > 0 ? Evidence(nats: weights.mentioned, reason: .mentioned(count)) : nil
  }

  /// What the source does in other names too costs less here. It never costs nothing.
  private func habits(_ document: DocumentContext, _ candidate: Candidate) -> Evidence? {
    let entry = resolver.index.entry(ofForm: candidate.form)
    guard candidate.cost > 0, query.name.isUnvowelled == entry.isUnvowelled else { return nil }
    let symbols = resolver.index.symbols(ofForm: candidate.form)
    let uses = document.habits.uses(query, symbols, articleCount: entry.articleCount)
    let cost = min(Double(candidate.cost), uses.reduce(0) { $0 + Double($1.cost) * $1.strength })
    let nats = min(weights.mostHabits, weights.habits * nats(ofCost: cost, candidate))
    return nats > 0 ? Evidence(nats: nats, reason: .habits(uses)) : nil
  }
}

extension Scoring {
  /// The stated parent: its town by distance, its area by containment, whichever says more.
  private func parent(_ number: Int, _ candidate: Candidate, _ place: PlaceAttributes) -> Evidence {
    let parent = setting.parents[number]
    if place.kind == .river { return Evidence(nats: weights.insideParentArea, reason: nil) }
    var best = Evidence(nats: weights.farFromParent, reason: nil)
    if let town = parent.town {
      let meters = Nearness.meters(town.coordinate, place.coordinate)
      let nats = nearTown(meters, extent: town.uncertaintyMeters)
      best = Evidence(
        nats: nats, reason: nats > 0 ? .atParent(number, meters: meters) : .farFromParent(number, meters: meters))
    }
    if let area = parent.area, contains(area, candidate, place) {
      let isPartOfTown = query.kind == .neighborhood && parent.town != nil
      let nats = isPartOfTown ? -2 : weights.insideParentArea
      if nats > best.nats { best = Evidence(nats: nats, reason: .insideArea(number)) }
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

  private func contains(_ area: Setting.Parent.Area, _ candidate: Candidate, _ place: PlaceAttributes) -> Bool {
    if area.place == candidate.place { return false }
    if let governorate = area.governorate {
      return resolver.governorates.number(ofPlace: candidate.place, in: resolver.index) == governorate
    }
    return [resolver.districts, resolver.regions].contains { $0.contains(area.place, place.coordinate) }
  }
}
