/// Civilians killed and injured in one month, as a mission counts them: for a country, and for some of its governorates.
public struct MonthlyFigures: Hashable, Sendable {
  /// Killed and injured as the text writes them; nil where it is silent.
  public struct Toll: Hashable, Sendable {
    /// Civilians killed.
    public var killed: Cited<Int>?
    /// Civilians injured.
    public var injured: Cited<Int>?
    /// Killed and injured together, when the text states that sum.
    public var casualties: Cited<Int>?

    /// A toll; silent unless given.
    public init(killed: Cited<Int>? = nil, injured: Cited<Int>? = nil, casualties: Cited<Int>? = nil) {
      self.killed = killed
      self.injured = injured
      self.casualties = casualties
    }

    /// Killed and injured together: added up where both are stated, else as stated; nil where neither can be had.
    public var total: Int? {
      guard let killed, let injured else { return casualties?.value }
      return killed.value + injured.value
    }
  }

  /// The figures of one governorate.
  public struct Area: Hashable, Sendable {
    /// The governorate as the text writes it.
    public var mention: PlaceMention
    /// Its figures.
    public var toll: Toll

    /// A governorate and its figures.
    public init(mention: PlaceMention, toll: Toll) {
      self.mention = mention
      self.toll = toll
    }
  }

  /// A reservation that the text makes.
  public struct Caveat: Hashable, Sendable {
    /// What it says.
    public var kind: Kind
    /// The governorate it is about, as written; nil when it is about all.
    public var area: Cited<String>?
    /// Where it stands.
    public var span: ByteSpan

    /// A reservation.
    public init(kind: Kind, area: Cited<String>?, span: ByteSpan) {
      self.kind = kind
      self.area = area
      self.span = span
    }

    /// What a reservation says.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      /// The true numbers can only be higher.
      case absoluteMinimum = "absolute minimum"
      /// The mission was kept from verifying in certain areas.
      case verificationHindered = "verification hindered"
      /// Some incidents were verified only in part.
      case partlyVerified = "partly verified"
      /// Figures could not be verified.
      case notVerified = "not verified"
      /// An area is left out of the figures.
      case notIncluded = "not included"
      /// Figures come from someone else, such as a health directorate.
      case otherSource = "from another source"
      /// The true numbers may be higher than another source's.
      case incomplete = "may not reflect all"
    }
  }

  /// The document's name.
  public var document: String
  /// The line the figures start on, from 1.
  public var line: Int
  /// Where they stand.
  public var span: ByteSpan
  /// The month.
  public var month: Cited<IncidentDate>
  /// ISO 3166-1 alpha-2 of the country, when the text names one that is known.
  public var countryCode: String?
  /// The figures for the whole country.
  public var national: Toll
  /// The governorates with figures, in the order of the text.
  public var areas: [Area]
  /// The reservations, in the order of the text.
  public var caveats: [Caveat]
  /// Whether the figures count police off combat duty; nil when the text is silent.
  public var includesPolice: Cited<Bool>?

  /// The figures of a month, of which only the frame is known yet.
  public init(document: String, line: Int, span: ByteSpan, month: Cited<IncidentDate>, national: Toll) {
    self.document = document
    self.line = line
    self.span = span
    self.month = month
    self.national = national
    areas = []
    caveats = []
  }

  /// Killed of the total that no governorate of the text accounts for; nil when something is not stated. Negative when
  /// the governorates add up to more.
  public var killedElsewhere: Int? { remainder(\.killed) }

  /// Injured of the total that no governorate of the text accounts for.
  public var injuredElsewhere: Int? { remainder(\.injured) }

  private func remainder(_ count: KeyPath<Toll, Cited<Int>?>) -> Int? {
    guard let total = national[keyPath: count]?.value, areas.allSatisfy({ $0.toll[keyPath: count] != nil }) else {
      return nil
    }
    return total - areas.reduce(0) { $0 + ($1.toll[keyPath: count]?.value ?? 0) }
  }
}
