import Analysis
import Incidents

/// The words of a map: what, where, when, how many, and what to be careful about.
struct MapText {
  let request: MapRequest
  let selection: IncidentSelection
  let regionName: String
  /// What must be known of the people: whom the incidents harmed, and whether one of them is most of the sum.
  let peopleCaveats: [String]

  init(request: MapRequest, selection: IncidentSelection, regionName: String) {
    (self.request, self.selection, self.regionName) = (request, selection, regionName)
    peopleCaveats = [selection.subject.caption, Self.dominance(selection.records)].compactMap(\.self)
  }

  private var tally: IncidentTally { selection.tally }

  /// What the incidents are called.
  var subject: IncidentSubject { selection.subject }

  /// `Reported civilian-harm incidents in Raqqa, Syria`.
  var title: String { "\(subject.title) in \(place)" }

  var place: String {
    guard case .governorate(let code) = request.region,
      let country = request.basemap.countries.first(where: { code.hasPrefix($0.code + "-") })
    else { return regionName }
    return "\(regionName.isolated), \(country.name)"
  }

  /// The first and the last day of the incidents, and how many have none: the date of the data, not of the map.
  var period: String {
    guard let dates = tally.dates else {
      return tally.incidents == 0 ? "No incidents in this source" : "No dates stated"
    }
    let (first, last) = (dates.lowerBound.inWords, dates.upperBound.inWords)
    let undated = tally.undated > 0 ? " + \(tally.undated.grouped) undated" : ""
    return (first == last ? first : "\(first) – \(last)") + undated
  }

  /// How many there are, of which assessment, and the people harmed as far as stated.
  var counts: String {
    let sentences = [
      tally.assessments.inWords.capitalizedFirst, harm("killed", tally.killed), harm("injured", tally.injured),
    ]
    return sentences.compactMap { $0 }.joined(separator: " · ")
  }

  /// How many are drawn in which way.
  var coverage: String {
    let spread = selection.spread.reduce(0) { $0 + $1.counts.total }
    var text = "Mapped: \(selection.pointlikeCount.grouped) at a place"
    if spread > 0 { text += ", \(spread.grouped) known only to an area or river" }
    guard selection.unmappedCount > 0 else { return text }
    let why =
      request.region.isGovernorate ? "whose likeliest place is here, but not certain" : "without a certain place"
    return "\(text). Not mapped: \(selection.unmappedCount.grouped) more \(why)"
  }

  private func harm(_ verb: String, _ sum: CasualtySum) -> String? {
    let others = sum.ofOthers > 0 ? "\(sum.ofOthers.grouped) not of civilians" : nil
    guard let range = sum.range else { return others.map { "\(verb): left out \($0)" } }
    return "\(range.grouped) \(verb) (stated for \(sum.statedBy.grouped) of \(tally.incidents.grouped)"
      + (others.map { "; left out: \($0)" } ?? "") + ")"
  }

  /// One report that alone makes more than half of the people killed.
  private static func dominance(_ records: [IncidentRecord]) -> String? {
    let all = records.span
    var stated: [(Int, Int)] = []
    for index in all.indices {
      if let killed = all[index].civiliansKilled { stated.append((index, killed.min)) }
    }
    let sum = stated.reduce(0) { $0 + $1.1 }
    guard stated.count > 1, let most = stated.max(by: { $0.1 < $1.1 }), 2 * most.1 > sum else { return nil }
    let place = records[most.0].location.map { " (\($0.placeName.isolated))" } ?? ""
    return "One report alone states \(most.1.grouped) of the \(sum.grouped) people killed\(place)."
  }

  /// What a reader must know before drawing conclusions.
  func caveats(hasCircles: Bool) -> [String] {
    var sentences: [String] = []
    if let smallest = uncertainties.min(), let largest = uncertainties.max() {
      let range = smallest == largest ? largest.asLength : "\(smallest.asLength) to \(largest.asLength)"
      let extent =
        hasCircles
        ? "the dashed circles show how far off the position may be where that is more than a symbol covers, \(range) "
          + "here"
        : "the position may be \(range) off, which is less than a symbol covers here"
      sentences.append("Symbols stand at the place that a report names; \(extent).")
    }
    if selection.spots.contains(where: { $0.counts.total > 1 }) {
      sentences.append("Incidents at one coordinate, or too near to one another to be told apart, share one symbol.")
    }
    sentences += peopleCaveats
    sentences.append("No symbol means no report in this source; it does not mean no harm.")
    return sentences
  }

  /// From this share on, a density says more about which town reports name than about where in it incidents happened.
  static let largeGenericShare = 0.5

  /// The share of the pointlike incidents, 0…1, that share the coordinate of a town's center.
  var genericShare: Double {
    guard selection.pointlikeCount > 0 else { return 0 }
    let generic = selection.spots.filter(\.isGeneric).reduce(0) { $0 + $1.counts.total }
    return Double(generic) / Double(selection.pointlikeCount)
  }

  private var uncertainties: [Double] { selection.spots.flatMap(\.uncertaintiesMeters) }

  /// What the picture says, for those who do not see it.
  func message(hasCircles: Bool) -> String {
    let largest = selection.spots.prefix(5).map { "\($0.name.isolated) \($0.counts.total)" }.joined(separator: ", ")
    let places = selection.spots.isEmpty ? "" : " Places with most incidents: \(largest)."
    let spread = selection.spread.map { "\($0.name.isolated) \($0.counts.total)" }.joined(separator: ", ")
    let areas = spread.isEmpty ? "" : " Known only to an area or river: \(spread)."
    return "\(counts). \(period). \(coverage).\(places)\(areas) "
      + caveats(hasCircles: hasCircles).joined(separator: " ")
  }
}

extension CalendarDate {
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec",
  ]

  /// `Nov 7, 2014`.
  var inWords: String { "\(Self.months[month - 1]) \(day), \(year)" }
}

extension Double {
  /// A number of meters as `500 m` or `1.5 km`.
  var asLength: String {
    self < 1000 ? "\(SVGNumber.text(rounded())) m" : "\(SVGNumber.text((self / 100).rounded() / 10)) km"
  }
}

extension String {
  /// The text between marks that keep a right-to-left name from reordering what stands beside it (Unicode Standard
  /// Annex 9, isolates); as it is when it has no such letters.
  var isolated: String {
    unicodeScalars.contains { (0x0590...0x08FF).contains($0.value) } ? Self.isolate + self + Self.endOfIsolate : self
  }

  /// First strong isolate, and pop directional isolate.
  static let isolate = "\u{2068}"
  static let endOfIsolate = "\u{2069}"

  /// Whether it runs from right to left: all its letters are Arabic, and it is not isolated in a text of numbers and signs
  /// that runs from left to right.
  var isArabic: Bool {
    if unicodeScalars.contains("\u{2068}") { return false }
    let letters = unicodeScalars.filter(\.properties.isAlphabetic)
    return !letters.isEmpty && letters.allSatisfy { (0x0600...0x08FF).contains($0.value) }
  }

  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }

  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
