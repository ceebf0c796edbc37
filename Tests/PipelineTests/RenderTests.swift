import Analysis
import Cartography
import Formats
import Foundation
import Gazetteer
import Incidents
import Pipeline
import Publishing
import TestSupport
import Testing

/// A map of a file of incidents.
@Suite struct RenderTests {
  private static let resolver = Result {
    try Resolver(sources: [GazetteerSource(path: packageRoot.appending(path: "Gazetteer").path)])
  }

  /// Each style with what it alone asks for, and filters that ask for more.
  @Test(arguments: [
    (MapStyle.symbols, "SY", IncidentFilter()), (.heatmap, "IQ", IncidentFilter()),
    (.hexagons, "IQ", IncidentFilter(assessments: [.open])), (.choropleth, "SY", IncidentFilter()),
    (.uncertainty, "IQ-NI", IncidentFilter(place: "mosul")), (.symbols, "IQ", IncidentFilter(governorate: "IQ-AN")),
  ])
  func readingOnlyWhatMapsAskForChangesNoMap(style: MapStyle, region: String, filter: IncidentFilter) throws {
    let resolver = try Self.resolver.get()
    let path = packageRoot.appending(path: "Output/incidents.geojson").path
    let maps = try [IncidentRecord.Extent.whole, .mapped].map { extent in
      let records = try #require(try TableFile(path: path).publishedRecords(extent))
      let parameters = RenderParameters(
        region: try MapRegion(named: region, resolver: resolver), style: style, labels: .both)
      return try renderMap(records, filter: filter, resolver: resolver, parameters: parameters)
    }
    #expect(maps[0].sheets == maps[1].sheets)
    #expect(maps[0].marks == maps[1].marks)
    #expect(!maps[0].marks.isEmpty)
  }
}
