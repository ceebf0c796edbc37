import Formats
import Geo
import Incidents
import Publishing
import TestSupport
import Testing

extension IncidentRecord {
  /// A record with every field drawn at random, numbers as coarse as they are published.
  static func random(_ number: Int, using generator: inout SplitMix64) -> IncidentRecord {
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &generator) ? value : nil }
    let day = CalendarDate(year: 2017, month: .random(in: 1...12, using: &generator), day: 28)
    let later = CalendarDate(year: 2018, month: 1, day: .random(in: 1...31, using: &generator))
    let dates = [
      day.map(IncidentDate.init), IncidentDate(year: 2017, month: 2),
      day.flatMap { first in later.flatMap { IncidentDate(from: first, through: $0) } }, nil,
    ]
    let location = maybe(Location.random(using: &generator))
    let other = Location.random(using: &generator)
    var record = IncidentRecord(
      id: "r#\(number)", date: dates.randomElement(using: &generator) ?? nil,
      assessment: Assessment.allCases.randomElement(using: &generator) ?? .open, isReopened: .random(using: &generator),
      wasPreviouslyReported: maybe(true), killed: maybe(CountRange(min: 2, max: maybe(5))),
      injured: maybe(CountRange(0)), sources: ["a, \"b\"", "رقة"], place: maybe("Al-Sha’fa"),
      statedCountry: maybe("SY"), location: location,
      places: [
        PlaceRecord(place: "x", status: .resolved, location: other, because: ["y"]),
        PlaceRecord(place: "z", status: .unresolved, location: nil, because: []),
      ], flags: ["rival places"], document: "r.txt", line: number, span: ByteSpan(start: number, end: number + 9),
      account: Account.random(using: &generator))
    record.identifiers = maybe(["2904", "CS170"]) ?? []
    record.sourceID = maybe("SYR10001")
    record.grid = maybe(maybe(GridRecord.sound) ?? .mistyped)
    record.duplicateOf = maybe("2904, CS170")
    record.duplicateOfID = maybe("r.txt#4")
    record.formerDate = dates.randomElement(using: &generator) ?? nil
    record.history = maybe([HistoryEntry(record, basis: "identifier 2904")]) ?? []
    return record
  }
}

extension Account {
  static func random(using generator: inout SplitMix64) -> Account {
    let other = CasualtyGroup(victims: .attackers, killed: CountRange(min: 2, max: nil), injured: nil)
    return Account(
      kind: Bool.random(using: &generator) ? .news : .release, event: Bool.random(using: &generator) ? "car bomb" : nil,
      actor: "gunmen", victims: Victims.allCases.randomElement(using: &generator) ?? .unknown,
      others: Bool.random(using: &generator) ? [other] : [], isDateInferred: .random(using: &generator),
      confidence: Bool.random(using: &generator) ? 0.81 : nil)
  }
}

extension GridRecord {
  static let sound = GridRecord(
    reference: "37SDA049548", coordinate: Coordinate(wrappingLongitude: 37.9481, latitude: 35.7215),
    uncertaintyMeters: 71, distanceMeters: 101_697, because: ["a square of 100 m"])
  static let mistyped = GridRecord(
    reference: "377SFU049548", coordinate: nil, uncertaintyMeters: nil, distanceMeters: nil,
    because: ["its zone is 377"])
}

extension Location {
  static func random(using generator: inout SplitMix64) -> Location {
    Location(
      coordinate: Coordinate(
        wrappingLongitude: Double.random(in: -180...180, using: &generator).rounded(toDecimals: 2),
        latitude: Double.random(in: -90...90, using: &generator).rounded(toDecimals: 2)),
      uncertaintyMeters: Double.random(in: 100...9000, using: &generator).rounded(),
      precision: Precision.allCases.randomElement(using: &generator) ?? .town, footprint: nil, placeID: "geonames:1",
      otherIDs: ["pcode:SY08"],
      placeName: "Ash Shafah", matchedName: "Ash Sha‘fah",
      match: MatchKind.allCases.randomElement(using: &generator) ?? .exact,
      confidence: Double.random(in: 0...1, using: &generator).rounded(toDecimals: 2), country: "SY",
      governorate: Bool.random(using: &generator) ? Governorate(code: "SY-DY", name: "Deir ez-Zor") : nil,
      because: ["article stripped"], source: "GeoNames (1)")
  }
}

@Suite struct FeatureTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func aWrittenRecordReadsBackTheSame(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let records = (0..<50).map { IncidentRecord.random($0, using: &generator) }
    let features = try GeoJSON.read(GeoJSON.write(records.map(Feature.init)), file: "x")
    let back = try features.map { try IncidentRecord($0, file: "x") }
    #expect(back == records, "seed \(seed)")
  }

  @Test func everyPropertyIsPresentForEveryIncident() {
    var generator = SplitMix64(seed: 4)
    let keys = Set((0..<50).map { Set(Feature(.random($0, using: &generator)).properties.keys) })
    #expect(keys.count == 1)
    let promised = """
      date date_precision assessment reopened previously_reported killed_min killed_max injured_min injured_max sources \
      place matched_name place_id place_ids match confidence uncertainty_m precision country governorate governorate_code places \
      flags document span identifiers source_id date_from date_to grid grid_distance_m duplicate_of duplicate_of_id former_date history
      """
    #expect(keys.first?.isSuperset(of: promised.split(separator: " ").map(String.init)) == true)
  }

  @Test func anAreaKeepsItsOutlineAndItsCircle() throws {
    var generator = SplitMix64(seed: 5)
    var record = IncidentRecord.random(1, using: &generator)
    var location = Location.random(using: &generator)
    let ring = try Ring([(0, 0), (1, 0), (1, 1), (0, 0)].map { try Coordinate(longitude: $0.0, latitude: $0.1) })
    location.footprint = .area(MultiPolygon([Polygon(exterior: ring)]))
    record.location = location
    #expect(Feature(record).geometry == location.footprint)
    #expect(try IncidentRecord(Feature(record), file: "x") == record)
  }

  @Test(arguments: ["assessment", "span", "uncertainty_m", "match", "longitude", "confidence"])
  func aMissingPropertyIsNamed(key: String) throws {
    var generator = SplitMix64(seed: 6)
    var record = IncidentRecord.random(1, using: &generator)
    record.location = .random(using: &generator)
    var feature = Feature(record)
    feature.properties[key] = .null
    let error = #expect(throws: FormatError.self) { try IncidentRecord(feature, file: "x.geojson") }
    #expect(error?.description.contains(key) == true)
    #expect(error?.description.hasPrefix("x.geojson") == true)
  }
}

@Suite struct IncidentFieldsTests {
  /// The list is what features have: the same names, and values of the kinds that it says.
  @Test func theListIsWhatFeaturesHave() throws {
    var generator = SplitMix64(seed: 7)
    let names = IncidentFields.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(IncidentFields.all.allSatisfy { !$0.meaning.isEmpty })
    for number in 0..<50 {
      let feature = Feature(.random(number, using: &generator))
      #expect(Set(feature.properties.keys) == Set(names))
      var batch = FeatureBatch(fields: IncidentFields.all)
      batch.append(feature)
      #expect(try batch.feature(0, file: "x") == feature)
      for (index, field) in IncidentFields.all.enumerated() {
        switch (batch.value(0, index), field.kind) {
        case (.missing, _), (.boolean, .boolean), (.integer, .integer), (.number, .number): break
        case (.text, let kind): #expect(![.boolean, .integer, .number].contains(kind), "\(field.name)")
        case (let value, let kind): Issue.record("\(field.name) is \(value) and not \(kind)")
        }
      }
    }
  }
}
