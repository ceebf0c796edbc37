import Geo
import GeoEngine
import Incidents
import Testing

@testable import Gazetteer

/// The rules of resolving that need places alike on purpose.
@Suite struct ResolutionRuleTests {
  let resolver: Resolver

  init() throws { resolver = try Invented.resolver() }

  private func resolve(_ name: String, _ parents: String..., country: String? = "Alifia") -> Resolution {
    resolver.resolve(Invented.mention(name, parents, country: country))
  }

  @Test(arguments: [
    ("al-Hazmouria", "Hazmuriyah"), ("Hazmuriyah village", "Hazmuriyah"), ("Hazmuriah", "Hazmuriyah"),
    ("Abu Zamil", "Bu Zamil"), ("Albuzamil", "Bu Zamil"), ("بو زامل", "Bu Zamil"), ("Upper Fanqal", "Fanqal Fawqani"),
    ("Fanqal", "Fanqal Fawqani"), ("Shahrout Oil fields", "Shahrut"), ("Fanqal al-Fawqani", "Fanqal Fawqani"),
  ]) func found(_ written: String, _ name: String) {
    let answer = resolve(written)
    #expect(answer.status == .resolved)
    #expect(answer.best?.placeName == name)
  }

  @Test func kindWordDecides() throws {
    #expect(resolve("Shahrut oilfield").best?.kind == .oilfield)
    #expect(resolve("Shahrut village").best?.kind == .village)
    #expect(resolve("Marfan").best?.kind == .city)
    let province = try #require(resolve("Marfan province").best)
    #expect(province.precision == .governorate)
    #expect(province.uncertaintyMeters > 80_000)
  }

  @Test(arguments: [("Marfan", "AA-MA"), ("Tolmun", "AA-TO"), ("tolmoun", "AA-TO")])
  func parentDecidesBetweenNamesakes(_ parent: String, _ code: String) {
    let answer = resolve("al-Qusba", parent)
    #expect(answer.status == .resolved)
    #expect(answer.best?.governorate?.code == code)
  }

