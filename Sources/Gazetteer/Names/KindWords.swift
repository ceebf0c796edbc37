import Incidents

/// Words that say what kind of place is named, in English, in Arabic and in Arabic as transliterated. Policy table. The words are
/// normalized (`NormalizedName`) before they are compared, so one spelling of each sound is enough; `+` joins words that
/// only count together.
enum KindWords {
  /// One or more words and what they say.
  struct Row: Sendable {
    /// The words, as normalized.
    let words: [[UInt8]]
    /// What they say the place is.
    let kind: PlaceKind
    /// Whether they are transliterated, and so perhaps a part of the name: a text in Arabic says them before any name.
    let isNative: Bool
  }

  private static let lines: [(kind: PlaceKind, translated: String, transliterated: String, arabic: String)] = [
    (
      .neighborhood, "neighborhood neighborhoods neighbourhood neighbourhoods", "hay mahallat mahalla",
      "حي أحياء محلة حارة ضاحية"
    ),
    (.neighborhood, "quarter suburb", "harat", ""),
    (.area, "area region sector locality outskirts vicinity", "mintaqat mintaqah mantiqat", "منطقة قطاع"),
    (
      .village, "village villages hamlet farm farms", "qaryat qarya qaria karyat karia gund gundi koy koyu",
      "قرية قرى مزرعة مزارع"
    ),
    (.town, "town township town+center", "baldat", "بلدة"),
    (.city, "city center centre city+center city+centre", "madinat madinah medinat markaz", "مدينة مركز"),
    (
      .governorate, "governorate province oblast state prefecture",
      "muhafazat mohafazat gouvernorat gouvernement vilayet parezga",
      "محافظة"
    ),
    (.district, "district sub+district subdistrict county raion rayon", "qada kaza nahiyat nahiya nahia", "قضاء ناحية"),
    (
      .oilfield, "oilfield oilfields oil+field oil+fields oil+gas+field oil+well oil+wells oil+facility",
      "haql haqel hakl", "حقل"
    ),
    (.oilfield, "oil+refinery refinery petroleum+refinery gas+field gas+fields gasfield gas+plant", "", "مصفاة"),
    (
      .airfield, "airfield airbase airport airstrip air+base air+field international+airport", "matar qaidat",
      "مطار قاعدة"
    ),
    (.airfield, "military+airport military+airbase military+airfield military+air+base", "", ""),
    (.camp, "camp camps refugee+camp idp+camp", "mukhayyam mokhayam moukhayam", "مخيم مخيمات"),
    (.school, "school schools", "madrasat madrasa", "مدرسة"),
    (
      .site, "mosque hospital national+hospital general+hospital military+hospital", "masjid jami mustashfa",
      "مسجد جامع مستشفى مشفى"
    ),
    (.site, "factory university prison market", "jamiat sijn suq", "معمل مصنع جامعة سجن سوق"),
    (
      .site, "border+crossing crossing checkpoint junction crossroad crossroads roundabout intersection", "",
      "معبر حاجز مفرق دوار"
    ),
    (
      .site, "silo silos grain+silo grain+silos power+plant thermal+power+plant power+station station mine", "",
      "صوامع محطة"
    ),
    (
      .site, "base military+base army+base barracks building compound castle citadel cemetery farmland", "qalat",
      "ثكنة مقبرة"
    ),
    (.bridge, "bridge bridges", "jisr jisir", "جسر"),
    (.river, "river valley stream canal", "nahr nehr", "نهر"),
    (.lake, "lake reservoir", "buhayrat", "بحيرة"),
    (.dam, "dam barrage", "sadd", "سد"),
  ]

  /// All rows, longest first, so that `oil field` is found before `field`.
  private static let rows: [Row] = lines.flatMap { kind, translated, transliterated, arabic in
    [(translated, false), (transliterated, true), (arabic, false)].flatMap { list, isNative in
      list.split(separator: " ").map { text in
        Row(words: NormalizedName.words(of: String(text.replacing("+", with: " "))), kind: kind, isNative: isNative)
      }
    }
  }.sorted { $0.words.count > $1.words.count }

  /// Every single word that is part of a row.
  static let allWords = Set(rows.flatMap(\.words))

  /// The English and Arabic words as they are written, one by one.
  static let plain: Set<String> = lines.reduce(into: []) { words, line in
    for text in [line.translated, line.arabic] {
      for word in text.split(whereSeparator: { " +".contains($0) }) { words.insert(String(word)) }
    }
  }

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
