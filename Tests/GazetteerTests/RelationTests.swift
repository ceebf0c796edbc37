import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@testable import Gazetteer

@Suite struct RelationParsingTests {
  private func offset(_ text: String) -> (meters: Double?, bearing: Double?, anchor: String)? {
    guard case .offset(let length, let heading, let anchor)? = RelationPhrase(text)?.relation else { return nil }
    return (length?.meters, heading?.bearingDegrees, anchor)
  }

  @Test(
    arguments: [
      ("10 km north of Foo", 10_000, 0, "Foo"), ("10km NW of Foo", 10_000, 315, "Foo"),
      ("5 NM northwest of Foo", 9260, 315, "Foo"),
      ("6 miles (10 km) east of Foo", 9656.064, 90, "Foo"), ("10 km (6 miles) east of Foo", 9656.064, 90, "Foo"),
      ("about 12 kilometers south-west of Foo", 12_000, 225, "Foo"),
      ("approximately 12 kms S.W. of Foo", nil, nil, nil),
      ("twelve km south of Foo", 12_000, 180, "Foo"), ("twenty-five kilometres NNE of Foo", 25_000, 22.5, "Foo"),
      ("4,5 km north of Foo", 4500, 0, "Foo"), ("4.5 km to the north of Foo", 4500, 0, "Foo"),
      ("800 m east of Foo", 800, 90, "Foo"),
      ("500 meters west from Foo", 500, 270, "Foo"), ("10-15 km north of Foo", 12_500, 0, "Foo"),
      ("10 to 15 km north of Foo", 12_500, 0, "Foo"), ("3 nautical miles ESE of Foo", 5556, 112.5, "Foo"),
      ("10 km north west of Foo", 10_000, 315, "Foo"), ("10 km north-northeast of Foo", 10_000, 22.5, "Foo"),
      ("10 km north of the town of Foo", 10_000, 0, "Foo"), ("10 km away from Foo", 10_000, nil, "Foo"),
      ("10 km outside Foo", 10_000, nil, "Foo"), ("within 5 km of Foo", 5000, nil, "Foo"),
      ("north of Foo", nil, 0, "Foo"),
      ("just north of the Foo", nil, 0, "Foo"), ("to the north-east of Foo", nil, 45, "Foo"),
      ("10 km sharq Foo", 10_000, 90, "Foo"),
      ("10 km shamal gharb al-Foo", 10_000, 315, "al-Foo"), ("10 كم شمال الرقة", 10_000, 0, "الرقة"),
      ("a village 10 km north of Foo", 10_000, 0, "Foo"),
      ("10 km north of Umm al-Foo wa Bar", 10_000, 0, "Umm al-Foo wa Bar"),
    ] as [(String, Double?, Double?, String?)])
  func offsets(text: String, meters: Double?, bearing: Double?, anchor: String?) {
    let found = offset(text)
    #expect(found?.anchor == anchor)
    #expect(found?.bearing == bearing)
    #expect(abs((found?.meters ?? -1) - (meters ?? -1)) < 1e-6)
  }

