/// Groups of vowel letters and the one spelling they are read as. Policy table.
enum VowelSpellings {
  private static let lines: [(String, String)] = [
    ("iyy", "iy"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ay"), ("ey", "ay"), ("ai", "ay"),
    ("au", "aw"), ("ia", "iya"), ("ie", "iya"), ("io", "iyo"), ("ph", "f"), ("ck", "k"), ("tch", "ch"),
    ("dj", "j"), ("x", "kh"),
  ]

  /// The rows: what is written and what it is read as.
  static let table: [(from: [UInt8], to: [UInt8])] = lines.map { (Array($0.0.utf8), Array($0.1.utf8)) }

  /// Rules by first letter.
  private static let byLetter: [[Int]] = {
    var numbers = [[Int]](repeating: [], count: 256)
    for (index, row) in Self.table.enumerated() { numbers[Int(row.from[0])].append(index) }
    return numbers
  }()

  /// The rule that applies at a position: what to write, and how many letters it reads. No rule: nil.
  static func rule(_ word: [UInt8], _ index: Int) -> (replacement: [UInt8]?, length: Int) {
    for candidate in byLetter[Int(word[index])] {
      let from = Self.table[candidate].from
      guard index + from.count <= word.count else { continue }
      var offset = 1
      while offset < from.count, word[index + offset] == from[offset] { offset += 1 }
      if offset == from.count { return (Self.table[candidate].to, from.count) }
    }
    return (nil, 0)
  }
}
