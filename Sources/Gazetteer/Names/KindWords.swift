import Incidents

/// Words that say what kind of place is named, in English and in Arabic as transliterated. Policy table. The words are
/// normalized (`NormalizedName`): `haii` for `Hayy`, `karya` beside `qarya`.
enum KindWords {
  /// One or more words and what they say.
  struct Row: Sendable {
    /// The words, as normalized.
    let words: [[UInt8]]
    /// What they say the place is.
    let kind: PlaceKind
  }

  private static let lines: [(PlaceKind, [String])] = [
    (
      .neighborhood,
      ["neighborhood", "neighbourhood", "neighborhoods", "neighbourhoods", "quarter", "suburb", "hay", "hayy", "hai", "hayi", "hayat al", "mahallat", "mahalla", "mahallah", "harat", "mahalat"]
    ),
    (.area, ["area", "mintaqat", "mintaqah", "mantiqat", "region", "sector", "locality", "outskirts", "vicinity"]),
    (.village, ["village", "villages", "qaryat", "qaryah", "qarya", "qaria", "karyat", "qariyat", "qariat", "karia", "hamlet", "farm", "farms", "gund", "gundi", "deh", "koy", "koyu"]),
    (.town, ["town", "balda", "baldat", "bldat", "township"]),
    (.city, ["city", "madinat", "madinah", "medinat", "madina", "center", "centre", "markaz", "city center", "city centre", "town center"]),
    (.governorate, ["governorate", "province", "muhafazat", "mohafazat", "muhafazah", "mohafazah", "gouvernorat", "gouvernement", "vilayet", "parezga"]),
    (.district, ["district", "qada", "qadaa", "kaza", "sub district", "subdistrict", "nahiyat", "nahiya", "nahiyah", "nahia", "nahyat", "mantiqa", "county"]),
    (.oilfield, ["oilfield", "oilfields", "oil field", "oil fields", "oil well", "oil wells", "gas field", "gasfield", "gas plant", "haql", "haqel", "hakl", "oil facility", "refinery", "oil refinery"]),
    (.airfield, ["airfield", "airbase", "air base", "airport", "international airport", "military airport", "military airbase", "military base", "matar", "matarat", "air field", "airstrip", "qaidat"]),
    (.camp, ["camp", "camps", "refugee camp", "idp camp", "mukhayyam", "mukhayam", "mokhayam", "moukhayam"]),
    (.school, ["school", "schools", "madrasat", "madrasah", "madrasa"]),
    (.site, ["mosque", "masjid", "jami", "hospital", "mustashfa", "factory", "university", "jamiat", "prison", "sijn", "market", "souq", "suq", "souk", "checkpoint", "junction", "roundabout", "silos", "station", "building", "compound", "castle", "qalat", "cemetery", "farmland"]),
    (.bridge, ["bridge", "jisr", "jisir", "bridges"]),
    (.river, ["river", "nahr", "nehr", "valley", "stream", "canal"]),
    (.lake, ["lake", "buhayrat", "buhayrah", "buhairat", "reservoir"]),
    (.dam, ["dam", "sadd", "sad"]),
    (.country, ["republic"]),
  ]

  /// All rows, longest first, so that `oil field` is found before `field`.
  static let rows: [Row] = lines.flatMap { kind, texts in
    texts.map { Row(words: NormalizedName.words(of: $0), kind: kind) }
  }.filter { !$0.words.isEmpty }.sorted { $0.words.count > $1.words.count }

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
