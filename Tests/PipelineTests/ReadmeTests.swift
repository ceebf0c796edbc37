import Foundation
import TestSupport
import Testing

// What follows up to the mark stands in the README too.
import Formats
import Gazetteer
import Incidents
import Publishing
import Reports
import ShippedGazetteer

func geoJSON(ofReport text: [UInt8], named name: String) throws -> [UInt8] {
  let resolver = try Resolver(sources: [GazetteerSource(path: ShippedGazetteer.folder.path)])
  let document = try SourceDocument(name: name, bytes: text)
  let reading = try ReleaseReader(countries: resolver.countryNames).read(document)
  let located = resolver.resolve(document: reading.incidents)
  return GeoJSON.write(located.map { Feature(IncidentRecord($0)) })
}
// The mark.

@Suite struct ReadmeTests {
  @Test func theReadmeShowsThisCode() throws {
    let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let start = try #require(source.range(of: "README too.\n"))
    let end = try #require(source.range(of: "// The mark.\n"))
    let readme = try String(contentsOf: packageRoot.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(source[start.upperBound..<end.lowerBound]))
    let example = try Data(contentsOf: packageRoot.appending(path: "Examples/release.txt"))
    let features = try GeoJSON.read(geoJSON(ofReport: [UInt8](example), named: "release.txt"), file: "")
    #expect(features.count == 133)
  }
}
