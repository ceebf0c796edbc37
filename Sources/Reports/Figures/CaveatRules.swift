import Incidents

/// A reservation, and the words that make it.
struct CaveatRule {
  let kind: MonthlyFigures.Caveat.Kind
  /// Any of these sequences of words.
  let words: [[String]]
  /// Whether it is about one governorate, when the sentence names one.
  let isAboutArea: Bool

  private init(_ kind: MonthlyFigures.Caveat.Kind, isAboutArea: Bool = false, _ words: String...) {
    self.kind = kind
    self.isAboutArea = isAboutArea
    self.words = words.map { $0.split(separator: " ").map(String.init) }
  }

  /// All reservations that are understood.
  static let all: [CaveatRule] = [
    CaveatRule(.verificationHindered, "been hindered", "was hindered", "hindered in"),
    CaveatRule(.partlyVerified, "only partially verify", "partially verify", "partially verified", "partly verify"),
    CaveatRule(.absoluteMinimum, "absolute minimum"),
    CaveatRule(
      .notVerified, isAboutArea: true, "not able to verify", "unable to verify", "not been able to verify",
      "could not verify", "not able to obtain", "unable to obtain", "not been able to obtain", "could not be verified"),
    CaveatRule(
      .notIncluded, isAboutArea: true, "are not included", "not included in", "do not include", "does not include",
      "excludes", "excluding", "is not included"),
    CaveatRule(.otherSource, isAboutArea: true, "health directorate", "directorate of health", "health department"),
    CaveatRule(.incomplete, "might not fully reflect", "may not fully reflect", "might not reflect", "may not reflect"),
  ]

  func span(_ run: TokenRun, _ sentence: Range<Int>) -> Range<Int>? {
    words.lazy.compactMap { run.first($0, in: sentence) }.first
  }
}

/// Whether figures count police, by the words that say so.
enum PoliceRule {
  private static let including: Set<String> = ["including", "include", "includes", "inclusive", "such", "as"]
  private static let excluding: Set<String> = ["excluding", "exclude", "excludes", "without"]

  static func read(_ run: TokenRun, _ sentence: Range<Int>) -> Cited<Bool>? {
    guard let police = sentence.first(where: { run.isWord($0, "police") }), let span = run.span(police..<police + 1)
    else { return nil }
    let before = sentence.lowerBound..<police
    if run.contains(anyOf: excluding, in: before) || run.first(["not", "include"], in: before) != nil {
      return Cited(false, span)
    }
    return run.contains(anyOf: including, in: before) ? Cited(true, span) : nil
  }
}
