import Analysis
import Cartography
import Formats
import Incidents

extension AtlasPage {
  /// How the results came about, with the numbers of this run.
  var method: HTML {
    let steps = [
      ("Read", reading), ("Counted", counting), ("Placed", placing), ("Drawn", drawing), ("Clustered", clusters),
      ("Limits", limits),
    ]
    return HTML(
      steps.compactMap { lead, text in
        text.map {
          .element("p", ["class": "words"], [.element("span", ["class": "lead"], lead + "."), HTML(" " + $0)])
        }
      })
  }

  private var reading: String? {
    let kinds = DocumentKind.allCases.compactMap { kind -> String? in
      let number = report.documents.flatMap(\.parts).count { $0.kind == kind }
      return number == 0 ? nil : kind.counted(number)
    }
    let sentences = [
      "\(inWords(report.documents.map(\.name))) (\(inWords(kinds))).",
      "Each field of an incident was taken from words of the text, which are marked in its explanation; what the text "
        + "does not say stays empty.",
      checkedFigures, inferredDates, prose,
    ]
    return sentences.compactMap(\.self).joined(separator: " ")
  }

  private var checkedFigures: String? {
    let stated = report.documents.reduce(0) { $0 + $1.ledger.rows.count }
    return stated == 0 ? nil : "\(counted(stated, "figure")) that the text states were checked against its own list."
  }

  private var inferredDates: String? {
    let inferred = report.records.count { $0.account.isDateInferred }
    guard inferred > 0 else { return nil }
    return
      "\(counted(inferred, "date is", "dates are")) not written in full; what is missing follows from the text around."
  }

  private var prose: String? {
    let read = report.records.count { $0.account.confidence != nil }
    guard read > 0 else { return nil }
    return
      "\(counted(read, "incident was", "incidents were")) read from sentences of prose, which is less sure than a list."
  }

  private var counting: String? {
    guard tally.killed.range != nil || tally.injured.range != nil else { return nil }
    return
      "The sums of killed and injured count \(people.subject). Figures of soldiers, police, attackers or people of "
      + "all kinds are in the table of incidents, and in no sum; where a text states no number, none is counted."
  }

  private var placing: String? {
    let names = report.records.reduce(0) { $0 + $1.places.count }
    guard names > 0 else { return nil }
    let counts = [Resolution.Status.resolved, .ambiguous, .unresolved].map { "\(report.count($0)) \($0.rawValue)" }
    let gazetteers = report.parameters.gazetteers.map { $0 == "shipped" ? "the shipped one" : $0 }
    return "\(counted(names, "place name was", "place names were")) looked up in gazetteers (\(inWords(gazetteers))): "
      + "\(inWords(counts)). Spelling, the stated country and larger places, the other places of the same document and "
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
    return
      "\(counted(locations.count, "incident is", "incidents are")) on the maps; \(spread) of them, known only to an "
      + "area or a river, as that and not as a point. \(doubtful) \(doubtful == 1 ? "is" : "are") pale, because the "
      + "confidence is below \(percent) % or a larger place stands in. The area of a symbol is in proportion to the "
      + "number of incidents. Those too near to each other to be told apart share one counted symbol, at the place of "
      + "most of them; no symbol is moved to make room. The maps to print name their projections; the interactive map "
      + "is in Web Mercator, its circles true to scale where they are."
  }

  private var clusters: String? {
    let parameters = report.parameters
    guard !report.records.isEmpty else { return nil }
    let kilometers = JSON.number(parameters.clusterRadius.kilometers.rounded(toDecimals: 3)).text
    return "\(counted(report.clusterCount, "cluster")) of \(parameters.minimumIncidents) or more incidents within "
      + "\(kilometers) km of each other (DBSCAN on geodesic distances); clusters.geojson has them."
  }

  private var limits: String? {
    "This page shows what the documents say, not what happened. Its readings and matches are a program’s: check them "
      + "before you rely on them. Every incident leads to its sentence."
  }
}
