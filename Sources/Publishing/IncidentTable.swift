import Formats
import Incidents

/// Incidents as a table: CSV with one row for each, lists joined with “; ”; what is nested deeper is left out.
public enum IncidentTable {
  /// The columns but the identifier.
  public static let fields = IncidentFields.all.filter { $0.kind != .json }

  /// The table of features made by `Feature.init(_:)`.
  /// - Parameters:
  ///   - extra: further properties that have a column, in order, before all others but the identifier.
  ///   - columns: the columns of tables that they are from, which come last.
  public static func csv(_ features: [Feature], extra: [Field] = [], columns: [Field] = []) -> [UInt8] {
    CSV.write(features, fields: extra + fields + columns)
  }
}
