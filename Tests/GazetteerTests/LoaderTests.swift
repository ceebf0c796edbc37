import Testing

@testable import Gazetteer

struct LoaderTests {
  private static let geoNames =
    "1\tZumrah\tZumrah\tZumra,Az Zumrah\t30.5\t10.5\tP\tPPL\tXA\t\t01\t\t\t\t1200\t\t90\tAsia/Baghdad\t2020-01-01\n"

  @Test("A GeoNames dump is read")
  func readsGeoNames() throws {
    let places = try read(named: "XA.txt", Self.geoNames)
    #expect(places.map(\.id) == ["geonames:1"])
    #expect(places.first?.alternateNames == ["Zumra", "Az Zumrah"])
    #expect(places.first?.coordinate == at(10.5, 30.5))
    #expect(places.first?.population == 1200)
  }

  @Test(
    "A damaged gazetteer is an error with file and line",
    arguments: [
      ("XA.txt", geoNames + geoNames.replacing("Asia/Baghdad\t", with: ""), 2, "18 columns"),
      ("XA.txt", geoNames + geoNames.replacing("30.5", with: "north"), 2, "north"),
      ("own.csv", "name,lat\nZumrah,30.5\n", 1, "“lon”"),
      ("own.csv", "name,lat,lon\nZumrah,30.5,10.5\nBarud,30.5,\n", 3, "longitude"),
      ("own.csv", "name,lat,lon\n,30.5,10.5\n", 2, "no name"),
    ])
  func damaged(_ row: (file: String, text: String, line: Int, says: String)) throws {
    let error = #expect(throws: GazetteerError.self) { try read(named: row.file, row.text) }
    #expect(error?.file == row.file)
    #expect(error?.line == row.line)
    #expect(error?.problem.contains(row.says) == true, "\(error?.description ?? "")")
  }

  private func read(named name: String, _ text: String) throws -> [Place] {
    try withTemporaryFile(named: name, containing: text) { try GazetteerSource(path: $0).places() }
  }
}
