import Foundation
import Incidents

/// A length as a text gives it: `10 km`, `about twelve kilometers`, `6 miles (10 km)`, `10-15 km`.
struct WrittenLength: Hashable, Sendable {
  var meters: Double
  /// How far off the number may be as it is rounded, in meters.
  var imprecisionMeters: Double
  /// Whether it is the most that is said: `within 5 km`.
  var isUpperBound = false

  /// Meters to each unit. Policy table.
  private static let units: [String: Double] = {
    let rows: [(Double, String)] = [
      (1000, "km kms kilometer kilometers kilometre kilometres كم كلم كيلومتر كيلومترا كيلومترات"),
      (1, "m meter meters metre metres متر مترا أمتار"),
      (1609.344, "mi mile miles"), (1852, "nm nmi nautical-mile nautical-miles"),
    ]
    return Dictionary(
      rows.flatMap { meters, names in names.split(separator: " ").map { (String($0), meters) } },
      uniquingKeysWith: { first, _ in first })
  }()
  /// Words before a number that make it a round one, and those that make it the most. Policy tables.
  private static let roundly: Set<String> = [
    "about", "around", "approximately", "approx", "approx.", "some", "roughly", "ca", "ca.", "circa", "nearly",
    "almost",
    "over",
  ]
  private static let atMost: [[String]] = [["within"], ["less", "than"], ["up", "to"], ["under"]]

  /// The length at the start of some words, and how many they are.
  static func read(_ words: ArraySlice<PhraseWord>) -> (length: WrittenLength, count: Int)? {
    var index = words.startIndex
    var isRound = false
    var isUpperBound = false
    while index < words.endIndex, roundly.contains(words[index].lower) {
      isRound = true
      index += 1
    }
    for phrase in atMost where words[index...].prefix(phrase.count).map(\.lower) == phrase {
      isUpperBound = true
      index += phrase.count
      break
    }
    guard var (length, end) = plain(words, index) else { return nil }
    // The same length in another unit, in brackets: the finer one counts.
    if end < words.endIndex, let (other, next) = plain(words, end),
      abs(other.meters - length.meters) < length.meters / 5
    {
      if other.imprecisionMeters < length.imprecisionMeters { length = other }
      end = next
    }
    if isRound { length.imprecisionMeters = min(2 * length.imprecisionMeters, length.meters / 2) }
    length.isUpperBound = isUpperBound
    return (length, end - words.startIndex)
  }

  /// A number, or two, with a unit.
  private static func plain(_ words: ArraySlice<PhraseWord>, _ start: Int) -> (WrittenLength, Int)? {
    guard start < words.endIndex else { return nil }
    let (figures, glued) = split(words[start].lower)
    guard !figures.hasPrefix("-") else { return nil }  // a length has no sign
    var numbers = figures.split(separator: "-").compactMap { number($0) }
    if numbers.isEmpty, let value = EnglishNumbers.value(of: figures) { numbers = [(Double(value), Double(value))] }
    var index = start + 1
    if numbers.count == 1, index + 1 < words.endIndex, glued.isEmpty, words[index].lower == "to",
      let upper = number(Substring(split(words[index + 1].lower).figures))
    {
      numbers.append(upper)
      index += 2
    }
    guard let (unit, next) = unit(words, glued: glued, index) else { return nil }
    // `1,500 m`: no one gives fractions of a millimeter.
    if unit == 1, figures.wholeMatch(of: /\d{1,3}(,\d{3})+/) != nil {
      numbers = [number(Substring(figures.replacing(",", with: "")))].compactMap(\.self)
    }
    guard let first = numbers.first, let last = numbers.last, numbers.count <= 2 else { return nil }
    let half = (last.value - first.value) / 2
    guard half >= 0, last.value > 0 else { return nil }
    let rounding = min(first.step, last.step) / 2
    return (
      WrittenLength(
        meters: (first.value + half) * unit,
        imprecisionMeters: min(half + rounding, (first.value + half) / (numbers.count == 1 ? 2 : 1)) * unit), next
    )
  }

  /// A word of figures with a unit glued to it: `10km`.
  private static func split(_ word: String) -> (figures: String, unit: String) {
    guard word.first?.isNumber == true, let end = word.firstIndex(where: \.isLetter) else { return (word, "") }
    return (String(word[..<end]), String(word[end...]))
  }

  private static func unit(
    _ words: ArraySlice<PhraseWord>, glued: String, _ index: Int
  ) -> (meters: Double, next: Int)? {
    if !glued.isEmpty { return units[glued].map { ($0, index) } }
    guard index < words.endIndex else { return nil }
    let word = words[index].lower.trimmingPrefix("-")
    if word == "nautical", index + 1 < words.endIndex, let meters = units["nautical-" + words[index + 1].lower] {
      return (meters, index + 2)
    }
    let plain = word.hasSuffix(".") ? word.dropLast() : word[...]
    return units[String(plain)].map { ($0, index + 1) }
  }

  /// A number with a decimal point or comma, and the step it is rounded to: the largest power of ten, or half of the
  /// next one, that it is a multiple of. 12 → 1, 15 → 5, 10 → 10, 250 → 50, 4.5 → 0.5.
  private static func number(_ text: Substring) -> (value: Double, step: Double)? {
    let plain = text.replacing(",", with: ".")
    guard text.first?.isNumber == true, let value = Double(plain), value.isFinite else { return nil }
    let decimals = plain.firstIndex(of: ".").map { plain.distance(from: $0, to: plain.endIndex) - 1 } ?? 0
    var step = pow(10, -Double(decimals))
    var count = (value / step).rounded()
    guard count > 0, count < 1e9 else { return (value, step) }
    while count.truncatingRemainder(dividingBy: 10) == 0 {
      count /= 10
      step *= 10
    }
    return (value, count.truncatingRemainder(dividingBy: 5) == 0 ? 5 * step : step)
  }
}
