import Foundation
import Geo
import GeoEngine
import TestSupport
import Testing

@testable import Cartography

@Suite("Parts of the styles")
struct StylePartsTests {
  @Test("a position is in the hexagon whose middle is nearest", arguments: [1, 2, 3] as [UInt64])
  func hexagons(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let grid = HexagonGrid(regionSquareMeters: 2e10, medianUncertaintyMeters: 3000, across: 25)
    for _ in 0..<500 {
      let point = PlanarPoint(
        x: .random(in: -2e5...2e5, using: &random), y: .random(in: -2e5...2e5, using: &random))
      let cell = grid.cell(at: point)
      let corners = grid.corners(of: cell)
      for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
        let side = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
        #expect(side >= -1e-3 * grid.acrossMeters, "seed \(seed): outside its hexagon")
      }
    }
    var doubleArea = 0.0
    let corners = grid.corners(of: .init(column: 3, row: 5))
    for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1)) { doubleArea += a.x * b.y - b.x * a.y }
    #expect(abs(doubleArea / 2e6 - grid.squareKilometers) < 1e-6 * grid.squareKilometers)
  }

  @Test("ticks stand where their degrees are", arguments: [0.2, 1, 4, 30])
  func ticks(_ degrees: Double) throws {
    let projection = try Projection(equalAreaCenteredOn: try Coordinate(longitude: 40, latitude: 35))
    let meters = degrees * 50_000
    let ground = PlanarRectangle(minX: -meters, minY: -meters, maxX: meters, maxY: meters)
    let frame = Box(x: 10, y: 10, width: 400, height: 380)
    let viewport = Viewport(projection: projection, showing: ground, in: frame, margin: 10)
    let ticks = try FrameTicks(viewport)
    #expect(ticks.bottom.count >= 2 && ticks.left.count >= 2)
    for (tick, isLongitude) in (ticks.bottom + ticks.top).map({ ($0, true) })
      + (ticks.left + ticks.right).map({ ($0, false) })
    {
      let place = try projection.unproject([viewport.planar(tick.point)])[0]
      let match = try #require(try /(\d+)°(?:(\d\d)′)? [EN]/.wholeMatch(in: tick.label), "\(tick.label)")
      let stated = (Double(match.1) ?? 0) + (match.2.flatMap { Double($0) } ?? 0) / 60
      let pixel = degrees / 400
      #expect(abs((isLongitude ? place.longitude : place.latitude) - stated) < pixel / 2)
      #expect(frame.expanded(by: 1e-6).contains(tick.point))
    }
  }

  /// Lightness alone orders the classes, in equal steps: they survive color blindness and a copying machine.
  @Test(arguments: Theme.allCases, 2...5)
  func ramps(_ theme: Theme, _ count: Int) throws {
    let colors = ColorRamp.heat(count, theme)
    let lightness = try colors.map { try Self.lightness($0) }
    let steps = zip(lightness, lightness.dropFirst()).map { $1 - $0 }
    #expect(steps.allSatisfy { ($0 < 0) == (theme == .light) })
    let mean = steps.reduce(0, +) / Double(steps.count)
    #expect(steps.allSatisfy { abs($0 - mean) < 0.25 * abs(mean) }, "\(steps)")
    for (a, b) in zip(colors, colors.dropFirst()) { #expect(try Self.contrast(a, b) > 1.2, "\(a) \(b)") }
  }

  /// W3C, Web Content Accessibility Guidelines 2.2, 1.4.3 and 1.4.11.
  @Test(
    "contrast",
    arguments: [
      ("text", "fill", "paper", 4.5), (".fine", "fill", "paper", 4.5), (".panel-count", "fill", "paper", 4.5),
      (".tick-label", "fill", "paper", 4.5), (".labels .town-label", "fill", "focus", 4.5),
      (".labels .area-label", "fill", "neighbor", 4.5), (".labels .area-label", "fill", "country", 4.5),
      (".labels .river-label", "fill", "focus", 4.5), (".tick", "stroke", "paper", 3),
      (".neatline", "stroke", "paper", 3),
      (".scale-line", "stroke", "paper", 3), (".symbol-rim", "stroke", "focus", 3),
      (".extent-center", "fill", "focus", 3), (".focus-border", "stroke", "neighbor", 3),
      (".value-area", "stroke", "focus", 3), (".class-sample", "stroke", "paper", 3),
      (".density-edge", "stroke", "focus", 3),
    ], Theme.allCases)
  func contrast(_ test: (selector: String, property: String, ground: String, least: Double), _ theme: Theme) throws {
    let css = StyleSheet.css + theme.css
    let color = try #require(Self.value(of: test.property, for: test.selector, in: css))
    let ground = try #require(Self.value(of: "fill", for: "." + test.ground, in: css))
    #expect(try Self.contrast(color, ground) >= test.least, "\(color) on \(ground)")
  }

  @Test(arguments: Theme.allCases, ExtentClass.allCases)
  func circlesAreSeen(_ theme: Theme, _ extent: ExtentClass) throws {
    let css = StyleSheet.css + theme.css
    let ground = try #require(Self.value(of: "fill", for: ".focus", in: css))
    #expect(try Self.contrast(extent.color(theme), ground) >= 3)
  }

  @Test func arabicRunsFromTheRight() throws {
    var svg = SVGWriter()
    svg.text("الرقة", at: PagePoint(x: 1, y: 2), "town-label")
    svg.text("Raqqa الرقة", at: PagePoint(x: 1, y: 2), "town-label")
    let lines = svg.document.split(separator: "\n")
    #expect(lines[0].contains("xml:lang=\"ar\" direction=\"rtl\"") && !lines[1].contains("rtl"))
  }

  /// The last rule that has the selector decides, as long as all rules are as specific.
  private static func value(of property: String, for selector: String, in css: String) -> String? {
    var found: String?
    for rule in css.split(separator: "}") {
      let parts = rule.split(separator: "{").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      guard parts.count == 2,
        parts[0].split(separator: ",").contains(where: { $0.trimmingCharacters(in: .whitespaces) == selector })
      else { continue }
      for declaration in parts[1].split(separator: ";") {
        let pair = declaration.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
        if pair.count == 2, pair[0] == property, pair[1].hasPrefix("#") { found = pair[1] }
      }
    }
    return found
  }

  private static func linear(_ hex: String) throws -> [Double] {
    let number = try #require(Int(hex.dropFirst(), radix: 16))
    return [16, 8, 0].map { shift in
      let value = Double(number >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private static func contrast(_ a: String, _ b: String) throws -> Double {
    let luminances = try [a, b].map { color in
      zip(try linear(color), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 } + 0.05
    }
    return max(luminances[0], luminances[1]) / min(luminances[0], luminances[1])
  }

  /// CIE 1976 L*, which the ramp was not made with.
  private static func lightness(_ color: String) throws -> Double {
    let y = zip(try linear(color), [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
    return y > 0.008856 ? 116 * cbrt(y) - 16 : 903.3 * y
  }
}
