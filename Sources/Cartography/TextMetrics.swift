/// How wide a text will be. The reader's font is not known, so this measures DejaVu Sans, the widest of the font stack
/// but for Verdana, which was drawn to the same widths, and adds a margin.
enum TextMetrics {
  /// Added to every measured width.
  static let margin = 1.05
  /// The height of a line of text above its baseline, as a part of the font size: DejaVu Sans' cap height.
  static let capHeight = 0.73
  /// The depth of descenders below the baseline, as a part of the font size.
  static let descent = 0.24
  /// How far the ink of a text reaches above and below its baseline, as parts of the font size: ascenders and descenders,
  /// and the marks over capitals and under letters that transliterations have.
  static func reach(of text: String) -> (above: Double, below: Double) {
    text.unicodeScalars.allSatisfy(\.isASCII) ? (0.77, descent) : (0.95, 0.32)
  }

  /// From baseline to baseline, as a part of the font size.
  static let lineHeight = 1.3

  /// The width in sheet units of a text set in one line.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let advances = isBold ? boldAdvances : regularAdvances
    var units = 0
    for scalar in text.unicodeScalars { units += advance(of: scalar, in: advances) }
    return Double(units) / unitsPerEm * size * margin
  }

  /// The text broken at spaces into lines that fit; a word that does not fit alone stays whole.
  static func wrap(_ text: String, width maxWidth: Double, size: Double, isBold: Bool = false) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last {
        let joined = last + " " + word
        if width(of: joined, size: size, isBold: isBold) <= maxWidth {
          lines[lines.count - 1] = joined
          continue
        }
      }
      lines.append(String(word))
    }
    return lines
  }

  private static func advance(of scalar: Unicode.Scalar, in advances: [Int]) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: advances[Int(scalar.value) - 0x20]
    case 0x0300..<0x0370, 0x064B..<0x0660, 0x2066..<0x206A: 0  // combining marks, direction isolates
    case 0x0600..<0x0700: 1600  // Arabic letters, joined: between 570 and 2,500
    case 0x0080..<0x0250: 1450  // Latin with marks: as wide as a wide letter
    default: 2048
    }
  }

  /// The font's design units in one em.
  private static let unitsPerEm = 2048.0

  /// Advance widths of U+0020…U+007E in DejaVu Sans 2.37, in font units.
  private static let regularAdvances = [
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690, 1303, 1303, 1303, 1303, 1303,
    1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577, 1294, 1178, 1587,
    1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403, 799,
    690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995, 1298, 1253,
    1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716,
  ]

  /// The same of DejaVu Sans Bold.
  private static let boldAdvances = [
    713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748, 1425, 1425, 1425, 1425, 1425,
    1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188, 2048, 1585, 1561, 1503, 1700, 1399, 1399, 1681,
    1714, 762, 762, 1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259, 1579, 1483, 1485, 936,
    748, 936, 1716, 1024, 1024, 1382, 1466, 1214, 1466, 1389, 891, 1466, 1458, 702, 702, 1362, 702, 2134, 1458, 1407,
    1466, 1466, 1010, 1219, 979, 1458, 1335, 1892, 1321, 1335, 1192, 1458, 748, 1458, 1716,
  ]
}
