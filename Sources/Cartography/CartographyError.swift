import GeoEngine

/// Why a map could not be drawn.
public enum CartographyError: Error, Hashable, Sendable {
  /// The basemap has no area with that code.
  case unknownRegion(code: String)
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
    case .engine(let error): error.description
    }
  }
}
