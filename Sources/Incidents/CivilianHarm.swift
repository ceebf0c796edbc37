extension IncidentRecord {
  /// Whether the text tells of harm to civilians, or to people whom it does not describe further. An incident of soldiers
  /// or attackers does not; nor does one in which nobody is said to be harmed, such as burned crops.
  public var tellsOfCivilianHarm: Bool {
    switch account.victims {
    case .civilians: true
    case .unknown: killed != nil || injured != nil
    case .anyone, .securityForces, .attackers: false
    }
  }
}
