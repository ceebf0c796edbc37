import Synchronization

/// The identifiers of the rows that a run has read: the same one again, in the same table or another of its publisher,
/// is most likely the same incident. Rows are taken in the order in which they are read.
public final class SeenIdentifiers: Sendable {
  private struct State {
    var tables: [String] = []
    var tableOfHash: [UInt64: UInt32] = [:]
  }

  /// The table that is being read.
  struct Table {
    fileprivate let number: UInt32
    fileprivate let scope: UInt64
  }

  private let state = Mutex(State())
  /// More are not remembered, so that memory does not grow with the tables.
  private static let most = 2_000_000

  /// None yet.
  public init() {}

  /// A table that is about to be read.
  /// - Parameter publisher: who gave its identifiers; nil for a table whose identifiers mean nothing in others.
  func begin(_ document: String, publisher: String?) -> Table {
    state.withLock { state in
      state.tables.append(document)
      let scope = publisher ?? "\(state.tables.count) \(document)"
      return Table(
        number: UInt32(state.tables.count - 1), scope: Self.hash(scope.utf8, after: 0xCBF2_9CE4_8422_2325))
    }
  }

  /// Remembers an identifier.
  /// - Returns: the document that had it before; nil when none has.
  func add(_ identifier: CellText, in table: Table) -> String? {
    let hash = Self.hash(identifier, after: table.scope)
    return state.withLock { state in
      if let known = state.tableOfHash[hash] { return state.tables[Int(known)] }
      if state.tableOfHash.count < Self.most { state.tableOfHash[hash] = table.number }
      return nil
    }
  }

  /// FNV-1a; of two million identifiers two different ones are taken for the same with a probability of 1 in 10 million.
  private static func hash(_ bytes: some Sequence<UInt8>, after start: UInt64) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

extension Preset {
  /// Whose identifiers a table has that is read by a mapping of that name; nil where that is not known.
  static func publisher(named mapping: String) -> String? {
    Preset(rawValue: mapping).flatMap { $0.signature.isEmpty ? nil : $0.rawValue }
  }
}
