import Foundation

/// The confidence model and its weights.
///
/// Every candidate has a score in nats (natural logarithms of odds), the sum of its evidence:
///
///     score = − spelling · cost · √(referenceLength / length)       how the name is written
///             + governorate + parent + kind + hint                  what the text says about it
///             + prominence + document                               what is likely before looking
///
/// with document = density + mentioned + habits: where the other names of the document lie, which places they mean
/// (one sense per discourse: W. Gale, K. Church and D. Yarowsky, 1992), and how the source writes them. Here
/// `cost` is that of `SpellingDistance`. “None of these” competes as a candidate of its own with the score
/// `unknown`. A candidate's probability is exp(score) divided by the sum over all of them; the confidence of an answer is
/// the summed probability of the candidates that its circle of uncertainty contains. The weights were fitted as a
/// conditional logit, `unknown` and `unlisted` as a calibration, on development names alone: published names, alternate
/// names held out of GeoNames, respelled villages, and places taken out of the gazetteer; nothing else in the module
/// knows them.
public struct MatchWeights: Sendable {
  /// Nats lost per unit of spelling cost, at the reference length.
  public var spelling = 6.0
  /// The length in symbols at which spelling costs count as they are; a change weighs more in a shorter name.
  public var referenceLength = 7.0
  /// The name sounds the same, and that of another candidate is written in the same letters too.
  public var otherLetters = -0.4
  /// In Arabic script, where it is written, an ayn stands elsewhere: another name.
  public var otherAyn = -5.0
  /// The score of “none of the gazetteer's places”, as of a plain village whose spelling costs about 0.8.
  public var unknown = -4.8
  /// Added to that when the leader comes from a gazetteer of selected places, which leaves out most of its namesakes.
  public var unlisted = 2.4
  /// Added to it when the name is spelled as that of a place outside of the stated governorate, and no place in it is: then
  /// a namesake that no gazetteer lists is likelier than one that is written differently.
  public var knownElsewhere = 1.2
  /// Added to it when the text says that it is a quarter and not of which town: many have one of that name, and
  /// gazetteers list few of them.
  public var townless = 4.5
  /// Added to it when no country is stated: twice as many places may be meant.
  public var noCountry = 0.7

  /// A place in another country than the stated one: never an answer, but it speaks against poor matches in it.
  public var otherCountry = -3.0

  /// Inside the stated governorate.
  public var insideGovernorate = 2.0
  /// Outside it but so close that the boundary may be drawn differently (`governorateMarginMeters`).
  public var besideGovernorate = -1.5
  /// Outside it.
  public var outsideGovernorate = -6.5
  /// How far boundaries of different publishers differ.
  public var governorateMarginMeters = 8_000.0

  /// At the stated parent place, fading to `farFromParent` with distance.
  public var atParent = 2.5
  /// Inside the area of that name.
  public var insideParentArea = 1.2
  /// Far from the stated parent.
  public var farFromParent = -4.5

  /// The kind word agrees with the entry.
  public var kindAgrees = 1.0
  /// Nats per power of ten of inhabitants above a village's thousand.
  public var population = 0.45
  /// Most that prominence may add: less than one wrong consonant costs.
  public var mostProminence = 1.8
  /// A governorate, as a city of a million.
  public var governorate = 1.35
  /// A gazetteer of selected places lists it, not only one of all places.
  public var selected = 1.2
  /// The share that counts of the logarithm of how much denser the document's other places lie around it than those of
  /// the gazetteers do: neighbors tell the same over and over.
  public var documentDensity = 0.7
  /// Neighbors added to those that are there and to those expected, so that few say little.
  public var documentFloor = 1.0
  /// Least that this may add, in nats.
  public var leastDocumentDensity = -1.0
  /// Most that it may add, in nats.
  public var mostDocumentDensity = 2.0
  /// The document clearly means this place elsewhere, in other words.
  public var mentioned = 1.5
  /// The share of a spelling's cost that a habit gives back which the source always follows.
  public var habits = 0.5
  /// Most nats that habits may give back.
  public var mostHabits = 1.0
  /// Nats at a hinted coordinate, falling with the logarithm of the distance.
  public var hint = 3.0

  /// How far from the town that the text names an unknown village may lie.
  public var aroundParentMeters = 15_000.0
  /// How sure it is that an unknown village is no farther away.
  public var aroundParentConfidence = 0.75
  /// The share of the places that publishers name with a governorate which lie no farther from its capital than that:
  /// 35 of 409 in the development part of the names in `Tests/Bench`.
  public var aroundCapital = 0.1
  /// From how many inhabitants on a town that a name fits is meant, though the text states another larger place.
  public var largeTownInhabitants: Int32 = 30_000
  /// Most confidence that an answer has which contradicts the governorate or the larger place that the text states, or
  /// which has a rival elsewhere that is about as likely.
  public var contradictedConfidence = 0.45

  /// The confidence of a position that the text gives in figures and that nothing in it contradicts.
  public var positionConfidence = 0.98
  /// Most confidence of a position whose circle reaches into another governorate than its center's.
  public var acrossGovernoratesConfidence = 0.75

  /// How far beyond its own circle “near a place” reaches at least.
  public var leastReachMeters = 2_000.0
  /// How far “north of a place” or “near a place” reaches at most: what UCDP codes as near a place (`where_prec` 2).
  public var mostReachMeters = 25_000.0

  /// How far from the place that it is described by a named place may lie, as `Palmyra east of Homs`.
  public var mostDirectionMeters = 300_000.0

  /// Below this confidence an answer is ambiguous or none, unless its rivals are in its own governorate.
  public var resolvedConfidence = 0.5
  /// Below this confidence the circle of an answer is widened over its rivals, until it holds the place meant with
  /// `circleConfidence`.
  public var sureConfidence = 0.8
  /// How sure it is at least that a widened circle holds the place meant.
  public var circleConfidence = 0.9
  /// How wide such a circle may become: as wide as a large governorate.
  public var mostSpreadMeters = 100_000.0
  /// Below this confidence a leader without rivals is no answer at all.
  public var leastConfidence = 0.25
  /// Candidates within this distance in one governorate are covered by one circle instead of being rivals.
  public var companionMeters = 8_000.0
  /// Two entries of one name within this distance are one place from two sources.
  public var sameMeters = 3_000.0

  /// The weights in use.
  public init() {}
}
