import Foundation
import Geo
import GeoEngine
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct WrittenPositionTests {
  @Test(arguments: [
    ("39.01,35.95", 39.01, 35.95), (" 39.01 , 35.95 ", 39.01, 35.95), ("-1,2", -1, 2), ("−1.5;2.25", -1.5, 2.25),
    ("35.95 N, 39.01 E", 39.01, 35.95), ("39.01E 35.95N", 39.01, 35.95), ("N35.95 E39.01", 39.01, 35.95),
    ("35.95° N 39.01° E", 39.01, 35.95), ("35,95° N, 39,01° E", 39.01, 35.95),
    ("35.95 north, 39.01 east", 39.01, 35.95),
    ("35°57'03\"N 39°00'32\"E", 39.008889, 35.950833), ("39°E, 35°57.5′N", 39, 35.958333),
    ("33°30'S 70°30'W", -70.5, -33.5), ("36 20 30 N 43 08 10 E", 43.136111, 36.341667),
    ("36-20-30N 43-08-10E", 43.136111, 36.341667), ("36° 20’ 30” N, 43° 08’ 10” E", 43.136111, 36.341667),
    ("36º20′30″N/43º08′10″E", 43.136111, 36.341667), ("N 36°20'30'' E 43°08'10''", 43.136111, 36.341667),
    ("36°20'30.25\"N 43°08'10\"E", 43.136111, 36.341736), ("(35.95N 39.01E)", 39.01, 35.95),
  ])
  func readsDegrees(text: String, longitude: Double, latitude: Double) throws {
    let position = try #require(try WrittenPosition.read(text))
    #expect(abs(position.coordinate.longitude - longitude) < 1e-6)
    #expect(abs(position.coordinate.latitude - latitude) < 1e-6)
  }

  /// The centers are GeoConvert's (geographiclib-tools 2.1.2), of the middle of the square.
  @Test(arguments: [
    ("38S LF 12345 67890", 42.89827, 36.73821, 0.7071), ("38SLF1234567890", 42.89827, 36.73821, 0.7071),
    ("37SDA049548", 37.93682, 36.63447, 71), ("37sda049548", 37.93682, 36.63447, 71),
    ("37S DA 049 548", 37.93682, 36.63447, 71), ("MGRS: 37SDA049548", 37.93682, 36.63447, 71),
    ("grid 37SDA 049548", 37.93682, 36.63447, 71), ("38S LF", 43.32332, 36.58369, 70_800),
    ("37SDA049548/37SDA059558", 37.94235, 36.63902, 778), ("37SDA049548 / 059558", 37.94235, 36.63902, 778),
  ])
  func readsGrids(text: String, longitude: Double, latitude: Double, radius: Double) throws {
    let position = try #require(try WrittenPosition.read(text))
    #expect(position.notation == .grid)
    #expect(abs(position.coordinate.longitude - longitude) < 1e-5, "\(position.coordinate)")
    #expect(abs(position.coordinate.latitude - latitude) < 1e-5, "\(position.coordinate)")
    #expect(abs(position.uncertaintyMeters - radius) < radius / 50)
  }

  @Test(arguments: [
    "Raqqah", "Taftanaz, Idlib", "", "39.01", "17 Tammuz", "7 Nissan neighborhood", "60 Street", "T4 airbase",
    "Area 51",
    "8 Feb 1963", "10 km north of Hajin", "H3", "14th Ramadan Street", "Division 17", "5 Ali", "km 18",
    "Brigade 93 Base",
    "1 June", "9 N", "38S",
  ])
  func leavesNamesAlone(text: String) throws { #expect(try WrittenPosition.read(text) == nil) }

  @Test(arguments: [
    ("95,200", "not on the globe"), ("35°70'N 39°E", "less than 60"), ("35°N", "one angle"),
    ("35°N 36°N", "one of N and S"),
    ("35°57'03\", 39°00'32\"", "one of N and S"), ("1,2,3", "3 angles"), ("-35.95 N, 39.01 E", "sign"),
    ("35.95.1 N, 39.01 E", "told apart"), ("95.5 N, 39.01 E", "not on the globe"), ("377SFU1234", "zone is 377"),
    ("00SFU1234", "zone is 00"), ("37SDA04954", "5 digits"), ("37SDA0495O8", "letter O"), ("37SDAO49548", "letter O"),
    ("37SIA049548", "letter I"), ("37SD049548", "2 letters"), ("37SDA 04 9548", "groups of 2 and 4"),
    ("37SDA1234512345123", "digits"), ("37SII049548", "letter I"), ("37TDA049548", "grid"),
    ("37SDA049548/37SDA0", "1 digits"),
    ("37SDA049548/37SDA059558/37SDA069568", "3 grids"), ("37SDA049548/Hajin", "no grid"),
  ])
  func refuses(text: String, says: String) {
    let error = #expect(throws: WrittenPositionError.self) { try WrittenPosition.read(text) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }

  /// Half of the diagonal of the box that the last digits leave; pyproj 3, Geod.inv to its farther corners.
  @Test(arguments: [
    ("43.13,36.34", 713.677), ("43.1361,36.3417", 7.13662), ("36°20'30\"N 43°08'10\"E", 19.8239),
    ("36°20'N 43°08'E", 1189.51), ("36°N 43°E", 71_574.2), ("43.1,36.3417", 4488.66),
  ]) func radiusOfDegrees(text: String, meters: Double) throws {
    let position = try #require(try WrittenPosition.read(text))
    #expect(abs(position.uncertaintyMeters - meters) < meters / 1000)
  }

  /// A position written with so many digits is read as a circle that holds it, and more digits never make it larger.
  @Test(arguments: [7, 8, 9] as [UInt64]) func holdsWhatWasWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let truth = Invented.at(
        Double.random(in: -179...179, using: &random), Double.random(in: -79...79, using: &random))
      var last = Double.infinity
      for digits in 1...5 {
        let degrees = String(format: "%.\(digits)f,%.\(digits)f", truth.longitude, truth.latitude)
        let texts = [degrees, try MGRS.reference(truth, digits: digits)]
        let read = try texts.map { try #require(try WrittenPosition.read($0)) }
        for (text, position) in zip(texts, read) {
          let meters = Geodesic.distanceMeters(from: position.coordinate, to: truth)
          #expect(meters <= position.uncertaintyMeters * 1.0001 + 0.01, "seed \(seed): \(truth) as \(text)")
        }
        #expect(read[1].uncertaintyMeters < last, "seed \(seed): \(texts[1])")
        last = read[1].uncertaintyMeters
      }
    }
  }
}
