import Incidents

/// Whom sums of killed and injured count, in words: those of whom no text says that they are others than civilians.
struct CountedPeople {
  /// Whether all of the incidents whose figures count are of civilians, as their texts say.
  private let areCivilians: Bool

  /// The people that sums over the incidents count.
  init(_ records: some Collection<IncidentRecord>) {
    areCivilians = records.allSatisfy {
      ($0.civiliansKilled == nil && $0.civiliansInjured == nil) || $0.account.victims == .civilians
    }
  }

  /// What so many are: `civilians killed`, `person killed (civilian, or not described)`.
  func words(_ number: CountRange, _ harm: String) -> String {
    let civilians = number == CountRange(1) ? "civilian" : "civilians"
    let people = number == CountRange(1) ? "person" : "people"
    return areCivilians ? "\(civilians) \(harm)" : "\(people) \(harm) (\(civilians), or not described)"
  }

  /// Who they are, in a sentence.
  var subject: String { areCivilians ? "civilians" : "civilians, and people whom the text does not describe further" }
}

extension Victims {
  /// The word for them that a reader understands without the schema.
  var words: String {
    switch self {
    case .civilians, .securityForces, .attackers: rawValue
    case .unknown: "not described further"
    case .anyone: "people of all kinds"
    }
  }
}
