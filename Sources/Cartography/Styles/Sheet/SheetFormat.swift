/// The paper that a map is made for.
public struct SheetFormat: Hashable, Sendable {
  /// The width, in quarters of a millimeter: the units of the drawing. Sizes of text do not depend on it.
  let width: Double
  /// The colors.
  public var theme: Theme

  /// The widths, in millimeters, in which a map can be read: from a narrow newspaper column to a poster.
  public static let widthsMillimeters = 60.0...1200

  /// A width of `widthsMillimeters`.
  public init(widthMillimeters: Double = 180, theme: Theme = .light) {
    precondition(Self.widthsMillimeters.contains(widthMillimeters), "a map has a width that it can be read in")
    width = widthMillimeters * 4
    self.theme = theme
  }

  /// The width between the margins.
  var contentWidth: Double { width - 2 * MapSheet.margin }

  /// 180 mm, light: a page of an A4 report.
  public static let standard = SheetFormat()
  /// As wide as a phone's screen: of 390 pixels, text of the smallest size has 11 then.
  public static let narrow = SheetFormat(widthMillimeters: 66)
}
