/// The readings of all names of a gazetteer, in flat arrays: which place and which of its names each belongs to.
struct FormTable: Sendable {
  private(set) var symbols: [UInt8] = []
  private(set) var ends: [UInt32] = [0]
  private var firstForm: [UInt32] = []
  /// The place of each reading.
  private(set) var place: [UInt32] = []
  /// Which of its names: 0 is the main one, 1 the first alternate.
  private(set) var name: [UInt16] = []
  /// What was taken off.
  private(set) var stripping: [NameForm.Stripping] = []
  /// How many articles the name has.
  private(set) var articleCount: [UInt8] = []
  /// Whether the name is in a script that leaves vowels out.
  private(set) var isUnvowelled: [Bool] = []

  /// The number of readings.
  var count: Int { place.count }

  /// The symbols of a reading.
  func range(_ form: Int) -> Range<Int> { Int(ends[form])..<Int(ends[form + 1]) }

  /// The readings of a place's names; places are added in order.
  func forms(of place: Int) -> Range<Int> {
    Int(firstForm[place])..<(place + 1 < firstForm.count ? Int(firstForm[place + 1]) : count)
  }

  /// Begins with the readings of the next place.
  mutating func beginPlace() { firstForm.append(UInt32(count)) }

  mutating func append(_ form: NameForm, place: Int, name: Int, of written: NormalizedName) {
    symbols += form.symbols
    ends.append(UInt32(symbols.count))
    self.place.append(UInt32(place))
    self.name.append(UInt16(clamping: name))
    stripping.append(form.stripping)
    articleCount.append(written.articleCount)
    isUnvowelled.append(written.isUnvowelled)
  }
}
