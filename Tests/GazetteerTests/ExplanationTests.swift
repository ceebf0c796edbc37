import Incidents
import Testing

@testable import Gazetteer

@Suite struct ExplanationTests {
  private func explain(_ name: String, governorate: String? = nil) throws -> ResolutionExplanation {
    try Invented.resolver().explain(BatchQuery(id: "", name: name, country: "AA", governorate: governorate))
  }

  @Test(arguments: ["al-Qusba", "Dubayra village", "al-Nafoura neighborhood, Marfan", "Tolmun", "Boo Zameel", "مرفان"])
  func theReasonsAreTheWholeScore(name: String) throws {
    let explanation = try explain(name)
    #expect(!explanation.candidates.isEmpty)
    for candidate in explanation.candidates {
      let sum = candidate.reasons.reduce(0) { $0 + ($1.nats ?? 0) }
      #expect(abs(sum - candidate.score) < 1e-4, "\(name): \(candidate.reasons)")
    }
    #expect(explanation.candidates.map(\.score) == explanation.candidates.map(\.score).sorted(by: >))
  }

  @Test func rivalsComeAfterTheLeader() throws {
    let explanation = try explain("al-Qusba")
    #expect(explanation.candidates.count == 2)
    #expect(explanation.candidates[0].metersFromLeader == nil)
    #expect((explanation.candidates[1].metersFromLeader ?? 0) > 150_000)
    #expect(explanation.candidates.reduce(explanation.unknownProbability) { $0 + $1.match.confidence } <= 1.0001)
  }

  @Test(arguments: [
    ("el-Dubaira", "read as"), ("Dubayrah town", "taken off"), ("Bu Zamil", "no word for the kind"),
    ("al-Nafura neighborhood, Marfan", "is what the text says, neighborhood"), ("al-Nafura, Marfan", "km from Marfan"),
    ("Tolmun", "150000 inhabitants"),
  ]) func says(name: String, words: String) throws {
    let reasons = try explain(name).candidates.first?.reasons.map(\.words) ?? []
    #expect(reasons.contains { $0.contains(words) }, "\(reasons)")
  }

  @Test func theAnswerIsTheSame() throws {
    let resolver = try Invented.resolver()
    for name in ["al-Qusba", "Tolmun", "Ypsyho", "40.5,31.2", "10 km north of Tolmun"] {
      let query = BatchQuery(id: "", name: name, country: "AA")
      #expect(resolver.explain(query).resolution == resolver.resolve(batch: [query])[0])
    }
    #expect(resolver.explain(BatchQuery(id: "", name: "40.5,31.2")).candidates.isEmpty)
    #expect(resolver.explain(BatchQuery(id: "", name: "Xyzzyplugh")).unknownProbability == 1)
  }
}
