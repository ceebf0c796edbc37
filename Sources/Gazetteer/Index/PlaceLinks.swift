/// Which places of several gazetteer files are one, because they share an identifier. The first of them stands for all.
struct PlaceLinks: Sendable {
  /// For every linked place, the one that stands for it.
  private var standsFor: [Int: Int] = [:]
  /// For every place that stands for others, all of them, itself first.
  private var members: [Int: [Int]] = [:]
  /// One bit for each place, set for the linked ones; empty when there are none. Asked in the innermost loop.
  private var bits: [UInt64] = []

  /// Looks each identifier of the smaller of two files up in the larger one.
  init(_ segments: [Segment], starts: [Int]) {
    var pairs: [(Int, Int)] = []
    for (a, b) in segments.indices.flatMap({ a in segments.indices.filter { $0 > a }.map { (a, $0) } }) {
      let (small, large) = segments[a].identifiers.count <= segments[b].identifiers.count ? (a, b) : (b, a)
      Self.forEachShared(segments[small], segments[large]) {
        pairs.append((starts[small] + $0, starts[large] + $1))
      }
    }
    guard !pairs.isEmpty else { return }
    let numbers = SegmentNumbers(starts: starts)
    for group in Self.groups(pairs) {
      let ordered = group.sorted { Self.precedes($0, $1, segments, numbers) }
      members[ordered[0]] = ordered
      for member in ordered { standsFor[member] = ordered[0] }
    }
    bits = [UInt64](repeating: 0, count: starts[segments.count] / 64 + 1)
    for place in standsFor.keys { bits[place / 64] |= 1 << UInt64(place % 64) }
  }

  /// The place that stands for a place: itself for nearly all.
  func primary(_ place: Int) -> Int { isLinked(place) ? standsFor[place] ?? place : place }

  /// All places that a place stands for, itself first.
  func members(_ place: Int) -> [Int] { members[place] ?? [place] }

  /// The position of a linked place among those that are one with it.
  func rank(_ place: Int) -> Int { members[primary(place)]?.firstIndex(of: place) ?? 0 }

  /// Whether the place is one of several.
  func isLinked(_ place: Int) -> Bool { !bits.isEmpty && bits[place / 64] >> UInt64(place % 64) & 1 != 0 }

  /// How many places are hidden behind others.
  var hiddenCount: Int { standsFor.count - members.count }

  private static func forEachShared(_ small: Segment, _ large: Segment, _ body: (Int, Int) -> Void) {
    let (smallBytes, largeBytes) = (small.bytes.span, large.bytes.span)
    for position in 0..<small.identifiers.count {
      let (key, place) = small.identifiers.entry(position, smallBytes)
      large.identifiers.forEachValue(of: key, largeBytes) { other in
        let known = large.identifiers(ofPlace: Int(other))
        let isShared = small.identifiers(ofPlace: Int(place)).contains {
          IdentifierKey.of($0) == key && known.contains($0)
        }
        if isShared { body(Int(place), Int(other)) }
      }
    }
  }

  /// The connected sets of pairs.
  private static func groups(_ pairs: [(Int, Int)]) -> [[Int]] {
    var parent: [Int: Int] = [:]
    func root(_ place: Int) -> Int {
      var place = place
      while let next = parent[place], next != place { place = next }
      return place
    }
    for (a, b) in pairs {
      let (first, second) = (min(root(a), root(b)), max(root(a), root(b)))
      (parent[first], parent[second]) = (first, first)
      for place in [a, b] where parent[place] == nil || place != first { parent[place] = first }
    }
    return Array(Dictionary(grouping: parent.keys) { root($0) }.values)
  }

  /// Selected sources first, then by the words of the places themselves: never by the order in which files were given.
  private static func precedes(_ a: Int, _ b: Int, _ segments: [Segment], _ numbers: SegmentNumbers) -> Bool {
    func key(_ place: Int) -> (Int, String, String, String) {
      let (segment, number) = numbers.local(place)
      let isSelected = segments[segment].attributes.attributes(number, segments[segment].bytes.span).isSelected
      func text(_ field: PlaceCoding.Field) -> String { segments[segment].text(field, ofPlace: number) }
      return (isSelected ? 0 : 1, text(.id), text(.source), text(.name))
    }
    let (first, second) = (key(a), key(b))
    return first == second ? a < b : first < second
  }
}

/// Where the numbers of each file start among the numbers of all.
struct SegmentNumbers: Sendable {
  /// The first number of each file, and behind the last one how many there are.
  let starts: [Int]

  /// The file of a number, and the number in it.
  func local(_ number: Int) -> (segment: Int, number: Int) {
    var segment = 0
    while number >= starts[segment + 1] { segment += 1 }
    return (segment, number - starts[segment])
  }
}
