/// How a source writes names: which letters it puts for which, and whether it keeps the article, learned from those of
/// its names whose places are clear. What two names do is a habit; how strong it is, is the share of the names that do it
/// among those that could.
struct SourceHabits: Sendable {
  /// One way of writing.
  enum Habit: Hashable, Sendable {
    /// A symbol written for another, left out or added.
    case letters(SpellingAlignment.Step)
    /// The article of the known name left out, or one written that it lacks.
    case articleLeftOut, articleAdded
  }

  /// A habit that a spelling follows.
  struct Use: Hashable, Sendable {
    let habit: Habit
    /// How many other names show it, and how many could.
    let names: Int, chances: Int
    /// What the spelling costs for it, in units of `SpellingCosts`.
    let cost: Float

    /// How strong the habit is, 0…1. One more name is assumed that does otherwise, so that few say little.
    var strength: Double { Double(names) / Double(chances + 1) }
  }

  /// Names that differ in more than this are no lesson in spelling.
  private static let mostSteps = 4
  /// What one name does is no habit.
  private static let leastNames = 2

  private var names: [Habit: Set<String>] = [:]
  private var chances: [Habit: Set<String>] = [:]

  /// Names as the source writes them and as the gazetteer does.
  init(_ pairs: [(written: String, known: String)]) {
    var namesWith: [UInt8: Set<String>] = [:]
    var (all, articled): (Set<String>, Set<String>) = ([], [])
    for pair in pairs {
      let (written, known) = (NormalizedName(pair.written), NormalizedName(pair.known))
      let knownForms = NameForm.readings(of: known).forms
      guard written.isUnvowelled == known.isUnvowelled,
        let steps = Self.steps(NameForm.readings(of: written).forms, knownForms.map(\.symbols))
      else { continue }
      let name = written.text
      all.insert(name)
      if known.articleCount > 0 { articled.insert(name) }
      for symbol in Set(knownForms[0].symbols) { namesWith[symbol, default: []].insert(name) }
      for habit in Self.habits(steps, written.articleCount, known.articleCount) {
        names[habit, default: []].insert(name)
      }
    }
    for habit in names.keys {
      switch habit {
      case .letters(let step): chances[habit] = step.right.map { namesWith[$0] ?? [] } ?? all
      case .articleLeftOut: chances[habit] = articled
      case .articleAdded: chances[habit] = all.subtracting(articled)
      }
    }
  }

  /// The habits that a query follows when it means a name with these symbols and articles. What the query's own name has
  /// taught is left out.
  func uses(_ query: PlaceQuery, _ symbols: [UInt8], articleCount: UInt8) -> [Use] {
    let forms = query.forms.filter { !$0.stripping.isOfOtherWords }
    guard !names.isEmpty, let steps = Self.steps(forms, [symbols]) else { return [] }
    let costs = query.name.isUnvowelled ? SpellingCosts.unvowelled : .vowelled
    return Self.habits(steps, query.name.articleCount, articleCount).compactMap { habit in
      let own = query.name.text
      func count(_ names: Set<String>?) -> Int { names.map { $0.count - ($0.contains(own) ? 1 : 0) } ?? 0 }
      let shown = count(names[habit])
      guard shown >= Self.leastNames else { return nil }
      return Use(habit: habit, names: shown, chances: max(shown, count(chances[habit])), cost: costs.cost(of: habit))
    }
  }

  private static func habits(_ steps: [SpellingAlignment.Step], _ written: UInt8, _ known: UInt8) -> [Habit] {
    let articles: [Habit] = written == known ? [] : [written < known ? .articleLeftOut : .articleAdded]
    return steps.map(Habit.letters) + articles
  }

  /// The steps from one of the forms to one of the spellings, of the pair with the fewest; nil when those are too many.
  private static func steps(_ forms: [NameForm], _ spellings: [[UInt8]]) -> [SpellingAlignment.Step]? {
    let all = forms.flatMap { form in spellings.map { SpellingAlignment.steps(form.symbols, $0, .vowelled) } }
    return all.min { $0.count < $1.count }.flatMap { $0.count <= mostSteps ? $0 : nil }
  }
}

extension SpellingCosts {
  /// What a spelling costs for following a habit.
  fileprivate func cost(of habit: SourceHabits.Habit) -> Float {
    switch habit {
    case .articleLeftOut, .articleAdded: Self.article
    case .letters(let step):
      switch (step.left, step.right) {
      case (let left?, let right?): substitution[Int(left) * LetterSymbol.count + Int(right)]
      case (let symbol?, nil), (nil, let symbol?): omission[Int(symbol)]
      case (nil, nil): 0
      }
    }
  }
}

extension SourceHabits.Use {
  /// The habit in words.
  var words: String {
    let what =
      switch habit {
      case .articleLeftOut: "leaves the article out"
      case .articleAdded: "adds an article"
      case .letters(let step):
        switch (step.left.map(LetterSymbol.text), step.right.map(LetterSymbol.text)) {
        case (" ", nil), (nil, " "): "writes together or apart"
        case (let left?, let right?): "writes “\(left)” for “\(right)”"
        case (let left?, nil): "adds “\(left)”"
        case (nil, let right): "leaves “\(right ?? "")” out"
        }
      }
    return "the source \(what) in \(names) of \(chances) other names"
  }
}
