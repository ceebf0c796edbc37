import Geo
import GeoEngine
import Incidents

/// Puts the outcome of a lookup into words and numbers.
struct Answering {
  let resolver: Resolver
  let query: PlaceQuery
  let setting: Setting

  private var places: PlaceList { resolver.index.places }
  var scoring: Scoring { Scoring(resolver: resolver, query: query, setting: setting) }

  /// An answer that one candidate leads; ambiguous when its confidence is too low.
  func resolution(_ verdict: Verdict) -> Resolution {
    var best = match(verdict.leader, confidence: verdict.confidence)
    best.otherIDs += resolver.identifiersOfTwins(of: verdict.leader.place).filter { !best.otherIDs.contains($0) }
    var confidence = verdict.confidence
    let isContradicted = contradictsText(verdict.leader) || best.confidence < confidence
    let isMisplaced = resolver.isOutsideItsCountry(best)
    if isContradicted || isMisplaced { confidence = min(confidence, resolver.weights.contradictedConfidence) }
    best.confidence = confidence
    for companion in verdict.companions {
      let place = places[companion.place]
      let meters = Geodesic.distanceMeters(from: best.coordinate, to: place.coordinate)
      best.uncertaintyMeters = max(best.uncertaintyMeters, meters + place.uncertaintyMeters)
      best.because.append("also covers \(place.name), \(kilometers(meters)) km away")
    }
    var flags: [ResolutionFlag] = best.footprint == nil && !best.kind.isAdministrative ? [] : [.notAPoint]
    if isMisplaced {
      flags.append(.countryDisagrees)
      best.because.append(
        "the gazetteer's position lies outside of \(best.country): perhaps its longitude and latitude are exchanged")
    }
    if KindEvidence.isNamedAfterSettlement(query.kind, best.kind), !scoring.isWholeName(verdict.leader) {
      standIn(&best)
      // A site whose name is not quite the settlement's is rather called after another.
      if verdict.leader.spellingCost > Self.sameName {
        best.confidence = min(best.confidence, resolver.weights.contradictedConfidence)
      }
      confidence = best.confidence
      flags.append(.parentStandsIn)
    }
    if query.kind == .area, !scoring.isWholeName(verdict.leader) { widenToArea(&best) }
    var rivals = verdict.rivals.map { rival($0.candidate, confidence: $0.probability, to: best) }
    let isClose = hasCloseRivalElsewhere(best, rivals)
    if isClose { best.confidence = min(confidence, resolver.weights.contradictedConfidence) }
    for number in rivals.indices { rivals[number].confidence = min(rivals[number].confidence, best.confidence) }
    var isHeld = false
    if !isClose, !isContradicted, !isMisplaced {
      let widened = widenOverRivals(&best, rivals)
      flags += widened.flags
      isHeld = widened.isHeld
    }
    let isClear = !isClose && (confidence >= resolver.weights.resolvedConfidence || isHeld)
    if let first = rivals.first, first.confidence > 0.05 {
      flags.append(.rivals)
      best.because.append(contentsOf: [rivalWords(first, to: best)])
    }
    return Resolution(
      status: isClear ? .resolved : .ambiguous, best: best, alternatives: rivals, flags: flags,
      because: setting.because
        + (isClear || isMisplaced ? [] : [doubt(isContradicted: isContradicted, hasRivals: !rivals.isEmpty)]))
  }

  /// The spelling cost up to which two spellings differ in vowels alone.
  private static let sameName: Float = 0.1

  /// Whether a rival in another governorate is at least half as likely: then the map would show the wrong one too often.
  private func hasCloseRivalElsewhere(_ best: Match, _ rivals: [Match]) -> Bool {
    rivals.contains { $0.governorate != best.governorate && 2 * $0.confidence >= best.confidence }
  }

