import Incidents

/// A place in a sentence: a preposition or a kind word, a name, and the larger places behind it.
struct PlaceClue {
  /// The places: several for a list, `Kirkuk and Diyala provinces`.
  var mentions: [PlaceMention]
  /// The phrase as written, from its direction or kind word to its last parent.
  var phrase: Cited<String>
  var tokens: Range<Int>
  /// Whether it names nothing finer than a country.
  var isCountry: Bool
}

/// Finds the places in running text.
struct PlaceFinder {
  let run: TokenRun
  let countries: CountryNames
  /// The one country that the document is about, for places without one.
  let country: String?

  /// A name with the words around it.
  struct Name {
    var name: Range<Int>
    /// `northwest of `: the words that shift the place.
    var shift: String = ""
    /// `western `, `northern countryside of `: the words that narrow it.
    var part: String = ""
    /// A kind word before or after the name: `village`.
    var kind: String?
    var end: Int
    /// The name as a gazetteer is asked for it.
    func text(_ run: TokenRun) -> String {
      let words = run.text(name)
      let isPossessive = words.hasSuffix("'s") || words.hasSuffix("’s")
      let core = part + (isPossessive ? String(words.dropLast(2)) : words)
      guard let kind, !["city", "town", "desert", "field", "plain", "hills", "mountains"].contains(kind) else {
        return shift + core
      }
      return shift + core + " " + kind
    }
  }

