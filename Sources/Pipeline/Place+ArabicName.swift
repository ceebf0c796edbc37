import Foundation
import Gazetteer

extension Place {
  /// Of its names in Arabic letters the one that most of the others spell in Latin ones: gazetteers list what a place was
  /// called long ago, and slips, beside its name. Of those that as many spell, the one with the consonants of the Latin
  /// names that tell them apart (Ţarţūs). Names with letters that Arabic itself does not have, such as Persian and Kurdish
  /// ones, and with the ending of a feminine inside of a word, only count where there are no others.
  var arabicName: String? {
    let all = ([name] + alternateNames).filter(\.isArabicScript)
    let arabic = all.filter(\.isArabic)
    let names = arabic.isEmpty ? all : arabic
    guard names.count > 1 else { return names.first }
    let latin = ([name] + alternateNames).filter(\.isLatinScript)
    let told = Set(latin.map(Consonants.init(latin:)).filter(\.areTold))
    let supports = names.map { name in
      (
        spellings: latin.count { spellingCost($0, name) < Self.sameName },
        isTold: told.contains(Consonants(arabic: name)) ? 1 : 0
      )
    }
    return names.indices.max { (supports[$0], $1) < (supports[$1], $0) }.map { names[$0] }
  }

  /// Below this cost an Arabic name and a Latin one are the same name.
  private static let sameName = 0.3
}

private func < (
  _ a: ((spellings: Int, isTold: Int), Int), _ b: ((spellings: Int, isTold: Int), Int)
) -> Bool {
  (a.0.spellings, a.0.isTold, a.1) < (b.0.spellings, b.0.isTold, b.1)
}

/// The consonants of a name that have an emphatic twin, in order, and which of the two each is. Latin spellings after
/// BGN/PCGN (1956) write the twin with a cedilla, others with a dot below; most write no difference.
private struct Consonants: Hashable {
  private var letters = ""
  /// Whether any is written as the emphatic one, so that the others are surely not.
  private(set) var areTold = false

  private static let arabic: [Unicode.Scalar: Character] = [
    "ت": "t", "ط": "T", "د": "d", "ض": "D", "س": "s", "ص": "S", "ز": "z", "ظ": "Z", "ه": "h", "ح": "H",
  ]

  init(arabic name: String) {
    letters = String(name.unicodeScalars.compactMap { Self.arabic[$0] })
    areTold = true
  }

  init(latin name: String) {
    let letters = Array(name.lowercased())
    for (index, letter) in letters.enumerated() {
      let parts = Array(String(letter).decomposedStringWithCanonicalMapping.unicodeScalars)
      let plain = Character(parts[0])
      guard "tdszh".contains(plain) else { continue }
      // th, dh, sh, kh, gh and zh are letters of their own.
      let isDigraph = plain == "h" && index > 0 && "tdskgz".contains(letters[index - 1])
      let isFirstOfDigraph = plain != "h" && index + 1 < letters.count && letters[index + 1] == "h"
      // An h at the end is the ending of a feminine, or nothing.
      let isEnding = plain == "h" && parts.count == 1 && (index + 1 == letters.count || letters[index + 1] == " ")
      if isDigraph || isFirstOfDigraph || isEnding { continue }
      let isEmphatic = parts.contains { $0 == "\u{327}" || $0 == "\u{323}" }
      areTold = areTold || isEmphatic
      self.letters.append(contentsOf: isEmphatic ? plain.uppercased() : String(plain))
    }
  }
}

extension String {
  fileprivate var isArabicScript: Bool {
    unicodeScalars.contains { (0x0600...0x06FF).contains($0.value) }
      && unicodeScalars.allSatisfy { (0x0600...0x06FF).contains($0.value) || $0 == " " }
  }

  /// Latin letters, also those with marks of transliterations, and the quotation marks that stand for ʿayn and hamza.
  fileprivate var isLatinScript: Bool {
    unicodeScalars.allSatisfy {
      $0.value < 0x0600 || (0x1E00...0x1EFF).contains($0.value) || "‘’".unicodeScalars.contains($0)
    }
  }

  /// Whether all its letters are Arabic ones, and stand where they may.
  fileprivate var isArabic: Bool {
    let hasInnerEnding = split(separator: " ").contains { $0.dropLast().contains("ة") }
    return !hasInnerEnding && !unicodeScalars.contains(where: \.isAddedToArabic)
  }
}

extension Unicode.Scalar {
  /// Letters that Arabic itself does not have (Unicode, Arabic block: extended Arabic letters).
  fileprivate var isAddedToArabic: Bool { (0x0671...0x06D3).contains(value) || value == 0x06D5 }
}
