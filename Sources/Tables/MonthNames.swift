/// The names of months as tables write them: English, French, German, Spanish and Arabic, those of Egypt and of the
/// Levant.
enum MonthNames {
  /// The month, 1…12, of a name in small letters, which may be cut after three letters or more; nil for what is none.
  static func month(_ name: String) -> Int? {
    name == "sept" ? 9 : months[name]
  }

  /// All names and beginnings of names that mean one month: not “jui”, which is June and July in French.
  private static let months: [String: Int] = {
    var months: [String: Set<Int>] = [:]
    for (name, month) in names where name.count >= 3 {
      for length in 3...name.count { months[String(name.prefix(length)), default: []].insert(month) }
    }
    return months.compactMapValues { $0.count == 1 ? $0.first : nil }
  }()

  /// The months of the Levant that have two words, each with the one word that it has in Egypt.
  static let twoWords = [
    "كانون الثاني": "يناير", "تشرين الأول": "أكتوبر", "تشرين الثاني": "نوفمبر", "كانون الأول": "ديسمبر",
  ]

  private static let names: [(name: String, month: Int)] = [
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "يناير شباط آذار نيسان أيار حزيران تموز آب أيلول أكتوبر نوفمبر ديسمبر",
  ].flatMap { list in list.split(separator: " ").enumerated().map { (String($1), $0 + 1) } }
}
