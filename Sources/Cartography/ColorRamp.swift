import Foundation

/// The colors of the density surface: light to dark purple, in equal steps of perceived lightness (the OKLab space,
/// B. Ottosson, 2020). Lightness alone orders them, so they survive color blindness and a copying machine.
enum ColorRamp {
  /// Colors for that many classes, lightest first, as `#rrggbb`.
  /// - Parameter darkest: the lightness of the last, 0…1: light enough for symbols on it, unless there are none.
  static func colors(_ count: Int, darkest: Double = 0.68) -> [String] {
    (0..<count).map { index in
      let part = count == 1 ? 0.5 : Double(index) / Double(count - 1)
      return hex(lightness: 0.94 - (0.94 - darkest) * part, chroma: 0.03 + 0.1 * part, hueDegrees: 305 - 5 * part)
    }
  }

  static func hex(lightness: Double, chroma: Double, hueDegrees: Double) -> String {
    let hue = hueDegrees * .pi / 180
    let (a, b) = (chroma * cos(hue), chroma * sin(hue))
    let long = pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3)
    let medium = pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3)
    let short = pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3)
    let linear = [
      4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
      -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
      -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    ]
    return "#" + linear.map(byte).joined()
  }

  /// The sRGB transfer function (IEC 61966-2-1), as two hexadecimal digits.
  private static func byte(_ linear: Double) -> String {
    let value = min(1, max(0, linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055))
    let digits = String(Int((value * 255).rounded()), radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension ColorRamp {
  /// The colors of a map without symbols: yellow over orange and red to plum, the lowest class nearest to the paper.
  /// Lightness changes in equal steps here too; the hue only helps.
  static func heat(_ count: Int, _ theme: Theme) -> [String] {
    (0..<count).map { index in
      let part = count == 1 ? 0.5 : Double(index) / Double(count - 1)
      let depth = theme == .light ? part : 1 - part
      let lightness = theme == .light ? 0.93 - 0.53 * part : 0.36 + 0.54 * part
      return hex(lightness: lightness, chroma: 0.075 + 0.36 * depth * (1.05 - depth), hueDegrees: 95 - 115 * depth)
    }
  }
}
