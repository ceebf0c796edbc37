import Analysis
import Cartography
import Formats
import Incidents

extension AtlasPage {
  /// How the results came about, with the numbers of this run.
  var method: HTML { HTML((steps + [limits]).map { .paragraph($0) }) }

  private var steps: [String] { [reading, placing, drawing, clusters].compactMap(\.self) }

  private var reading: String {
    let kinds = DocumentKind.allCases.compactMap { kind -> String? in
      let number = report.documents.flatMap(\.parts).count { $0.kind == kind }
      return number == 0 ? nil : "\(number) \(kind.rawValue)"
    }
    let names = inWords(report.documents.map(\.name))
    let stated = report.documents.reduce(0) { $0 + $1.ledger.rows.count }
    let inferred = report.records.count { $0.account.isDateInferred }
    let news = report.records.count { $0.account.confidence != nil }
    return
      "Read: \(names), holding \(inWords(kinds)). Each field of an incident was taken from words of the text, which "
      + "are marked in its explanation; what the text does not say stays empty. "
      + (stated == 0
        ? "" : "\(counted(stated, "figure")) that the text states about itself were checked against its list. ")
      + (inferred == 0
        ? "" : "The year or month of \(counted(inferred, "date")) is not written but follows from the text around. ")
      + (news == 0
        ? ""
        : "\(counted(news, "incident was", "incidents were")) read from sentences of prose, which is less sure than a list.")
  }

  private var placing: String? {
    let names = report.records.reduce(0) { $0 + $1.places.count }
    guard names > 0 else { return nil }
    let counts = [Resolution.Status.resolved, .ambiguous, .unresolved].map { "\(report.count($0)) \($0.rawValue)" }
    let gazetteers = report.parameters.gazetteers.map { $0 == "shipped" ? "the shipped one" : $0 }
    return
      "Placed: \(counted(names, "place name was", "place names were")) looked up in the gazetteers (\(inWords(gazetteers))): "
      + "\(inWords(counts)). Spelling, the stated country and parent places, the other places of the same document and "
      + "the number of inhabitants count as evidence. Confidence is meant as the probability that this is the place "
      + "meant; what is ambiguous or unresolved is not drawn. The uncertainty is a radius around the position: the "
      + "extent of the place and the imprecision of its coordinate (point-radius georeferencing, Darwin Core)."
  }

  private var drawing: String? {
    let locations = report.records.compactMap(\.location)
    guard !locations.isEmpty else { return nil }
    let doubtful = locations.count { !$0.isSure }
    let spread = locations.count { !$0.isPointlike }
    let percent = Int((Location.leastSureConfidence * 100).rounded())
    return "Drawn: \(counted(locations.count, "incident")), \(spread) of which "
      + "\(spread == 1 ? "is" : "are") known only to an area or a river and drawn as that. "
      + "\(doubtful) \(doubtful == 1 ? "is" : "are") pale, because the confidence is below \(percent) % or a larger place stands in. "
      + "The area of a symbol is in proportion to the number of incidents. Incidents too near to each other to be told "
      + "apart share one counted symbol at the place with most of them; no symbol is moved to make room. The maps to "
      + "print name their projections; the interactive map is in Web Mercator, with circles true to scale where they are."
  }

  private var clusters: String? {
    let parameters = report.parameters
    guard !report.records.isEmpty else { return nil }
    let kilometers = JSON.number(parameters.clusterRadius.kilometers.rounded(toDecimals: 3)).text
    return "Clusters: \(report.clusterCount) of \(parameters.minimumIncidents) or more incidents, each within "
      + "\(kilometers) km of another (DBSCAN on geodesic distances); clusters.geojson has them."
  }

  private var limits: String {
    "Limits: this page shows what the documents say, not what happened. It was made without a network by a program "
      + "whose readings and matches are to be checked before they are relied on; every incident leads to its sentence."
  }
}
