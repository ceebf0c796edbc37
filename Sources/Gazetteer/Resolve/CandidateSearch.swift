/// Finds the places whose names are spelled like a query's, and what each spelling costs. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var distance = SpellingDistance()
  private var alignment = WordAlignment()
  private var queue: [Int] = []
  /// The best candidate of each place of one file so far, by the file's own numbers; empty between files.
  private var best: [Int: Candidate] = [:]

  /// Above this cost, weighted by length, a spelling is another name.
  static let limit: Float = 1.9
  /// One of the spellings has an article that the other one lacks.
  private static let article: Float = 0.05
  /// The spelling is not the entry's main name.
  private static let alternateName: Float = 0.05
  /// Without vowels there is less to compare.
  private static let otherScript: Float = 0.28

  init(_ index: PlaceIndex) { self.index = index }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ query: PlaceQuery, wide: Bool, accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    var linked: [Int: (candidate: Candidate, rank: Int)] = [:]
    for number in index.segments.indices {
      search(query, wide: wide, in: number, accepts)
      let start = index.placeNumbers.starts[number]
      for (place, candidate) in best {
        guard index.links.isLinked(start + place) else {
          candidates.append(candidate)
          continue
        }
        let rank = index.links.rank(start + place)
        if let other = linked[candidate.place], (other.candidate.cost, other.rank) <= (candidate.cost, rank) {
          continue
        }
        linked[candidate.place] = (candidate, rank)
      }
      best.removeAll(keepingCapacity: true)
    }
    return (candidates + linked.values.map(\.candidate)).sorted { $0.place < $1.place }
  }

  /// Looks through one file.
  private mutating func search(
    _ query: PlaceQuery, wide: Bool, in number: Int, _ accepts: (PlaceAttributes) -> Bool
  ) {
    let segment = index.segments[number]
    let bytes = segment.bytes.span
    for form in query.forms {
      segment.formsSounding(like: form.symbols, bytes) { queue.append($0) }
      if wide { segment.formsNear(form.symbols, bytes) { queue.append($0) } }
      compareQueue(form, query.name, in: number, bytes, byWords: false, accepts)
      guard wide else { continue }
      segment.formsSharingWord(with: form.symbols, bytes) { queue.append($0) }
      compareQueue(form, query.name, in: number, bytes, byWords: true, accepts)
    }
  }

  /// Compares with every reading in the queue once, keeps the best of each place, and empties the queue.
  private mutating func compareQueue(
    _ form: NameForm, _ written: NormalizedName, in number: Int, _ bytes: Span<UInt8>, byWords: Bool,
    _ accepts: (PlaceAttributes) -> Bool
  ) {
    let segment = index.segments[number]
    let (firstPlace, firstForm) = (index.placeNumbers.starts[number], index.formNumbers.starts[number])
    queue.sort()
    var last = -1
    for reading in queue where reading != last {
      last = reading
      let entry = segment.forms.entry(reading, bytes)
      guard accepts(segment.attributes.attributes(entry.place, bytes)) else { continue }
      let bound = best[entry.place]?.cost ?? .infinity
      guard let cost = compare(form, written, entry, bytes, bound, byWords: byWords), cost.whole < bound else {
        continue
      }
      best[entry.place] = Candidate(
        place: index.links.primary(firstPlace + entry.place), form: firstForm + reading, spellingCost: cost.spelling,
        cost: cost.whole,
        length: max(form.symbols.count, entry.symbols.count))
    }
    queue.removeAll(keepingCapacity: true)
  }

  private mutating func compare(
    _ query: NameForm, _ written: NormalizedName, _ entry: FormTable.Entry, _ bytes: Span<UInt8>, _ bound: Float,
    byWords: Bool
  ) -> (spelling: Float, whole: Float)? {
    let length = max(query.symbols.count, entry.symbols.count)
    let isOtherScript = written.isUnvowelled != entry.isUnvowelled
    let taken = taken(query, written, entry) + (isOtherScript ? Self.otherScript : 0)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    let costs = isOtherScript ? SpellingCosts.unvowelled : .vowelled
    let symbols = bytes.extracting(entry.symbols)
    let cost =
      byWords
      ? alignment.between(query.symbols, symbols.indices.map { symbols[$0] }, costs)
      : distance.between(query.symbols.span, symbols, costs, limit: limit)
    return cost <= limit ? (cost, cost + taken) : nil
  }

  /// What it costs that the compared readings are not the written names themselves.
  private func taken(_ query: NameForm, _ written: NormalizedName, _ entry: FormTable.Entry) -> Float {
    query.stripping.cost * 0.5 + entry.stripping.cost + (entry.name == 0 ? 0 : Self.alternateName)
      + Self.article * Float(abs(Int(written.articleCount) - Int(entry.articleCount)))
  }
}