  /// The places of a range, in order.
  func places(_ range: Range<Int>) -> [PlaceClue] {
    var clues: [PlaceClue] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let start = start(index), let clue = clue(at: start, range) {
        if !isVague(clue) { clues.append(clue) }
        index = clue.tokens.upperBound
      } else {
        index += 1
      }
    }
    return clues
  }

  /// `in the Tigris near Qayyarah`, `in the Badia east of Salamiyah`: the finer place follows.
  private func isVague(_ clue: PlaceClue) -> Bool {
    let end = clue.tokens.upperBound
    guard clue.tokens.count == 2, isArea(before: end), let word = run.word(end) else { return false }
    return word == "near" || word == "at" || (PlaceWords.directions.contains(word) && run.isWord(end + 1, "of"))
  }

  /// Where a place phrase starts, when one starts at a token: behind a preposition, or at a direction or kind with *of*.
  private func start(_ index: Int) -> Int? {
    if let length = PlaceWords.prepositions.lazy.compactMap({ run.lengthOfWords($0, at: index) }).first {
      return index + length
    }
    guard let word = run.word(index) else { return nil }
    if word == "between" { return index }
    guard run.isWord(index + 1, "of") else { return nil }
    if PlaceWords.attacks.contains(word) { return index + 2 }
    return PlaceWords.directions.contains(word) || PlaceWords.kinds.contains(word) ? index : nil
  }

  private func clue(at start: Int, _ range: Range<Int>) -> PlaceClue? {
    if run.isWord(start, "between") { return between(start + 1, "and", start, range) }
    if run.isWord(start - 1, "from"), let way = between(start, "to", start, range) { return way }
    guard let first = name(at: start, range) else { return nil }
    var names = [first]
    while let next = listed(after: names[names.count - 1].end, range) { names.append(next) }
    if names.count > 1, isList(names) { return list(names, start, range) }
    return single(first, start, range)
  }

  /// `between A and B`, `from A to B`, as one place.
  private func between(_ index: Int, _ joint: String, _ start: Int, _ range: Range<Int>) -> PlaceClue? {
    guard let first = name(at: index, range), run.isWord(first.end, joint),
      let second = name(at: first.end + 1, range)
    else { return nil }
    let parents = parents(after: second.end, range)
    let text = "between \(first.text(run)) and \(second.text(run))"
    return clue([mention(text, parents.names, start..<parents.end, parents.country)], start..<parents.end, false)
  }

  private func single(_ name: Name, _ start: Int, _ range: Range<Int>) -> PlaceClue? {
    let code = countries.code(of: run.text(name.name))
    let parents = parents(after: name.end, range)
    let tokens = start..<parents.end
    let isCountry = code != nil && name.part.isEmpty
    return clue([mention(name.text(run), parents.names, tokens, parents.country)], tokens, isCountry)
  }

  private func list(_ names: [Name], _ start: Int, _ range: Range<Int>) -> PlaceClue? {
    let kind = names.last?.kind.map { singular($0) }
    let parents = parents(after: names[names.count - 1].end, range)
    let mentions = names.map { name in
      var name = name
      name.kind = kind ?? name.kind
      return mention(name.text(run), parents.names, name.name, parents.country)
    }
    let areCountries = names.allSatisfy { countries.code(of: run.text($0.name)) != nil }
    return clue(mentions, start..<parents.end, areCountries)
  }

  private func singular(_ kind: String) -> String {
    kind.hasSuffix("ies") ? kind.dropLast(3) + "y" : kind.hasSuffix("s") ? String(kind.dropLast()) : kind
  }

  private func clue(_ mentions: [PlaceMention], _ tokens: Range<Int>, _ isCountry: Bool) -> PlaceClue? {
    guard let phrase = run.words(tokens) else { return nil }
    return PlaceClue(mentions: mentions, phrase: phrase, tokens: tokens, isCountry: isCountry)
  }

  private func mention(
    _ name: String, _ parents: [String], _ tokens: Range<Int>, _ written: Range<Int>?
  ) -> PlaceMention {
    let words = written.map(run.text)
    return PlaceMention(
      name: name, parents: parents, country: words, countryCode: words.flatMap { countries.code(of: $0) } ?? country,
      span: run.span(tokens) ?? ByteSpan(start: 0, end: 0))
  }

  /// The next name of a list: after a comma, *and* or both.
  private func listed(after end: Int, _ range: Range<Int>) -> Name? {
    var start = end
    if run.isMark(start, ",") { start += 1 }
    if run.isWord(start, "and") || run.isWord(start, "or") { start += 1 }
    return start > end ? name(at: start, range) : nil
  }

  /// Whether names are one list, and not a place and its parents: an *and* before the last, and nothing that acts after.
  private func isList(_ names: [Name]) -> Bool {
    let last = names[names.count - 1].name.lowerBound
    let hasAnd = (names[names.count - 2].end..<last).contains { run.isWord($0, "and") || run.isWord($0, "or") }
    return hasAnd && !names.dropLast().contains { $0.kind != nil && $0.kind?.hasSuffix("s") == false }
  }

  /// The name at a token, behind descriptors: `the northern Iraqi city of Mosul`, `western Mosul`, `village of Anamel`.
  func name(at start: Int, _ range: Range<Int>) -> Name? {
    var index = start
    var (shift, part) = ("", "")
    var kind: String?
    while index < range.upperBound, let word = run.word(index) {
      if PlaceWords.directions.contains(word), run.startsLowercase(index) {
        let isOf = run.isWord(index + 1, "of")
        if isOf { shift = distance(before: index) + word + " of " }
        if !isOf, !PlaceWords.middles.contains(word) { part += word + " " }
        index += isOf ? 2 : 1
      } else if PlaceWords.parts.contains(word), run.isWord(index + 1, "of") {
        if PlaceWords.surroundings.contains(word) { part += word + " of " }
        index += 2
      } else if PlaceWords.kinds.contains(word), run.startsLowercase(index), run.isWord(index + 1, "of") {
        // `the northern city of Mosul` lies in the north of something else.
        part = PlaceWords.surroundings.contains(word) ? part + word + " of " : ""
        kind = PlaceWords.surroundings.contains(word) ? nil : word
        index += 2
      } else if word == "rural", !isName(index) {
        part += "rural "
        index += 1
      } else if PlaceWords.descriptors.contains(word) || isDemonym(index), !isName(index) || isDemonym(index) {
        if isDemonym(index) { part = "" }
        index += 1
      } else {
        break
      }
    }
    guard let end = endOfName(index, range) else { return nil }
    let after = kindBehind(end)
    if let after, PlaceWords.settlements.contains(after.kind), run.isWord(after.end, "of") {
      // `the Euphrates town of Hajin`
      return name(at: after.end + 1, range)
    }
    return Name(name: index..<end, shift: shift, part: part, kind: kind ?? after?.kind, end: after?.end ?? end)
  }

  /// `50 km ` before a direction.
  private func distance(before index: Int) -> String {
    let isLength = run[index - 2]?.kind == .number && run.word(index - 1).map(PlaceWords.lengths.contains) ?? false
    return isLength ? run.text(index - 2..<index) + " " : ""
  }

  /// The kind word behind a name: `district`, `refugee camp`.
  private func kindBehind(_ index: Int) -> (kind: String, end: Int)? {
    let isLong = run.word(index).map(PlaceWords.beforeKinds.contains) ?? false
    let end = isLong ? index + 2 : index + 1
    guard let word = run.word(end - 1), PlaceWords.kinds.contains(word) else { return nil }
    return (run.text(index..<end), end)
  }

  /// `Iraqi`, `Syrian`: a country's name with an ending.
  private func isDemonym(_ index: Int) -> Bool {
    guard run.startsUppercase(index), let word = run.word(index) else { return false }
    return ["i", "n", "ish", "ian"].contains { ending in
      word.hasSuffix(ending) && countries.code(of: word.dropLast(ending.count)) != nil
    }
  }

  private func endOfName(_ start: Int, _ range: Range<Int>) -> Int? {
    var index = start
    var hasCapital = false
    while index < range.upperBound {
      if index > start, run.gap(index) > .wide { break }
      if isName(index) {
        hasCapital = true
        index += 1
      } else if let word = run.word(index), PlaceWords.particles.contains(word), isName(index + 1) || joins(index + 1) {
        index += 1
      } else if joins(index) {
        index += 1
      } else {
        break
      }
    }
    return hasCapital ? index : nil
  }

  private func joins(_ index: Int) -> Bool {
    run.isMark(index, "-") && run.gap(index) == .none && run[index + 1]?.kind == .word && index > 0
  }

  private func isName(_ index: Int) -> Bool {
    guard let word = run.word(index), !run.startsLowercase(index), let token = run[index] else { return false }
    let isMonth = DateForms.month(run, index) != nil && (run.isMark(index + 1, ".") || run[index + 1]?.kind == .number)
    return !isMonth && !PlaceWords.others.contains(word) && !PlaceWords.peoples.contains(word)
      && token.end - token.start > 1 && !isDemonym(index)
      && NewsWords.forces[word] != .attackers
  }
}
