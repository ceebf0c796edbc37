/// Finds out which properties the features of a file have and of which kinds they are.
struct PropertyKinds {
  private var kinds: [String: Field.Kind?] = [:]
  /// The names in the order in which they first stood in the file.
  private(set) var names: [String] = []

  /// Adds the properties of a feature.
  /// - Parameter bytes: its text, for the order of its properties.
  mutating func add(_ properties: [String: JSON], bytes: [UInt8]) {
    let new = properties.keys.filter { kinds[$0] == nil }
    if !new.isEmpty {
      for name in new { kinds.updateValue(nil, forKey: name) }
      let places = new.map { (place: Self.place(of: $0, in: bytes), name: $0) }
      names += places.sorted { $0 < $1 }.map(\.name)
    }
    for (name, value) in properties {
      guard let kind = Self.kind(of: value) else { continue }
      kinds[name] = .some((kinds[name] ?? nil)?.joined(with: kind) ?? kind)
    }
  }

  /// The fields, described by the known ones of their names where their values allow it. A property that is null
  /// everywhere is a text, or what is known of it.
  func fields(known: [Field]) -> [Field] {
    let described = Dictionary(known.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return names.map { name in
      let kind = kinds[name] ?? nil
      guard var field = described[name] else { return Field(name, kind ?? .text, "") }
      if let kind, !kind.fits(field.kind) { field.kind = kind }
      return field
    }
  }

  private static func kind(of value: JSON) -> Field.Kind? {
    switch value {
    case .null: nil
    case .bool: .boolean
    case .number(let number): Int(exactly: number).map { abs($0) < 1 << 53 } == true ? .integer : .number
    case .string: .text
    case .array(let elements): elements.allSatisfy { $0.string != nil } ? .list : .json
    case .object: .json
    }
  }

  private static func place(of name: String, in bytes: [UInt8]) -> Int {
    var quoted: [UInt8] = []
    quoted.append(quoted: name.utf8)
    let first = quoted[0]
    return bytes.indices.first { bytes[$0] == first && bytes[$0...].starts(with: quoted) } ?? bytes.count
  }
}

extension Field.Kind {
  /// The kind of a field that has values of both.
  func joined(with other: Field.Kind) -> Field.Kind {
    if self == other { return self }
    switch Set([self, other]) {
    case [.integer, .number]: return .number
    case [.day, .date]: return .date
    default: return .json
    }
  }

  /// Whether values of this kind are values of another kind, too.
  fileprivate func fits(_ other: Field.Kind) -> Bool {
    switch (self, other) {
    case (.integer, .number), (.text, .date), (.text, .day), (_, .json): true
    default: self == other
    }
  }
}
