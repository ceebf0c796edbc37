import Synchronization

/// The candidates at first sight of a batch's names, kept from the look that asks which of them are clear to the one that
/// answers them. Each is handed out once; there is room for so many that they never matter beside the gazetteer.
final class SightMemory: Sendable {
  /// What the candidates of a query depend on.
  private struct Key: Hashable {
    let text: String
    let parents: [String]
    let country: String?

    init(_ query: PlaceQuery) { (text, parents, country) = (query.text, query.parents, query.country) }
  }

  private static let mostCandidates = 400_000

  private let state = Mutex<(known: [Key: [Candidate]], room: Int)>(([:], mostCandidates))

  func keep(_ candidates: [Candidate], of query: PlaceQuery) {
    state.withLock { state in
      guard candidates.count < state.room else { return }
      state.room -= candidates.count + 1
      state.known[Key(query)] = candidates
    }
  }

  func take(_ query: PlaceQuery) -> [Candidate]? {
    state.withLock { $0.known.isEmpty ? nil : $0.known.removeValue(forKey: Key(query)) }
  }

  /// From now on nothing is kept.
  func close() { state.withLock { $0.room = 0 } }
}
