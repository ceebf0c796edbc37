import Incidents

/// The words that news sentences about harm are made of. Policy tables: one group of words a line.
enum NewsWords {
  /// Words and phrases of harm done, in the past: nothing else tells of an incident.
  static let harms: [Row<Casualties.Harm>] = rows([
    ("killed killing dead died slain beheaded beheading executed assassinated assassinating murdered drowned", .killed),
    ("shot+dead gunned+down shooting+dead shot+and+killed claimed+the+lives+of", .killed),
    ("resulted+in+the+deaths+of resulted+in+the+death+of led+to+the+deaths+of led+to+the+death+of", .killed),
    ("caused+the+deaths+of caused+the+death+of", .killed),
    ("took+the+lives+of taking+the+lives+of lost+their+lives", .killed),
    ("found+the+bodies+of found+the+body+of discovered+the+bodies+of discovered+the+body+of", .killed),
    ("injured injuring wounded wounding hurt maimed", .injured),
  ])

  /// The first words of harm that those did not do whom the sentence names as acting.
  static let findings: Set<String> = ["found", "discovered"]

  /// Words of harm that need no auxiliary behind those whom it befell: `two men died`.
  static let dying: Set<String> = ["died", "drowned", "lost"]

  /// Other words of harm: a sentence with one may tell of an incident, but none is read from it.
  static let unreadHarms: Set<String> = ["bodies", "corpses", "deaths", "toll", "casualties", "fatalities"]

  /// Acts that are incidents though no one may be harmed.
  static let attacks: [Row<Void>] = rows([
    ("attacked ambushed stormed kidnapped abducted bombed shelled torched burned burnt set+fire+to set+ablaze", ()),
    ("opened+fire exploded detonated went+off blew+up blown+up set+alight looted demolished", ()),
  ])

  /// What an incident is called, the longest first.
  static let events: [Row<EventNumber>] = rows([
    ("suicide+car+bomb suicide+car+bombing suicide+truck+bomb suicide+bombing suicide+attack suicide+bomber", .one),
    ("car+bomb car+bombing truck+bomb motorcycle+bomb roadside+bomb sticky+bomb magnetic+bomb bomb", .one),
    ("improvised+explosive+device explosive+device ied landmine land+mine mine booby+trap grenade", .one),
    ("air+strike airstrike air+raid drone+strike drone+attack strike artillery+shell mortar+shell mortar rocket", .one),
    ("rockets mortars shells missiles mortar+shells ieds mines", .one),
    ("missile+strike mortar+fire rocket+fire shelling artillery+fire shell missile sniper+fire gunfire", .one),
    ("ferry+accident boat+accident road+accident traffic+accident accident stampede building+collapse", .one),
    ("armed+attack gun+attack knife+attack attack ambush assault raid clash shooting explosion blast bombing", .one),
    ("massacre assassination kidnapping arson crossfire fire bombardment barrage", .one),
    ("suicide+bombings car+bombs bombs airstrikes air+strikes drone+strikes strikes", .many),
    ("attacks explosions blasts bombings clashes raids shootings", .many),
  ])

  /// Words for people, and who they are.
  static let persons = table([
    (
      .civilians,
      """
      civilian civilians resident residents villager villagers farmer farmers fisherman fishermen shepherd shepherds
      worker workers laborer laborers labourer labourers child children woman women girl girls boy boys infant
      infants baby student students teacher teachers journalist journalists reporter reporters pilgrim pilgrims
      shopper shoppers shopkeeper shopkeepers driver drivers passenger passengers protester protesters protestor
      protestors demonstrator demonstrators doctor doctors nurse nurses bystander bystanders worshipper worshippers
      worshiper worshipers merchant merchants mukhtar mayor brother brothers sister sisters son sons daughter
      daughters wife father mother husband couple couples family families noncombatant noncombatants employee employees displaced
      refugee refugees engineer engineers medic medics paramedic paramedics truffle-hunter hunter hunters herder
      herders trader traders elder elders toddler teenager teenagers schoolchildren schoolgirl schoolgirls schoolboy
      schoolboys patient patients tourist tourists parent parents activist activists lawyer lawyers judge judges
      official officials cleric clerics imam priest politician politicians candidate candidates singer blogger
      rescuer rescuers leader leaders sheikh personality baker butcher guide pharmacist pharmacists clerk vendor vendors caretaker
      """
    ),
    (
      .unknown,
      """
      people person persons man men individuals individual relatives relative member members victim victims iraqis
      syrians kurds turkmen yazidis turks iranians guest guests locals contractor contractors pilot pilots prisoner
      prisoners detainee detainees inmate inmates captive captives hostage hostages migrant migrants
      """
    ),
    (
      .attackers,
      """
      attacker attackers assailant assailants bomber bombers militant militants fighter fighters gunman gunmen
      terrorist terrorists insurgent insurgents jihadist jihadists extremist extremists rebel rebels element
      elements operative operatives
      """
    ),
    (
      .securityForces,
      """
      policeman policemen policewoman officer officers soldier soldiers troop troops guard guards serviceman
      servicemen peshmerga commander commanders paramilitary paramilitaries militiaman militiamen conscript
      conscripts airman airmen sailor sailors marine marines cadet cadets recruit recruits colonel general captain lieutenant brigadier police
      """
    ),
  ])

