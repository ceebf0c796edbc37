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
      .new, "received # *3 new *3 reports|allegations|report|allegation", "# new reports|allegations were|was received",
      "received # reports|report of"),
    FigureRule(
      .completed, "completed # *6 reports|assessments|report|assessment",
      "completed the assessment|assessments|investigation of|on # *3 reports|allegations|report",
      "the # completed *4 reports|assessments|allegations|report|assessment",
      "# reports|allegations|assessments were|was completed",
      "the assessment of # *4 reports|report has|have been completed", "assessed # *3 reports|report of possible"),
    FigureRule(
      .credible, "# *3 reports|report|allegations|incidents *3 determined|assessed|found *2 be credible",
      "# were|was determined|assessed|found *2 be credible",
      "# *1 reports|report|allegations|incidents was|were credible", "the # incidents|incident assessed in",
      "assessed # *2 reports|report as credible", "the # *3 strikes *12 determined to be credible",
      "indicates|indicate # separate *2 strikes|airstrikes"),
    FigureRule(.listedCredible, "following # *5 reports|report|incidents|incident *3 are|as|is credible"),
    FigureRule(
      .deaths, "resulted|resulting in # *2 civilian deaths|death|fatalities",
      "resulted|resulting in the *1 death|deaths of #"),
    FigureRule(
      .injuries, "resulted|resulting in # *2 civilian injuries|injury",
      "resulted|resulting in # *2 civilian deaths|death|fatalities and # *2 civilian injuries|injury",
      "death|deaths of # *1 and injury|injuries to *2 # *1 civilians|civilian"),
    FigureRule(
      .nonCredible, "# *3 reports|report|allegations *3 determined|assessed|found *2 non credible",
      "# *3 reports|report|allegations *3 determined|assessed|found *2 noncredible",
      "# were|was determined|assessed|found *2 non credible", "# were|was determined|assessed|found *2 noncredible",
      "following # *5 reports|report|incidents|incident *3 are|as|is non credible",
      "following # *5 reports|report|incidents|incident *3 are|as|is noncredible",
      "assessed *3 # *2 reports|report|allegations as|to *2 non credible",
      "assessed *3 # *2 reports|report|allegations as|to *2 noncredible", "assessed *3 # as non credible"),
    FigureRule(
      .duplicate, "# *2 duplicate|duplicates reports|report|allegations",
      "# *3 reports|report|allegations *3 determined|assessed|found *3 duplicates|duplicate",
      "# were|was determined|assessed|found *3 duplicates|duplicate"),
    FigureRule(
      .open, "# *2 reports|allegations|report *2 still|remain open", "# reports|allegations|report still|remain open",
      "# reports|allegations|report *2 still being assessed", "# are still being assessed",
      "still assessing # reports|allegations|report", "# open reports|allegations remain"),
    FigureRule(
      .reopened, "# *4 that had|have|was|were *2 previously closed *4 reopened", "# *3 previously closed *4 reopened",
      "reopened # reports|report|allegations"),
    FigureRule(
      .notPreviouslyReported, "# *2 reports|report|incidents that had|have|has not been previously reported",
      "# previously unreported incidents|reports|report|incident"),
    FigureRule(.strikes, "conducted # strikes", "conducted a total of # strikes"),
    FigureRule(.engagements, "included # *1 engagements"),
    FigureRule(
      .reportsToDate, "total number of reports of possible civilian casualties was #",
      "total number of reports was #"),
    FigureRule(.credibleToDate, "total number of credible reports *8 was #"),
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
  case listedCredible = "listed-credible-reports"
  case deaths = "deaths-in-credible-reports"
  case injuries = "injuries-in-credible-reports"
  case nonCredible = "non-credible-reports"
  case duplicate = "duplicate-reports"
  case open = "open-reports"
  case reopened = "reopened-reports"
  case notPreviouslyReported = "credible-reports-not-previously-reported"
  case strikes = "strikes-to-date"
  case engagements = "engagements-to-date"
  case reportsToDate = "reports-to-date"
  case credibleToDate = "credible-reports-to-date"
  case deathsToDate = "deaths-to-date"

  /// What it counts, in words.
  var label: String {
    switch self {
    case .carriedOver: "reports carried over from previous months"
    case .new: "new reports received"
    case .completed: "reports completed"
    case .credible: "reports assessed as credible in the month"
    case .listedCredible: "credible reports listed"
    case .deaths: "civilian deaths in the credible reports of the month"
    case .injuries: "civilian injuries in the credible reports of the month"
    case .nonCredible: "reports assessed as non-credible"
    case .duplicate: "reports found to be duplicates"
    case .open: "reports still open"
    case .reopened: "open reports that had been closed and were reopened"
    case .notPreviouslyReported: "credible reports that had not been reported before"
    case .strikes: "strikes since the beginning of operations"
    case .engagements: "engagements of those strikes"
    case .reportsToDate: "reports since the beginning of operations"
    case .credibleToDate: "credible reports since the beginning of operations"
    case .deathsToDate: "civilian deaths since the beginning of operations"
    }
  }
}
