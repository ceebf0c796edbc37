import Gazetteer

/// The script of the names on a map's base. Titles and legends are in English.
public enum LabelScript: String, Hashable, Sendable, CaseIterable {
  /// The gazetteer's main names, as English texts write them.
  case latin
  /// The Arabic names, where a place has one.
  case arabic
  /// The main name, then the Arabic one.
  case both

  /// What a map calls the place.
  func name(of place: Place) -> String {
    guard self != .latin, let arabic = place.arabicName else { return place.englishName }
    return self == .arabic ? arabic : "\(place.englishName) \(arabic)"
  }
}

extension Place {
  /// Of its names in Arabic letters the one that most of the others spell in Latin ones: gazetteers list what a place was
  /// called long ago, and slips, beside its name. Names with letters that Arabic itself does not have, such as Persian and
  /// Kurdish ones, only count where there are no others.
  var arabicName: String? {
    let all = ([name] + alternateNames).filter(\.isArabicScript)
    let arabic = all.filter { !$0.unicodeScalars.contains(where: \.isAddedToArabic) }
    let names = arabic.isEmpty ? all : arabic
    guard names.count > 1 else { return names.first }
    let latin = ([name] + alternateNames).filter { $0.unicodeScalars.allSatisfy { $0.value < 0x0600 } }
    let supports = names.map { name in latin.count { spellingCost($0, name) < Self.sameName } }
    return names.indices.max { (supports[$0], $1) < (supports[$1], $0) }.map { names[$0] }
  }

  /// Below this cost an Arabic name and a Latin one are the same name.
  private static let sameName = 0.3
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
