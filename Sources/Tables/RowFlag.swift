/// What a reader must be warned of in a row of a table, in the words of the property `flags`.
enum RowFlag: String, CaseIterable {
  /// The position is not in the country that the row states.
  case countryDisagrees = "country disagrees"
  /// The position is not in the governorate that the row states.
  case governorateDisagrees = "governorate disagrees"
  /// The position is beside the governorate that the row states: borders are drawn differently.
  case acrossGovernorates = "may lie in another governorate"
  /// Longitude and latitude are both zero: a way to say that they are not known.
  case zeroPosition = "coordinates are zero"
  /// Exchanged, the two numbers would lie in the country that the row states.
  case exchanged = "longitude and latitude seem exchanged"
  /// The position is no number of degrees on the globe.
  case unreadablePosition = "coordinates cannot be read"
  /// The row gives a date that cannot be read.
  case unreadableDate = "date cannot be read"
  /// The row gives a number of people that cannot be read.
  case unreadableCount = "number of people cannot be read"
  /// The code of the position is none that is known.
  case unknownCode = "precision code not known"
}
