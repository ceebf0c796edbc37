import Formats
import Incidents

/// Which columns of a table say what of an incident, and how they are written.
public struct TableMapping: Hashable, Sendable {
  /// Where a field is read from.
  public enum Origin: Hashable, Sendable {
    /// A column of that name, in any case.
    case column(String)
    /// The same text for all rows.
    case constant(String)
  }

  /// Which number comes first in a date such as 03/04/2019.
  public enum DateOrder: String, Hashable, Sendable, CaseIterable {
    /// 3 April.
    case dayFirst = "day-first"
    /// March 4.
    case monthFirst = "month-first"
  }

  /// What the codes of a table's dates and places mean.
  public enum Codes: String, Hashable, Sendable, CaseIterable {
    /// ACLED's `time_precision` and `geo_precision`.
    case acled
    /// UCDP's `date_prec` and `where_prec`.
    case ucdp
    /// The words of Airwars, and those of this program: `town`, `district`, `within 1km`.
    case words
  }

  /// Its name, as `--preset` has it, or the file's it was read from.
  public var name: String
  /// What each field is read from; fields that are not in it stay empty.
  public var origins: [TableField: Origin]
  /// What the codes mean.
  public var codes = Codes.words
  /// The order of day and month where a date does not say it; nil when the table is to say it.
  public var dateOrder: DateOrder?
  /// Whether numbers have decimal commas; nil when each is to say it.
  public var hasDecimalCommas: Bool?
  /// What separates several sources in one field.
  public var sourceSeparator: Character = ";"

  /// A mapping.
  public init(name: String, origins: [TableField: Origin]) {
    (self.name, self.origins) = (name, origins)
  }
}

extension TableMapping {
  /// Whether a table has all of its columns.
  public func fits(_ fields: [Field]) -> Bool {
    let names = Set(fields.map { ColumnName.plain($0.name) })
    return origins.values.allSatisfy { origin in
      if case .column(let name) = origin { names.contains(ColumnName.plain(name)) } else { true }
    }
  }
}
