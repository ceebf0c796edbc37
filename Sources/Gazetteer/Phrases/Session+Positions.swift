import Geo
import GeoEngine
import Incidents

extension Session {
  /// The answer to a text that gives a position in figures; nil for what is no attempt at one.
  mutating func resolvePosition(_ query: PlaceQuery) -> Resolution? {
    guard query.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    // A comma may have parted the two figures: `36.34 N, 43.13 E`.
    let texts = [query.text] + query.parents.prefix(1).map { query.text + ", " + $0 }
    var problem: WrittenPositionError?
    for (taken, text) in texts.enumerated().reversed() {
      do throws(WrittenPositionError) {
        guard let position = try WrittenPosition.read(text) else { continue }
        let parents = Array(query.parents.dropFirst(taken))
        let stated = PlaceQuery(text, parents: parents, country: query.country, context: query.context)
        return resolution(of: position, stated)
      } catch {
        problem = error
      }
    }
    return problem.map { Resolution(status: .unresolved, best: nil, because: [$0.description]) }
  }

  private mutating func resolution(of position: WrittenPosition, _ query: PlaceQuery) -> Resolution {
    let setting = setting(of: query)
    let circle = Circle(center: position.coordinate, radiusMeters: position.uncertaintyMeters)
    var (best, flags) = resolver.match(
      circle, name: position.reading, matchedName: query.text, how: .coordinates,
      assumedCountry: query.country, confidence: resolver.weights.positionConfidence, because: position.because)
    let contradictions = Contradictions(circle, query, setting, resolver)
    best.because += contradictions.words
    let hint = contradictions.isGrave || isNowhere(position, query) ? swapHint(position, query.country) : nil
    let isDoubtful = contradictions.isGrave || hint != nil
    if isDoubtful { best.confidence = min(best.confidence, resolver.weights.contradictedConfidence) }
    best.because += [hint].compactMap(\.self)
    return Resolution(
      status: isDoubtful ? .ambiguous : .resolved, best: best,
      flags: contradictions.flags + flags, because: setting.because + contradictions.doubt)
  }

  /// Whether a position lies in no country that is known, and none is stated.
  private func isNowhere(_ position: WrittenPosition, _ query: PlaceQuery) -> Bool {
    query.country == nil && resolver.country(at: position.coordinate) == nil
  }

  /// Bare figures outside of the stated country that lie in it when exchanged; without a stated one, in any.
  private func swapHint(_ position: WrittenPosition, _ stated: String?) -> String? {
    guard position.notation == .decimalDegrees,
      let swapped = try? Coordinate(
        longitude: position.coordinate.latitude, latitude: position.coordinate.longitude),
      let country = resolver.country(at: swapped), stated ?? country == country
    else { return nil }
    return "exchanged, the two numbers would lie in \(country): were they written latitude first?"
  }
}
