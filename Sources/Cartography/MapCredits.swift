/// Who made what stands on a map, by what it is.
struct MapCredits {
  private let groups: [(subject: String, credits: Set<String>)]

  /// The credits of all that the frames show, and of the places that the incidents were matched to.
  init(frames: [MapFrame], places: [String]) {
    let drawings = frames.map(\.drawing)
    let areas = drawings.flatMap { $0.features.focus + $0.features.neighbors + $0.features.countries }
    let towns = drawings.flatMap { drawing in
      let drawn = Set(drawing.townDots)
      return drawing.features.towns.filter { drawn.contains($0.point) }.flatMap(\.credits)
    }
    groups = [
      ("Borders", Set(areas.filter { !$0.outlines.isEmpty }.flatMap(\.credits))),
      ("Rivers and lakes", Set(drawings.flatMap(\.features.waterCredits))),
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
