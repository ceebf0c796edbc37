/// What a document states about itself, checked against its own list.
public struct Ledger: Hashable, Sendable {
  /// The outcome of one check.
  public enum Verdict: String, Sendable, CaseIterable {
    /// Stated and counted agree.
    case holds
    /// They do not.
    case doesNotHold = "does not hold"
    /// The document has nothing to check it with.
    case cannotBeChecked = "cannot be checked"
  }

  /// What a stated figure must be to the counted one.
  public enum Relation: Hashable, Sendable {
    /// The same.
    case equal
    /// The same or more: what is counted is a part of it.
    case atLeast

    func holds(stated: Int, counted: Int) -> Bool {
      self == .equal ? stated == counted : stated >= counted
    }
  }

  /// One stated figure.
  public struct Row: Hashable, Sendable {
    /// A stable key: `open-reports`.
    public var figure: String
    /// What the figure counts, in words: `reports still open`.
    public var label: String
    /// The number in the text, and where it stands.
    public var stated: Cited<Int>
    /// The line of the document on which it stands, from 1.
    public var line: Int
    /// The number found by counting or adding up; nil when it can only be quoted.
    public var counted: Int?
    /// How it was counted: `122 carried over + 7 new − 18 completed`.
    public var basis: String
    /// How the two must stand to each other.
    public var relation: Relation
    /// Whether they do.
    public var verdict: Verdict {
      guard let counted else { return .cannotBeChecked }
      return relation.holds(stated: stated.value, counted: counted) ? .holds : .doesNotHold
    }

    /// One stated figure and its check.
    public init(
      figure: String, label: String, stated: Cited<Int>, line: Int, counted: Int?, basis: String,
      relation: Relation = .equal
    ) {
      self.figure = figure
      self.label = label
      self.stated = stated
      self.line = line
      self.counted = counted
      self.basis = basis
      self.relation = relation
    }
  }

  /// The rows, in the order of the text.
  public var rows: [Row]

  /// A ledger of the rows.
  public init(rows: [Row] = []) { self.rows = rows }

  /// The number of rows with that outcome.
  public func count(_ verdict: Verdict) -> Int { rows.count { $0.verdict == verdict } }
}