  @Test(
    arguments: [
      ("near Foo", .near("Foo")), ("in the vicinity of Foo", .near("Foo")), ("close to Foo", .near("Foo")),
      ("outside of Foo", .near("Foo")),
      ("outskirts of Foo", .outskirts("Foo")), ("the northern outskirts of Foo", .outskirts("Foo")),
      ("Foo outskirts", .outskirts("Foo")), ("between Foo and Bar", .between("Foo", "Bar")),
      ("halfway between al-Foo and the Bar", .between("al-Foo", "Bar")),
      ("the road between Foo and Bar", .road([.init(from: "Foo", to: "Bar")])),
      ("highway from Foo to Bar", .road([.init(from: "Foo", to: "Bar")])),
      ("Foo–Bar highway", .road([.init(from: "Foo", to: "Bar")])),
      ("Foo-Bar road", .road([.init(from: "Foo", to: "Bar")])),
      ("the Foo to Bar road", .road([.init(from: "Foo", to: "Bar")])),
      ("Raqqah - Deir ez-Zor road", .road([.init(from: "Raqqah", to: "Deir ez-Zor")])),
      ("Raqqah-Deir ez-Zor road", .road([.init(from: "Raqqah", to: "Deir ez-Zor")])),
      ("Foo bridge over the Euphrates", .crossing("Euphrates", near: nil)),
      ("a bridge over the Euphrates near Foo", .crossing("Euphrates", near: "Foo")),
      ("Tigris in Mosul", .inside("Mosul")),
      ("X junction near Foo", .near("Foo")), ("a school in Foo", .inside("Foo")), ("قرب الباغوز", .near("الباغوز")),
      ("بالقرب من الباغوز", .near("الباغوز")), ("أطراف حلب", .outskirts("حلب")),
      ("بين هجين والسوسة", .between("هجين", "السوسة")),
      ("الطريق بين الرقة ودير الزور", .road([.init(from: "الرقة", to: "دير الزور")])),
      ("طريق الرقة - دير الزور", .road([.init(from: "الرقة", to: "دير الزور")])),
      ("on the Foo–Bar road", .road([.init(from: "Foo", to: "Bar")])), ("مدرسة في حلب", .inside("حلب")),
    ] as [(String, PlaceRelation)])
  func relations(text: String, relation: PlaceRelation) { #expect(RelationPhrase(text)?.relation == relation) }

  @Test(arguments: [
    "Qayyarah West", "Sharq al-Madina", "Near East", "al-Sharqi", "Deir ez-Zor road", "Abu Kamal", "Shamal al-Hasakah",
    "Baghuz al-Gharbi", "الباب الشرقي", "South", "the old part", "S. Foo", "countryside", "Tall at Tamr", "Road 47",
    "Kafr in", "Gharb", "10 km", "near",
    "Ras al-Ayn", "al-Bab al-Sharqi", "Highway", "km 18", "10 km north", "between Foo",
    "of",
    "Bani at Tayy", "Camp Fallujah", "Jazirat al-Khalidiyah", "Upper Zab River", "Sur al-Nahar", "Bridge over",
  ])
  func names(text: String) { #expect(RelationPhrase(text) == nil) }

  @Test(
    arguments: [
      ("western Foo", "w", .within, "Foo"), ("West Foo", "w", .within, "Foo"), ("central Foo", nil, .within, "Foo"),
      ("the north-eastern part of Foo", "ne", .within, "Foo"), ("Foo's west side", "w", .within, "Foo"),
      ("Old Foo", nil, .within, "Foo"), ("Foo countryside", nil, .around, "Foo"), ("rural Foo", nil, .around, "Foo"),
      ("northern Foo countryside", "n", .around, "Foo"), ("northern countryside of Foo", "n", .around, "Foo"),
      ("Umm Foo’s southeastern countryside", "se", .around, "Umm Foo"),
      ("northern rural Foo", "n", .around, "Foo"), ("rural areas of Foo", nil, .around, "Foo"),
      ("شمال حلب", "n", .either, "حلب"), ("ريف حلب", nil, .around, "حلب"),
      ("ريف حلب الشمالي الغربي", "nw", .around, "حلب"), ("ريف دير الزور الشرقي", "e", .around, "دير الزور"),
    ] as [(String, String?, PlacePart.Ground, String)])
  func parts(text: String, winds: String?, ground: PlacePart.Ground, name: String) throws {
    guard case .part(let part, let place)? = RelationPhrase(text)?.relation else {
      Issue.record("“\(text)” is no part")
      return
    }
    #expect(part.heading?.winds == winds && part.ground == ground && place == name)
  }

  @Test(arguments: [
    ("12 km", 500.0), ("10 km", 5000), ("15 km", 2500), ("25 km", 2500), ("4.5 km", 250), ("4.2 km", 50),
    ("100 km", 50_000),
    ("150 km", 25_000), ("about 12 km", 1000), ("10-14 km", 2500), ("800 m", 50), ("3 miles", 804.672),
  ])
  func imprecisionOfDistances(text: String, meters: Double) throws {
    let length = try #require(WrittenLength.read(PhraseWord.words(of: text)[...])?.length)
    #expect(abs(length.imprecisionMeters - meters) < 1e-6)
  }
}

@Suite struct RelationAnswerTests {
  private let resolver: Resolver
  init() throws { resolver = try Invented.resolver() }

  private func resolve(_ name: String, _ parents: [String] = [], country: String? = "Alifia") -> Resolution {
    resolver.resolve(Invented.mention(name, parents, country: country))
  }

  @Test func distanceAndDirection() throws {
    let answer = resolve("20 km east of Hazmuriyah")
    let best = try #require(answer.best)
    #expect(answer.status == .resolved)
    #expect(best.how == .relative)
    // geographiclib 2.1, Geodesic.WGS84.Direct(31.9, 40.9, 90, 20000).
    #expect(abs(best.coordinate.longitude - 41.1114) < 1e-3)
    #expect(abs(best.coordinate.latitude - 31.8998) < 1e-3)
    #expect(best.uncertaintyMeters > 17_000 && best.uncertaintyMeters < 30_000)
    #expect(best.because.contains { $0.contains("measured from Hazmuriyah") })
    #expect(best.because.contains { $0.contains("bearing 90°") })
    #expect(best.because.contains { $0.contains("for “east”") && $0.contains("for the extent") })
    #expect(answer.flags.contains(.acrossGovernorates))
    #expect(best.confidence < 0.8)
  }

  @Test func ambiguousAnchorMakesAmbiguousAnswer() {
    let (plain, answer) = (resolve("al-Qusba"), resolve("4.5 km north of al-Qusba"))
    #expect(plain.status == .ambiguous)
    #expect(answer.status == .ambiguous)
    #expect(!answer.alternatives.isEmpty)
    #expect(answer.best?.confidence ?? 1 <= plain.best?.confidence ?? 0)
  }

  @Test func unknownAnchorIsNoAnswer() {
    #expect(resolve("5 km north of Ypsyho").status == .unresolved)
    #expect(resolve("between Ypsyho and Marfan").status == .unresolved)
  }

  @Test(arguments: [
    ("Zarnuq River near Marfan", "Zarnuq"), ("Shahrut oilfield", "Shahrut"), ("the Zarnuq in Marfan", "Zarnuq"),
    ("a bridge over the Zarnuq near Marfan", "Zarnuq"), ("al-Nafura neighborhood in Marfan", "An Nafurah"),
  ]) func knownThingsAreTakenForThemselves(_ text: String, _ name: String) throws {
    let best = try #require(resolve(text).best)
    #expect(best.placeName == name)
    #expect(best.how != .relative)
    if best.kind == .river { #expect(abs(best.coordinate.longitude - 40.5) < 0.01) }
  }

  @Test func unknownThingNearAPlaceIsNearThePlace() throws {
    let best = try #require(resolve("Ypsyho junction near Marfan").best)
    #expect(best.how == .relative)
    #expect(best.uncertaintyMeters > (try #require(resolve("Marfan").best)).uncertaintyMeters)
  }

  @Test func aNameThatIsWrittenLikeARelationIsAName() throws {
    let resolver = try Invented.resolver(adding: [Invented.place("Outskirts of Dubul", 41.3, 30.3)])
    let best = resolver.resolve(Invented.mention("Outskirts of Dubul")).best
    #expect(best?.how == .exact)
  }

  @Test func roadsAreLines() throws {
    let answer = resolve("Marfan-Tolmun road")
    guard case .lines(let lines)? = answer.best?.footprint else {
      Issue.record("no line")
      return
    }
    #expect(answer.flags.contains(.notAPoint))
    #expect(lines[0].coordinates.first == Invented.at(40.5, 31.2))
  }

  @Test func namesakesAreToldApartByTheOtherEnd() throws {
    let best = try #require(resolve("between al-Qusbah and Hazmuriyah").best)
    #expect(best.because.contains { $0.contains("Qusbah") })
    #expect(best.coordinate.longitude > 41)
  }

  @Test(
    arguments: [
      ("40.5,31.2", nil, nil, Resolution.Status.resolved, [ResolutionFlag]()),
      ("40.5,31.2", "Alifia", "AA-MA", .resolved, []),
      ("40.5,31.2", "Alifia", "AA-TO", .ambiguous, [.governorateDisagrees]),
      ("40.99,31.20", "Alifia", "AA-TO", .resolved, [.governorateDisagrees]),
      ("40.5,31.2", "Bedia", nil, .ambiguous, [.countryDisagrees]),
      ("41.99,31.20", "Bedia", nil, .resolved, [.countryDisagrees]),
      ("31.2,40.5", nil, nil, .ambiguous, []), ("31.2,40.5", "Alifia", nil, .ambiguous, [.countryDisagrees]),
      ("10.5,50.2", nil, nil, .resolved, []),
      ("37SDA049548", "Alifia", nil, .ambiguous, [.countryDisagrees]),
      ("31.2 N, 40.5 E", "Alifia", "AA-MA", .resolved, []),
    ] as [(String, String?, String?, Resolution.Status, [ResolutionFlag])])
  func positionsAreCheckedAgainstWhatIsStated(
    text: String, country: String?, governorate: String?, status: Resolution.Status, flags: [ResolutionFlag]
  ) throws {
    let query = BatchQuery(id: "", name: text, country: country, governorate: governorate)
    let answer = resolver.resolve(batch: [query])[0]
    #expect(answer.status == status)
    #expect(answer.flags.filter { $0 != .noCountry } == flags)
    #expect(answer.best?.how == .coordinates)
    if status == .ambiguous { #expect((answer.best?.confidence ?? 1) < 0.5) }
  }

  @Test func aMistypedGridIsNoAnswer() {
    let answer = resolve("377SFU1234")
    #expect(answer.status == .unresolved)
    #expect(answer.because.contains { $0.contains("zone is 377") })
  }

  @Test func aCommaBetweenTheFiguresIsNoParent() {
    let mention = Invented.mention("31.2 N", ["40.5 E"])
    #expect(resolver.resolve(mention).best?.coordinate == Invented.at(40.5, 31.2))
  }
}

/// Positions made from the words themselves, over random anchors.
struct RelationPropertyTests {
  /// Phrases of the words that relations are made of, in any order: reading ends, and what is named is less than the
  /// text.
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func anyOrderOfWordsIsRead(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      /// Phrases of the words that relations are made of, in any order: reading ends, and what is named is less than the
      /// text.
      "-", "10", "km", "west", "old", "outskirts", "in", "ريف", "الشمالي", "في", "قرب", "حلب", "from", "to", "side",
    ]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 1...7, using: &random)).compactMap { _ in words.randomElement(using: &random) }
        .joined(separator: " ")
      guard case .part(_, let name)? = RelationPhrase(text)?.relation else { continue }
      #expect(name.count < text.count && text.contains(name), "\(text)")
    }
  }

