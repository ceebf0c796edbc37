/// A number that stands for the rules by which names are read. A gazetteer file holds readings made under some rules;
/// under other rules the same names would be looked for in the wrong places, silently. The number is made from what the
/// rules do to names chosen to exercise each of them, so that a changed rule changes it without anyone's doing.
enum RulesDigest {
  /// Raise it with a change of what is stored that the names below do not show.
  private static let revision: UInt32 = 1

  /// The digest of the rules of this program.
  static let current: UInt64 = {
    var bytes: [UInt8] = []
    bytes.append(littleEndian: revision)
    for name in words + latinLetters + arabicLetters + pairs { append(name, to: &bytes) }
    return Checksum.of(bytes.span)
  }()

  /// What is stored of a name: its readings and the keys they are found by.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    let name = NormalizedName(text)
    bytes.append(name.articleCount)
    bytes.append(name.isUnvowelled ? 1 : 0)
    for form in NameForm.readings(of: name).forms {
      bytes += form.symbols
      bytes.append(form.stripping.rawValue)
      for key in CandidateKeys.stored(form.symbols) { bytes.append(littleEndian: key) }
    }
  }

  /// Names with the words, articles and endings that rules speak of.
  private static let words = [
    "Deir ez-Zor", "Dayr az Zawr", "al-Sha'fah", "Ash Shafa", "An Nafurah", "ar-Raqqah", "Ar Bil", "Alkhatuniyah",
    "Tall Abyad al-Fawqani", "Upper Tel Tahtani", "Khirbat Abu Kamal", "Albu Kamal", "Umm Qasr", "Kasrat Shaykh Jum'ah",
    "Hay al-Thawra", "Omer Oil Field", "Foo camp 12", "Qaryat Bukan", "Anbar province", "Wadi Bardi river",
    "Nahr Foo",
    "Muhammad Ali", "Bani Sa‘d", "Jisr Qadim", "Old City of Foo", "Madinat al-Jadida", "Kabir Saghir", "Shamali Janubi",
    "Sharqi Gharbi",
    "Salhiyya", "Mansoura", "Hawiyah", "Qsair", "Kobanê", "DeirEzzor", "الميادين", "دير الزور", "بو زامل",
    "قرية السوسة", "Москва",
  ]

  private static let latinLetters = (0xC0...0x24F).compactMap(Unicode.Scalar.init).map { "kar\($0)n" }
  private static let arabicLetters = (0x620...0x6D5).compactMap(Unicode.Scalar.init).map { "م\($0)ن" }

  /// Every two letters beside each other, eight pairs a name.
  private static let pairs: [String] = {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    return letters.map { first in letters.map { first + $0 }.joined(separator: "m") }
  }()
}
