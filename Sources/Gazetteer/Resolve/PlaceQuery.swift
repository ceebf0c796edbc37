import Incidents

/// A mention made ready to be looked up.
struct PlaceQuery {
  /// The words for the place.
  let text: String
  let name: NormalizedName
  /// The ways to read them.
  let forms: [NameForm]
  /// The kind they state.
  let kind: PlaceKind?
  /// The larger places named, nearest first.
  let parents: [String]
  /// ISO 3166-1 alpha-2, when the text gives a country that is known.
  let country: String?
  let context: ResolutionContext

  init(_ text: String, parents: [String] = [], country: String?, context: ResolutionContext = ResolutionContext()) {
    self.text = text
    self.parents = parents
    self.country = country
    self.context = context
    name = NormalizedName(text)
    var (forms, kind) = NameForm.readings(of: name)
    for variant in Self.variants(text) {
      let (more, variantKind) = NameForm.readings(of: NormalizedName(variant))
      forms += more.map { NameForm(symbols: $0.symbols, stripping: .part) }.filter { !forms.contains($0) }
      kind = kind ?? variantKind
    }
    // A part of a town may be listed with the town's name: `Old City of Mosul`.
    if let parent = parents.first {
      let words = name.words + NormalizedName(parent).words
      forms.append(NameForm(symbols: LetterSymbol.symbols(of: words), stripping: .withParent))
    }
    self.forms = forms
    self.kind = kind
  }

  /// Whether all its words stand in so many names that they name nothing by themselves: `Old City`, `the market`.
  var isGeneric: Bool {
    name.words.allSatisfy { GenericWords.contains(LetterSymbol.symbols(of: [$0]).span) }
  }

  /// The parts of a name that gives several: `A / B`, `A (B)`, `A and B`.
  private static func variants(_ text: String) -> [String] {
    let marks = "/()\\&"
    let words = text.utf8.split(separator: Letters.space)
    let isOne = !words.contains { $0.elementsEqual("and".utf8) || $0.contains(where: marks.utf8.contains) }
    if isOne { return [] }
    let parts = text.replacing(" and ", with: " & ").split(whereSeparator: marks.contains)
    return parts.count < 2 ? [] : parts.map(String.init).filter { $0.contains(where: \.isLetter) }
  }
}