  /// geographiclib 2.1: Direct for the position, the farthest of the six corners of what direction and distance leave
  /// open, the extent added, and 1 %.
  @Test(arguments: [
    ("10 km north", 40.8314, 34.6951, 2500, 40.8314000, 34.7852422, 13255.2),
    ("12 km south-west", 39.0079, 35.9528, 4500, 38.9139368, 35.8762899, 9397.8),
    ("5 NM NNW", 43.1189, 36.335, 9000, 43.0793910, 36.4120903, 14277.5),
    ("4.5 km ESE", 44.4, 33.3, 10_000, 44.4446308, 33.2844652, 11049.6),
    ("25 miles east", 36.2, 29.5, 1000, 36.6149218, 29.4993528, 33881.4),
  ])
  func equalsGeographicLib(
    _ words: String, _ lon: Double, _ lat: Double, _ extent: Double, _ foundLon: Double, _ foundLat: Double,
    _ radius: Double
  ) throws {
    guard case .offset(let length?, let heading?, _)? = RelationPhrase(words + " of Foo")?.relation else {
      Issue.record("\(words) is no offset")
      return
    }
    let anchor = PointRadius.Anchor(name: "Foo", coordinate: Invented.at(lon, lat), radiusMeters: extent)
    let circle = PointRadius.offset(length, heading, from: anchor).circle
    #expect(abs(circle.center.longitude - foundLon) < 1e-6)
    #expect(abs(circle.center.latitude - foundLat) < 1e-6)
    #expect(abs(circle.radiusMeters - radius) < 1)
  }

