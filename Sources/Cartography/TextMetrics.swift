/// How wide a text will be. The reader's font is not known, so this measures each letter in the widest font of those that
/// the stack may lead to (`FontAdvances`), and adds a margin: Verdana, not among them, was drawn to DejaVu's widths.
enum TextMetrics {
  /// Added to every measured width.
  static let margin = 1.05
  /// The height of a line of text above its baseline, as a part of the font size: DejaVu Sans' cap height.
  static let capHeight = 0.73
  /// How far the ink of a text reaches above and below its baseline, as parts of the font size: ascenders and descenders,
  /// and the marks over capitals and under letters that transliterations have.
  static func reach(of text: String) -> (above: Double, below: Double) {
    if text.unicodeScalars.allSatisfy(\.isASCII) { return (0.8, 0.25) }
    return text.unicodeScalars.contains(where: \.isArabicLetter) ? (1.03, 0.47) : (0.95, 0.32)
  }

  /// From baseline to baseline, as a part of the font size.
  static let lineHeight = 1.3

  /// The width in sheet units of a text set in one line.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let advances = isBold ? FontAdvances.bold : FontAdvances.regular
    var (units, scalars) = (0, text.unicodeScalars.makeIterator())
    var current = scalars.next()
    while let scalar = current {
      current = scalars.next()
      units += advance(of: scalar, before: current, in: advances)
    }
    return Double(units) / FontAdvances.unitsPerEm * size * margin
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
    return isolatesKeptTogether(lines)
  }

  /// The text broken across lines leaves isolates open: each line closes its own, and the next one opens them again.
  private static func isolatesKeptTogether(_ lines: [String]) -> [String] {
    var open = 0
    return lines.map { line in
      let opened = String(repeating: String.isolate, count: open)
      for scalar in line.unicodeScalars {
        if scalar == "\u{2068}" { open += 1 } else if scalar == "\u{2069}" { open = max(0, open - 1) }
      }
      return opened + line + String(repeating: String.endOfIsolate, count: open)
    }
  }

  /// Arabic letters are narrower where the next one joins them; which do join, the table knows.
  private static func advance(of scalar: Unicode.Scalar, before next: Unicode.Scalar?, in advances: [Int]) -> Int {
    switch Int(scalar.value) {
    case 0x20..<0x7F: advances[Int(scalar.value) - 0x20]
    case 0x0300..<0x0370, 0x064B..<0x0660, 0x2066..<0x206A: 0  // combining marks, direction isolates
    case arabicLetters:
      arabicAdvance(Int(scalar.value) - arabicLetters.lowerBound, isJoined: next?.joinsTheOneBefore ?? false)
    case 0x0080..<0x0250: 1450  // Latin with marks: as wide as a wide letter
    default: 2048
    }
  }

  private static func arabicAdvance(_ index: Int, isJoined: Bool) -> Int {
    let advance = isJoined ? FontAdvances.arabicJoined[index] : FontAdvances.arabic[index]
    return advance > 0 ? advance : 2048
  }

  fileprivate static let arabicLetters = 0x0620..<0x06D6
}

extension Unicode.Scalar {
  fileprivate var isArabicLetter: Bool {
    TextMetrics.arabicLetters ~= Int(value)
      && (properties.generalCategory == .otherLetter || properties.generalCategory == .modifierLetter)
  }

  /// All Arabic letters do but hamza (Unicode Standard, ArabicShaping.txt).
  fileprivate var joinsTheOneBefore: Bool { isArabicLetter && value != 0x0621 }
}
