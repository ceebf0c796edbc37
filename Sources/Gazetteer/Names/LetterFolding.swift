/// Letters of the Latin script with marks, to plain letters. Policy table, made from the canonical decompositions of the
/// Unicode Character Database; letters without a decomposition follow the romanization tables of BGN/PCGN.
///
/// Each string holds the plain letter of consecutive code points; digits stand for two letters, a dot for none.
enum LetterFolding {
  private static let latin: [UInt8] = Array(
    ("aaaaaa26eeeeiiii4nooooo.ouuuuy51aaaaaa26eeeeiiii4nooooo.ouuuuy5y"
      + "aaaaaacccccc66ddddeeeeeeeeeegg77gggghhhhiiiiiiiiii..jjkkkllllll."
      + ".llnnnnnn.nnoooooo33rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
      + "..............aaeff.............oo.............uu..............."
      + ".............aaiioouuuuuuuuuuaaaaa....ggkkoooo..j...gg..nnaa...."
      + "aaaaeeeeiiiioooorrrruuuusstt..hh......aaeeooooooooyy............" + "................").utf8)
  private static let latinAdditional: [UInt8] = Array(
    ("aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
      + "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
      + "wwwwwwwwwwxxxxyyzzzzzzhtwy.s..1.aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
      + "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......").utf8)

  /// What the digits of the tables stand for.
  private static let pairs: [[UInt8]] = ["", "ss", "ae", "oe", "dh", "th", "ch", "gh"].map { Array($0.utf8) }

  /// Appends the plain letters of a letter with marks; appends nothing for what is no Latin letter.
  static func append(_ scalar: UInt32, to letters: inout [UInt8]) {
    let entry: UInt8
    switch scalar {
    case 0xC0...0x24F: entry = latin[Int(scalar - 0xC0)]
    case 0x1E00...0x1EFF: entry = latinAdditional[Int(scalar - 0x1E00)]
    case 0x259: entry = UInt8(ascii: "a")
    default: return
    }
    switch entry {
    case UInt8(ascii: "."): break
    case UInt8(ascii: "1")...UInt8(ascii: "7"): letters += pairs[Int(entry - UInt8(ascii: "0"))]
    default: letters.append(entry)
    }
  }
}
