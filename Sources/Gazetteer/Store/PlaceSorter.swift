import Geo

/// Brings places into the order of their identifiers and makes those of one identifier one, in bounded memory.
struct PlaceSorter {
  /// A place, and how much its word counts against another's of the same identifier.
  struct Item {
    var place: Place
    var rank: Rank

    /// By identifier; then who is believed first; then by everything else that may differ, so that the order in which
    /// sources are given cannot matter.
    static func precedes(_ a: Item, _ b: Item) -> Bool {
      let (first, second) = (a.place, b.place)
      if first.id != second.id { return first.id < second.id }
      let left = (first.isSelected ? 0 : 1, a.rank.rawValue, first.source, first.name)
      let right = (second.isSelected ? 0 : 1, b.rank.rawValue, second.source, second.name)
      if left != right { return left < right }
      return (first.coordinate.longitude, first.coordinate.latitude, first.alternateNames.count)
        < (second.coordinate.longitude, second.coordinate.latitude, second.alternateNames.count)
    }
  }

  /// What an item is.
  enum Rank: UInt8 {
    /// Of this import.
    case new
    /// From the file that is added to.
    case earlier
    /// No place of its own, only the main name of one.
    case mainName
    /// No place of its own, only a name of one.
    case otherName

    var isPlace: Bool { self == .new || self == .earlier }
  }

  /// Places are held in memory for longer runs than numbers are, as there are fewer of them than of names.
  private static let share = 4
  private var items: [Item] = []
  private var heldBytes = 0
  private var file: SpillFile
  private var runs: [Range<Int>] = []

  init(_ spilling: Spilling) { file = SpillFile(spilling) }

  mutating func append(_ place: Place, rank: Rank = .new) throws(GazetteerError) {
    items.append(Item(place: place, rank: rank))
    heldBytes += Self.bytes(of: place)
    if heldBytes > file.spilling.bytes * Self.share { try writeRun() }
  }

  /// Adds a name for a place that is added by itself; without it the name is dropped.
  /// - Parameter isMain: whether it takes the place of the main name. Of several the first in the alphabet does.
  mutating func append(name: String, for id: String, asMain isMain: Bool) throws(GazetteerError) {
    let place = Place(
      id: id, name: name, coordinate: Coordinate(wrappingLongitude: 0, latitude: 0), country: "", kind: .site,
      source: "")
    try append(place, rank: isMain ? .mainName : .otherName)
  }

  /// About what a place takes in memory.
  private static func bytes(of place: Place) -> Int {
    let names = place.alternateNames.reduce(0) { $0 + 64 + $1.utf8.count }
    return 400 + names + 16 * (place.footprint?.vertexCount ?? 0)
  }

  private mutating func writeRun() throws(GazetteerError) {
    items.sort(by: Item.precedes)
    let start = file.count
    var bytes: [UInt8] = []
    for item in items {
      ItemCoding.append(item, to: &bytes)
      guard bytes.count > 1 << 20 else { continue }
      try file.append(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try file.append(bytes)
    runs.append(start..<file.count)
    items.removeAll(keepingCapacity: true)
    heldBytes = 0
  }

  /// Calls with each place, in the order of identifiers.
  mutating func forEachMerged(_ body: (Place) throws(GazetteerError) -> Void) throws(GazetteerError) {
    var group: Place?
    var isNamed = false
    try forEachSorted { item throws(GazetteerError) in
      if group?.id == item.place.id {
        group?.add(item.place)
        if item.rank == .mainName, !isNamed { group?.rename(item.place.name) }
        isNamed = isNamed || item.rank == .mainName
        return
      }
      if let whole = group { try body(whole) }
      (group, isNamed) = (item.rank.isPlace ? item.place : nil, false)
    }
    if let whole = group { try body(whole) }
  }

  private mutating func forEachSorted(_ body: (Item) throws(GazetteerError) -> Void) throws(GazetteerError) {
    items.sort(by: Item.precedes)
    guard !runs.isEmpty else {
      for item in items { try body(item) }
      return
    }
    if !items.isEmpty { try writeRun() }
    items = []
    let partBytes = max(1 << 14, file.spilling.bytes / runs.count)
    var readers = runs.map { ItemRun(PartReader(file, $0), bytes: partBytes) }
    var heap = MergeHeap<Item>(precedes: Item.precedes)
    for index in readers.indices { if let item = try readers[index].next() { heap.push(item, from: index) } }
    while let (item, index) = heap.first {
      try body(item)
      if let next = try readers[index].next() { heap.replaceFirst(next, from: index) } else { heap.popFirst() }
    }
  }
}

/// The form of an item in a run: its length, its rank, the place, its footprint.
private enum ItemCoding {
  static func append(_ item: PlaceSorter.Item, to bytes: inout [UInt8]) {
    var body: [UInt8] = [item.rank.rawValue, item.place.footprint == nil ? 0 : 1]
    PlaceCoding.append(item.place, to: &body)
    if let footprint = item.place.footprint { GeometryCoding.append(footprint, to: &body) }
    bytes.append(littleEndian: UInt32(body.count))
    bytes += body
  }

  static func item(_ bytes: Span<UInt8>) -> PlaceSorter.Item {
    var offset = 2
    var place = PlaceCoding.place(bytes, at: &offset)
    if bytes[1] != 0 { place.footprint = GeometryCoding.geometry(bytes, at: &offset) }
    return PlaceSorter.Item(place: place, rank: PlaceSorter.Rank(rawValue: bytes[0]) ?? .earlier)
  }
}

/// One run of items, read a part at a time.
private struct ItemRun {
  private var reader: PartReader
  private let partBytes: Int
  private var part: [UInt8] = []
  private var offset = 0

  init(_ reader: PartReader, bytes: Int) {
    self.reader = reader
    partBytes = bytes
  }

  mutating func next() throws(GazetteerError) -> PlaceSorter.Item? {
    guard try fill(4) else { return nil }
    let length = Int(part.span.number(UInt32.self, at: offset))
    offset += 4
    guard try fill(length) else { return nil }
    defer { offset += length }
    return ItemCoding.item(part.span.extracting(offset..<(offset + length)))
  }

  /// Reads on until so many bytes lie ahead; false at the end.
  private mutating func fill(_ count: Int) throws(GazetteerError) -> Bool {
    while part.count - offset < count {
      guard let more = try reader.next(upTo: max(partBytes, count)) else { return false }
      part = Array(part[offset...]) + more
      offset = 0
    }
    return true
  }
}