  /// Whether a leader that is not sure enough is worth naming: because of rivals, or because it may well be meant.
  func isAmbiguity(_ verdict: Verdict) -> Bool {
    verdict.unknown < 1 - resolver.weights.resolvedConfidence || verdict.confidence >= resolver.weights.leastConfidence
  }

  /// Whether a name is a large town's that does not lie where the text says: hardly one of that name that no gazetteer
  /// has, but quarters and sites are called after towns.
  func isTownElsewhere(_ leader: Candidate) -> Bool {
    let attributes = resolver.index.attributes[leader.place]
    return query.kind == nil && attributes.kind.isSettlement && attributes.kind != .neighborhood
      && attributes.population >= resolver.weights.largeTownInhabitants && leader.spellingCost < Session.fits
      && scoring.isWholeName(leader) && contradictsText(leader)
  }

  /// What stands for a place that is not known. A quarter lies in the city of Raqqa, an unknown village in the
  /// governorate, unless the document's other places of Raqqa lie around the city.
  private func standIn(_ parent: Setting.Parent) -> Match? {
    guard var town = parent.town, let area = parent.area else { return parent.town ?? parent.area?.match }
    let isInTown = query.isGeneric || (query.kind != nil && query.kind != .village)
    if area.governorate == nil || isInTown { return town }
    let share = shareAround(town, of: parent)
    town.confidence = min(town.confidence, share)
    return share >= resolver.weights.resolvedConfidence ? town : area.match
  }

  /// How many of a parent's places lie around the town of its name: of the document's, and of one as publishers have it.
  private func shareAround(_ town: Match, of parent: Setting.Parent) -> Double {
    let weights = resolver.weights
    let parts = query.context.document?.parts(
      of: parent.name, around: town.coordinate, meters: weights.aroundParentMeters)
    return (Double(parts?.around ?? 0) + weights.aroundCapital) / (Double(parts?.count ?? 0) + 1)
  }

  /// The stated parent, standing in for a place that is not known.
  func parentResolution(_ ranked: [Candidate], _ verdict: Verdict?) -> Resolution? {
    guard let parent = setting.parents.first, var best = standIn(parent) else { return nil }
    best.how = .parent
    best.confidence *= 0.95
    if let verdict, contradictsText(verdict.leader) { best.confidence *= 1 - verdict.confidence }
    widenAroundTown(&best)
    best.because.insert("“\(query.text)” is not in the gazetteer; \(parent.name) stands in for it", at: 0)
    var flags: [ResolutionFlag] = [.parentStandsIn]
    if best.footprint != nil { flags.append(.notAPoint) }
    let alternatives = ranked.prefix(3).filter { $0.cost < 0.9 }.map {
      rival($0, confidence: verdict?.probability(of: $0) ?? 0, to: best)
    }
    return Resolution(
      status: .resolved, best: best, alternatives: alternatives, flags: flags, because: setting.because)
  }

  /// A settlement that leads though the text names a site: the site is not known, and lies at what it is named after or,
  /// unless the text says so too, somewhere around it.
  private func standIn(_ match: inout Match) {
    match.how = .parent
    match.because.insert(
      "“\(query.text)” is not in the gazetteer; \(match.placeName), which it is named after, stands in for it", at: 0)
    guard setting.parents.isEmpty else { return }
    let reach = match.kind == .neighborhood ? 2 * match.uncertaintyMeters : resolver.weights.aroundParentMeters
    match.uncertaintyMeters = max(match.uncertaintyMeters, reach)
    match.confidence = min(match.confidence, resolver.weights.aroundParentConfidence)
  }

  /// `The Foo area` reaches beyond Foo, as “near Foo” does.
  private func widenToArea(_ match: inout Match) {
    guard [.city, .town, .village].contains(match.kind), match.footprint == nil else { return }
    match.uncertaintyMeters += resolver.reachMeters(from: match, toward: nil) / 2
    match.precision = match.precision.coarsened(to: Precision(uncertaintyMeters: match.uncertaintyMeters))
    match.because.append(
      "the text says that it is the area: the circle reaches half of the way to the next place of its size")
  }

