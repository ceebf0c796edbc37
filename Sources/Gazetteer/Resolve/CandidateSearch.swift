/// Finds the places whose names are spelled like a query's, and what each spelling costs. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var distance = SpellingDistance()
  /// Compares word by word, while candidates are asked for that share a word.
  private var alignment: WordAlignment?
  private var queue: [Int] = []

  /// Above this cost, weighted by length, a spelling is another name.
  static let limit: Float = 1.9
  /// One of the spellings has an article that the other one lacks.
  private static let article: Float = 0.2
  /// The spelling is not the entry's main name.
  private static let alternateName: Float = 0.15
  /// Without vowels there is less to compare.
  private static let otherScript: Float = 0.1

  init(_ index: PlaceIndex) { self.index = index }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ query: PlaceQuery, wide: Bool, accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    var best: [Candidate] = []
    for number in index.segments.indices {
      best = better(best, search(query, wide: wide, in: number, accepts))
    }
    return best
  }

  /// Looks through one file.
  private mutating func search(
    _ query: PlaceQuery, wide: Bool, in number: Int, _ accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    let segment = index.segments[number]
    let bytes = segment.bytes.span
    var best: [Candidate] = []
    for form in query.forms {
      alignment = nil
      segment.formsSounding(like: form.symbols, bytes) { queue.append($0) }
      if wide { segment.formsNear(form.symbols, bytes) { queue.append($0) } }
      best = better(best, compareQueue(form, query.name, in: number, bytes, accepts))
      guard wide else { continue }
      alignment = WordAlignment(form.symbols)
      segment.formsSharingWord(with: form.symbols, bytes) { queue.append($0) }
      best = better(best, compareQueue(form, query.name, in: number, bytes, accepts))
    }
    return best
  }

  /// Compares with every reading in the queue once and empties it. The best of each place, ordered by place.
  private mutating func compareQueue(
    _ form: NameForm, _ written: NormalizedName, in number: Int, _ bytes: Span<UInt8>,
    _ accepts: (PlaceAttributes) -> Bool
  ) -> [Candidate] {
    let (firstPlace, firstForm) = (index.placeNumbers.starts[number], index.formNumbers.starts[number])
    var best: [Candidate] = []
    var isOrdered = true
    for (reading, entry) in takeQueue(index.segments[number], bytes, accepts) {
      let place = index.links.primary(firstPlace + entry.place)
      let bound = best.last.flatMap { $0.place == place ? $0.cost : nil } ?? .infinity
      guard let cost = compare(form, written, entry, bytes, bound), cost.whole < bound else { continue }
      let candidate = Candidate(
        place: place, form: firstForm + reading, spellingCost: cost.spelling, cost: cost.whole,
        length: max(form.symbols.count, entry.symbols.count))
      if bound == .infinity {
        isOrdered = isOrdered && best.last?.place ?? -1 < place
        best.append(candidate)
      } else {
        best[best.count - 1] = candidate
      }
    }
    // A place that another file has too goes by that file's number, out of the order of this one.
    return isOrdered ? best : best.sorted { $0.place < $1.place }
  }

  /// The queue's readings, each once and in order, with their entries. Looked up for all of them before the first is
  /// compared, so that the waits for memory overlap.
  private mutating func takeQueue(
    _ segment: Segment, _ bytes: Span<UInt8>, _ accepts: (PlaceAttributes) -> Bool
  ) -> [(reading: Int, entry: FormTable.Entry)] {
    queue.sort()
    var entries: [(reading: Int, entry: FormTable.Entry)] = []
    entries.reserveCapacity(queue.count)
    for reading in queue where reading != entries.last?.reading {
      entries.append((reading, segment.forms.entry(reading, bytes)))
    }
    queue.removeAll(keepingCapacity: true)
    return entries.filter { accepts(segment.attributes.attributes($0.entry.place, bytes)) }
  }

  /// The better candidate of each place. Where they are equally good, the one from the file that comes first whatever the
  /// order in which files were given, else the first one. Both are ordered by place.
  private func better(_ first: [Candidate], _ second: [Candidate]) -> [Candidate] {
    if first.isEmpty { return second }
    var better: [Candidate] = []
    better.reserveCapacity(first.count + second.count)
    var rest = second[...]
    for candidate in first {
      while let next = rest.first, next.place < candidate.place { better.append(rest.removeFirst()) }
      if let next = rest.first, next.place == candidate.place {
        better.append(isBetter(next, than: candidate) ? next : candidate)
        rest.removeFirst()
      } else {
        better.append(candidate)
      }
    }
    return better + rest
  }

  private func isBetter(_ candidate: Candidate, than other: Candidate) -> Bool {
    if candidate.cost != other.cost { return candidate.cost < other.cost }
    guard index.links.isLinked(candidate.place) else { return false }
    return index.links.rank(index.place(ofForm: candidate.form)) < index.links.rank(index.place(ofForm: other.form))
  }

  private mutating func compare(
    _ query: NameForm, _ written: NormalizedName, _ entry: FormTable.Entry, _ bytes: Span<UInt8>, _ bound: Float
  ) -> (spelling: Float, whole: Float)? {
    let length = max(query.symbols.count, entry.symbols.count)
    let isOtherScript = written.isUnvowelled != entry.isUnvowelled
    let taken = taken(query, written, entry) + (isOtherScript ? Self.otherScript : 0)
    let limit = min(bound, Self.limit * max(1, (Float(length) / 7).squareRoot())) - taken
    guard limit >= 0 else { return nil }
    let costs = isOtherScript ? SpellingCosts.unvowelled : .vowelled
    let name = bytes.extracting(entry.symbols)
    let cost =
      alignment?.cost(of: name, costs, limit: limit)
      ?? distance.between(query.symbols.span, name, costs, limit: limit)
    return cost <= limit ? (cost, cost + taken) : nil
  }

  /// What it costs that the compared readings are not the written names themselves.
  private func taken(_ query: NameForm, _ written: NormalizedName, _ entry: FormTable.Entry) -> Float {
    query.stripping.cost(inQuery: true) + entry.stripping.cost(inQuery: false)
      + (entry.name == 0 ? 0 : Self.alternateName)
      + Self.article * Float(abs(Int(written.articleCount) - Int(entry.articleCount)))
  }
}
