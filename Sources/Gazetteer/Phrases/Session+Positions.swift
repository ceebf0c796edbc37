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
      confidence: resolver.weights.positionConfidence, because: position.because)
    let contradictions = Contradictions(circle, query, setting, resolver)
    best.because += contradictions.words
    if contradictions.isGrave {
      best.confidence = min(best.confidence, resolver.weights.contradictedConfidence)
      if let hint = swapHint(position, query.country) { best.because.append(hint) }
    }
    return Resolution(
      status: contradictions.isGrave ? .ambiguous : .resolved, best: best,
      flags: contradictions.flags + flags, because: setting.because + contradictions.doubt)
  }

  /// Bare figures outside of the stated country that lie in it when exchanged.
  private func swapHint(_ position: WrittenPosition, _ country: String?) -> String? {
    guard position.notation == .decimalDegrees, let country,
      let swapped = try? Coordinate(
        longitude: position.coordinate.latitude, latitude: position.coordinate.longitude),
      resolver.country(at: swapped) == country
    else { return nil }
    return "exchanged, the two numbers would lie in \(country): were they written latitude first?"
  }
}
