import Incidents

/// Words that say what kind of place is named, in English and in Arabic as transliterated. Policy table. The words are
/// normalized (`NormalizedName`) before they are compared, so one spelling of each sound is enough; `+` joins words that
/// only count together.
enum KindWords {
  /// One or more words and what they say.
  struct Row: Sendable {
    /// The words, as normalized.
    let words: [[UInt8]]
    /// What they say the place is.
    let kind: PlaceKind
  }

  private static let lines: [(kind: PlaceKind, words: String)] = [
    (
      .neighborhood, "neighborhood neighborhoods neighbourhood neighbourhoods quarter suburb hay mahallat mahalla harat"
    ),
    (.area, "area mintaqat mintaqah mantiqat region sector locality outskirts vicinity"),
    (.village, "village villages qaryat qarya qaria karyat karia hamlet farm farms gund gundi koy koyu"),
    (.town, "town baldat township town+center"),
    (.city, "city madinat madinah medinat center centre markaz city+center city+centre"),
    (.governorate, "governorate province muhafazat mohafazat gouvernorat gouvernement vilayet parezga"),
    (.district, "district qada kaza sub+district subdistrict nahiyat nahiya nahia county"),
    (.oilfield, "oilfield oilfields oil+field oil+fields oil+well oil+wells oil+facility oil+refinery refinery"),
    (.oilfield, "gas+field gasfield gas+plant haql haqel hakl"),
    (.airfield, "airfield airbase airport airstrip air+base air+field international+airport military+airport"),
    (.airfield, "military+airbase military+base matar qaidat"),
    (.camp, "camp camps refugee+camp idp+camp mukhayyam mokhayam moukhayam"),
    (.school, "school schools madrasat madrasa"),
    (.site, "mosque masjid jami hospital mustashfa factory university jamiat prison sijn market suq checkpoint"),
    (.site, "junction roundabout silos station building compound castle qalat cemetery farmland"),
    (.bridge, "bridge bridges jisr jisir"),
    (.river, "river nahr nehr valley stream canal"),
    (.road, "road highway motorway"),
    (.lake, "lake buhayrat reservoir"),
    (.dam, "dam sadd"),
  ]

  /// All rows, longest first, so that `oil field` is found before `field`.
  private static let rows: [Row] = lines.flatMap { kind, words in
    words.split(separator: " ").map { text in
      Row(words: NormalizedName.words(of: String(text.replacing("+", with: " "))), kind: kind)
    }
  }.sorted { $0.words.count > $1.words.count }

  private static let byFirstWord: [[UInt8]: [Row]] = Dictionary(grouping: rows) { $0.words[0] }
  private static let byLastWord: [[UInt8]: [Row]] = Dictionary(grouping: rows) { $0.words[$0.words.count - 1] }

  /// The row the words begin with.
  static func prefix(of words: [[UInt8]]) -> Row? {
    guard let first = words.first, let rows = byFirstWord[first] else { return nil }
    return rows.first { words.starts(with: $0.words) }
  }

  /// The row the words end with.
  static func suffix(of words: [[UInt8]]) -> Row? {
    guard let last = words.last, let rows = byLastWord[last] else { return nil }
    return rows.first { words.count >= $0.words.count && words.suffix($0.words.count).elementsEqual($0.words) }
  }
}