  @Test(arguments: [
    ("Marfan - Nafurah", "An Nafurah"), ("al-Nafurah – Marfan", "An Nafurah"), ("Hazmouria - Tolmun", "Hazmuriyah"),
    ("village of Hazmuriyah", "Hazmuriyah"), ("Hazmuriyah", "Hazmuriyah"),
  ])
  func ofTwoNamesWithADashTheLargerPlaceIsTheParent(_ written: String, _ name: String) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    #expect(answer.best?.placeName == name)
  }

  @Test(arguments: [
    ("An Nafurah (Marfan)", "An Nafurah"), ("Hazmouria (Tolmun)", "Hazmuriyah"), ("Hazmouria [Tolmun]", "Hazmuriyah"),
    ("Dubayrah (Marfan province)", "Dubayrah"), ("Unheard-of (Bu Zamil)", "Bu Zamil"), ("Tolmun (city)", "Tolmun"),
  ])
  func aLargerPlaceInBracketsIsTheParentAndAnyOtherAnotherName(_ written: String, _ name: String) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    #expect(answer.best?.placeName == name)
  }

  @Test(arguments: [
    ("Marfan, An Nafurah", "An Nafurah"), ("An Nafurah, Marfan", "An Nafurah"), ("Marfan (An Nafurah)", "An Nafurah"),
    ("Tolmun, Bu Zamil", "Bu Zamil"), ("Tolmun, Dubayrah", "Tolmun"), ("Marfan, Marfan province", "Marfan"),
    ("Marfan province, Dubayrah", "Dubayrah"),
    ("Marfan province, Marfan, An Nafurah", "An Nafurah"),
  ])
  func theLargestPlaceMayStandFirst(_ written: String, _ name: String) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    #expect(answer.best?.placeName == name)
    #expect(answer.best?.how != .parent)
  }

  /// A text that names one country only is taken to be about it; what lies elsewhere for sure lies there.
  @Test func anImpliedCountryIsNoStatedOne() {
    var mention = Invented.mention("Wadrikh")
    #expect(resolver.resolve(mention).status == .unresolved)
    mention.country = nil
    let answer = resolver.resolve(mention)
    #expect(answer.status == .resolved && answer.best?.country == "BB")
    #expect(answer.because.contains { $0.contains("AA") })
  }

  @Test func aCountryThatIsNotKnownLeavesThePlaceOpen() {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: "Marfan", country: "ALF")])[0]
    #expect(answer.status == .ambiguous && answer.flags.contains(.unknownCountry))
    #expect((answer.best?.confidence ?? 1) < 0.5)
    #expect(answer.because.contains { $0.contains("“ALF”") })
  }

  /// The world's countries are known by their names and codes, whether or not a gazetteer has them.
  @Test(arguments: [
    ("Marfan, Norwegen", nil), ("Marfan (Norvège)", nil), ("Norway - Marfan", nil), ("Marfan, النرويج", nil),
    ("Marfan", "NOR"), ("Marfan", "no"), ("Marfan", "Норвегія"),
  ])
  func aPlaceOfACountryThatNoGazetteerHasIsNotFoundElsewhere(_ name: String, _ country: String?) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: name, country: country)])[0]
    #expect(answer.status == .unresolved && answer.best == nil)
    #expect(answer.flags.contains(.onlyInOtherCountry), "\(answer.flags)")
  }

  @Test func aCityThatIsWrittenLikeACountryIsAParent() throws {
    let city = Invented.place("Norwegen", 41.2, 31.7, .city, population: 300_000)
    let answer = try Invented.resolver(adding: [city]).resolve(batch: [BatchQuery(id: "1", name: "Tolmun, Norwegen")])[
      0]
    #expect(answer.status == .resolved && answer.best?.country == "AA")
  }

  @Test func whatIsNoWhereSaysThatNoGazetteerHasTheCountry() {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: "Xyzzyplugh, Norway")])[0]
    #expect(answer.because.contains { $0.contains("places of Norway") })
  }

  /// A governorate and its capital are called Marfan; Tolmun is a city in another one.
  @Test(
    arguments: [
      ("Zubbajat, Marfan", .governorate, .resolved), ("Zubbajat neighborhood, Marfan", .city, .resolved),
      ("Tolmun, Marfan", .city, .ambiguous),
    ] as [(String, PlaceKind, Resolution.Status)])
  func aParentStandsInForWhatMayBeUnknown(_ written: String, _ kind: PlaceKind, _ status: Resolution.Status) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    #expect(answer.best?.kind == kind)
    #expect(answer.status == status)
  }

  /// Gawran and Sindab are governorates without a town of that name, Marfan and Tolmun have one.
  @Test(
    arguments: [
      ("Gawran", .governorate), ("Sindab", .governorate), ("Marfan", .city), ("Tolmun", .city),
    ] as [(String, PlaceKind)])
  func aBareNameIsAGovernorateWhereNoTownHasIt(_ name: String, _ kind: PlaceKind) throws {
    let resolver = try Invented.resolver(adding: [
      Invented.place("Gawran", 40.2, 31.8), Invented.place("Sindab", 41.2, 30.8),
    ])
    #expect(resolver.resolve(batch: [BatchQuery(id: "1", name: name)])[0].best?.kind == kind)
  }

  @Test(arguments: [
    "the village", "farm", "West", "near the border", "القرية", "الحدود", "قرية", "Marfan–Tolmun border",
    "Marfan / Tolmun border",
  ])
  func wordsThatNameNothingFindNothing(_ words: String) throws {
    let places = ["Qaryah", "Farm", "Gharbi", "Hudud", "القرية", "الحدود"].map { Invented.place($0, 40.7, 31.7) }
    let resolver = try Invented.resolver(adding: places)
    #expect(resolver.resolve(batch: [BatchQuery(id: "1", name: words, country: "AA")])[0].status == .unresolved)
    let inMarfan = resolver.resolve(batch: [BatchQuery(id: "1", name: "the village, Marfan", country: "AA")])[0]
    #expect(inMarfan.flags.contains(.parentStandsIn))
  }

  /// Hazmuriyah lies in the northeast of Marfan.
  @Test(
    arguments: [
      ("Hazmuriyah north of Marfan", "Hazmuriyah"), ("Hazmuriyah northeast of Marfan", "Hazmuriyah"),
      ("Bu Zamil east of Marfan", "Bu Zamil"), ("Bu Zamil west of Marfan", nil), ("Tolmun, east of Marfan", "Tolmun"),
      ("Tolmun province, east of Marfan", "Tolmun"), ("بو زامل شرق مرفان", "Bu Zamil"),
      ("the besieged town of Marfan", "Marfan"), ("the Marfan suburb of An Nafurah", "An Nafurah"),
      ("possibly Tolmun", "Tolmun"), ("Alifia's Tolmun", "Tolmun"), ("An Nafurah district of Marfan", "An Nafurah"),
      ("النافورة بمدينة مرفان", "An Nafurah"), ("Tolmun (Fawqani)", "Tolmun"),
    ] as [(String, String?)])
  func aNamedPlaceIsFoundWhateverStandsAroundIt(_ written: String, _ name: String?) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    #expect((answer.best?.how == .relative ? nil : answer.best?.placeName) == name)
  }

  @Test(
    arguments: [
      ("Marfan and Tolmun", [(40.5, 31.2), (41.5, 31)]), ("Marfan / Tolmun", [(40.5, 31.2), (41.5, 31)]),
      ("Marfan, Tolmun and Hazmuriyah", [(40.5, 31.2), (41.5, 31), (40.9, 31.9)]),
      ("Marfan (and Tolmun)", [(40.5, 31.2), (41.5, 31)]),
    ] as [(String, [(Double, Double)])])
  func theCircleOfAListHoldsAll(_ written: String, _ places: [(Double, Double)]) throws {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    let best = try #require(answer.best)
    #expect(answer.flags.contains(.severalPlaces))
    for (longitude, latitude) in places {
      let meters = Geodesic.distanceMeters(from: best.coordinate, to: Invented.at(longitude, latitude))
      #expect(meters <= best.uncertaintyMeters)
    }
  }

  /// Of a quarter without its town nobody knows which is meant, unless only one has the name.
  @Test func aQuarterWithoutItsTownIsKnownByARareName() throws {
    let namesake = Invented.place("An Nafurah", 41.52, 31.01, .neighborhood)
    let query = BatchQuery(id: "1", name: "An Nafurah neighborhood", country: "AA")
    #expect(resolver.resolve(batch: [query])[0].status == .resolved)
    #expect(try Invented.resolver(adding: [namesake]).resolve(batch: [query])[0].status != .resolved)
  }

  @Test func aListWithSomethingUnknownIsOpen() {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: "Marfan and Xyzzyplugh", country: "AA")])[0]
    #expect(answer.status == .ambiguous && (answer.best?.confidence ?? 1) < 0.5)
    #expect(answer.because.contains { $0.contains("“Xyzzyplugh”") })
  }

  @Test(arguments: [("عدرا", "عدرا"), ("درعا", "درعا"), ("دارعا", "درعا")])
  func anAynStandsWhereItIsWritten(_ written: String, _ name: String) throws {
    let towns = [
      Invented.place("عدرا", 40.7, 31.7), Invented.place("درعا", 41.7, 31.7, .city, population: 100_000),
    ]
    let answer = try Invented.resolver(adding: towns).resolve(batch: [BatchQuery(id: "1", name: written)])[0]
    #expect(answer.best?.placeName == name)
  }

  @Test func aVillageThatIsCalledLikeAGovernorateIsNotItsParent() throws {
    let namesake = Invented.place("Sindab", 40.2, 31.8)
    let answer = try Invented.resolver(adding: [namesake]).resolve(batch: [
      BatchQuery(id: "1", name: "Zubbajat, Sindab")
    ])[0]
    #expect(answer.best?.kind == .governorate && answer.best?.country == "BB")
  }

  @Test(arguments: [
    ("1,500 m north of Marfan", 31.2135), ("Marfan, 5 km north", 31.245),
    ("vic. Marfan", 31.2), ("vic of Marfan", 31.2),
  ])
  func formsOfReports(_ written: String, _ latitude: Double) throws {
    let best = try #require(resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0].best)
    #expect(abs(best.coordinate.latitude - latitude) < 0.002)
  }

  /// A governorate and its capital are called Marfan; Bedia is a country; Wadrikh is a town in no district.
  @Test(
    arguments: [
      ("Marfan countryside", .governorate, [(40.01, 30.01), (40.99, 31.99)], []),
      ("northern Marfan countryside", .governorate, [(40.01, 31.99), (40.99, 31.01)], [(40.5, 30.2)]),
      ("Marfan's southwestern countryside", .governorate, [(40.01, 30.01)], [(40.9, 30.4), (40.2, 31.9)]),
      ("southern Marfan", .governorate, [(40.5, 31.2), (40.01, 30.01)], [(40.1, 31.9)]),
      ("western Marfan province", .governorate, [(40.01, 31.99)], [(40.99, 31.2)]),
      ("western Marfan city", .city, [(40.5, 31.2)], []), ("central Marfan", .city, [(40.5, 31.2)], [(40.1, 30.1)]),
      ("Old City of Marfan", .city, [(40.5, 31.2)], [(40.1, 30.1)]),
      ("eastern Bedia", .country, [(43.99, 31.9)], [(42.1, 31)]),
      ("western Wadrikh", .town, [(43.5, 31)], []), ("Wadrikh countryside", .area, [(43.5, 31.05)], [(43.5, 32)]),
      ("Wadrikh's northern countryside", .area, [(43.5, 31.1)], [(43.5, 30.9)]),
    ] as [(String, PlaceKind, [(Double, Double)], [(Double, Double)])])
  func aPartHoldsWhatItMayMeanAndNoMore(
    _ written: String, _ kind: PlaceKind, holds: [(Double, Double)], not others: [(Double, Double)]
  ) throws {
    let best = try #require(resolver.resolve(batch: [BatchQuery(id: "1", name: written)])[0].best)
    func isHeld(_ position: (Double, Double)) -> Bool {
      let position = Invented.at(position.0, position.1)
      if let box = best.footprint?.boundingBox, !box.contains(position) { return false }
      return Geodesic.distanceMeters(from: best.coordinate, to: position) <= best.uncertaintyMeters
    }
    #expect(best.kind == kind)
    #expect(holds.allSatisfy(isHeld) && !others.contains(where: isHeld))
  }

  @Test func theAreaOfATownReachesBeyondIt() throws {
    let answers = resolver.resolve(
      batch: ["Wadrikh", "Wadrikh area"].map { BatchQuery(id: $0, name: $0, country: "BB") })
    let circles = try answers.map { try #require($0.best?.uncertaintyMeters) }
    #expect(circles[1] >= circles[0] + resolver.weights.leastReachMeters / 2)
  }

  /// Where no governorates are known, one of the town's name may be meant.
  @Test func aPartOfATownIsLessSureWithoutGovernorates() throws {
    let town = Invented.place("Zalkhan", 10, 10, .city, country: "CC", population: 900_000)
    let resolver = try Invented.resolver(adding: [town])
    let answers = resolver.resolve(batch: ["Zalkhan", "northern Zalkhan"].map { BatchQuery(id: $0, name: $0) })
    #expect((answers[0].best?.confidence ?? 0) > 0.8 && (answers[1].best?.confidence ?? 1) <= 0.75)
  }

  /// A region of two governorates, in which a village goes by its name.
  @Test func aRegionHoldsItsNamesakeAndIsInNoOneGovernorate() throws {
    let region = Place(
      id: "region", name: "Sahlabad", coordinate: Invented.at(41, 30.5), country: "AA", kind: .area, source: "test",
      footprint: try Invented.square(40, 30, 42, 31))
    let village = Invented.place("Sahlabad", 40.1, 30.9)
    let resolver = try Invented.resolver(adding: [region, village])
    func answer(_ name: String) -> Resolution { resolver.resolve(batch: [BatchQuery(id: "1", name: name)])[0] }
    let whole = try #require(answer("Sahlabad").best)
    #expect(whole.placeID == "region" && whole.governorate == nil && whole.precision == .governorate)
    #expect(whole.confidence > 0.8 && whole.uncertaintyMeters > 90_000)
    let half = try #require(answer("western Sahlabad").best?.footprint?.boundingBox)
    #expect(half.west == 40 && half.east == 41)
    #expect(answer("Shahrut, Sahlabad").best?.placeName == "Shahrut")
    #expect(answer("Sahlabad, Marfan").best?.placeName == "Marfan")
    #expect(answer("Marfan, Sahlabad").best?.placeName == "Marfan")
  }

  @Test(arguments: ["Marfan's An Nafurah", "An Nafurah, Marfan’s western part", "An Nafurah, rural Marfan"])
  func ownersAndPartsAreParents(_ written: String) {
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0]
    #expect(answer.best?.placeName == "An Nafurah" && answer.status == .resolved)
    #expect(!answer.because.contains { $0.contains("not clear") })
  }

  @Test(arguments: [
    "5 km north and 3 km east of Marfan", "5 km north, 3 km east of Marfan", "-5 km north of Marfan", "x", "q",
  ])
  func halfOfWhatIsSaidIsNoAnswer(_ written: String) {
    #expect(resolver.resolve(batch: [BatchQuery(id: "1", name: written, country: "AA")])[0].status == .unresolved)
  }

  @Test func aQuarterOfAnUnnamedTownIsLessSure() throws {
    let here = [BatchQuery(id: "1", name: "Nafurah neighborhood", country: "AA")]
    let there = [BatchQuery(id: "1", name: "Nafurah neighborhood, Marfan", country: "AA")]
    let confidences = [here, there].map { resolver.resolve(batch: $0)[0].best?.confidence ?? 0 }
    #expect(confidences[0] < 0.8 && confidences[1] > 0.9)
  }

  @Test func aKindWordThatIsPartOfTheNameStatesNoKind() throws {
    let town = Invented.place("Jisr al-Wadrin", 41.1, 31.1, .town, population: 30_000)
    let best = try #require(try Invented.resolver(adding: [town]).resolve(Invented.mention("Jisr al-Wadrin")).best)
    #expect(best.placeID == town.id && best.confidence >= 0.8)
  }

  @Test func aDashDecidesBetweenNamesakes() {
    for (name, code) in [("Qusba - Tolmun", "AA-TO"), ("Qusba - Marfan", "AA-MA"), ("Marfan – Qusba", "AA-MA")] {
      let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: name, country: "AA")])[0]
      #expect(answer.best?.governorate?.code == code, "\(name)")
    }
  }

  @Test func aQuarterMayBeListedWithItsTownsName() throws {
    let quarter = Invented.place("Old City of Marfan", 40.51, 31.22, .neighborhood)
    let resolver = try Invented.resolver(adding: [quarter])
    #expect(resolver.resolve(Invented.mention("Old City", ["Marfan"])).best?.placeID == quarter.id)
    #expect(resolver.resolve(Invented.mention("Old City", ["Tolmun"])).best?.placeID != quarter.id)
  }

  @Test func anOldCityElsewhereIsNotThisOne() throws {
    let resolver = try Invented.resolver(adding: [Invented.place("Old City", 41.5, 31.01, .neighborhood)])
    let answer = resolver.resolve(Invented.mention("Old City", ["Marfan"]))
    #expect(answer.status == .resolved && answer.best?.placeName == "Marfan" && answer.best?.how == .parent)
    #expect(resolver.resolve(Invented.mention("Old City", ["Tolmun"])).best?.placeName == "Old City")
  }

  @Test func aNameThatIsKnownElsewhereMakesAnotherSpellingHereLessSure() throws {
    let here = Invented.place("Rashdumar", 40.4, 30.9)
    let there = Invented.place("Rashdufar", 41.6, 30.9)
    let query = BatchQuery(id: "1", name: "Rashdufar", country: "AA", governorate: "Marfan")
    let confidences = try [[here], [here, there]].map {
      try Invented.resolver(adding: $0).resolve(batch: [query])[0].best?.confidence ?? 0
    }
    #expect(confidences[1] < confidences[0] - 0.1)
  }

  @Test func rivalSaysHowFarItIs() {
    let answer = resolve("al-Qusba")
    #expect(answer.alternatives.first?.because.contains { $0.contains("km from") } == true)
    #expect(answer.best?.because.contains { $0.hasPrefix("rival Al Qusbah") } == true)
  }

  @Test func aSiteIsNotWhatItIsNamedAfter() throws {
    let well = Invented.place("Dalbun Refinery", 40.4, 30.9, .site)
    let resolver = try Invented.resolver(adding: [well])
    let bare = resolver.resolve(Invented.mention("Dalbun"))
    let named = resolver.resolve(Invented.mention("Dalbun refinery"))
    #expect(named.status == .resolved)
    #expect((bare.best?.confidence ?? 0) < (named.best?.confidence ?? 0) - 0.1)
  }

  @Test func anUnknownSiteLiesAroundWhatItIsNamedAfter() throws {
    let answer = resolve("Marfan University")
    let best = try #require(answer.best)
    #expect(best.placeName == "Marfan")
    #expect(best.how == .parent)
    #expect(best.confidence <= 0.75)
    #expect(best.uncertaintyMeters >= 15_000)
    #expect(answer.flags.contains(.parentStandsIn))
  }

  @Test func unknownGovernorateIsSaid() {
    #expect(resolver.governorate(named: "Tolmoun")?.code == "AA-TO")
    #expect(resolver.governorate(named: "Zarbash") == nil)
    let query = BatchQuery(id: "1", name: "Hazmuriyah", country: "AA", governorate: "Zarbash")
    #expect(resolver.resolve(batch: [query])[0].because.contains { $0.contains("Zarbash") })
  }

  @Test func namesakesNearbyShareACircle() throws {
    let answer = resolve("Dubayrah")
    let best = try #require(answer.best)
    #expect(answer.status == .resolved)
    #expect(best.uncertaintyMeters > 5_000)
    #expect(best.because.contains { $0.hasPrefix("also covers") })
  }

  @Test func rivalsInOneGovernorateAreHeldByTheCircle() throws {
    let resolver = try Invented.resolver(adding: [
      Invented.place("Rashduf", 40.2, 30.4), Invented.place("Rashduf", 40.5, 30.5),
    ])
    let answer = resolver.resolve(Invented.mention("Rashduf"))
    let best = try #require(answer.best)
    let rival = try #require(answer.alternatives.first)
    #expect(answer.status == .resolved)
    #expect(best.confidence <= 0.5)
    #expect(best.precision == .district)
    #expect(Nearness.meters(best.coordinate, rival.coordinate) < best.uncertaintyMeters)
    #expect(best.because.contains { $0 == "the circle is widened over the rival" })
  }

  /// A circle that cannot hold the likeliest rival is not widened over lesser ones.
  @Test func aCircleIsWidenedFromTheLikeliestRivalOn() throws {
    let resolver = try Invented.resolver(adding: [
      Invented.place("Rashduf", 40.2, 30.4, .city, population: 300_000),
      Invented.place("Rashduf", 43.5, 31, .town, country: "BB", population: 20_000),
      Invented.place("Rashduf", 40.5, 30.5),
    ])
    let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: "Rashduf")])[0]
    #expect(answer.alternatives.map(\.country) == ["BB", "AA"])
    #expect(answer.best?.because.contains { $0.contains("widened") } == false)
  }

  @Test func rivalsInSeveralGovernoratesAreAmbiguous() throws {
    let resolver = try Invented.resolver(adding: [
      Invented.place("Rashduf", 40.8, 30.4), Invented.place("Rashduf", 41.2, 30.4),
    ])
    #expect(resolver.resolve(Invented.mention("Rashduf")).status == .ambiguous)
  }

  @Test func aCircleIsNotWidenedWithoutEnd() throws {
    let resolver = try Invented.resolver(adding: [
      Invented.place("Rashduf", 40.1, 30.1), Invented.place("Rashduf", 40.9, 31.9),
    ])
    let answer = resolver.resolve(Invented.mention("Rashduf"))
    #expect(answer.status == .ambiguous)
    #expect(answer.best.map { $0.uncertaintyMeters < 5000 } == true)
  }

  @Test func knownNeighborhoodIsFoundInItsCity() {
    #expect(resolve("al-Nafura neighborhood", "Marfan").best?.placeName == "An Nafurah")
  }

  @Test func aCountryIsAllOfIt() throws {
    for name in ["Alifia", "the Alifia"] {
      let answer = resolver.resolve(batch: [BatchQuery(id: "1", name: name)])[0]
      let best = try #require(answer.best)
      #expect(answer.status == .resolved && answer.flags == [.notAPoint])
      #expect(best.kind == .country && best.precision == .country && best.governorate == nil)
    }
    #expect(resolve("Alifia", country: "Bedia").best == nil)
    #expect(resolve("").status == .unresolved)
  }

  @Test func foreignCandidateIsAmongTheAlternatives() {
    let answer = resolve("al-Wadrikh")
    #expect(answer.status == .unresolved)
    #expect(answer.alternatives.first?.country == "BB")
    #expect(answer.because.contains { $0.contains("BB") })
  }

  @Test func riverLineEndsAtTheBorder() throws {
    let best = try #require(resolve("Zarnuq River").best)
    #expect(best.precision == .country)
    #expect(try #require(best.footprint?.boundingBox).east < 42.001)
  }

  @Test func documentTipsTheScale() throws {
    func incident(_ number: Int, _ name: String) -> Incident {
      var incident = Incident(
        document: "d", ordinal: number, line: number, span: ByteSpan(start: 0, end: 0), assessment: .open)
      incident.mentions = [Invented.mention(name)]
      return incident
    }
    let endings = ["at", "il", "an", "ob", "ef", "ik"]
    let others = endings.enumerated().map { Invented.place("Zumrud" + $1, 40.2, 30.4 + Double($0) / 50) }
    let resolver = try Invented.resolver(adding: others)
    let names = ["al-Qusba"] + others.map(\.name)
    let first = resolver.resolve(document: names.enumerated().map { incident($0 + 1, $1) })[0].resolutions[0]
    #expect(first.best?.governorate?.code == "AA-MA")
    #expect(first.best?.because.contains { $0.contains("of the document") } == true)
  }

  @Test(arguments: [
    ("Marfan, Alifia", "Marfan"), ("al-Nafura neighborhood, Marfan", "An Nafurah"),
    ("Hazmuriyah / Hazmuria", "Hazmuriyah"),
  ]) func batchNamesWithCommas(_ name: String, _ found: String) {
    #expect(resolver.resolve(batch: [BatchQuery(id: "1", name: name)])[0].best?.placeName == found)
  }

  @Test(arguments: [("AA-MA", "AA-MA"), ("Tolmun", "AA-TO"), ("Tolmoun governorate", "AA-TO")])
  func batchGovernorate(_ stated: String, _ code: String) {
    let query = BatchQuery(id: "1", name: "al-Qusba", country: "AA", governorate: stated)
    #expect(resolver.resolve(batch: [query])[0].best?.governorate?.code == code)
  }

  @Test func samePlaceOfTwoSourcesIsNoRival() throws {
    var twin = Invented.place("al-Hazmouriya", 40.91, 31.905, also: ["Hazmuriyah"])
    twin.source = "other"
    let answer = try Invented.resolver(adding: [twin]).resolve(Invented.mention("Hazmuriyah"))
    #expect(answer.status == .resolved)
    #expect(answer.alternatives.isEmpty)
  }

  @Test func sameIdentifierIsOnePlaceWithAllNames() throws {
    let index = try PlaceIndex([
      Invented.place("Foo", 40, 31, also: ["Fu"], id: "x:1"), Invented.place("Bar", 40, 31, population: 5, id: "x:1"),
    ])
    #expect(index.places.count == 1)
    #expect(index.places[0].population == 5)
    #expect(Set([index.places[0].name] + index.places[0].alternateNames) == ["Foo", "Fu", "Bar"])
  }

  @Test func reverse() {
    #expect(resolver.governorate(at: Invented.at(40.5, 31))?.code == "AA-MA")
    #expect(resolver.governorate(at: Invented.at(10, 10)) == nil)
    #expect(resolver.countryNames.code(of: "alifia") == "AA")
  }
}
