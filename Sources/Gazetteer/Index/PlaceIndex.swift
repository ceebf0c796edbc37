import Incidents

/// All places of some sources, found by name. Built once, never changed; the order of the sources does not matter.
public struct PlaceIndex: Sendable {
  /// The places, ordered by identifier.
  public let places: [Place]
  let forms: FormTable
  /// What ranking asks of every candidate, side by side.
  let attributes: [PlaceAttributes]
  private let postings: PostingTable

  /// An index over places. Entries with the same identifier are one place with the names of all.
  public init(_ places: [Place]) {
    self.places = Self.merged(places)
    attributes = self.places.map(PlaceAttributes.init)
    forms = Self.forms(of: self.places)
    postings = Self.postings(of: forms)
  }

  private static func merged(_ places: [Place]) -> [Place] {
    let ordered = places.sorted {
      ($0.id, $0.isSelected ? 0 : 1, $0.source, $0.name) < ($1.id, $1.isSelected ? 0 : 1, $1.source, $1.name)
    }
    var merged: [Place] = []
    merged.reserveCapacity(ordered.count)
    for place in ordered {
      if let last = merged.indices.last, merged[last].id == place.id {
        merged[last].add(place)
      } else {
        merged.append(place)
      }
    }
    return merged
  }

  /// The spelling that a reading came from.
  func name(ofForm form: Int) -> String {
    let place = places[Int(forms.place[form])]
    let index = Int(forms.name[form])
    return index == 0 ? place.name : place.alternateNames[index - 1]
  }

  private static func forms(of places: [Place]) -> FormTable {
    var table = FormTable()
    for (number, place) in places.enumerated() {
      var seen: [[UInt8]] = []
      table.beginPlace()
      for (index, text) in ([place.name] + place.alternateNames).enumerated() {
        let name = NormalizedName(text)
        for form in NameForm.readings(of: name).forms where !seen.contains(form.symbols) {
          seen.append(form.symbols)
          table.append(form, place: number, name: index, of: name)
        }
      }
    }
    return table
  }

  private static func postings(of forms: FormTable) -> PostingTable {
    var entries: [UInt64] = []
    entries.reserveCapacity(forms.count * 7)
    for form in 0..<forms.count {
      let symbols = forms.symbols[forms.range(form)]
      let skeleton = ConsonantSkeleton.of(symbols)
      var keys = [CandidateKeys.whole(skeleton)] + CandidateKeys.shortened(skeleton)
      let words = CandidateKeys.words(symbols)
      if symbols.contains(LetterSymbol.space) { keys += words }
      for key in keys { entries.append(PostingTable.entry(key: key, value: UInt32(form))) }
    }
    return PostingTable(entries)
  }
}

extension PlaceIndex {
  /// The readings whose skeleton is the query's.
  func formsSounding(like symbols: [UInt8], _ body: (Int) -> Void) {
    let skeleton = ConsonantSkeleton.of(symbols)
    postings.forEachValue(of: CandidateKeys.whole(skeleton)) { body(Int($0)) }
  }

  /// The readings whose skeleton differs from the query's by one consonant. May repeat.
  func formsNear(_ symbols: [UInt8], _ body: (Int) -> Void) {
    let skeleton = ConsonantSkeleton.of(symbols)
    postings.forEachValue(of: CandidateKeys.wholeAsShortened(skeleton)) { body(Int($0)) }
    for key in CandidateKeys.shortened(skeleton) + CandidateKeys.shortened(skeleton, asWhole: true) {
      postings.forEachValue(of: key) { body(Int($0)) }
    }
  }

  /// The readings of several words that share one with the query. May repeat.
  func formsSharingWord(with symbols: [UInt8], _ body: (Int) -> Void) {
    for key in CandidateKeys.words(symbols) { postings.forEachValue(of: key) { body(Int($0)) } }
  }
}
