/// Monthly figures with their governorates looked up.
public struct LocatedFigures: Hashable, Sendable {
  /// A governorate's figures and the governorate they are of.
  public struct Area: Hashable, Sendable {
    /// The figures, with the name as written.
    public var area: MonthlyFigures.Area
    /// The governorate, with its outline; nil when no governorate has that name.
    public var match: Match?

    /// The figures of a governorate and what its name was matched to.
    public init(area: MonthlyFigures.Area, match: Match?) {
      self.area = area
      self.match = match
    }
  }

  /// The figures as read.
  public var figures: MonthlyFigures
  /// The governorates with figures, in the order of the text.
  public var areas: [Area]
  /// The governorates that the text says are left out.
  public var excluded: [Match]

  /// Figures and the answers for their governorates.
  public init(figures: MonthlyFigures, areas: [Area], excluded: [Match]) {
    self.figures = figures
    self.areas = areas
    self.excluded = excluded
  }

  /// Whose figures they are, for a caption: `December 2018`.
  public var month: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let start = figures.month.value.start
    return "\(names[start.month - 1]) \(start.year)"
  }
}
