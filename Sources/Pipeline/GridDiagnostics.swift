import Gazetteer
import Incidents

/// What a reader should know about the grids of a document: which cannot be used, and which are far from the place named.
func gridDiagnostics(_ located: [LocatedIncident]) -> [Diagnostic] {
  located.compactMap { located in
    guard let grid = located.grid, let written = located.incident.grid else { return nil }
    var message: String?
    if grid.match == nil {
      message = "the grid \(written.value) is not used: \(problem(grid, written.value))"
    } else if grid.isFar, let meters = grid.distanceMeters {
      message = "the grid \(written.value) is \(Int((meters / 1000).rounded())) km from the place named beside it"
    }
    return message.map {
      Diagnostic(
        .doubtful, $0, document: located.incident.document, line: located.incident.line, span: written.span)
    }
  }
}

/// Why a grid cannot be used: what is mistyped, or what of the text it contradicts.
private func problem(_ grid: GridAnswer, _ written: String) -> String {
  do throws(WrittenPositionError) { _ = try WrittenPosition.read(written) } catch { return error.problem }
  let reasons = grid.resolution.best.map { Array($0.because.dropFirst()) } ?? grid.resolution.because
  return reasons.joined(separator: "; ")
}
