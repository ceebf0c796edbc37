/// Which properties of features are read, and how those of the last feature were named. The features of one file most
/// often have the same properties in the same order: these are recognized by the bytes of their names, with no name
/// decoded, hashed or looked up.
struct PropertyNames {
  /// The names of those that are read; nil for all.
  private let wanted: Set<String>?
  /// The names of the last feature's, with their quotes, as its text writes them.
  private var written: [[UInt8]] = []
  /// Where the values of these go in `empty` and in copies of it, which have the same indices; nil for what is not wanted.
  private var places: [Dictionary<String, JSON>.Index?] = []
  /// The wanted ones of the last feature, without values.
  private var empty: [String: JSON] = [:]

  /// - Parameter wanted: the names of the properties that are read; nil for all.
  init(wanted: Set<String>? = nil) { self.wanted = wanted }

  /// Reads the object of properties that comes next; what is not wanted in it is only checked to be JSON.
  mutating func read(_ parser: inout JSONParser) throws(FormatError) -> [String: JSON] {
    let start = parser.position
    if let properties = try readLikeLast(&parser) { return properties }
    parser.position = start
    return try readAnew(&parser)
  }

  /// Nil for an object with other names than the last.
  private func readLikeLast(_ parser: inout JSONParser) throws(FormatError) -> [String: JSON]? {
    if written.isEmpty { return nil }
    var properties = empty
    let isLikeLast = try parser.parseMembers(named: written) { (parser, number) throws(FormatError) in
      if let place = places[number] {
        properties.values[place] = try parser.parseValue()
      } else {
        try parser.skipValue()
      }
    }
    return isLikeLast ? properties : nil
  }

  private mutating func readAnew(_ parser: inout JSONParser) throws(FormatError) -> [String: JSON] {
    var names: [(name: String, written: [UInt8])] = []
    var members: [(String, JSON)] = []
    try parser.parseMembers { (parser, name, written) throws(FormatError) in
      names.append((name, Array(parser.bytes[written])))
      if wanted?.contains(name) ?? true {
        members.append((name, try parser.parseValue()))
      } else {
        try parser.skipValue()
      }
    }
    // Of a name given twice the last counts.
    let properties = Dictionary(members) { $1 }
    learn(names, properties)
    return properties
  }

  private mutating func learn(_ names: [(name: String, written: [UInt8])], _ properties: [String: JSON]) {
    written = names.map(\.written)
    empty = properties.mapValues { _ in .null }
    places = names.map { empty.index(forKey: $0.name) }
  }
}
