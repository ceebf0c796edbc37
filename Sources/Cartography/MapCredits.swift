/// Who made what stands on a map, by what it is.
struct MapCredits {
  private let groups: [(subject: String, credits: Set<String>)]

  /// The credits of all that the frames show, and of the places that the incidents were matched to.
  init(frames: [MapFrame], places: [String]) {
    self.init(bases: frames.map { ($0.drawing.features, $0.drawing.townDots) }, places: places)
  }

  init(panels: [StylePanel], places: [String]) {
    self.init(bases: panels.map { ($0.features, $0.townDots) }, places: places)
  }

  private init(bases: [(features: BasemapFeatures, townDots: [PagePoint])], places: [String]) {
    let areas = bases.flatMap { $0.features.focus + $0.features.neighbors + $0.features.countries }
    let towns = bases.flatMap { features, dots in
      let drawn = Set(dots)
      return features.towns.filter { drawn.contains($0.point) }.flatMap(\.credits)
    }
    groups = [
      ("Borders", Set(areas.filter { !$0.outlines.isEmpty }.flatMap(\.credits))),
      ("Rivers and lakes", Set(bases.flatMap(\.features.waterCredits))),
      ("Towns", Set(towns)),
      ("Places of incidents", Set(places)),
    ]
  }

  var isEmpty: Bool { groups.allSatisfy(\.credits.isEmpty) }

  /// `Borders: A; B. Towns: C.`
  var inWords: String {
    groups.filter { !$0.credits.isEmpty }.map {
      "\($0.subject): \($0.credits.sortedByLetters.joined(separator: "; "))."
    }
    .joined(separator: " ")
  }
}

extension Set<String> {
  /// In the order of the alphabet, large and small letters alike.
  fileprivate var sortedByLetters: [String] { sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) } }
}
