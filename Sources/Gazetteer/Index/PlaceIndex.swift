import Geo
import Incidents

/// All places of some gazetteer files, found by name. Never changed; the order in which the files are given does not
/// matter. A place has a number below `places.count`; where several files list one place, the number of one of them
/// stands for all.
public final class PlaceIndex: Sendable {
  /// The files.
  let segments: [Segment]
  /// Which of their places are one.
  let links: PlaceLinks
  /// Where the places of each file start.
  let placeNumbers: SegmentNumbers
  /// Where the readings of each file start.
  let formNumbers: SegmentNumbers

  /// An index over files. A file that is given twice counts once.
  init(_ segments: [Segment]) {
    var ordered: [Segment] = []
    for segment in segments.sorted(by: { $0.digest < $1.digest }) where ordered.last?.digest != segment.digest {
      ordered.append(segment)
    }
    self.segments = ordered
    placeNumbers = SegmentNumbers(starts: ordered.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.placeCount) })
    formNumbers = SegmentNumbers(starts: ordered.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.forms.count) })
    links = PlaceLinks(ordered, starts: placeNumbers.starts)
  }

  /// An index over places. Entries with the same identifier are one place with the names of all.
  /// - Throws: `GazetteerError` when there are more places than an index can hold.
  public convenience init(_ places: [Place]) throws(GazetteerError) { self.init([try Segment(places)]) }

  /// The places by their numbers.
  public var places: PlaceList { PlaceList(index: self) }

  /// What ranking asks of every candidate, by the numbers of places.
  var attributes: AttributeList { AttributeList(index: self) }

  /// How many different places there are.
  public var distinctCount: Int { placeNumbers.starts[segments.count] - links.hiddenCount }

  /// The numbers of the places of a kind, ascending; of linked places the one that stands for them.
  public func places(of kind: PlaceKind) -> [Int] {
    var found: [Int] = []
    for (segment, start) in zip(segments, placeNumbers.starts) {
      found += segment.places(of: kind).map { start + $0 }.filter { links.primary($0) == $0 }
    }
    return found
  }

  /// One text of a place.
  func text(_ field: PlaceCoding.Field, of place: Int) -> String {
    let (segment, number) = placeNumbers.local(place)
    return segments[segment].text(field, ofPlace: number)
  }

  /// The governorate that a place's sources state.
  func governorateCode(of place: Int) -> String? {
    links.members(place).lazy.map { self.text(.governorateCode, of: $0) }.first { !$0.isEmpty }
  }

  /// The finest outline that the sources of a place have.
  func footprint(of place: Int) -> Geometry? {
    let all = links.members(place).compactMap { member in
      let (segment, number) = placeNumbers.local(member)
      return segments[segment].footprint(number)
    }
    return all.reduce(nil) { best, next in next.vertexCount > best?.vertexCount ?? 0 ? next : best }
  }

  /// The spelling that a reading came from.
  func name(ofForm form: Int) -> String {
    let (segment, number) = formNumbers.local(form)
    return segments[segment].name(ofForm: number)
  }

  /// The place of a reading in the reading's own file.
  func place(ofForm form: Int) -> Int {
    placeNumbers.starts[formNumbers.local(form).segment] + entry(ofForm: form).place
  }

  /// Whether a reading is of the main name that a place goes by here.
  func isMainName(_ form: Int, of place: Int) -> Bool {
    entry(ofForm: form).name == 0 && self.place(ofForm: form) == place
  }

  /// The symbols of a reading.
  func symbols(ofForm form: Int) -> [UInt8] {
    let bytes = segments[formNumbers.local(form).segment].bytes.span
    return entry(ofForm: form).symbols.map { bytes[$0] }
  }

  /// What a reading is.
  func entry(ofForm form: Int) -> FormTable.Entry {
    let (number, local) = formNumbers.local(form)
    return segments[number].forms.entry(local, segments[number].bytes.span)
  }

  /// The symbols of all readings of a place's names.
  func readings(of place: Int) -> [[UInt8]] {
    links.members(place).flatMap { member in
      let (number, local) = placeNumbers.local(member)
      let segment = segments[number]
      let bytes = segment.bytes.span
      return segment.forms(of: local).map { form in
        segment.forms.entry(form, bytes).symbols.map { bytes[$0] }
      }
    }
  }

  /// Whether a place comes before another where nothing else tells them apart: by identifier.
  func precedes(_ a: Int, _ b: Int) -> Bool {
    let (first, second) = (placeNumbers.local(a), placeNumbers.local(b))
    if first.segment == second.segment { return first.number < second.number }
    return (text(.id, of: a), text(.source, of: a)) < (text(.id, of: b), text(.source, of: b))
  }
}

/// The places of an index by their numbers, read when they are asked for. A number behind which another one stands gives
/// the place as that number does.
public struct PlaceList: RandomAccessCollection, Sendable {
  let index: PlaceIndex

  /// 0.
  public var startIndex: Int { 0 }
  /// The number of entries in all files.
  public var endIndex: Int { index.placeNumbers.starts[index.segments.count] }

  /// A place with what all its sources say of it.
  public subscript(number: Int) -> Place {
    let members = index.links.members(index.links.primary(number)).map { member in
      let (segment, local) = index.placeNumbers.local(member)
      return index.segments[segment].place(local)
    }
    var place = members[0]
    for other in members.dropFirst() { place.add(other) }
    return place
  }
}

/// The attributes of the places of an index by their numbers.
struct AttributeList {
  let index: PlaceIndex

  /// The attributes of a place; of linked places the best that any of them has.
  subscript(number: Int) -> PlaceAttributes {
    let links = index.links
    guard links.isLinked(number) else { return own(number) }
    let members = links.members(links.primary(number)).map(own)
    return members.dropFirst().reduce(members[0]) { $0.merged(with: $1) }
  }

  private func own(_ number: Int) -> PlaceAttributes {
    let (segment, local) = index.placeNumbers.local(number)
    return index.segments[segment].attributes.attributes(local, index.segments[segment].bytes.span)
  }
}

extension PlaceAttributes {
  /// The same place as another source sees it: its own position and kind, as prominent as either makes it.
  fileprivate func merged(with other: PlaceAttributes) -> PlaceAttributes {
    PlaceAttributes(
      coordinate: coordinate, kind: kind, country: country == .none ? other.country : country,
      population: population == 0 ? other.population : population, nameCount: max(nameCount, other.nameCount),
      isSelected: isSelected || other.isSelected, uncertaintyMeters: uncertaintyMeters)
  }
}
