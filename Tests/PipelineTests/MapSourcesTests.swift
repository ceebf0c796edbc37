import Incidents
import Testing

@testable import Pipeline

@Suite("What maps say of their sources")
struct MapSourcesTests {
  @Test(
    "only the kinds of text that tell of the incidents drawn",
    arguments: [
      ([.release], ["casualty release (page.txt)"]), ([.news], ["news text (page.txt)"]),
      ([.news, .release, .news], ["casualty release and news text (page.txt)"]), ([], []),
    ] as [([DocumentKind], [String])])
  func lines(_ kinds: [DocumentKind], _ lines: [String]) {
    let sources = MapSources([], [], [])
    #expect(sources.lines(of: kinds.map(record)) == lines)
  }

  private func record(_ kind: DocumentKind) -> IncidentRecord {
    IncidentRecord(
      id: "page.txt#1", date: nil, assessment: .open, isReopened: false, wasPreviouslyReported: nil, killed: nil,
      injured: nil, sources: [], place: nil, statedCountry: nil, location: nil, places: [], flags: [],
      document: "page.txt", line: 1, span: ByteSpan(start: 0, end: 1), account: Account(kind: kind, victims: .civilians)
    )
  }
}
