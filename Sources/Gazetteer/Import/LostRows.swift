/// What an import left out: rows and features that are no places. A few cost a file nothing but themselves; where they
/// are more than its places the file is of another kind, and refused.
public struct LostRows: Sendable {
  /// How many there are.
  public private(set) var count = 0
  /// The first of them, with their lines and what is wrong with them.
  public private(set) var first: [GazetteerError] = []

  /// Those that are kept: a file with more of the same needs no longer list.
  private static let mostKept = 20

  mutating func add(_ row: GazetteerError) {
    count += 1
    if first.count < Self.mostKept { first.append(row) }
  }

  mutating func add(_ others: LostRows) {
    count += others.count
    first += others.first.prefix(Self.mostKept - first.count)
  }

  /// - Throws: the first of them, when they are more than the places of the file.
  func check(placeCount: Int) throws(GazetteerError) {
    if let first = first.first, count > placeCount { throw first }
  }
}
