import Incidents

/// What the stated or implied country says about an answer, and countries as answers.
extension Session {
  /// A mention whose last parent is a country with that as its country. A country that no gazetteer names may be a city
  /// that is written like it.
  mutating func withCountry(_ mention: PlaceMention) -> PlaceMention {
    guard let last = mention.parents.last, let code = resolver.countryNames.code(of: last),
      resolver.countryAreas[code] != nil || !isCity(last)
    else { return mention }
    var mention = mention
    mention.parents.removeLast()
    if mention.country == nil { (mention.country, mention.countryCode) = (last, code) }
    return mention
  }

  /// A country that is only implied, because the text names no other, does not hold a name that is clear elsewhere.
  mutating func lookAbroad(_ resolution: inout Resolution, _ query: PlaceQuery) {
    guard resolution.status != .resolved else { return }
    let anywhere = PlaceQuery(query.text, parents: query.parents, country: nil, context: query.context)
    let elsewhere = resolveWritten(anywhere)
    guard elsewhere.status == .resolved, elsewhere.best?.country != query.country else {
      return
    }
    resolution = elsewhere
    resolution.flags.append(.noCountry)
    resolution.because.append("the text names \(query.country ?? "another country"), but not with this place")
  }

  /// A place in whatever country has one of that name may lie in another than the text says.
  func doubt(_ resolution: inout Resolution, statedCountry: String) {
    resolution.flags.append(.unknownCountry)
    resolution.because.append(
      "the country “\(statedCountry)” is not known: write it as the gazetteers do, or as its code of two or three letters"
    )
    // A position in figures lies where it lies.
    if resolution.best?.how == .coordinates { return }
    let most = resolver.weights.contradictedConfidence
    if resolution.status == .resolved { resolution.status = .ambiguous }
    resolution.best = resolution.best.map { best in
      var best = best
      best.confidence = min(most, best.confidence)
      return best
    }
    for number in resolution.alternatives.indices {
      resolution.alternatives[number].confidence = min(most, resolution.alternatives[number].confidence)
    }
  }

  /// The answer to a country's name: the whole of it, unless a larger place or another country is stated with it.
  mutating func resolveCountry(_ query: PlaceQuery) -> Resolution? {
    guard query.parents.isEmpty, query.context.governorate?.isEmpty ?? true,
      let (name, code) = resolver.country(named: query.text), query.country ?? code == code
    else { return nil }
    let area = resolver.countryAreas[code]
    let plain = PlaceQuery(name, country: code)
    let candidates = search.candidates(plain, wide: false) { $0.kind == .country }
    return candidates.first { $0.place == area }.map { candidate in
      let answering = Answering(resolver: resolver, query: plain, setting: Setting())
      let match = answering.match(candidate, confidence: resolver.weights.positionConfidence)
      return Resolution(status: .resolved, best: match, flags: match.footprint == nil ? [] : [.notAPoint])
    }
  }
}

extension Resolver {
  /// A country by its name, and its code; a code by itself is no name of a place.
  fileprivate func country(named text: String) -> (name: String, code: String)? {
    let hasArticle = text.hasPrefix("the ") || text.hasPrefix("The ")
    let name = String(text.dropFirst(hasArticle ? 4 : 0))
    return name.count > 3 ? countryNames.code(of: name).map { (name, $0) } : nil
  }
}
