import Incidents
import TestSupport
import Testing

@testable import Gazetteer

/// What holds for any gazetteer, tried on random ones.
struct ResolverPropertyTests {
  private static let seeds: [UInt64] = [11, 12, 13]

  /// Places at random, with names of random syllables.
  private static func places(_ random: inout SplitMix64) throws -> [Place] {
    let syllables = [
      "zam", "tur", "fel", "qash", "nid", "bur", "gom", "sil", "rav", "khun", "dhel", "wat", "jor", "mip",
    ]
    var named: [Place] = []
    for number in 0..<40 {
      let count = Int.random(in: 3...4, using: &random)
      let name = (0..<count).map { _ in syllables.randomElement(using: &random) ?? "" }.joined().capitalized
      let isAbroad = Int.random(in: 0..<4, using: &random) == 0
      let longitude = (isAbroad ? 42 : 40) + Double.random(in: 0.05...1.95, using: &random)
      let latitude = 30 + Double.random(in: 0.05...1.95, using: &random)
      named.append(Invented.place(name, longitude, latitude, country: isAbroad ? "BB" : "AA", id: "r\(number)"))
    }
    return try Invented.places() + named
  }

  @Test("A name resolves to itself", arguments: seeds)
  func itself(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = try Self.places(&random)
    let resolver = try Resolver(places: places)
    let counts = Dictionary(places.map { ($0.country + NormalizedName($0.name).text, 1) }, uniquingKeysWith: +)
    for place in places where place.id.hasPrefix("r") && counts[place.country + NormalizedName(place.name).text] == 1 {
      let answer = resolver.resolve(Invented.mention(place.name, country: place.country))
      #expect(answer.best?.placeID == place.id, "seed \(seed): \(place.name)")
      #expect(answer.best?.how == .exact, "seed \(seed): \(place.name)")
    }
  }

  @Test("The order of the places does not matter", arguments: seeds)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = try Self.places(&random)
    let first = try Resolver(places: places)
    let second = try Resolver(places: places.shuffled(using: &random))
    for place in places {
      let query = Invented.mention(place.name, country: place.country.isEmpty ? nil : place.country)
      #expect(first.resolve(query) == second.resolve(query), "seed \(seed): \(place.name)")
    }
  }

  @Test("A place with an unrelated name changes no answer", arguments: seeds)
  func unrelated(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = try Self.places(&random)
    let first = try Resolver(places: places)
    let second = try Resolver(places: places + [Invented.place("Ypsyho", 40.3, 30.3)])
    for place in places where place.id.hasPrefix("r") {
      let query = Invented.mention(place.name, country: place.country)
      #expect(first.resolve(query) == second.resolve(query), "seed \(seed): \(place.name)")
    }
  }

  @Test("No answer lies outside the stated country", arguments: seeds)
  func statedCountry(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let places = try Self.places(&random)
    let resolver = try Resolver(places: places)
    for place in places where !place.country.isEmpty {
      for country in ["AA", "BB"] {
        let best = resolver.resolve(Invented.mention(place.name, country: country)).best
        #expect(best == nil || best?.country == country, "seed \(seed): \(place.name) in \(country)")
      }
    }
  }
}
