import Publishing

/// A map of the run as the page shows it: a picture that leads to its file.
struct MapFigure {
  let map: PrintedMap
  /// What the picture is, for those who do not see it.
  let alternative: String

  /// The picture. Its size is written with it, so that the page does not move when it arrives.
  var html: HTML {
    let size = Self.viewBoxSize(of: map.sheet)
    let picture = HTML.void(
      "img",
      [
        "src": urlPath(map.sheet.path), "alt": alternative, "width": size.width, "height": size.height,
        "loading": "lazy",
      ])
    return .element(
      "a", ["class": "sheet", "href": urlPath(map.sheet.path)],
      [.element("picture", [Self.source(map.narrow), picture])])
  }

  private static func source(_ narrow: OutputFile) -> HTML {
    let size = viewBoxSize(of: narrow)
    return .void(
      "source",
      [
        "media": "(max-width: \(narrowPixels)px)", "srcset": urlPath(narrow.path), "width": size.width,
        "height": size.height,
      ])
  }

  /// The widest screen, in CSS pixels, on which the text of a sheet of 180 mm is too small to read.
  private static let narrowPixels = 600

  /// Width and height as a file's `viewBox` has them (SVG 2, §8.2).
  private static func viewBoxSize(of file: OutputFile) -> (width: String, height: String) {
    let head = String(decoding: file.bytes.prefix(400), as: UTF8.self)
    let parts = head.firstRange(of: "viewBox=\"").map { head[$0.upperBound...].prefix { $0 != "\"" } } ?? ""
    let numbers = parts.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 4 else { return ("720", "720") }
    return ("\(Int(numbers[2].rounded()))", "\(Int(numbers[3].rounded()))")
  }
}

/// A path below the page as a relative URL: all but letters, digits, `-`, `.`, `_`, `~` and the slashes is written in
/// percent form (RFC 3986 §2).
func urlPath(_ path: String) -> String {
  var result = ""
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      result.unicodeScalars.append(Unicode.Scalar(byte))
    default:
      let hex = String(byte, radix: 16, uppercase: true)
      result += "%" + (hex.utf8.count < 2 ? "0" : "") + hex
    }
  }
  return result
}
