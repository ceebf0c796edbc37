import Incidents
import Publishing

extension AtlasPage {
  /// The places that nobody should map yet, with what was considered for each.
  var unresolved: HTML {
    let questions = located.flatMap(rows)
    guard !questions.isEmpty else { return .paragraph("Every place that the documents name was found.") }
    return .table(
      ["class": "questions"],
      caption: HTML("\(counted(questions.count, "place")) that a person must look at; the same is in unresolved.csv"),
      columns: [("Written", false), ("Incident", false), ("Why it is open", false), ("Considered", false)],
      rows: questions)
  }

  private func rows(_ located: LocatedIncident) -> [[HTML]] {
    let incident = located.incident
    if incident.mentions.isEmpty {
      return [["(no place)", link(incident), HTML("unresolved: the text names no place"), "–"]]
    }
    return zip(incident.mentions, located.resolutions).compactMap { mention, resolution in
      guard resolution.status != .resolved else { return nil }
      let written = ([mention.name] + mention.parents + [mention.country].compactMap(\.self)).joined(separator: ", ")
      let why = (resolution.because + resolution.flags.map(\.rawValue)).joined(separator: "; ")
      let candidates = ([resolution.best].compactMap(\.self) + resolution.alternatives).map(candidate)
      return [
        HTML(written), link(incident), HTML("\(resolution.status.rawValue): \(why)"),
        candidates.isEmpty ? "–" : .list(candidates),
      ]
    }
  }

  private func link(_ incident: Incident) -> HTML {
    let date = incident.date?.value.words ?? "no date"
    let id = "\(incident.document)#\(incident.ordinal)"
    return .element("a", ["href": incidentLink(id)], "\(date), line \(incident.line)")
  }

  private func candidate(_ match: Match) -> HTML {
    let area = [match.governorate?.name, countryName(match.country)].compactMap(\.self).joined(separator: ", ")
    let percent = Int((match.confidence * 100).rounded())
    return HTML([.element("bdi", match.matchedName), HTML(" (\(area))" + (percent > 0 ? ", \(percent) %" : ""))])
  }
}

/// The address of an incident on the page.
func incidentLink(_ id: String) -> String { "#incident=" + urlPath(id).replacing("/", with: "%2F") }
