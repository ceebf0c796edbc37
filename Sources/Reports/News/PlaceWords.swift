/// The words that lead to places in running text, and those that stand around names.
enum PlaceWords {
  /// Words that lead to a place.
  static let prepositions: [[String]] = [
    ["on", "the", "outskirts", "of"], ["on", "the", "edge", "of"], ["in", "the", "vicinity", "of"],
    ["not", "far", "from"], ["close", "to"], ["in"], ["near"], ["at"], ["outside"], ["inside"], ["around"], ["across"],
    ["from"], ["on"], ["to"], ["resident", "of"], ["residents", "of"], ["people", "of"], ["villagers", "of"],
    ["hit"], ["struck"], ["targeted"], ["attacked"], ["bombed"], ["shelled"], ["stormed"],
  ]
  /// What is done to a place: with *of* they lead to it.
  static let attacks: Set<String> = ["shelling", "bombing", "bombardment", "storming", "burning"]
  /// Directions; with *of* they lead to a place, before a name they are a part of it: `western Mosul`.
  static let directions: Set<String> = [
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "northern", "southern",
    "eastern", "western", "central", "downtown", "northeastern", "northwestern", "southeastern", "southwestern",
  ]
  /// Those that leave the whole place.
  static let middles: Set<String> = ["central", "downtown"]
  /// Kinds of places, which may stand before a name with *of*, or after it.
  static let kinds: Set<String> = [
    "village", "town", "city", "district", "subdistrict", "governorate", "province", "neighborhood", "neighbourhood",
    "area", "camp", "quarter", "suburb", "region", "farm", "market", "mosque", "hospital", "school", "bridge",
    "airport",
    "villages", "towns", "cities", "districts", "governorates", "provinces", "neighborhoods", "neighbourhoods", "areas",
    "airbase", "oilfield", "checkpoint", "crossing", "countryside", "desert", "field", "plain", "hills", "mountains",
    "base", "prison", "dam",
  ]
  /// Kinds of areas that have governments of their own.
  static let areas: Set<String> = ["governorate", "governorates", "province", "provinces", "region", "countryside"]
  /// Words that a kind behind a name may have: `refugee camp`, `border crossing`.
  static let beforeKinds: Set<String> = ["refugee", "displacement", "border", "air", "military", "army"]
  /// Words between a place and the direction in which it lies from another: `, some 50 km north of`.
  static let measures: Set<String> = lengths.union([
    "about", "some", "around", "just", "roughly", "nearly", "located", "situated", "which", "that", "lies", "is", "to",
    "the",
  ])
  static let lengths: Set<String> = [
    "km", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "meters", "metres",
  ]
  /// Words without a meaning of their own before a name.
  static let descriptors: Set<String> = [
    "the", "a", "nearby", "remote", "capital", "port", "holy", "oil-rich", "restive", "mainly", "greater",
    "historic", "old", "sub", "embattled", "predominantly", "border", "ancient", "multiethnic", "sunni", "shiite",
    "shia",
    "kurdish", "yazidi", "christian",
  ]
  /// Those of the people who live there, which have capitals.
  static let peoples: Set<String> = ["sunni", "shiite", "shia", "kurdish", "yazidi", "christian"]
  /// Kinds behind which `of` leads to the name: `the Euphrates town of`.
  static let settlements: Set<String> = ["town", "city", "village"]
  /// What lies around a place, and is not meant with its name alone.
  static let surroundings: Set<String> = ["suburbs", "countryside", "desert"]
  /// Parts of a place, which stand before its name with *of*: the whole stands for those that are not around it.
  static let parts: Set<String> = [
    "outskirts", "edge", "suburbs", "countryside", "center", "centre", "heart", "middle", "vicinity", "shores", "banks",
  ]
  /// Small words that begin or join names.
  static let particles: Set<String> = [
    "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "es", "ez", "ul", "bin", "ibn", "abu", "umm", "bani",
    "tal", "tel", "tell",
  ]
  /// Capitalized words that are no places.
  static let others: Set<String> = [
    "isis", "isil", "is", "islamic", "state", "daesh", "un", "unami", "us", "pmu", "pmf", "popular", "federal",
    "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "ramadan", "eid", "facebook", "twitter", "afp",
    "reuters", "parliament", "congress", "washington", "pentagon", "cnn", "arabic", "english", "i", "he", "they", "it",
  ]
}
