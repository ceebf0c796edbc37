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

  /// The height of the highest sheet of several maps: of the page that has room for the width, A4 or else A3, without
  /// 15 mm at either end.
  var mostHeight: Double { width <= 210 * 4 ? (297 - 30) * 4 : (420 - 30) * 4 }

  /// Whether it is narrower than half a page: several maps stay on one sheet then, however high.
  var isForScreen: Bool { width < 105 * 4 }

  /// The width between the margins.
  var contentWidth: Double { width - 2 * MapSheet.margin }

  /// 180 mm, light: a page of an A4 report.
  public static let standard = SheetFormat()
  /// As wide as a phone's screen: of 390 pixels, text of the smallest size has 11 then.
  public static let narrow = SheetFormat(widthMillimeters: 66)
}
