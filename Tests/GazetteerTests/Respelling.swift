import TestSupport

/// Re-spells names as reports do: other articles, other systems of transliteration, letters lost. Rules of our own, made
/// without a look at how the matcher works; seeded, so that a measurement can be repeated.
struct Respelling {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// One other spelling of a name in Latin script.
  mutating func respell(_ name: String) -> String {
    var words = plain(name).split(separator: " ").map(String.init)
    respellArticles(&words)
    for index in words.indices where !Self.articles.contains(words[index].lowercased()) {
      words[index] = respellWord(words[index])
    }
    var text = joined(words)
    if chance(0.08) { text = misspell(text) }
    if chance(0.08) { text += " village" }
    return text
  }

  private static let articles: Set<String> = [
    "al", "el", "ash", "as", "an", "ar", "at", "ad", "az", "adh", "ath", "es", "esh", "al-", "el-",
  ]

  private func plain(_ name: String) -> String {
    String(name.unicodeScalars.filter { !"`'‘’ʿʾ".unicodeScalars.contains($0) }.map(Character.init))
  }

  private mutating func respellArticles(_ words: inout [String]) {
    guard words.count > 1, Self.articles.contains(words[0].lowercased()) else { return }
    switch random.next() % 10 {
    case 0...3: words[0] = "al-"
    case 4...5: words[0] = "Al"
    case 6: words[0] = "el-"
    case 7: words.removeFirst()
    default: break
    }
  }

  private mutating func respellWord(_ word: String) -> String {
    var text = word
    for rule in Self.rules where text.lowercased().contains(rule.from) && chance(rule.chance) {
      let to = rule.to[Int(random.next() % UInt64(rule.to.count))]
      text = text.replacingFirst(rule.from, with: to)
    }
    for rule in Self.endings where text.lowercased().hasSuffix(rule.from) && chance(0.5) {
      let to = rule.to[Int(random.next() % UInt64(rule.to.count))]
      text = String(text.dropLast(rule.from.count)) + to
      break
    }
    return text
  }

  private static let rules: [(from: String, to: [String], chance: Double)] = [
    ("ay", ["ai", "ei", "ey", "e"], 0.5), ("aw", ["au", "o", "ou"], 0.5), ("u", ["ou", "oo", "o"], 0.4),
    ("i", ["ee", "e", "y"], 0.25), ("q", ["k", "g", "k"], 0.45), ("dh", ["z", "d", "th"], 0.5), ("th", ["t"], 0.4),
    ("kh", ["k", "h"], 0.15), ("gh", ["g"], 0.4), ("j", ["g", "dj"], 0.1), ("z", ["dh", "d"], 0.05),
    ("a", ["e"], 0.2), ("a", ["aa", "e"], 0.1), ("ll", ["l"], 0.6), ("mm", ["m"], 0.6), ("ss", ["s"], 0.6),
    ("bb", ["b"], 0.6), ("dd", ["d"], 0.6), ("rr", ["r"], 0.6), ("w", ["v"], 0.04), ("sh", ["ch"], 0.06),
    ("s", ["ss"], 0.08), ("d", ["t"], 0.03), ("abu", ["abo", "abou", "albu"], 0.3),
  ]

  private static let endings: [(from: String, to: [String])] = [
    ("iyah", ["iya", "ia", "iyya", "iye"]), ("ah", ["a", "eh", "e", "a"]), ("a", ["ah", "e"]), ("i", ["y", "ee"]),
  ]

  /// The words with blanks or hyphens; sometimes two are written together.
  private mutating func joined(_ words: [String]) -> String {
    var text = ""
    for word in words {
      if text.isEmpty || text.hasSuffix("-") {
        text += word
      } else {
        let isGlued = words.count == 2 && chance(0.1)
        text += (isGlued ? "" : chance(0.15) ? "-" : " ") + (isGlued ? word.lowercased() : word)
      }
    }
    return text
  }

  /// A typing error: two letters exchanged, or one left out.
  private mutating func misspell(_ text: String) -> String {
    var letters = Array(text)
    guard letters.count > 5 else { return text }
    let index = 2 + Int(random.next() % UInt64(letters.count - 4))
    if chance(0.5) { letters.swapAt(index, index + 1) } else { letters.remove(at: index) }
    return String(letters)
  }

  private mutating func chance(_ probability: Double) -> Bool { Double(random.next() % 10_000) < probability * 10_000 }
}

extension String {
  fileprivate func replacingFirst(_ part: String, with other: String) -> String {
    let lowered = Array(lowercased())
    let wanted = Array(part)
    let letters = Array(self)
    guard lowered.count == letters.count, wanted.count <= lowered.count else { return self }
    for start in 0...(lowered.count - wanted.count) where Array(lowered[start..<(start + wanted.count)]) == wanted {
      let isCapital = letters[start].isUppercase
      let replacement = isCapital ? other.prefix(1).uppercased() + other.dropFirst() : other
      return String(letters[..<start]) + replacement + String(letters[(start + wanted.count)...])
    }
    return self
  }
}
