/// Where a text says that something is, seen from the places it names.
enum PlaceRelation: Hashable {
  /// `10 km north of A`; `10 km from A`, without a direction; `north of A`, without a distance.
  case offset(WrittenLength?, Heading?, from: String)
  /// `near A`, `in the vicinity of A`.
  case near(String)
  /// `the outskirts of A`.
  case outskirts(String)
  /// `between A and B`.
  case between(String, String)
  /// `the A–B road`. A hyphen may part the names or belong to one of them: all readings.
  case road([RoadEnds])
  /// `the bridge over the Euphrates`, and the place that follows when there is one.
  case crossing(String, near: String?)
  /// `the Tigris in A`: something named, in a larger place.
  case inside(String)
  /// `western A`, `the countryside of A`: a part of a place.
  case part(PlacePart, of: String)

  /// The two ends of a road.
  struct RoadEnds: Hashable {
    let from: String
    let to: String
  }
}

/// A place phrase that is more than a name: what is there, if the text names it, and where that is.
struct RelationPhrase: Hashable {
  /// What is there: `al-Foo junction`. Nil for a bare position, and for words that name nothing (`a village`).
  var subject: String?
  /// What is there in all its words, `a village` too.
  var words: String?
  var relation: PlaceRelation

  /// Words that name nothing. Policy table.
  private static let fillers: Set<String> = [
    "the", "a", "an", "in", "on", "at", "to", "just", "area", "areas", "somewhere", "point", "location", "place",
    "position", "halfway", "midway", "and", "of", "immediate", "general", "northern", "southern", "eastern",
    "western", "desert", "countryside",
  ]

  /// The phrase in a text; nil for a plain name.
  init?(_ text: String) {
    guard RelationWords.areIn(text) else { return nil }
    let parser = RelationParser(text)
    for start in parser.words.indices {
      guard let relation = parser.relation(at: start) else { continue }
      self.relation = relation
      // `5 km north and 3 km east of A`: half of it would be another place.
      if parser.hasLength(before: start) { return nil }
      let before = parser.words[..<start].drop { RelationParser.determiners.contains($0.lower) }
      words = before.isEmpty ? nil : parser.text(before)
      subject = Self.isNamed(before, in: parser) ? words : nil
      if case .inside = relation, words == nil || Self.isFiller(before) { return nil }
      return
    }
    return nil
  }

  init(subject: String? = nil, relation: PlaceRelation) {
    (self.subject, words) = (subject, subject)
    self.relation = relation
  }

  private static func isFiller(_ words: ArraySlice<PhraseWord>) -> Bool {
    words.allSatisfy { fillers.contains($0.lower) }
  }

  /// Whether some words name something, and do not only say what kind of thing is there.
  private static func isNamed(_ words: ArraySlice<PhraseWord>, in parser: RelationParser) -> Bool {
    let telling = words.filter { !fillers.contains($0.lower) }
    guard !telling.isEmpty else { return false }
    let (forms, kind) = NameForm.readings(of: NormalizedName(telling.map(\.lower).joined(separator: " ")))
    return kind == nil || forms.contains { $0.stripping.isKindWord }
  }
}
