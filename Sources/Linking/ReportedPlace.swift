import Gazetteer
import Geo
import GeoEngine
import Incidents

/// The place of a record, as two records are compared by it.
struct ReportedPlace {
  /// The words for the place itself.
  let name: String
  /// The larger places it is said to be in.
  let parents: [String]
  /// The whole phrase, in small letters and digits only.
  let letters: String
  let country: String?
  let location: Location?

  init(_ record: IncidentRecord) {
    let whole = record.places.first?.place ?? record.place ?? ""
    let parts = whole.split(separator: ",").map { $0.trimmingSpaces }
    name = parts.first ?? ""
    parents = Array(parts.dropFirst())
    letters = Self.letters(record.place ?? "")
    country = record.statedCountry
    // The grid would make one place of two that the text names differently; names are compared by where they lie.
    location = record.places.first.flatMap { $0.status == .resolved ? $0.location : nil } ?? record.location
  }

  /// Small letters and digits, nothing else.
  static func letters(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// How alike two places are: 1 for the same words, 0 for what cannot be the same place.
struct PlaceLikeness {
  private(set) var share: Double
  private(set) var reason: String

  /// Below this two places are not held to be the same.
  static let least = 0.6
  /// From here on they are likely enough the same for a link.
  static let firm = 0.7

  private static let sameEntry = 0.95
  private static let partOfOther = 0.75
  private static let withinUncertainty = 0.65
  /// What a spelling may cost at most for names of seven letters.
  private static let costLimit = 0.8
  /// What is taken off when the same name was found in two places.
  private static let elsewhere = 0.45

  init(_ left: ReportedPlace, _ right: ReportedPlace) {
    guard !left.name.isEmpty, !right.name.isEmpty else {
      (share, reason) = (left.letters == right.letters ? Self.least : 0, "no place named")
      return
    }
    if left.letters == right.letters, left.country == right.country {
      (share, reason) = (1, "same place")
      return
    }
    let cost = spellingCost(left.name, right.name)
    let apart = Self.separation(left.location, right.location)
    if Self.isSpelling(left, right, cost) {
      share = 1 - 0.3 * cost - (apart.map { $0 > 1 } == true ? Self.elsewhere : 0)
      reason = cost == 0 ? "same name" : "“\(left.name)” and “\(right.name)” are one name in two spellings"
      if apart.map({ $0 <= 1 }) == true, cost > 0 { share = max(share, Self.sameEntry) }
    } else if left.location?.placeID == right.location?.placeID, let found = left.location, found.isPointlike {
      (share, reason) = (Self.sameEntry, "both are \(found.placeName) (\(found.placeID))")
    } else if Self.isParent(left, of: right) || Self.isParent(right, of: left) {
      (share, reason) = (Self.partOfOther, "one place lies in the other")
    } else if let apart, apart <= 1, !Self.areKnownApart(left.location, right.location) {
      (share, reason) = (Self.withinUncertainty, "their circles of uncertainty overlap")
    } else {
      (share, reason) = (0, "different places")
    }
    if let one = left.country, let other = right.country, one != other { share *= 0.9 }
  }

  /// Whether two names that cost so much to read as each other are one name in two spellings.
  private static func isSpelling(_ left: ReportedPlace, _ right: ReportedPlace, _ cost: Double) -> Bool {
    cost <= costLimit * (Double(min(left.name.count, right.name.count)) / 7).squareRoot()
  }

  /// Whether a linked record names another place than the older one, and not the same in another spelling.
  static func isMoved(_ old: ReportedPlace, _ new: ReportedPlace) -> Bool {
    if old.letters == new.letters { return false }
    let isApart = separation(old.location, new.location).map { $0 > 1 } ?? false
    let isSame = isSpelling(old, new, spellingCost(old.name, new.name)) && old.parents.count == new.parents.count
    return !isSame || isApart
  }

  /// The distance as a share of what the uncertainties allow; nil when one is no point.
  private static func separation(_ left: Location?, _ right: Location?) -> Double? {
    guard let left, let right, left.isPointlike, right.isPointlike else { return nil }
    let meters = Geodesic.distanceMeters(from: left.coordinate, to: right.coordinate)
    return meters / max(1, left.uncertaintyMeters + right.uncertaintyMeters)
  }

  /// Whether both names were found, and are two entries.
  private static func areKnownApart(_ left: Location?, _ right: Location?) -> Bool {
    [left, right].allSatisfy { $0.map { $0.match != .parent && $0.confidence >= 0.8 } ?? false }
  }

  private static func isParent(_ place: ReportedPlace, of other: ReportedPlace) -> Bool {
    other.parents.contains { spellingCost(place.name, $0) <= 0.3 }
  }
}
