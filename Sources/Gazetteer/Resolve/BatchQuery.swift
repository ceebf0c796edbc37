import Geo
import Incidents

/// One row of a table of names to be looked up.
public struct BatchQuery: Hashable, Sendable {
  /// The row's identifier.
  public var id: String
  /// The name; parents may follow after commas.
  public var name: String
  /// The country, as a code or a name in any known spelling; empty or nil when not known.
  public var country: String?
  /// The governorate, as an ISO 3166-2 code or a name in any spelling; empty or nil when not known.
  public var governorate: String?
  /// A position the place is said to be near.
  public var near: Coordinate?

  /// A row.
  public init(id: String, name: String, country: String? = nil, governorate: String? = nil, near: Coordinate? = nil) {
    self.id = id
    self.name = name
    self.country = country
    self.governorate = governorate
    self.near = near
  }
}

extension BatchQuery {
  /// What the answer depends on.
  fileprivate var withoutID: BatchQuery {
    var query = self
    query.id = ""
    return query
  }

  /// What is known about the name besides its own words.
  func context(_ document: DocumentContext?) -> ResolutionContext {
    ResolutionContext(governorate: governorate, near: near, document: document)
  }
}

/// Looks up one name after another, with work space that all share. Each is looked up by itself, unless they are said to
/// be of one source.
public struct BatchLookup: Sendable {
  private var session: Session
  private let document: DocumentContext?

  /// A lookup of names that have nothing to do with one another.
  public init(_ resolver: Resolver) {
    session = Session(resolver)
    document = nil
  }

  /// A lookup of the names of one source: the clear ones among them say something about the others. Their order does not
  /// matter.
  public init(_ resolver: Resolver, oneSource queries: [BatchQuery]) {
    var session = Session(resolver)
    session.sight = SightMemory()
    let distinct = Set(queries.map(\.withoutID))
    let clear = distinct.compactMap { session.clear(session.mention($0), $0.context(nil)) }
    document = DocumentContext(clear, among: resolver.onDemand.density(resolver.index))
    session.sight?.close()
    self.session = session
  }

  /// A name as a mention.
  public mutating func mention(_ query: BatchQuery) -> PlaceMention { session.mention(query) }

  /// The answer to a name.
  public mutating func resolve(_ query: BatchQuery) -> Resolution {
    session.resolve(session.mention(query), context: query.context(document))
  }

  /// The answers to many names, in order.
  public mutating func resolve(_ queries: [BatchQuery]) -> [Resolution] {
    // Tables name the same place again and again.
    var answers: [BatchQuery: Resolution] = [:]
    return queries.map { query in
      if let known = answers[query.withoutID] { return known }
      let answer = resolve(query)
      answers[query.withoutID] = answer
      return answer
    }
  }

  /// The answer to a name with all candidates and what each reason for and against them weighs.
  public mutating func explain(_ query: BatchQuery) -> ResolutionExplanation {
    session.explain(session.mention(query), context: query.context(document))
  }
}

extension Resolver {
  /// The answers to many names, in order.
  /// - Parameter oneSource: whether the clear ones say something about the others.
  public func resolve(batch queries: [BatchQuery], oneSource: Bool = false) -> [Resolution] {
    var lookup = oneSource ? BatchLookup(self, oneSource: queries) : BatchLookup(self)
    return lookup.resolve(queries)
  }

  /// A name with commas as a mention: the first part is the place, the others are its parents.
  func mention(_ query: BatchQuery) -> PlaceMention {
    var parts = Self.parts(of: query.name)
    let country = query.country.flatMap { $0.isEmpty ? nil : $0 }
    if parts.count > 1, RelationParser(parts[1]).isBareOffset {
      parts[0] = "\(parts.remove(at: 1)) of \(parts[0])"
    }
    return PlaceMention(
      name: parts.first ?? query.name, parents: Array(parts.dropFirst()), country: country,
      countryCode: country.flatMap { countryNames.code(stated: $0) }, span: ByteSpan(start: 0, end: 0))
  }

  /// The parts between commas, without the spaces before them. A comma inside of a number parts nothing: `4,5 km`.
  private static func parts(of text: String) -> [String] {
    var parts: [Substring] = []
    // Most names have none; the last byte of an Arabic comma stands for it.
    let hasComma = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == 0x8C }
    for part in hasComma ? text.split(whereSeparator: { $0 == "," || $0 == "،" }) : [text[...]] {
      if let last = parts.last, last.last?.isNumber == true, part.first?.isNumber == true {
        parts[parts.count - 1] = text[last.startIndex..<part.endIndex]
      } else {
        parts.append(part)
      }
    }
    return parts.map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
  }
}
