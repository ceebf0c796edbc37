import Formats
import Incidents

extension TableMapping {
  /// The mapping of a preset for a table with these columns.
  /// - Parameter tags: the HXL tags of the columns, empty where there are none.
  /// - Throws: `FormatError` when the table has no column that says where its incidents are.
  public init(_ preset: Preset, fields: [Field], tags: [String] = [], file: String) throws(FormatError) {
    self.init(guessedBy: preset, fields: fields, tags: tags)
    let hasPosition = origins[.longitude] != nil && origins[.latitude] != nil
    guard hasPosition || origins[.coordinates] != nil || origins[.place] != nil || origins[.date] != nil else {
      let isDoubtful = fields.count == 1 || fields.contains { $0.name.contains("\u{FFFD}") }
      throw FormatError(
        file: file, line: nil,
        problem:
          "no column of it says where or when something happened, by \(preset.title): of the \(fields.count) "
          + "fields of its header none has a name that is known. Does its first row name the columns? If so, say which of them hold "
          + "what with --mapping; --write-mapping FILE makes one to start from"
          + (isDoubtful ? ". Are --delimiter and --encoding right?" : ""))
    }
  }

  /// What a preset makes of a table, which may be nothing.
  public init(guessedBy preset: Preset, fields: [Field], tags: [String] = []) {
    self.init(preset, names: preset == .hxl ? tags : fields.map(\.name), columns: fields.map(\.name))
  }

  private init(_ preset: Preset, names: [String], columns: [String]) {
    let known = Dictionary(
      zip(names.map(ColumnName.plain), columns).filter { !$0.0.isEmpty }, uniquingKeysWith: { first, _ in first })
    var origins = preset.constants.mapValues(Origin.constant)
    for (field, candidates) in preset.names {
      if let column = candidates.lazy.compactMap({ known[ColumnName.plain($0)] }).first {
        origins[field] = .column(column)
      }
    }
    // Half a position is none.
    if origins[.longitude] == nil || origins[.latitude] == nil {
      (origins[.longitude], origins[.latitude]) = (nil, nil)
    }
    if preset == .usual, case .column(let name)? = origins[.killed] ?? origins[.killedMin],
      name.lowercased().contains("civilian"), origins[.victims] == preset.constants[.victims].map(Origin.constant)
    {
      origins[.victims] = .constant(Victims.civilians.rawValue)
    }
    self.init(name: preset.rawValue, origins: origins)
    codes = preset.codes
    dateOrder = preset.dateOrder
  }
}

extension Preset {
  /// The preset that a table's header calls for: the publisher's whose columns it has, else its tags, else the usual
  /// names.
  public static func detected(fields: [Field], tags: [String]) -> Preset {
    recognized(fields: fields) ?? (tags.contains { $0.hasPrefix("#") } ? .hxl : .usual)
  }

  /// The publisher whose columns a table has; nil for a table of anyone else.
  public static func recognized(fields: [Field]) -> Preset? {
    let names = Set(fields.map { ColumnName.plain($0.name) })
    return allCases.first { preset in
      !preset.signature.isEmpty
        && preset.signature.allSatisfy { $0.contains { names.contains(ColumnName.plain($0)) } }
    }
  }
}
