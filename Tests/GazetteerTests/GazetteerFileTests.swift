import Foundation
import Testing

@testable import Gazetteer

@Suite struct GazetteerFileTests {
  private func places(_ name: String, _ text: String) throws -> [Place] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return try GazetteerSource(path: file.path(percentEncoded: false)).places()
  }

  private let geonames =
    "7\tFoo\tFoo\tFu,فو\t31.5\t40.25\tP\tPPL\tAA\t\t\t\t\t\t1200\t\t\tAsia/X\t2020-01-01\n"
    + "8\tBar Airport\tBar\t\t31\t40\tS\tAIRP\tAA\t\t\t\t\t\t0\t\t\tAsia/X\t2020-01-01\n"

  @Test func geoNames() throws {
    let places = try places("AA.txt", geonames)
    #expect(places.map(\.id) == ["geonames:7", "geonames:8"])
    #expect(places[0].alternateNames == ["Fu", "فو"])
    #expect(places[0].coordinate.longitude == 40.25)
    #expect(places[0].population == 1200)
    #expect(places.map(\.kind) == [.village, .airfield])
    #expect(places[1].population == nil)
  }

  @Test(arguments: [
    "name,lon,lat\nFoo,40.25,31.5\n", "Name;Latitude;Longitude;kind\nFoo;31.5;40.25;town\n",
    "x\ty\tname\n40.25\t31.5\tFoo\n", "\u{FEFF}lat,long,name\r\n31.5,40.25,\"Foo\"\r\n",
  ]) func tables(_ text: String) throws {
    let places = try places("t.csv", text)
    #expect(places.map(\.name) == ["Foo"])
    #expect(places[0].coordinate.longitude == 40.25)
    #expect(places[0].coordinate.latitude == 31.5)
  }

  @Test(arguments: [
    ("a.csv", "", "empty"), ("a.csv", "name,lat\nFoo,3\n", "lon"), ("a.csv", "name,lon,lat\nFoo,4O,31\n", "a.csv:2"),
    ("a.csv", "name,lon,lat\nFoo,40,131\n", "not on the globe"), ("a.csv", "name,lon,lat\n,40,31\n", "no name"),
    ("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[", "a.geojson"),
    ("a.bin", "\u{0}\u{0}\u{1}\u{2}", "this is no text"),
    ("a.txt", "7\tFoo\tFoo\t\t31\t40\tP\tPPL\tAA\t\t\t\t\t\t0\t\t\tX\tY\n8\tBar\t2\n", "a.txt:2"),
  ]) func damaged(_ name: String, _ text: String, _ says: String) throws {
    let error = #expect(throws: GazetteerError.self) { try self.places(name, text) }
    #expect(error?.description.contains(says) == true, "\(error?.description ?? "")")
  }

  @Test func missing() {
    let error = #expect(throws: GazetteerError.self) { try GazetteerSource(path: "/no/such/file").places() }
    #expect(error?.description.contains("/no/such/file") == true)
  }
}
