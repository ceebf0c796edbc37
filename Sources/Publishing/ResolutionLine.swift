import Formats
import Incidents

/// The answer to one name as one line of JSON.
public enum ResolutionLine {
  /// The line, without a line end.
  public static func text(id: String, name: String, _ resolution: Resolution) -> String {
    JSON.object(members(id: id, name: name, resolution)).text
  }

  static func members(id: String, name: String, _ resolution: Resolution) -> [String: JSON] {
    var members: [String: JSON] = [
      "id": .string(id), "name": .string(name), "status": .string(resolution.status.rawValue),
      "flags": .strings(resolution.flags.map(\.rawValue)),
      "alternatives": .array(resolution.alternatives.map { .object(properties($0)) }),
    ]
    members.merge(resolution.best.map(properties) ?? nothing) { _, answer in answer }
    members["because"] = .strings((resolution.best?.because ?? []) + resolution.because)
    return members
  }

  static func properties(_ match: Match) -> [String: JSON] {
    var properties = Location(match).properties
    properties["kind"] = .string(match.kind.rawValue)
    return properties
  }

  private static let nothing = Location.noProperties.merging(["kind": .null]) { _, kind in kind }
}
