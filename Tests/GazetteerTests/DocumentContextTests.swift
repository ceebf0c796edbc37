import Geo
import Incidents
import TestSupport
import Testing

@testable import Gazetteer

/// What the clear names of a source say about the others.
@Suite struct DocumentContextTests {
  private func query(_ name: String, _ governorate: String? = nil) -> BatchQuery {
    BatchQuery(id: name, name: name, country: "AA", governorate: governorate)
  }

  private func reasons(_ name: String, beside others: [BatchQuery], _ resolver: Resolver) throws -> [String] {
    let own = query(name)
    return try #require(resolver.explain(own, among: others + [own]).candidates.first).reasons.map(\.words)
  }

  @Test func aNameMeansWhatItMeansElsewhere() throws {
    let resolver = try Invented.resolver()
    let (clear, open) = (query("Al Qusbah", "AA-TO"), query("Al Qusbah"))
    #expect(resolver.resolve(batch: [open])[0].best?.governorate?.code != nil)
    let answer = resolver.resolve(batch: [open, clear], oneSource: true)[0]
    #expect(answer.best?.governorate?.code == "AA-TO")
    #expect(answer.best?.because.contains("the document means this place elsewhere") == true)
  }

  @Test func aNameIsNoWitnessForItself() throws {
    let resolver = try Invented.resolver()
    for name in ["Hazmuriyah", "Tolmun", "al-Hazmouria", "Fanqal Fawqani"] {
      let alone = resolver.explain(query(name))
      let beside = resolver.explain(query(name), among: [query(name), query(name)])
      #expect(alone.candidates.map(\.score) == beside.candidates.map(\.score), "\(name)")
    }
  }

  @Test func aTownIsNotMeantByItsCamp() throws {
    let resolver = try Invented.resolver(adding: [Invented.place("Marfan Camp", 40.56, 31.3, .camp)])
    let others = [query("Marfan", "AA-MA"), query("Marfan city")]
    #expect(try !reasons("Marfan camp", beside: others, resolver).contains { $0.contains("elsewhere") })
  }

  @Test(
    "What a source does in several names costs less in the next one",
    arguments: [
      (["Kurmad", "Kasrun"], "Kadbul", "writes “k” for “q” in 2 of 2 other names"),
      (["Nadhil", "Zufran"], "Rashkul", "leaves the article out in 2 of 2 other names"),
    ]) func habits(names: [String], name: String, words: String) throws
  {
    let resolver = try Invented.resolver(adding: Self.places)
    let with = try reasons(name, beside: names.map { query($0) }, resolver)
    #expect(with.contains { $0.contains(words) }, "\(with)")
    let one = try reasons(name, beside: [query(names[0])], resolver)
    #expect(!one.contains { $0.contains("the source") }, "one name makes no habit: \(one)")
  }

  /// Names that the first habit respells, and names with the article that the second leaves out.
  private static let places = ["Qurmad", "Qasrun", "Qadbul", "An Nadhil", "Az Zufran", "Ar Rashkul"].enumerated().map {
    Invented.place($1, 40.2 + Double($0) / 10, 30.3)
  }

  @Test func aHabitNeverMakesAnotherSpellingBetterThanTheSame() throws {
    let namesake = Invented.place("Kadbul", 41.3, 31.6)
    let resolver = try Invented.resolver(adding: Self.places + [namesake])
    let names = ["Kurmad", "Kasrun", "Kadbul"].map { query($0, "AA-MA") }
    let explanation = resolver.explain(query("Kadbul"), among: names)
    let habits = explanation.candidates.map { candidate in
      candidate.reasons.filter { $0.words.contains("the source") }.reduce(0) { $0 + ($1.nats ?? 0) }
    }
    #expect(habits.allSatisfy { $0 <= resolver.weights.mostHabits })
    let spellings = zip(explanation.candidates, habits).map { ($0.match.placeName, ($0.reasons[0].nats ?? 0) + $1) }
    #expect(spellings.first { $0.0 == "Kadbul" }?.1 == 0)
    #expect(spellings.first { $0.0 == "Qadbul" }.map { $0.1 < 0 } == true)
  }

  @Test("The order of the names does not matter", arguments: [41, 42] as [UInt64])
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let resolver = try Invented.resolver(adding: Self.places)
    let names = [
      "Kurmad", "Kasrun", "Kadbul", "Nadhil", "Zufran", "Marfan", "al-Qusba", "Dubayra", "Al Qusbah, Tolmun",
    ]
    let queries = names.map { query($0) }
    let expected = Dictionary(
      uniqueKeysWithValues: zip(queries, resolver.resolve(batch: queries, oneSource: true)))
    let shuffled = queries.shuffled(using: &random) + queries.shuffled(using: &random)
    let found = resolver.resolve(batch: shuffled, oneSource: true)
    #expect(zip(shuffled, found).allSatisfy { expected[$0] == $1 }, "seed \(seed)")
  }
}
