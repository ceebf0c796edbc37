/// What a reader must be warned of in a row of a table.
struct RowFlags: OptionSet, Hashable {
  let rawValue: UInt16

  /// The position is not in the country that the row states.
  static let countryDisagrees = RowFlags(rawValue: 1 << 0)
  /// The position is not in the governorate that the row states.
  static let governorateDisagrees = RowFlags(rawValue: 1 << 1)
  /// The position is beside the governorate that the row states: borders are drawn differently.
  static let acrossGovernorates = RowFlags(rawValue: 1 << 2)
  /// Longitude and latitude are both zero: a way to say that they are not known.
  static let zeroPosition = RowFlags(rawValue: 1 << 3)
  /// Exchanged, the two numbers would lie where the row states.
  static let exchanged = RowFlags(rawValue: 1 << 4)
  /// The position is no number of degrees on the globe.
  static let unreadablePosition = RowFlags(rawValue: 1 << 5)
  /// The row gives a date that cannot be read.
  static let unreadableDate = RowFlags(rawValue: 1 << 6)
  /// The row gives a number of people that cannot be read.
  static let unreadableCount = RowFlags(rawValue: 1 << 7)
  /// The code of the position is none that is known.
  static let unknownCode = RowFlags(rawValue: 1 << 8)
  /// The row has more or fewer fields than the header.
  static let ragged = RowFlags(rawValue: 1 << 9)
  /// The numbers are no degrees of longitude and latitude.
  static let positionOutOfRange = RowFlags(rawValue: 1 << 10)
  /// The date has day and month in the other order than the rest of the table.
  static let otherDateOrder = RowFlags(rawValue: 1 << 11)
  /// Another row has the same identifier.
  static let repeatedIdentifier = RowFlags(rawValue: 1 << 12)

  /// The row gives a position that cannot be right.
  static let noPosition: RowFlags = [.zeroPosition, .exchanged, .unreadablePosition, .positionOutOfRange]

  /// The words of the property `flags`; those that other documents have too are the same.
  private static let table: [(flag: RowFlags, words: String)] = [
    (.countryDisagrees, "country disagrees"), (.governorateDisagrees, "governorate disagrees"),
    (.acrossGovernorates, "may lie in another governorate"), (.zeroPosition, "coordinates are zero"),
    (.exchanged, "longitude and latitude seem exchanged"), (.unreadablePosition, "coordinates cannot be read"),
    (.unreadableDate, "date cannot be read"), (.unreadableCount, "number of people cannot be read"),
    (.unknownCode, "precision code not known"), (.ragged, "row has more or fewer fields than the header"),
    (.repeatedIdentifier, "identifier given before"),
    (.positionOutOfRange, "coordinates are out of range"),
    (.otherDateOrder, "day and month in another order than in other rows"),
  ]

  /// The flags in words, in the order of the table.
  var words: [String] { Self.table.filter { contains($0.flag) }.map(\.words) }
}
