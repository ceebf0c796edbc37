/// Says in words what had to be assumed to read a written name as one of the gazetteer's.
enum SpellingReasons {
  /// The assumptions, most general first.
  static func words(_ query: PlaceQuery, name: String) -> [String] {
    if query.text == name { return ["written as in the gazetteer"] }
    let (left, right) = (query.name, NormalizedName(name))
    var reasons = ["“\(query.text)” is read as “\(name)”"]
    if left.articleCount > right.articleCount { reasons.append("article stripped") }
    if left.articleCount < right.articleCount { reasons.append("article of the gazetteer's name stripped") }
    reasons += letterGroups(query.text, name)
    if left.isUnvowelled != right.isUnvowelled {
      reasons.append("Arabic script compared by its consonants, \(left.text) with \(right.text)")
    } else if left.words != right.words {
      reasons += changes(query, right)
    }
    return reasons
  }

  /// The groups of letters that only the written name has and that normalization reads in one way.
  private static func letterGroups(_ written: String, _ name: String) -> [String] {
    let groups = letterGroups(of: written)
    if groups.isEmpty { return [] }
    return groups.subtracting(letterGroups(of: name)).sorted().map { row in
      let (from, to) = VowelSpellings.table[row]
      return "“\(String(decoding: from, as: UTF8.self))” read as “\(String(decoding: to, as: UTF8.self))”"
    }
  }

  /// The rows of `VowelSpellings` that stand in the words of a name, but for words that only say what kind of place it is.
  private static func letterGroups(of name: String) -> Set<Int> {
    FoldedText(name).words.reduce(into: []) { rows, word in
      let found = VowelSpellings.rows(in: word)
      if !found.isSubset(of: rows), KindWords.prefix(of: [NormalizedName.spelled(folded: word)]) == nil {
        rows.formUnion(found)
      }
    }
  }

  private static func changes(_ query: PlaceQuery, _ name: NormalizedName) -> [String] {
    let readings = NameForm.readings(of: name).forms
    let pairs = query.forms.filter { !$0.stripping.isOfOtherWords }.flatMap { form in
      readings.map { SpellingAlignment.steps(form.symbols, $0.symbols, .vowelled) }
    }
    guard let steps = pairs.min(by: { $0.count < $1.count }) else { return [] }
    guard steps.count <= 4 else { return ["\(query.name.text) compared with \(name.text)"] }
    return steps.compactMap(words)
  }

  private static func words(_ step: SpellingAlignment.Step) -> String? {
    switch (step.left.map(LetterSymbol.text), step.right.map(LetterSymbol.text)) {
    case (" ", nil), (nil, " "): "written together or apart"
    case (let left?, let right?): "“\(left)” taken for “\(right)”"
    case (let left?, nil): "“\(left)” left out"
    case (nil, let right?): "“\(right)” added"
    case (nil, nil): nil
    }
  }
}
