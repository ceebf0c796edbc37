import Incidents

/// One thing that speaks for or against a candidate: how much, and why in words.
struct Evidence: Sendable {
  /// Nats: positive speaks for it.
  let nats: Double
  /// What it is; nil for what needs no mention.
  let reason: Reason?

  /// What was found. Turned into words only for the candidates that are reported.
  enum Reason: Sendable {
    case insideGovernorate(String), besideGovernorate(String), outsideGovernorate(String)
    case atParent(String, kilometers: Double), insideArea(String), farFromParent(String, kilometers: Double)
    case kindAgrees(PlaceKind), kindDiffers(stated: PlaceKind, PlaceKind)
    case population(Int), documentNeighbors(Int), nearHint(kilometers: Double)

    /// The reason in words.
    var words: String {
      switch self {
      case .insideGovernorate(let name): "inside \(name), as stated"
      case .besideGovernorate(let name): "beside \(name), the governorate stated"
      case .outsideGovernorate(let name): "not in \(name), the governorate stated"
      case .atParent(let name, let kilometers): kilometers < 1 ? "at \(name)" : "\(Int(kilometers)) km from \(name)"
      case .insideArea(let name): "inside \(name)"
      case .farFromParent(let name, let kilometers): "\(Int(kilometers)) km from \(name), which the text names"
      case .kindAgrees(let kind): "a \(kind.rawValue), as the text says"
      case .kindDiffers(let stated, let kind): "a \(kind.rawValue), though the text says \(stated.rawValue)"
      case .population(let count): "\(count) inhabitants"
      case .documentNeighbors(let count): "\(count) other places of the document lie within 50 km"
      case .nearHint(let kilometers): "\(Int(kilometers)) km from the position given"
      }
    }
  }
}
