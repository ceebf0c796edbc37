/// The parts of something that is written like a grid reference: `38S LF 12345 67890`.
struct GridParts {
  /// The digits before the letters.
  let zone: String
  /// The letters, in capitals: of the latitude band and of the square of 100 km.
  let letters: String
  /// What follows, by the spaces in it.
  let groups: [String]
  private let isOneCase: Bool

  /// Nil for a text with anything but ASCII letters, digits and spaces in it, or with no letters after a number.
  init?(_ text: some StringProtocol) {
    var (zone, letters, rest) = ("", "", "")
    for character in text {
      if character.isWhitespace {
        if !rest.isEmpty { rest.append(" ") }
      } else if !rest.isEmpty || (character.isASCII && character.isNumber && !letters.isEmpty) {
        rest.append(character)
      } else if character.isASCII, character.isNumber {
        zone.append(character)
      } else {
        letters.append(character)
      }
    }
    guard !zone.isEmpty, !letters.isEmpty,
      (letters + rest).allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " ") })
    else { return nil }
    self.zone = zone
    self.letters = letters.uppercased()
    groups = rest.uppercased().split(separator: " ").map(String.init)
    isOneCase = letters.allSatisfy(\.isUppercase) || letters.allSatisfy(\.isLowercase)
  }

  /// The same without spaces and in capitals.
  var reference: String { zone + letters + digits }
  var digits: String { groups.joined() }

  /// Whether this is an attempt at a grid, and not the name of a street or a day: letters in one case, then digits for
  /// the most part. A square of 100 km has no digits, and needs capitals.
  func isAttempt(written text: some StringProtocol) -> Bool {
    guard zone.count <= 3, letters.count <= 5, isOneCase else { return false }
    if groups.isEmpty { return letters.count == 3 && text.contains(letters.suffix(2)) && problem == nil }
    let isLong = digits.count >= 4 || (letters.count == 3 && digits.count >= 2)
    return isLong && 2 * digits.count(where: \.isNumber) >= digits.count
  }

  /// What is wrong with it; nil when only the square may be one that does not exist.
  var problem: String? {
    guard (1...60).contains(Int(zone) ?? 0) else { return "its zone is \(zone), and zones are numbered 1 to 60" }
    if let letter = digits.first(where: { !$0.isNumber }) { return "the letter \(letter) stands among its digits" }
    if letters.count > 3, let letter = letters.dropFirst(3).first, !digits.isEmpty {
      return "the letter \(letter) stands where its digits begin"
    }
    guard letters.count == 3 else { return "it has \(letters.count) letters after its zone, and a grid has three" }
    // The system leaves these two out, as they look like digits.
    if let letter = letters.first(where: { "IO".contains($0) }) { return "the letter \(letter) occurs in no grid" }
    guard digits.count.isMultiple(of: 2) else {
      return "it has \(digits.count) digits, which cannot be halved into easting and northing"
    }
    if digits.count > 10 { return "it has \(digits.count) digits, and a grid to the meter has 10" }
    guard groups.count <= 1 || (groups.count == 2 && groups[0].count == groups[1].count) else {
      return "its digits are in groups of \(groups.map { "\($0.count)" }.joined(separator: " and ")), but easting and "
        + "northing have the same number"
    }
    return nil
  }
}
