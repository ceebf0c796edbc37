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
    guard let row = byLetter[Int(word[index])].first(where: { stands($0, in: word, at: index) }) else {
      return (nil, 0)
    }
    return (table[row].to, table[row].from.count)
  }

  /// The numbers of the rows whose letters stand somewhere in a word.
  static func rows(in word: [UInt8]) -> Set<Int> {
    var rows: Set<Int> = []
    for index in word.indices {
      for row in byLetter[Int(word[index])] where stands(row, in: word, at: index) { rows.insert(row) }
    }
    return rows
  }

  /// Whether the letters of a row, the first of which is known to fit, stand at a position of a word.
  private static func stands(_ row: Int, in word: [UInt8], at index: Int) -> Bool {
    let from = table[row].from
    guard index + from.count <= word.count else { return false }
    var offset = 1
    while offset < from.count, word[index + offset] == from[offset] { offset += 1 }
    return offset == from.count
  }
}
