import Analysis
import GeoEngine

/// Why a map could not be drawn.
public enum CartographyError: Error, Hashable, Sendable {
  /// The basemap has no area with that code.
  case unknownRegion(code: String)
  /// The basemap has no districts of the governorate, or no governorates of the country, to color.
  case noAreas(region: String)
  /// More small maps than anybody looks at.
  case tooManyPanels(Int, step: TimeStep)
  /// A position could not be projected or clipped.
  case engine(EngineError)
}

extension CartographyError: CustomStringConvertible {
  /// The problem and the way out, in one sentence.
  public var description: String {
    switch self {
    case .unknownRegion(let code):
      "there is no outline of “\(code)” to draw a map of; use a gazetteer that has its boundary "
        + "(ISO 3166-1 for a country, ISO 3166-2 for a governorate)"
    case .noAreas(let region):
      "no gazetteer has the outlines of the parts of \(region) to color; use another style, or add the boundaries with "
        + "“gazetteer import boundaries … --level 2” for districts, 1 for governorates"
    case .tooManyPanels(let count, let step):
      "one small map for each \(step.rawValue) would be \(count) maps, and \(StyledMap.mostPanels) are the most: choose a "
        + "longer step, or fewer days with --from and --to"
    case .engine(let error): error.description
    }
  }
}