  /// A neighborhood or a site lies in the town that is named with it; a village lies somewhere around it.
  private func widenAroundTown(_ match: inout Match) {
    guard match.footprint == nil, query.kind == nil || query.kind == .village else { return }
    match.uncertaintyMeters = max(match.uncertaintyMeters, resolver.weights.aroundParentMeters)
    match.confidence = min(match.confidence, resolver.weights.aroundParentConfidence)
  }

  /// The answer to words that say what is there and name nothing: the stated parent, or none.
  func unnamed() -> Resolution {
    parentResolution([], nil)
      ?? Resolution(
        status: .unresolved, best: nil,
        because: setting.because + ["“\(query.text)” says what is there and names no one place"])
  }

  /// No answer; what came nearest, and where else the name is known. A place in another country than the stated one has
  /// no probability at all.
  func unresolved(_ ranked: [Candidate], _ verdict: Verdict?, abroad: [Candidate]) -> Resolution {
    var because = setting.because
    var flags: [ResolutionFlag] = []
    let nearest = ranked.prefix(3).map { match($0, confidence: verdict?.probability(of: $0) ?? 0) }
    var alternatives = nearest
    if let first = abroad.first {
      flags.append(.onlyInOtherCountry)
      let place = places[first.place]
      because.append("“\(query.text)” is known as \(place.name) in \(place.country), not in \(query.country ?? "")")
      alternatives = abroad.prefix(3).map { match($0, confidence: 0) } + nearest
    } else {
      because.append(nearMiss(ranked))
    }
    return Resolution(status: .unresolved, best: nil, alternatives: alternatives, flags: flags, because: because)
  }

  /// Why the best of the candidates is no answer.
  private func nearMiss(_ ranked: [Candidate]) -> String {
    if let country = query.country, !resolver.covers(country) {
      return "no gazetteer that was given has places of \(WorldCountryNames.english(country) ?? country)"
    }
    if ranked.isEmpty { return "“\(query.text)” is not in the gazetteer" }
    guard let candidate = ranked.first(where: { $0.spellingCost < Session.fits }) else {
      return "“\(query.text)” is not in the gazetteer, or only vaguely alike"
    }
    let match = match(candidate, confidence: 0)
    let area = [match.kind.rawValue, match.governorate?.name].compactMap(\.self).joined(separator: ", ")
    return "“\(query.text)” is known as \(match.placeName) (\(area)), but it is not likely that this is meant"
  }

  func contradictsText(_ candidate: Candidate) -> Bool {
    scoring.evidence(candidate).contains {
      switch $0.reason {
      case .outsideGovernorate: true
      case .farFromParent: $0.nats <= resolver.weights.farFromParent / 2
      default: false
      }
    }
  }

  private func doubt(isContradicted: Bool, hasRivals: Bool) -> String {
    if isContradicted { return "the name fits, but not the larger place that is stated with it" }
    return hasRivals ? "several places fit about as well" : "the name fits, but not well enough to be sure of it"
  }

  private func rival(_ candidate: Candidate, confidence: Double, to best: Match) -> Match {
    var match = match(candidate, confidence: confidence)
    let meters = Geodesic.distanceMeters(from: best.coordinate, to: match.coordinate)
    match.because.append("\(kilometers(meters)) km from \(best.placeName)")
    return match
  }

  private func rivalWords(_ rival: Match, to best: Match) -> String {
    let meters = Geodesic.distanceMeters(from: best.coordinate, to: rival.coordinate)
    let place = rival.governorate?.name ?? rival.country
    return "rival \(rival.placeName) \(kilometers(meters)) km away in \(place)"
  }

  private func kilometers(_ meters: Double) -> String {
    meters < 9_950 ? "\((meters / 100).rounded() / 10)" : "\(Int((meters / 1000).rounded()))"
  }
}
