import Incidents

/// One thing that speaks for or against a candidate: how much, and why in words.
struct Evidence: Sendable {
  /// Nats: positive speaks for it.
  let nats: Double
  /// What it is; nil for what needs no mention.
  let reason: Reason?

  /// What was found. Turned into words only for the candidates that are reported.
  enum Reason: Sendable {
    case insideGovernorate, besideGovernorate, outsideGovernorate
    case atParent(Int, meters: Double), insideArea(Int), farFromParent(Int, meters: Double)
    case kindAgrees(PlaceKind), kindDiffers(stated: PlaceKind, PlaceKind)
    case population(Int), documentNeighbors(Int, expected: Int), mentioned(Int), habits([SourceHabits.Use])
    case nearHint(meters: Double)

    /// The reason in words.
    func words(_ resolver: Resolver, _ setting: Setting) -> String {
      let stated = setting.governorate.map { resolver.governorates.governorates[$0].name } ?? ""
      func kilometers(_ meters: Double) -> String { "\(Int((meters / 1000).rounded())) km" }
      return switch self {
      case .insideGovernorate: "inside \(stated), as stated"
      case .besideGovernorate: "beside \(stated), the governorate stated"
      case .outsideGovernorate: "not in \(stated), the governorate stated"
      case .atParent(let number, let meters):
        (meters < 1000 ? "at " : "\(kilometers(meters)) from ") + setting.parents[number].name
      case .insideArea(let number): "inside the area \(setting.parents[number].area?.match.placeName ?? "")"
      case .farFromParent(let number, let meters):
        "\(kilometers(meters)) from \(setting.parents[number].name), which the text names"
      case .kindAgrees(let kind): "is what the text says, \(kind.rawValue)"
      case .kindDiffers(let stated, let kind): "is \(kind.rawValue), though the text says \(stated.rawValue)"
      case .population(let count): "\(count) inhabitants"
      case .documentNeighbors(let count, let expected):
        "\(count) other \(count == 1 ? "place" : "places") of the document around it, "
          + (count < expected ? "fewer than the \(expected) expected by chance" : "\(expected) expected by chance")
      case .mentioned(let count): "the document means this place elsewhere" + (count > 1 ? ", \(count) times" : "")
      case .habits(let uses): uses.map(\.words).joined(separator: ", ")
      case .nearHint(let meters): "\(kilometers(meters)) from the position given"
      }
    }
  }
}
