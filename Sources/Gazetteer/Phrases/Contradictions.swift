import Geo
import GeoEngine
import Incidents

/// What a text says about where a position is, and the position does not bear out.
struct Contradictions {
  /// The country or the governorate that is not the stated one.
  private(set) var flags: [ResolutionFlag] = []
  /// What agrees and what does not, in words.
  private(set) var words: [String] = []
  /// Whether the position is so far from where it is said to be that it must not be drawn. Positions beside a stated
  /// area are not: borders are drawn differently.
  var isGrave = false

  /// Why the answer is left open; empty when it is not.
  var doubt: [String] { isGrave ? ["the position is not where the text says it is"] : [] }

  init(_ circle: Circle, _ query: PlaceQuery, _ setting: Setting, _ resolver: Resolver) {
    checkCountry(circle, query.country, resolver)
    let parents = setting.parents.lazy.compactMap { $0.area?.governorate }
    checkGovernorate(circle, setting.governorate ?? parents.first, resolver)
    for parent in setting.parents { checkTown(circle, parent) }
  }

  private mutating func checkCountry(_ circle: Circle, _ stated: String?, _ resolver: Resolver) {
    guard let stated else { return }
    let found = resolver.country(at: circle.center)
    guard stated != found else { return words.append("country \(stated) agrees") }
    // What is not known to end does not contradict.
    if found == nil, resolver.hasOpenOutline(stated) { return }
    let isBeside = resolver.governorates.places.indices.contains { number in
      resolver.index.places[resolver.governorates.places[number]].country == stated
        && reaches(circle, number, resolver)
    }
    flags.append(.countryDisagrees)
    words.append(
      "it lies \(isBeside ? "just beyond the border, " : "")in \(found ?? "no country that is known here"), and the text states \(stated)"
    )
    isGrave = isGrave || !isBeside
  }

  private mutating func checkGovernorate(_ circle: Circle, _ stated: Int?, _ resolver: Resolver) {
    guard let stated else { return }
    let found = resolver.governorates.number(containing: circle.center)
    let name = resolver.governorates.governorates[stated].name
    guard found != stated else { return words.append("inside \(name), as stated") }
    let isBeside = reaches(circle, stated, resolver)
    flags.append(.governorateDisagrees)
    words.append(isBeside ? "beside \(name), the governorate stated" : "not in \(name), the governorate stated")
    isGrave = isGrave || !isBeside
  }

  private mutating func checkTown(_ circle: Circle, _ parent: Setting.Parent) {
    guard let town = parent.town else { return }
    let meters = Geodesic.distanceMeters(from: circle.center, to: town.coordinate)
    let isFar = meters > circle.radiusMeters + max(4 * town.uncertaintyMeters, Self.aroundTownMeters)
    words.append("\(Meters.words(meters)) from \(town.placeName), which the text names")
    isGrave = isGrave || (isFar && parent.area == nil)
  }

  /// How far from a town a position may lie that the text names with it.
  private static let aroundTownMeters = 40_000.0

  private func reaches(_ circle: Circle, _ governorate: Int, _ resolver: Resolver) -> Bool {
    let margin = resolver.weights.governorateMarginMeters + circle.radiusMeters
    return resolver.governorates.isWithin(margin, of: governorate, circle.center)
  }
}
