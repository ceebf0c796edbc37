/// Words of names that reports translate, and the transliteration they stand for; also particles that are written in
/// several ways beyond what letter rules can see. Policy table; the right side is what the left is read as.
enum WordSynonyms {
  private static let lines: [(String, [String])] = [
    (
      "fawqani",
      [
        "upper", "fawqaniyah", "fauqani", "faouqani", "fouqani", "foqani", "fawkani", "foqaniya", "ulya", "oulia",
        "olya",
      ]
    ),
    ("tahtani", ["lower", "tahtaniyah", "tahtaniya", "tehtani", "tahatani", "sufla", "soufla", "sifla"]),
    ("kabir", ["great", "greater", "large", "big", "kabirah", "kabira", "kebir", "kabeer", "kabeera", "kbir"]),
    ("saghir", ["small", "little", "lesser", "saghirah", "saghira", "sagheer", "sagheera", "sghir", "sughra"]),
    ("shamali", ["northern", "north", "shamaliyah", "shamaliya", "shimali", "shimaliya", "shmali"]),
    ("janubi", ["southern", "south", "janubiyah", "janubiya", "janoubi", "janoubiya", "jnoubi"]),
    ("sharqi", ["eastern", "east", "sharqiyah", "sharqiya", "sharki", "charqi", "sharkiya", "sherqi"]),
    ("gharbi", ["western", "west", "gharbiyah", "gharbiya", "rharbi", "garbi"]),
    ("qadim", ["old", "qadimah", "qadima", "qadeem", "kadim", "qadimeh"]),
    ("jadid", ["new", "jadidah", "jadida", "jadeed", "jadeeda", "jdid", "jdideh", "hadith", "hadeeth"]),
    ("wasta", ["middle", "central", "wusta", "wastani"]),
    ("abu", ["albu", "elbu", "bu", "abou", "abo"]),
    ("sheikh", ["sheik", "shaykh", "shaikh", "shekh", "cheikh", "shikh"]),
  ]

  private static let table: [[UInt8]: [UInt8]] = Dictionary(
    lines.flatMap { target, sources in
      let folded = NormalizedName.spelled(target)
      return sources.map { (NormalizedName.spelled($0), folded) }.filter { $0.0 != folded }
    }, uniquingKeysWith: { first, _ in first })

  /// The words that only distinguish parts of a place (upper, lower, north …), so that they are often left out.
  static let qualifierWords: [[UInt8]] = lines.prefix(11).map { NormalizedName.spelled($0.0) }

  /// What a spelled word is read as: itself for nearly all.
  static func canonical(_ word: [UInt8]) -> [UInt8] { table[word] ?? word }

  /// Particles that are written together with the word after them: `Albukamal`.
  private static let gluedParticles = ["albu", "elbu"].map { Array($0.utf8) }

  /// A spelled word, cut after such a particle when enough of the word remains.
  static func openParticle(_ word: [UInt8]) -> [[UInt8]] {
    guard let particle = gluedParticles.first(where: word.starts), word.count >= particle.count + 4 else {
      return [word]
    }
    return [particle, Array(word.dropFirst(particle.count))]
  }
}
