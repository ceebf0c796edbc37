/// Who the people are that an incident's figures count.
public enum Victims: String, Hashable, Sendable, CaseIterable {
  /// People who take no part in hostilities.
  case civilians
  /// People the text does not describe further: `three people`.
  case unknown
  /// People of all kinds, those who fight included: what tables of conflict events count.
  case anyone
  /// Soldiers, police and those who fight beside them.
  case securityForces = "security forces"
  /// Those who attacked, and members of armed groups.
  case attackers

  /// Whether the figures may go into sums of harmed civilians.
  @inlinable public var mayBeCivilians: Bool { self == .civilians || self == .unknown }
}

/// What a text says of one group of people harmed.
public struct CasualtyGroup: Hashable, Sendable {
  /// Who they are.
  public var victims: Victims
  /// How many were killed; nil where the text is silent.
  public var killed: CountRange?
  /// How many were injured; nil where the text is silent.
  public var injured: CountRange?

  /// A group, and what is said of it.
  public init(victims: Victims, killed: CountRange? = nil, injured: CountRange? = nil) {
    self.victims = victims
    self.killed = killed
    self.injured = injured
  }
}

/// How the text of an incident tells of it. A release counts civilians and states every date; in a news text these are
/// not given, and what was read out of its sentences is less sure.
public struct Account: Hashable, Sendable {
  /// The kind of text.
  public var kind: DocumentKind
  /// What happened, in words of the text: `car bomb`, `opened fire`.
  public var event: String?
  /// Who did it, as the text says it.
  public var actor: String?
  /// Whom the incident's own figures count.
  public var victims: Victims
  /// What the text says of other people harmed in the same incident.
  public var others: [CasualtyGroup]
  /// Whether a part of the date, such as its year, is not written with it but follows from the text around.
  public var isDateInferred: Bool
  /// The probability, 0…1, that the sentence tells of this incident as read; nil for an entry of a list.
  public var confidence: Double?

  /// An account of an incident.
  public init(
    kind: DocumentKind, event: String? = nil, actor: String? = nil, victims: Victims,
    others: [CasualtyGroup] = [], isDateInferred: Bool = false, confidence: Double? = nil
  ) {
    self.kind = kind
    self.event = event
    self.actor = actor
    self.victims = victims
    self.others = others
    self.isDateInferred = isDateInferred
    self.confidence = confidence
  }

  /// An entry of a release.
  public static let release = Account(kind: .release, victims: .civilians)
}