  /// geographiclib 2.1: Inverse, then Direct for half of it.
  @Test(arguments: [
    (39.0079, 35.9528, 38.5476, 35.8367, 38.7775820, 35.8949708, 21754.1),
    (40.1408, 35.3359, 40.7487, 36.5024, 40.4425184, 35.9195631, 70289.9),
  ])
  func middleEqualsGeographicLib(
    _ lon: Double, _ lat: Double, _ otherLon: Double, _ otherLat: Double, _ foundLon: Double, _ foundLat: Double,
    _ half: Double
  ) {
    let first = PointRadius.Anchor(name: "Foo", coordinate: Invented.at(lon, lat), radiusMeters: 1000)
    let second = PointRadius.Anchor(name: "Bar", coordinate: Invented.at(otherLon, otherLat), radiusMeters: 3000)
    for circle in [PointRadius.between(first, second).circle, PointRadius.between(second, first).circle] {
      #expect(abs(circle.center.longitude - foundLon) < 1e-6)
      #expect(abs(circle.center.latitude - foundLat) < 1e-6)
      #expect(abs(circle.radiusMeters - 1.01 * (half + 3000)) < 1)
    }
  }

  @Test("A position that the words allow lies in their circle", arguments: [21, 22, 23] as [UInt64])
  func holdsTheTruth(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let winds: [(String, Double)] = [
      ("north", 0), ("NE", 45), ("east", 90), ("SSE", 157.5), ("southwest", 225), ("WNW", 292.5), ("S", 180),
    ]
    for _ in 0..<300 {
      let anchor = PointRadius.Anchor(
        name: "A", coordinate: Invented.at(.random(in: 34...48, using: &random), .random(in: 29...38, using: &random)),
        radiusMeters: .random(in: 100...9000, using: &random))
      let (wind, bearing) = try #require(winds.randomElement(using: &random))
      let kilometers = Int.random(in: 1...60, using: &random)
      guard case .offset(let length?, let heading?, _)? = RelationPhrase("\(kilometers) km \(wind) of Foo")?.relation
      else {
        Issue.record("\(kilometers) km \(wind)")
        continue
      }
      #expect(heading.bearingDegrees == bearing)
      let circle = PointRadius.offset(length, heading, from: anchor).circle
      let start = Geodesic.destination(
        from: anchor.coordinate, bearingDegrees: .random(in: 0..<360, using: &random),
        distanceMeters: .random(in: 0...anchor.radiusMeters, using: &random))
      let truth = Geodesic.destination(
        from: start,
        bearingDegrees: bearing + .random(in: -1...1, using: &random) * heading.imprecisionDegrees,
        distanceMeters: length.meters + .random(in: -1...1, using: &random) * length.imprecisionMeters)
      let meters = Geodesic.distanceMeters(from: circle.center, to: truth)
      #expect(meters <= circle.radiusMeters, "seed \(seed): \(kilometers) km \(wind) of \(anchor)")

      let reach = Double.random(in: 2000...25_000, using: &random)
      let sector = PointRadius.sector(heading, reachMeters: reach, from: anchor).circle
      let somewhere = Geodesic.destination(
        from: start, bearingDegrees: bearing + .random(in: -1...1, using: &random) * heading.imprecisionDegrees,
        distanceMeters: .random(in: 0...reach, using: &random))
      #expect(Geodesic.distanceMeters(from: sector.center, to: somewhere) <= sector.radiusMeters, "seed \(seed)")
    }
  }

  @Test("A finer distance never makes a larger circle", arguments: ["north", "NE", "NNE"])
  func finerIsSmaller(wind: String) throws {
    let anchor = PointRadius.Anchor(name: "A", coordinate: Invented.at(40, 35), radiusMeters: 2000)
    let radii = try ["10 km", "10.5 km", "10.2 km", "10.22 km"].map { text in
      let phrase = try #require(RelationPhrase("\(text) \(wind) of Foo"))
      guard case .offset(let length?, let heading?, _) = phrase.relation else { return -1.0 }
      let exact = WrittenLength(meters: 10_000, imprecisionMeters: length.imprecisionMeters)
      return PointRadius.offset(exact, heading, from: anchor).circle.radiusMeters
    }
    #expect(radii == radii.sorted(by: >))
    #expect(radii.allSatisfy { $0 > 0 })
  }
}
