import Geo
import GeoEngine
import Incidents

extension Session {
  /// Candidates this much worse than the leader, in nats, are not worth a look; nor are more than so many.
  private static let explainedRange = 6.0
  private static let mostExplained = 8

  mutating func explain(_ mention: PlaceMention, context: ResolutionContext) -> ResolutionExplanation {
    let mention = plain(mention)
    let resolution = resolve(mention, context: context)
    if let best = resolution.best, [.coordinates, .relative].contains(best.how) || best.kind == .country {
      return ResolutionExplanation(resolution: resolution)
    }
    let query = PlaceQuery(
      mention.name, parents: mention.parents, country: mention.countryCode, context: context)
    let setting = setting(of: query)
    let ranked = rank(query, setting)
    guard let verdict = verdict(ranked, setting, of: query) else {
      return ResolutionExplanation(resolution: resolution, unknownProbability: 1)
    }
    let answering = Answering(resolver: resolver, query: query, setting: setting)
    let others = ranked.filter { $0.place != verdict.leader.place }
    let near =
      [verdict.leader]
      + others.prefix(Self.mostExplained - 1).prefix { $0.score >= verdict.leader.score - Self.explainedRange }
    var candidates: [ResolutionExplanation.Candidate] = []
    for candidate in near {
      let match = answering.match(candidate, confidence: verdict.probability(of: candidate))
      let meters = candidates.first.map {
        Geodesic.distanceMeters(from: $0.match.coordinate, to: match.coordinate)
      }
      candidates.append(
        ResolutionExplanation.Candidate(
          match: match, score: candidate.score, reasons: answering.weighedReasons(candidate, name: match.matchedName),
          metersFromLeader: meters))
    }
    return ResolutionExplanation(
      resolution: resolution, candidates: candidates, unknownProbability: verdict.unknown)
  }
}

extension Answering {
  /// All reasons with their weights: the spelling, what was taken off the names to compare them, and the evidence.
  func weighedReasons(_ candidate: Candidate, name: String) -> [ResolutionExplanation.Reason] {
    typealias Reason = ResolutionExplanation.Reason
    let (total, letters) = (scoring.ofCost(candidate), scoring.ofLetters(candidate))
    let share = candidate.cost > 0 ? Double(candidate.spellingCost / candidate.cost) : 1
    let words = SpellingReasons.words(query, name: name)
    var reasons = [Reason(words[0], nats: total * share + letters)] + words.dropFirst().map { Reason($0, nats: nil) }
    if total * (1 - share) < -0.05 {
      reasons.append(Reason(taken(candidate, name: name), nats: total * (1 - share)))
    }
    for (number, evidence) in scoring.evidence(candidate).enumerated() {
      let words = [evidence.reason?.words(resolver, setting), unspoken(number, candidate)].compactMap(\.self)
      if !words.isEmpty { reasons.append(Reason(words.joined(separator: "; "), nats: evidence.nats)) }
    }
    return reasons
  }

  /// What makes the compared readings less than the names themselves.
  private func taken(_ candidate: Candidate, name: String) -> String {
    let (written, known) = (query.name, NormalizedName(name))
    var words: [String] = []
    let areArabic = written.isUnvowelled && known.isUnvowelled
    if !areArabic, !resolver.index.isMainName(candidate.form, of: candidate.place) {
      words.append("“\(name)” is not its main name")
    }
    if written.isUnvowelled != known.isUnvowelled { words.append("one of the names is without vowels") }
    if written.articleCount != known.articleCount { words.append("only one of the names has an article") }
    if query.kind != NameForm.readings(of: known).kind { words.append("a word for the kind of place is taken off") }
    return words.isEmpty ? "a part of the name is taken off" : words.joined(separator: ", and ")
  }

  /// What a short answer does not mention: the first evidence is the kind, the second prominence.
  private func unspoken(_ number: Int, _ candidate: Candidate) -> String? {
    let place = resolver.index.attributes[candidate.place]
    switch number {
    case 0 where query.kind == nil:
      return "no word for the kind, and it is \(place.kind.article) \(place.kind.rawValue)"
    case 1: return place.isSelected ? "listed among selected places" : nil
    default: return nil
    }
  }
}

extension PlaceKind {
  fileprivate var article: String { "aeiou".contains(rawValue.prefix(1)) ? "an" : "a" }
}
