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
