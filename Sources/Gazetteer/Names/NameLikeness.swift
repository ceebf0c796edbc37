/// What it costs to read one written name as another, compared as the resolver compares a name with a gazetteer's:
/// spelling rules, articles and kind words apart. It does not matter which comes first.
/// - Returns: 0 for the same sounds, 1 for about one wrong consonant; infinite when one has no letters.
public func spellingCost(_ left: String, _ right: String) -> Double {
  let (left, right) = (NormalizedName(left), NormalizedName(right))
  let costs = left.isUnvowelled != right.isUnvowelled ? SpellingCosts.unvowelled : .vowelled
  let others = NameForm.readings(of: right).forms
  var least = Float.infinity
  for form in NameForm.readings(of: left).forms {
    var distance = SpellingDistance(form.symbols, costs)
    for other in others {
      let taken = form.stripping.cost(inQuery: false) + other.stripping.cost(inQuery: false)
      least = min(least, taken + distance.cost(of: other.symbols.span, limit: least))
    }
  }
  return Double(least)
}
