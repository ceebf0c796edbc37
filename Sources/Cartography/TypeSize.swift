/// The sizes of all text on a sheet, in sheet units: measured with them, and drawn with them. A quarter of a millimeter
/// is 0.71 point, so that nothing is smaller than 6 points where the sheet is printed 180 mm wide.
enum TypeSize {
  static let title = 18.0
  static let subtitle = 11.5
  /// The counts under the title.
  static let counts = 9.6
  static let heading = 9.4
  /// The legend.
  static let note = 9.0
  /// The notes under the map.
  static let fine = 8.6

  static let incident = 9.2
  static let count = 8.8
  static let town = 8.6
  static let river = 8.6
  static let area = 8.8
  /// The count in the middle of a symbol.
  static let symbolCount = 8.5
  /// Scale bar, degrees and classes.
  static let measure = 8.5
  static let insetLetter = 9.0
}
