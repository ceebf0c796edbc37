import Incidents

/// What texts put around a name without saying more of where it is.
enum PlainWording {
  /// Policy tables.
  private static let hedges: Set<String> = [
    "possibly", "probably", "likely", "reportedly", "allegedly", "apparently", "perhaps", "maybe", "presumably",
  ]
  /// Kinds that stand before the name: `the besieged town of Foo`, `the Damascus suburb of Foo`.
  private static let kinds: Set<String> = ["town", "city", "village", "suburb", "hamlet", "township", "camp"]
  private static let leading = PlainBytes.Words(hedges.union(kinds).union(["the"]))
  /// Words before such a kind that make it a part of another place: `the Old City of Foo`.
  private static let parts: Set<String> = ["old", "inner", "central", "new", "ancient"]
  /// What an Arabic preposition is written together with: `بريف`, `بمدينة`.
  private static let joined: Set<String> = [
    "ريف", "مدينة", "محافظة", "بلدة", "قرية", "حي", "منطقة", "قضاء", "ناحية", "مخيم", "أطراف", "محيط", "ضواحي",
  ]

  /// A mention without it.
  static func plain(_ mention: PlaceMention) -> PlaceMention {
    guard PlainBytes.hasWord(mention.name, of: leading) || mention.name.contains(" ب") else {
      return mention
    }
    var mention = mention
    mention.name = withoutArticle(withoutHedge(withPrepositions(mention.name)))
    return behindKind(mention)
  }

  /// `The Euphrates` without its article, unless plain words follow.
  private static func withoutArticle(_ text: String) -> String {
    guard text.prefix(4).lowercased() == "the ", !CommonWords.areAll(text) else { return text }
    return String(text.dropFirst(4))
  }

  private static func withoutHedge(_ text: String) -> String {
    guard let first = PhraseWord.words(of: text).first, hedges.contains(first.lower) else { return text }
    return String(text[first.range.upperBound...].drop(while: \.isWhitespace))
  }

  /// An Arabic text with the preposition `ب`, which is written together with its noun, as a word.
  private static func withPrepositions(_ text: String) -> String {
    guard text.contains(" ب") else { return text }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    return words.enumerated().map { number, word in
      let noun = String(word.dropFirst())
      let isJoined =
        number > 0 && word.hasPrefix("ب") && (joined.contains(noun) || noun.hasPrefix("ال") && noun.count > 4)
      return isJoined ? "في " + noun : word
    }.joined(separator: " ")
  }

  /// `The Damascus suburb of Douma` is Douma in Damascus, `the besieged town of Madaya` is Madaya.
  private static func behindKind(_ mention: PlaceMention) -> PlaceMention {
    let words = PhraseWord.words(of: mention.name)
    guard let kind = words.indices.first(where: { isKind(words, $0) }), kind > 0, kind + 2 < words.endIndex,
      !parts.contains(words[kind - 1].lower)
    else { return mention }
    var mention = mention
    let before = words[kind - 1]
    if words[kind].lower == "suburb", mention.name[before.range].first?.isUppercase == true {
      mention.parents.append(String(mention.name[before.range]))
    }
    mention.name = String(mention.name[words[kind + 2].range.lowerBound...])
    return mention
  }

  private static func isKind(_ words: [PhraseWord], _ index: Int) -> Bool {
    kinds.contains(words[index].lower) && index + 1 < words.endIndex && words[index + 1].lower == "of"
  }
}
