import Gazetteer

/// The script of the names on a map's base. Titles and legends are in English.
public enum LabelScript: String, Hashable, Sendable, CaseIterable {
  /// The gazetteer's main names.
  case latin
  /// The Arabic names, where a place has one.
  case arabic
  /// The main name, then the Arabic one.
  case both

  /// What a map calls the place.
  func name(of place: Place) -> String {
    guard self != .latin, let arabic = place.arabicName else { return place.name }
    return self == .arabic ? arabic : "\(place.name) \(arabic)"
  }
}

extension Place {
  /// The first of its names that is written in the letters of Arabic, or else in those of a language that adds some,
  /// such as Persian and Kurdish.
  var arabicName: String? {
    let names = ([name] + alternateNames).filter(\.isArabicScript)
    return names.first { !$0.unicodeScalars.contains(where: \.isAddedToArabic) } ?? names.first
  }
}

extension String {
  fileprivate var isArabicScript: Bool {
    unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
      && unicodeScalars.allSatisfy { (0x0600...0x06FF).contains($0.value) || $0 == " " }
  }
}

extension Unicode.Scalar {
  /// Letters that Arabic itself does not have (Unicode, Arabic block: extended Arabic letters).
  fileprivate var isAddedToArabic: Bool { (0x0671...0x06D3).contains(value) || value == 0x06D5 }
}
