/// A figure that releases state, and the sentences it is stated in.
struct FigureRule {
  let figure: Figure
  let patterns: [WordPattern]

  private init(_ figure: Figure, _ patterns: String...) {
    self.figure = figure
    self.patterns = patterns.map { WordPattern($0) }
  }

  /// All sentences that are understood. A sentence in other words yields no figure.
  static let all: [FigureRule] = [
    FigureRule(
      .carriedOver, "carried over # *3 reports|allegations|assessments", "carried over # from"),
    FigureRule(
      .new, "received # *3 new *3 reports|allegations|report|allegation", "# new reports|allegations were|was received"),
    FigureRule(
      .completed, "completed # *6 reports|assessments|report|assessment",
      "completed the assessment|assessments|investigation of # *3 reports|allegations|report",
      "the # completed *4 reports|assessments|allegations|report|assessment",
      "# reports|allegations|assessments were|was completed"),
    FigureRule(
      .credible, "# reports|report|allegations|incidents *3 determined|assessed|found *2 be credible",
      "# *1 reports|report|allegations|incidents was|were credible", "the # incidents|incident assessed in",
      "assessed # *2 reports|report as credible"),
    FigureRule(.deaths, "resulted|resulting in # *2 civilian deaths|death|fatalities"),
    FigureRule(.injuries, "resulted|resulting in *6 # *2 civilian injuries|injury"),
    FigureRule(
      .nonCredible, "# reports|report|allegations *3 determined|assessed|found *2 be non credible",
      "# reports|report|allegations *3 determined|assessed|found *2 be noncredible",
      "assessed *3 # *2 reports|report|allegations as|to *2 non credible",
      "assessed *3 # *2 reports|report|allegations as|to *2 noncredible"),
    FigureRule(
      .duplicate, "# *2 duplicate|duplicates reports|report|allegations",
      "# reports|report|allegations *3 determined|assessed|found *2 be duplicates|duplicate"),
    FigureRule(
      .open, "# reports|allegations|report *2 still|remain open", "# reports|allegations|report still|remain open",
      "still assessing # reports|allegations|report", "# open reports|allegations remain"),
    FigureRule(
      .reopened, "# *4 that had|have|was|were *2 previously closed *4 reopened", "# *3 previously closed *4 reopened",
      "reopened # reports|report|allegations"),
    FigureRule(
      .notPreviouslyReported, "# *2 reports|report|incidents that had|have|has not been previously reported",
      "# previously unreported incidents|reports|report|incident"),
    FigureRule(.strikes, "conducted # strikes"),
    FigureRule(
      .deathsToDate, "at least # *1 civilians have|had been *1 killed *2 coalition",
      "at least # *1 civilians were *1 killed *2 coalition", "at least # *1 civilians have|had been *1 killed since"),
  ]
}

/// What a stated figure counts.
enum Figure: String {
  case carriedOver = "carried-over-reports"
  case new = "new-reports"
  case completed = "completed-reports"
  case credible = "credible-reports"
  case deaths = "deaths-in-credible-reports"
  case injuries = "injuries-in-credible-reports"
  case nonCredible = "non-credible-reports"
  case duplicate = "duplicate-reports"
  case open = "open-reports"
  case reopened = "reopened-reports"
  case notPreviouslyReported = "credible-reports-not-previously-reported"
  case strikes = "strikes-to-date"
  case deathsToDate = "deaths-to-date"

  /// What it counts, in words.
  var label: String {
    switch self {
    case .carriedOver: "reports carried over from previous months"
    case .new: "new reports received"
    case .completed: "reports completed"
    case .credible: "reports assessed as credible in the month"
    case .deaths: "civilian deaths in the credible reports of the month"
    case .injuries: "civilian injuries in the credible reports of the month"
    case .nonCredible: "reports assessed as non-credible"
    case .duplicate: "reports found to be duplicates"
    case .open: "reports still open"
    case .reopened: "open reports that had been closed and were reopened"
    case .notPreviouslyReported: "credible reports that had not been reported before"
    case .strikes: "strikes since the beginning of operations"
    case .deathsToDate: "civilian deaths since the beginning of operations"
    }
  }
}
