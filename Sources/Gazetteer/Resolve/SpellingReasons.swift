/// Says in words what had to be assumed to read one spelling as another.
enum SpellingReasons {
  static func words(written: String, name: String) -> [String] {
    if written == name { return ["written as in the gazetteer"] }
    let (left, right) = (NormalizedName(written), NormalizedName(name))
    if left.words == right.words { return ["“\(written)” and “\(name)” are one name but for articles and transliteration"] }
    return ["“\(written)” is read as “\(name)”: \(left.text) beside \(right.text)"]
  }
}
