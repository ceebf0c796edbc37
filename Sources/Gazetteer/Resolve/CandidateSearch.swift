/// Finds the places whose names are spelled like a query's. Holds work space; one per task.
struct CandidateSearch {
  private let index: PlaceIndex
  private var queue: [Int] = []

  init(_ index: PlaceIndex) { self.index = index }

  /// The places whose names have the query's consonants; with `wide` also those that differ by one, or share a word.
  /// One candidate per place, its best reading; ordered by place.
  /// - Parameter accepts: whether a place may be a candidate at all.
  mutating func candidates(
    _ query: PlaceQuery, wide: Bool, accepts: (PlaceCategory) -> Bool
  ) -> [Candidate] {
    var best: [Candidate] = []
    for number in index.segments.indices {
      best = better(best, search(query, wide: wide, in: number, accepts))
    }
    return best
  }

  /// Looks through one file.
  private mutating func search(
    _ query: PlaceQuery, wide: Bool, in number: Int, _ accepts: (PlaceCategory) -> Bool
  ) -> [Candidate] {
    let segment = index.segments[number]
    let bytes = segment.bytes.span
    var best: [Candidate] = []
    for form in query.forms {
      segment.formsSounding(like: form.symbols, bytes) { queue.append($0) }
      if wide { segment.formsNear(form.symbols, bytes) { queue.append($0) } }
      var distances = CandidateComparison<SpellingDistance>(form, of: query.name, index, segment: number)
      best = better(best, distances.best(takeQueue(segment, bytes, accepts), bytes))
      guard wide, form.stripping != .withParent else { continue }
      segment.formsSharingWord(with: form.symbols, bytes) { queue.append($0) }
      var alignments = CandidateComparison<WordAlignment>(form, of: query.name, index, segment: number)
      best = better(best, alignments.best(takeQueue(segment, bytes, accepts), bytes))
    }
    return best
  }

  /// The queue's readings, each once and in order, with their entries. Looked up for all of them before the first is
  /// compared, so that the waits for memory overlap.
  private mutating func takeQueue(
    _ segment: Segment, _ bytes: Span<UInt8>, _ accepts: (PlaceCategory) -> Bool
  ) -> [(reading: Int, entry: FormTable.Entry)] {
    queue.sort()
    var entries: [(reading: Int, entry: FormTable.Entry)] = []
    entries.reserveCapacity(queue.count)
    for reading in queue where reading != entries.last?.reading {
      entries.append((reading, segment.forms.entry(reading, bytes)))
    }
    queue.removeAll(keepingCapacity: true)
    return entries.filter { accepts(segment.attributes.category($0.entry.place, bytes)) }
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
}
