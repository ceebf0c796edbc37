import Incidents

/// What the incidents of a map or page may be called: a name that is true of each of them.
public struct IncidentSubject: Hashable, Sendable {
  /// The number of incidents.
  public let incidents: Int
  /// How many tell only of people who are not known to be civilians: soldiers, attackers, people of all kinds.
  public let ofOthers: Int
  /// How many tell of nobody killed or injured.
  public let ofNobody: Int

  /// The subject of the incidents.
  public init(_ records: [IncidentRecord]) {
    incidents = records.count
    var (ofOthers, ofNobody) = (0, 0)
    let all = records.span
    for index in all.indices {
      switch Harm(all[index]) {
      case .civilians: break
      case .others: ofOthers += 1
      case .nobody: ofNobody += 1
      }
    }
    (self.ofOthers, self.ofNobody) = (ofOthers, ofNobody)
  }

  /// `Reported civilian-harm incidents`, or `Reported incidents` where that is not true of all.
  public var title: String {
    incidents > 0 && ofOthers + ofNobody == 0 ? "Reported civilian-harm incidents" : "Reported incidents"
  }

  /// What the incidents are that are no civilian harm as far as known, in a sentence; nil when there are none.
  public var caption: String? {
    let parts = [
      ofOthers == 0
        ? nil
        : "\(ofOthers) \(ofOthers == 1 ? "tells" : "tell") only of others than civilians (people who fight, or of all kinds)",
      ofNobody == 0 ? nil : "\(ofNobody) \(ofNobody == 1 ? "states" : "state") no one killed or injured",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : "Of the incidents shown, \(parts.joined(separator: " and "))."
  }
}

/// Whom an incident harmed, as far as its text says.
private enum Harm {
  case civilians, others, nobody

  init(_ record: IncidentRecord) {
    // An entry of a list of allegations, or of a table of civilians, is one of civilian harm without a number too.
    if record.account.victims == .civilians {
      self = .civilians
      return
    }
    let account = record.account
    let main = CasualtyGroup(victims: account.victims, killed: record.killed, injured: record.injured)
    let groups = ([main] + account.others).filter { $0.killed != nil || $0.injured != nil }
    if groups.contains(where: \.victims.mayBeCivilians) {
      self = .civilians
    } else {
      self = groups.isEmpty && account.victims == .unknown ? .nobody : .others
    }
  }
}
