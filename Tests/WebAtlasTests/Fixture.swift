import Analysis
import Cartography
import Geo
import Incidents
import Publishing
import Reports
import TestSupport

@testable import WebAtlas

/// A run over an invented document, whose texts try to be markup.
enum Fixture {
  static let hostile = "</script><b title='\"'>&amp;\u{202E}\u{2066}\u{7}"
  static let documentName = "a\"><img src=x onerror=alert(1)>.txt"
  static let governorate = Governorate(code: "XX-WE", name: "West \(hostile)")

  /// The document: an entry a line.
  static func document(_ count: Int = 3) throws -> SourceDocument {
    let entries = (1...count).map { "Feb. \($0), 2018, near Al-Town \(hostile), via \(hostile) report\($0)." }
    return try SourceDocument(name: documentName, bytes: Array(entries.joined(separator: "\n").utf8))
  }

  static func span(of text: String, in document: SourceDocument, from start: Int = 0) throws -> ByteSpan {
    let bytes = Array(text.utf8)
    let found = document.bytes[start...].firstRange(of: bytes)
    guard let found else { throw MissingText(text: text) }
    return ByteSpan(start: found.lowerBound, end: found.upperBound)
  }

  struct MissingText: Error { let text: String }

  /// The incidents of the document: at a point, in an area, and nowhere, in turn.
  static func located(in document: SourceDocument, count: Int = 3) throws -> [LocatedIncident] {
    try (1...count).map { number in
      let text = "Feb. \(number), 2018, near Al-Town \(hostile), via \(hostile) report\(number)."
      let span = try span(of: text, in: document)
      var incident = Incident(
        document: document.name, ordinal: number, line: number, span: span,
        assessment: Assessment.allCases[number % Assessment.allCases.count])
      let day = CalendarDate(year: 2018, month: 2, day: min(28, number))
      let dateSpan = try Fixture.span(of: "Feb. \(number), 2018", in: document, from: span.start)
      incident.date = day.map { Cited(IncidentDate($0), dateSpan) }
      let placeSpan = try Fixture.span(of: "Al-Town \(hostile)", in: document, from: span.start)
      incident.placePhrase = Cited("Al-Town \(hostile)", placeSpan)
      incident.sources = [
        Cited(
          "\(hostile) report\(number)",
          try Fixture.span(of: "\(hostile) report\(number)", in: document, from: span.start))
      ]
      incident.mentions = [PlaceMention(name: "Al-Town \(hostile)", country: "X", countryCode: "XX", span: placeSpan)]
      return LocatedIncident(incident: incident, resolutions: [try resolution(number)])
    }
  }

  private static func resolution(_ number: Int) throws -> Resolution {
    let match = try match(isArea: number % 3 == 2)
    guard number % 3 == 0 else { return Resolution(status: .resolved, best: match) }
    return Resolution(status: .unresolved, best: nil, alternatives: [match], because: ["nothing fits \(hostile)"])
  }

  private static func match(isArea: Bool) throws -> Match {
    Match(
      placeID: "test:\(hostile)", placeName: "Town \(hostile)", matchedName: "Town \(hostile)",
      kind: isArea ? .governorate : .town, country: "XX", governorate: governorate,
      coordinate: try Coordinate(longitude: 40, latitude: 34), uncertaintyMeters: 3000,
      footprint: isArea ? .area(try area([39, 33, 41, 35])) : nil, precision: isArea ? .governorate : .town,
      how: .exact, confidence: 0.9, because: ["because \(hostile)"], source: "Source \(hostile)")
  }

  static func area(_ box: [Double]) throws -> MultiPolygon {
    let corners = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3]), (box[0], box[1])]
    let ring = try Ring(corners.map { try Coordinate(longitude: $0.0, latitude: $0.1) })
    return MultiPolygon([Polygon(exterior: ring)])
  }

  /// The page of a run with that many incidents.
  static func page(
    _ count: Int = 3, changing change: (inout [IncidentRecord]) -> Void = { _ in }
  ) throws -> AtlasPage {
    let document = try document(max(1, count))
    let located = count == 0 ? [] : try located(in: document, count: count)
    var records = located.map { IncidentRecord($0) }
    change(&records)
    let row = Ledger.Row(
      figure: "x", label: "label \(hostile)", stated: Cited(7, ByteSpan(start: 0, end: 1)), line: 1, counted: 8,
      basis: "basis \(hostile)")
    let part = PageDocument(
      kind: .release, span: ByteSpan(start: 0, end: 1), line: 1, publisher: nil, beginning: "words \(hostile)")
    let report = RunReport(
      documents: [
        .init(
          name: document.name, parts: [part], ledger: Ledger(rows: [row]),
          diagnostics: [Diagnostic(.doubtful, "look \(hostile)", document: document.name, line: 2)])
      ], records: records, clusterCount: 1,
      parameters: .init(clusterRadius: .kilometers(2.5), minimumIncidents: 4, gazetteers: ["shipped", hostile]),
      files: ["incidents.geojson", "report.json"])
    let inside = records.filter { $0.location != nil }
    let path = AreaPath(country: "Examplia", governorate: "West \(hostile)")
    let map = PrintedMap(
      sheet: OutputFile(path: path.path(extension: "svg"), bytes: Array("<svg viewBox=\"0 0 720 900.5\"></svg>".utf8)),
      narrow: OutputFile(
        path: path.path(extension: "narrow.svg"), bytes: Array("<svg viewBox=\"0 0 264 400\"></svg>".utf8)))
    let area = AtlasArea(
      region: .governorate(governorate.code), name: governorate.name, country: "Examplia", path: path, map: map,
      records: inside)
    let country = AtlasArea(
      region: .country("XX"), name: "Examplia", country: "Examplia", path: AreaPath(country: "Examplia"), map: nil,
      records: inside)
    return AtlasPage(
      report: report, documents: [document], located: located, areas: inside.isEmpty ? [] : [country, area],
      figureMaps: [], basemap: try basemap(), placeCredits: ["Credit \(hostile)"])
  }

  private static func basemap() throws -> Basemap {
    Basemap(
      countries: [.init(code: "XX", name: "Examplia", outline: try area([39, 33, 42, 35]), credits: ["C \(hostile)"])],
      governorates: [.init(code: governorate.code, name: governorate.name, outline: try area([39, 33, 40.5, 35]))],
      towns: [.init(name: "T \(hostile)", coordinate: try Coordinate(longitude: 40, latitude: 34), importance: 1)])
  }
}