  /// Names of armed groups and forces, which say who their members and fighters are.
  static let forces = table([
    (
      .attackers,
      """
      isis isil daesh islamic is qaeda pkk nusra hts taliban
      """
    ),
    (
      .securityForces,
      """
      army police federal kurdish pmu pmf popular mobilization hashd tribal security peshmerga sdf border iraqi-army
      counter-terrorism swat asayish coalition
      """
    ),
  ])

  /// Those who act, when no person does.
  static let agents: Set<String> = [
    "forces", "army", "police", "aircraft", "jets", "warplanes", "warplane", "helicopter", "helicopters", "drone",
    "drones", "artillery", "group", "cell", "militia", "militias", "peshmerga", "coalition",
  ]

  /// Words that say what others say.
  static let reports: Set<String> = [
    "said", "says", "confirmed", "told", "reported", "announced", "stated", "declared", "added", "according", "wrote",
    "noted", "quoted", "explained",
  ]
  /// People not counted exactly: two or more.
  static let vague: [(words: [String], least: Int)] = [
    (["several", "dozen"], 24), (["a", "few", "dozen"], 24), (["several", "hundred"], 200),
    (["a", "few", "hundred"], 200), (["a", "couple", "of"], 2), (["a", "handful", "of"], 2),
    (["several"], 2), (["dozens", "of"], 24), (["dozens"], 24), (["scores", "of"], 40), (["scores"], 40),
    (["hundreds", "of"], 200), (["hundreds"], 200), (["many"], 2), (["a", "number", "of"], 2), (["a", "few"], 2),
    (["some"], 2),
  ]
  static let auxiliaries: Set<String> = ["was", "were", "been", "being", "are", "is"]
  static let possessives: Set<String> = ["his", "her", "their"]

  /// Words that end a group of people.
  static let stops: Set<String> = [
    "was", "were", "been", "being", "are", "is", "had", "has", "have", "in", "at", "on", "near", "from", "by", "with",
    "to", "for", "when", "while", "who", "after", "during", "outside", "inside", "and", "or", "as", "that", "which",
    "including", "sleeping", "traveling", "before", "around", "northwest", "northeast", "southwest", "southeast",
    "north",
    "south", "east", "west", "between", "a", "an", "the", "early", "late", "then", "but", "also", "where", "working",
    "riding", "picking", "wearing", "armed", "into", "into", "about", "some", "dressed", "left", "entered",
  ]

  /// Whether a word for an event names one or several.
  enum EventNumber: Sendable { case one, many }

  /// A phrase and what it says.
  struct Row<Value: Sendable>: Sendable {
    let words: [String]
    let value: Value
  }

  /// The phrases of some lines, the longest first: words by spaces, the words of a phrase by `+`.
  private static func rows<Value: Sendable>(_ lines: [(String, Value)]) -> [Row<Value>] {
    lines.flatMap { line, value in
      line.split(separator: " ").map { Row(words: $0.split(separator: "+").map(String.init), value: value) }
    }.sorted { $1.words.count < $0.words.count }
  }

  private static func table(_ groups: [(who: Victims, words: String)]) -> [String: Victims] {
    Dictionary(
      groups.flatMap { who, words in words.split(whereSeparator: \.isWhitespace).map { (String($0), who) } },
      uniquingKeysWith: { first, _ in first })
  }
}

extension TokenRun {
  /// The first of some phrases that starts at a token, and its length.
  func phrase<Value: Sendable>(_ rows: [NewsWords.Row<Value>], at index: Int) -> (length: Int, value: Value)? {
    for row in rows {
      if let length = lengthOfWords(row.words, at: index) { return (length, row.value) }
    }
    return nil
  }
}
