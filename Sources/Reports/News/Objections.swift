/// Why a clause that names harm and a place tells of no incident.
enum Objection: Error, CaseIterable {
  case quoted, question, conditional, negated, alleged, total, background, pastPerfect, bareYear, severalEvents
  case noPlace, militaryAct, advance, relative, uncounted

  /// What the sentence is instead, for a reader.
  var words: String {
    switch self {
    case .quoted: "a quotation"
    case .question: "a question"
    case .conditional: "what may happen"
    case .negated: "denied, or nobody harmed"
    case .alleged: "a claim or an accusation"
    case .total, .severalEvents: "a total"
    case .background, .pastPerfect, .bareYear: "background"
    case .noPlace: "no place"
    case .militaryAct, .advance: "what an army did"
    case .relative: "a description"
    case .uncounted: "neither a figure nor a date"
    }
  }
}

/// Words that make a clause something else than the report of an incident, and what they make it. Policy table.
struct ObjectionRule {
  let objection: Objection
  let phrases: [[String]]

  private init(_ objection: Objection, _ words: String) {
    self.objection = objection
    phrases = words.split(separator: " ").map { $0.split(separator: "+").map(String.init) }
  }

  /// What the first rule makes of a range that has one of its phrases. Behind the first word of the sentence, a phrase with
  /// a capital is a name.
  static func objection(_ run: TokenRun, _ range: Range<Int>, _ sentence: Range<Int>) -> Objection? {
    all.first { rule in
      range.contains { index in
        !(run.startsUppercase(index) && index > sentence.lowerBound)
          && rule.phrases.contains { run.lengthOfWords($0, at: index) != nil }
      }
    }?.objection
  }

  private static let all: [ObjectionRule] = [
    ObjectionRule(
      .conditional, "would could might should shall will won't if unless whether expected planned planning"),
    ObjectionRule(.conditional, "plans threatened threatens vowed fears feared fear intended can must risk likely+to"),
    ObjectionRule(
      .negated,
      "prevent preventing avoid not never denied denies foiled thwarted prevented averted defused failed dismantled cannot rejected rejects refuted disputed dismissed"
    ),
    ObjectionRule(
      .alleged, "allege alleged alleges accused accuses accusing claims rumored rumoured rumors purportedly"),
    ObjectionRule(.alleged, "supposedly claimed+that blamed blames argues argued believes believed suggests suggested"),
    ObjectionRule(
      .total, "since total overall so+far to+date statistics this+year last+year last+month per+month monthly annually"),
    ObjectionRule(.total, "average death+toll number+of documented recorded over+the+past in+the+past over+the+last"),
    ObjectionRule(
      .total, "in+recent bringing brings figures acknowledged acknowledges every percent during+the+month"),
    ObjectionRule(
      .total,
      "previous+year how+many nobody+knows in+the+last in+the+first in+total the+toll casualty+figures revealed survey study"
    ),
    ObjectionRule(
      .background, "war offensive campaign invasion occupation era uprising genocide takeover decade decades"),
    ObjectionRule(
      .background,
      "battle years anniversary commemorate commemorated commemorating remembered remembers recalled recalls memory memorial"
    ),
    ObjectionRule(.background, "trial sentenced convicted verdict arrested detained charged wanted confessed"),
    ObjectionRule(
      .background, "compensation like+the similar+to historically previously earlier+attacks known+for suspected"),
    ObjectionRule(
      .background, "mass+grave mass+graves film novel movie documentary exercise drill caliphate responsible+for"),
    ObjectionRule(.advance, "liberated recaptured retook captured seized cleared advanced"),
  ]
}
