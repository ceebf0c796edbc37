/// Compares two written names with each other as the resolver compares a name with a gazetteer's: spelling rules,
/// articles and kind words apart.
public struct NameComparison {
  private var distance = SpellingDistance()

  /// A comparison with its own work space; one per task.
  public init() {}

  /// What it costs to read one name as the other: 0 for the same sounds, 1 for about one wrong consonant; infinite for
  /// names of which one has no letters.
  public mutating func cost(_ left: String, _ right: String) -> Double {
    let (left, right) = (NormalizedName(left), NormalizedName(right))
    if !left.words.isEmpty, left.words == right.words { return 0 }
    let costs = left.isUnvowelled != right.isUnvowelled ? SpellingCosts.unvowelled : .vowelled
    var least = Float.infinity
    for first in NameForm.readings(of: left).forms {
      for second in NameForm.readings(of: right).forms {
        let taken = (first.stripping.cost + second.stripping.cost) / 2
        let cost = distance.between(first.symbols.span, second.symbols.span, costs, limit: least)
        least = min(least, cost + taken)
      }
    }
    return Double(least)
  }
}
