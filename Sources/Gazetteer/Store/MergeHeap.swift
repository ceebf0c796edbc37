/// The next value of each of several sorted sequences, the least first: a binary heap. Of equal values the one of the
/// earlier sequence comes first.
struct MergeHeap<Value> {
  private var items: [(value: Value, source: Int)] = []
  private let precedes: (Value, Value) -> Bool

  init(precedes: @escaping (Value, Value) -> Bool) { self.precedes = precedes }

  /// The least value and the sequence it is from; nil when there is none.
  var first: (value: Value, source: Int)? { items.first }

  mutating func push(_ value: Value, from source: Int) {
    items.append((value, source))
    var child = items.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      items.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Puts the next value of a sequence in the place of the one just taken.
  mutating func replaceFirst(_ value: Value, from source: Int) {
    items[0] = (value, source)
    sink()
  }

  mutating func popFirst() {
    items.swapAt(0, items.count - 1)
    items.removeLast()
    sink()
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && isBefore(child, least) {
        least = child
      }
      if least == parent { return }
      items.swapAt(parent, least)
      parent = least
    }
  }

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    if precedes(items[a].value, items[b].value) { return true }
    return !precedes(items[b].value, items[a].value) && items[a].source < items[b].source
  }
}

extension MergeHeap where Value: Comparable {
  init() { self.init(precedes: <) }
}
