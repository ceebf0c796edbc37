import Analysis
import Foundation
import Geo
import GeoEngine
import Incidents
import Testing

@testable import Cartography

@Suite("Parts of the drawing")
struct DrawingTests {
  @Test(
    "numbers have at most two decimals and no superfluous ones",
    arguments: [
      (0, "0"), (-0.001, "0"), (1, "1"), (1.5, "1.5"), (1.239, "1.24"), (-3.05, "-3.05"), (10.10, "10.1"),
      (123_456.999, "123457"),
    ])
  func numbers(_ number: Double, _ text: String) { #expect(SVGNumber.text(number) == text) }

  @Test(
    "text is escaped, and what XML forbids is replaced",
    arguments: [
      ("a & b", "a &amp; b"), ("<x>", "&lt;x&gt;"), ("\"q\"", "&quot;q&quot;"), ("غرب", "غرب"),
      ("a\u{1}b", "a\u{FFFD}b"),
    ])
  func escaping(_ text: String, _ escaped: String) {
    var svg = SVGWriter()
    svg.element("text", text: text)
    #expect(svg.document == "<text>\(escaped)</text>\n")
  }

  @Test("text wraps at spaces and fits")
  func wrapping() {
    let lines = TextMetrics.wrap("Kernel density of the incidents, with a bandwidth", width: 90, size: 8)
    #expect(lines.joined(separator: " ") == "Kernel density of the incidents, with a bandwidth")
    #expect(lines.count > 1 && lines.allSatisfy { TextMetrics.width(of: $0, size: 8) <= 90 })
  }

  /// The widest of DejaVu Sans, Liberation Sans, Noto Sans, Noto Sans Arabic and Noto Naskh Arabic, all bold, at a size
  /// of 100 (HarfBuzz); a fifth more is room wasted.
  @Test(
    arguments: [
      ("الرقة", 260.2), ("سس", 239.7), ("شيء", 250.6), ("كسرة الشيخ جمعة", 893.5), ("JJJ", 166.8), ("Raqqa", 355.1),
    ])
  func textIsAsWideAsInTheWidestFont(_ text: String, _ widest: Double) {
    let width = TextMetrics.width(of: text, size: 100, isBold: true)
    #expect(widest <= width && width <= widest * 1.2, "\(width)")
  }

  /// What surrounds a name must not reorder it on either line; a stray mark in a name is no reason to fail.
  @Test(
    arguments: [
      ("\u{2068}نهر الفرات\u{2069} 2", ["\u{2068}نهر\u{2069}", "\u{2068}الفرات\u{2069}", "2"]),
      ("a\u{2069} b\u{2069} c", ["a\u{2069}", "b\u{2069}", "c"]),
      ("a\u{2068} b", ["a\u{2068}\u{2069}", "\u{2068}b\u{2069}"]),
    ])
  func isolatesDoNotSpanLines(_ text: String, _ lines: [String]) {
    #expect(TextMetrics.wrap(text, width: 1, size: 8) == lines)
  }

  @Test(
    "class breaks are 1, 2 or 5 in a readable unit",
    arguments: [
      (0.0, 0.16, ["0.5", "1", "2", "5", "10"], "incidents per 100 km²"),
      (0, 3.1, ["0.1", "0.2", "0.5", "1", "2"], "incidents per km²"),
      (0, 0.0055, ["0.2", "0.5", "1", "2", "5"], "incidents per 1,000 km²"),
      (0.0021, 0.0055, ["2", "5"], "incidents per 1,000 km²"),
    ])
  func classes(_ minimum: Double, _ maximum: Double, _ labels: [String], _ unit: String) throws {
    let classes = try #require(DensityClasses(minimum: minimum, maximum: maximum))
    #expect(classes.labels == labels && classes.unit == unit)
    #expect(DensityClasses(minimum: 0, maximum: 0) == nil)
  }

  @Test("the ramp darkens in equal steps", arguments: 2...5)
  func ramp(_ count: Int) {
    let lightness = ColorRamp.colors(count).map(Color.init).map(\.lightness)
    let steps = zip(lightness, lightness.dropFirst()).map { $0 - $1 }
    #expect(steps.allSatisfy { abs($0 - steps[0]) < 0.01 && $0 > 0.05 })
  }

  @Test(
    "text is told from its ground: 4.5 to 1",
    arguments: [
      ("#1f1f1f", "#ffffff"), ("#3a3a3a", "#f0eee9"), ("#5c5850", "#e5e3de"), ("#1d5a78", "#e5e3de"),
      ("#1d5a78", "#fdfcfa"), ("#4a4742", "#ffffff"), ("#1f1f1f", ColorRamp.colors(5)[4]),
    ])
  func contrast(_ text: String, _ ground: String) {
    #expect(StyleSheet.css.contains(text), "the color is used")
    #expect(Color(text).contrast(with: Color(ground)) >= 4.5)
  }

  @Test("the area of a symbol is in proportion to its count", arguments: [1, 4, 60, 5000])
  func symbolArea(_ largest: Int) {
    let scale = SymbolScale.fitting(largest)
    #expect(scale.radius(of: largest) <= SymbolScale.largestRadius + 1e-9)
    #expect(abs(scale.radius(of: 8) / scale.radius(of: 2) - 2) < 1e-12)
  }

  @Test("neighbors keep their common border: an edge inside the country is drawn by two governorates")
  func noGaps() throws {
    let basemap = try Fixture.basemap()
    let projection = try Projection(equalAreaFor: basemap.countries[0].outline.boundingBox)
    let corners = try projection.project(basemap.countries[0].outline.polygons[0].exterior.coordinates)
    let viewport = Viewport(
      projection: projection, showing: try #require(PlanarRectangle(corners)),
      in: Box(x: 0, y: 0, width: 400, height: 300), margin: 20)
    let vertices = try basemap.governorates.map { Set(try viewport.outlines($0.outline).flatMap(\.rings).joined()) }
    #expect(vertices[0].intersection(vertices[1]).count == 2)
  }

  @Test("a river's name stands beside it, never on it", arguments: [0.0, 0.2, 0.35, 1])
  func riverLabels(_ bend: Double) {
    let line = (0...80).map { PagePoint(x: Double($0) * 5, y: 200 + bend * 40 * sin(Double($0) / 4)) }
    let candidates = RiverLabel.candidates(of: "Euphrates", along: line, size: 9, gap: 2, avoiding: [line])
    #expect(!candidates.isEmpty)
    for candidate in candidates {
      for point in line { #expect(!candidate.boxes.contains { $0.expanded(by: -1.5).contains(point) }) }
      #expect(abs(candidate.rotationDegrees) <= 90, "never upside down")
    }
  }

  @Test("no label is dropped from a symbol while there is room around it")
  func leaders() {
    var placer = LabelPlacer(frame: Box(x: 0, y: 0, width: 300, height: 300))
    let center = PagePoint(x: 150, y: 150)
    placer.occupy(Box(center: center, width: 40, height: 40))
    let isBeside = placer.place("Somewhere", kind: .incident, beside: center, radius: 5, size: 9)
    let isApart = placer.placeWithLeader("Somewhere", kind: .incident, awayFrom: center, radius: 22, size: 9)
    #expect(!isBeside && isApart)
    #expect(placer.placed[0].leader != nil)
  }
}

/// A color of the drawing, as WCAG 2.1 and OKLab see it.
private struct Color {
  let linear: [Double]

  init(_ hex: String) {
    let value = UInt32(hex.dropFirst(), radix: 16) ?? 0
    linear = [16, 8, 0].map { shift in
      let part = Double(value >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double { 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] }

  func contrast(with other: Color) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// OKLab's L.
  var lightness: Double {
    let (red, green, blue) = (linear[0], linear[1], linear[2])
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
  }
}
