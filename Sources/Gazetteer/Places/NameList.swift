/// Several names in one field.
enum NameList {
  private static let separators: Set<Character> = ["|", ";", "؛"]
  private static let commas: Set<Character> = [",", "،"]

  /// The names, separated by bars or semicolons; by commas where there are neither, as in the dumps of GeoNames. A list
  /// as programs print it, `['A', 'B']`, is read as what it lists.
  static func names(in text: String) -> [String] {
    let isPrinted = text.first == "[" && text.last == "]" && text.count > 1
    let list = isPrinted ? text.dropFirst().dropLast() : text[...]
    let isBarred = list.contains(where: separators.contains)
    return list.split { isBarred ? separators.contains($0) : commas.contains($0) }
      .map { trimmed($0, isPrinted: isPrinted) }.filter { !$0.isEmpty }
  }

  private static func trimmed(_ name: Substring, isPrinted: Bool) -> String {
    func isAround(_ character: Character) -> Bool { character.isWhitespace }
    var name = name.drop(while: isAround)
    while let last = name.last, isAround(last) { name.removeLast() }
    if isPrinted, name.count > 1, let quote = name.first, ["'", "\""].contains(quote), name.last == quote {
      name = name.dropFirst().dropLast()
    }
    return String(name)
  }
}
