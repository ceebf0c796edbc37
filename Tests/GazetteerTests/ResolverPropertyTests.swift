import Incidents
import Testing

@testable import Gazetteer

/// What holds for any gazetteer, tried on random ones.
struct ResolverPropertyTests {
  private static let seeds: [UInt64] = [11, 12, 13]

  /// Places at random, with names of random syllables.
  private static func places(_ random: inout SeededGenerator) throws -> [Place] {
    let syllables = ["zam", "tur", "fel", "qash", "nid", "bur", "gom", "sil", "rav", "khun", "dhel", "wat", "jor", "mip"]
    var named: [Place] = []
    for number in 0..<40 {
      let count = Int.random(in: 3...4, using: &random)
      let name = (0..<count).map { _ in syllables.randomElement(using: &random) ?? "" }.joined().capitalized
      let isAbroad = Int.random(in: 0..<4, using: &random) == 0
      let longitude = (isAbroad ? 20 : 10) + Double.random(in: 0.05...0.95, using: &random)
      let latitude = 30 + Double.random(in: 0.05...0.95, using: &random)
      named.append(InventedLand.place("r\(number)", name, longitude, latitude, country: isAbroad ? "XB" : "XA"))
    }
    return try InventedLand.places() + named
  }

  @Test("A name resolves to itself", arguments: seeds)
  func itself(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = try Self.places(&random)
    let resolver = try Resolver(places: places)
    let counts = Dictionary(places.map { ($0.country + NormalizedName($0.name).text, 1) }, uniquingKeysWith: +)
    for place in places where place.id.hasPrefix("r") && counts[place.country + NormalizedName(place.name).text] == 1 {
      let answer = resolver.resolve(mention(place.name, country: place.country))
      #expect(answer.best?.placeID == place.id, "seed \(seed): \(place.name)")
      #expect(answer.best?.how == .exact, "seed \(seed): \(place.name)")
    }
  }

  @Test("The order of the places does not matter", arguments: seeds)
  func order(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = try Self.places(&random)
    let first = try Resolver(places: places)
    let second = try Resolver(places: places.shuffled(using: &random))
    for place in places {
      let query = mention(place.name, country: place.country.isEmpty ? nil : place.country)
      #expect(first.resolve(query) == second.resolve(query), "seed \(seed): \(place.name)")
    }
  }

  @Test("A place with an unrelated name changes no answer", arguments: seeds)
  func unrelated(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = try Self.places(&random)
    let first = try Resolver(places: places)
    let second = try Resolver(places: places + [InventedLand.place("new", "Ypsyho", 10.3, 30.3)])
    for place in places where place.id.hasPrefix("r") {
      let query = mention(place.name, country: place.country)
      #expect(first.resolve(query) == second.resolve(query), "seed \(seed): \(place.name)")
    }
  }

  @Test("No answer lies outside the stated country", arguments: seeds)
  func statedCountry(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let places = try Self.places(&random)
    let resolver = try Resolver(places: places)
    for place in places where !place.country.isEmpty {
      for country in ["XA", "XB"] {
        let best = resolver.resolve(mention(place.name, country: country)).best
        #expect(best == nil || best?.country == country, "seed \(seed): \(place.name) in \(country)")
      }
    }
  }
}
