import Foundation

extension Place {
  /// The main name as an English text writes it. Gazetteers mix transliterations with signs for each letter (As Salamīyah)
  /// and the forms of English texts (Al-Mayadin): of what is written in Arabic letters at home, this has no signs above or
  /// below its letters and none for ʿayn and hamza, and one form of the article.
  public var englishName: String {
    guard Self.arabicScriptCountries.contains(country) else { return name }
    return name.withoutSigns.withOneArticle
  }

  /// The countries (ISO 3166-1) whose official languages are written in Arabic letters (Unicode CLDR 45, territory
  /// information and likely scripts). Policy table.
  private static let arabicScriptCountries: Set<String> = [
    "AE", "AF", "BH", "DZ", "EG", "EH", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "SA",
    "SD", "SY", "TN", "YE",
  ]
}

extension String {
  /// Plain Latin letters, as far as these have marks; apostrophes stay inside of words only.
  fileprivate var withoutSigns: String {
    let letters = decomposedStringWithCanonicalMapping.unicodeScalars.filter { scalar in
      !(0x2B0...0x36F).contains(scalar.value) && !Self.ayns.contains(scalar)
    }
    let words = String(String.UnicodeScalarView(letters)).split(separator: " ")
    return words.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "'")) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What stands for ʿayn and hamza, beside the modifier letters.
  private static let ayns: Set<Unicode.Scalar> = ["‘", "’", "`", "´"]

  /// `Al-Nabk` for `An Nabk`, `Sirrin al-Shamaliyah` for `Sirrin ash Shamaliyah`: where the article is a word of its own.
  fileprivate var withOneArticle: String {
    let words = split(separator: " ").map(String.init)
    let folded = words.map { Array($0.lowercased().utf8) }
    var name = ""
    for (index, word) in words.enumerated() {
      let isArticle =
        index + 1 < words.count && folded[index].first == UInt8(ascii: "a")
        && Articles.isArticle(folded[index][...], before: folded[index + 1][...])
      name += isArticle ? (word.first?.isUppercase == true ? "Al-" : "al-") : word + " "
    }
    return String(name.dropLast())
  }
}
