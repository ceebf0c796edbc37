/// English words for numbers, in small letters. Policy tables.
public enum EnglishNumbers {
  /// Zero to nineteen.
  public static let units: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  /// Twenty to ninety.
  public static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  /// The value of a number below a hundred, such as `twenty-five`; nil for what is none.
  public static func value(of word: some StringProtocol) -> Int? {
    let parts = word.lowercased().split(separator: "-").map(String.init)
    guard let first = parts.first, parts.count <= 2 else { return nil }
    if parts.count == 1 { return units[first] ?? tens[first] }
    guard let ten = tens[first], let unit = units[parts[1]], (1...9).contains(unit) else { return nil }
    return ten + unit
  }
}
