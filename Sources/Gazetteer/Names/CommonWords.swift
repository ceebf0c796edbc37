/// Words that say what is there and name nothing, alone or together: `the village`, `farm`, `west`, القرية. Villages are
/// called so too, but who writes the plain word does not mean one of them. Policy table.
enum CommonWords {
  private static let others = """
    the a an of in on at to near outside inside beside behind around home house houses road roads street highway border borders
    line front frontline land sea airspace same other another there here place places location position positions
    headquarters north south east west northern southern eastern western northeast northwest southeast southwest
    countryside rural unknown various unspecified several desert surroundings
    حدود منطقة طريق بيت منزل ريف مكان موقع شارع قرب في من شمال جنوب شرق غرب
    """
  private static let words = PlainBytes.Words(
    others.split(whereSeparator: \.isWhitespace).map(String.init) + KindWords.plain)
  private static let article = Array("ال".utf8)

  /// Whether all words of a text are such.
  static func areAll(_ text: String) -> Bool {
    var isEmpty = true
    let hasOther = PlainBytes.hasWord(text) {
      isEmpty = false
      return !isCommon($0)
    }
    return !hasOther && !isEmpty && !text.utf8.contains { (0x30...0x39).contains($0) }
  }

  private static func isCommon(_ word: [UInt8]) -> Bool {
    words.contains(word) || (word.starts(with: article) && words.contains(Array(word.dropFirst(article.count))))
  }
}
