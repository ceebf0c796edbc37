import Incidents

/// One place that several sources list without sharing an identifier.
extension Resolver {
  /// Whether two entries are one place from two sources: of compatible kinds, near, and with a name in common.
  func isTwin(_ a: RankedCandidate, _ b: RankedCandidate) -> Bool {
    isNearAndAlike(a.attributes, b.attributes)
      && !Set(index.readings(of: a.place)).isDisjoint(with: index.readings(of: b.place))
  }

  private func isNearAndAlike(_ a: PlaceAttributes, _ b: PlaceAttributes) -> Bool {
    // Most pairs are far apart; a degree of latitude is 111 km everywhere.
    let degrees = abs(a.coordinate.latitude - b.coordinate.latitude)
    guard degrees * 111_000 <= weights.sameMeters else { return false }
    return a.kind.isCompatible(with: b.kind) && !a.kind.isAdministrative
      && Nearness.meters(a.coordinate, b.coordinate) <= weights.sameMeters
  }

  /// The identifiers that other sources have for the same place, though they do not say so: two entries of one source
  /// are two places.
  func identifiersOfTwins(of place: Int) -> [String] {
    var twins: Set<Int> = []
    let attributes = index.attributes[place]
    guard !attributes.kind.isAdministrative else { return [] }
    index.forEachPlace(named: Set(index.readings(of: place))) { other in
      if other != place, !twins.contains(other), isNearAndAlike(attributes, index.attributes[other]) {
        twins.insert(other)
      }
    }
    guard !twins.isEmpty else { return [] }
    let own = Set(index.links.members(place).map { index.text(.source, of: $0) })
    let others = twins.filter { !own.contains(index.text(.source, of: $0)) }
    return others.flatMap { [index.places[$0].id] + index.places[$0].otherIDs }.sorted()
  }
}

extension PlaceIndex {
  /// Calls for each place that has exactly one of these readings. May repeat.
  func forEachPlace(named readings: Set<[UInt8]>, _ body: (Int) -> Void) {
    // Most spellings of a place sound alike: those are looked up once.
    let bySound = Dictionary(grouping: readings, by: ConsonantSkeleton.of)
    for (segment, start) in zip(segments, placeNumbers.starts) {
      let bytes = segment.bytes.span
      for (skeleton, readings) in bySound {
        segment.forms(withSkeleton: skeleton, bytes) { number in
          let form = segment.forms.entry(number, bytes)
          if readings.contains(where: { form.hasSymbols($0, bytes) }) { body(links.primary(start + form.place)) }
        }
      }
    }
  }
}

extension FormTable.Entry {
  /// Whether the reading is exactly this one.
  func hasSymbols(_ other: [UInt8], _ bytes: Span<UInt8>) -> Bool {
    symbols.count == other.count && other.indices.allSatisfy { bytes[symbols.lowerBound + $0] == other[$0] }
  }
}
