import Testing

@testable import Gazetteer

struct NameTests {
  @Test(
    "Spellings that differ in nothing but transliteration are one name",
    arguments: [
      ("al-Zumrah", "Zumra"), ("Az Zumrah", "el-Zumra"), ("Ash Shamrun", "al-Shamroun"), ("At Tarfa", "al-Tarfah"),
      ("Nu'mar", "Numar"), ("Nuʿmar", "Nu’mar"), ("Barrud", "Barud"), ("Koulim", "Kulim"), ("Koolim", "Kulim"),
      ("Zeitan", "Zaytan"), ("Zaitan", "Zeytan"), ("Barkiyah", "Barkia"), ("Barkiyya", "Barkiyah"),
      ("Tall-Zubar", "Tall Zubar"), ("TALL ZUBAR", "tall zubar"), ("Šāmrā", "Samra"), ("DeirZubar", "Deir Zubar"),
    ])
  func oneName(_ pair: (String, String)) {
    #expect(NormalizedName(pair.0).text == NormalizedName(pair.1).text)
  }

  @Test(
    "Spellings of one name are near",
    arguments: [
      ("Qazrun", "Kazrun"), ("Qazrun", "Gazrun"), ("Dhamar", "Zamar"), ("Hajrin", "Hagrin"), ("Beshrun", "Bashrun"),
      ("Zobar", "Zubar"), ("Kharzan", "Harzan"), ("Tall Zubar", "Tallzubar"), ("Zumrak", "Zurmak"),
    ])
  func near(_ pair: (String, String)) {
    #expect(cost(pair.0, pair.1) < 0.7)
  }

  @Test(
    "Other names are not near",
    arguments: [
      ("Husaybah", "Habbaniyah"), ("Qayyarah", "Karrada"), ("Hajin", "Hajira"), ("Zubar", "Marid"),
      ("Tarfa", "Barfin"), ("Sumbuk", "Lumdar"),
    ])
  func far(_ pair: (String, String)) {
    #expect(cost(pair.0, pair.1) > 0.9)
  }

  @Test("Arabic script is near its transliteration", arguments: [("غديره", "Gadhirah"), ("السمبوكية", "As Sumbukiyah")])
  func arabicScript(_ pair: (String, String)) {
    #expect(cost(pair.0, pair.1, .unvowelled) < 0.7)
  }

  @Test("Distance is symmetric, and zero to itself")
  func symmetric() {
    let names = ["Gadhirah", "As Sumbukiyah", "Tall Tarmuz", "Nu'qrash", "Qazrun", "Zurmak", "Zumrak"]
    for left in names {
      #expect(cost(left, left) == 0)
      for right in names { #expect(abs(cost(left, right) - cost(right, left)) < 0.001) }
    }
  }

  @Test("Normalizing a normalized name changes nothing", arguments: [1, 2, 3, 4] as [UInt64])
  func idempotent(seed: UInt64) {
    let pieces = [
      "al-", "el ", "ash-", "Al", "a", "e", "i", "ou", "oo", "u", "ei", "ay", "iyy", "ia", "ah", "eh", "t", "th", "sh",
      "shsh", "kh", "q", "k", "d", "dh", "zz", "r", "l", "n", "'", "ʿ", "-", " ", "tall ", "abu ", "ة", "ال", "ب", "7",
    ]
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let count = Int.random(in: 1...9, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let once = NormalizedName(text).text
      #expect(NormalizedName(once).text == once, "seed \(seed): “\(text)”")
    }
  }

  private func cost(_ left: String, _ right: String, _ costs: SpellingCosts = .vowelled) -> Float {
    let symbols = [left, right].map { LetterSymbol.symbols(of: NormalizedName($0).words) }
    var distance = SpellingDistance()
    return distance.between(symbols[0].span, symbols[1].span, costs, limit: 10)
  }
}
