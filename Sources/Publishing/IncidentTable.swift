import Formats
import Incidents

/// Incidents as a table: CSV with one row for each, lists joined with “; ”; what is nested deeper is left out.
public enum IncidentTable {
  /// The table of features made by `Feature.init(_:)`.
  /// - Parameter extra: further properties that have a column, in order, before all others but the identifier.
  public static func csv(_ features: [Feature], extra: [Field] = []) -> [UInt8] {
    let fields = extra + IncidentFields.all.filter { $0.kind != .json }
    return CSV.write(features, fields: fields)
  }
}
