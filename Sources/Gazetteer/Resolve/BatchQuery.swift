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

  /// A lookup in gazetteers.
  /// - Parameter document: what the clear names of their source say about the others (`documentContext(of:)`).
  public init(_ resolver: Resolver, document: DocumentContext? = nil) {
    session = Session(resolver)
    self.document = document
  }

  /// A name as a mention.
  public mutating func mention(_ query: BatchQuery) -> PlaceMention { session.mention(query) }

  fileprivate mutating func clear(_ query: BatchQuery) -> ClearName? {
    session.clear(session.mention(query), query.context(nil))
  }

  /// The answer to a name.
  public mutating func resolve(_ query: BatchQuery) -> Resolution {
    session.resolve(session.mention(query), context: query.context(document))
  }
}

extension Resolver {
  /// The answers to many names, in order.
  /// - Parameter document: what the clear names of their source say about the others; without it each is looked up by
  ///   itself.
  public func resolve(batch queries: [BatchQuery], document: DocumentContext? = nil) -> [Resolution] {
    var lookup = BatchLookup(self, document: document)
    // Tables name the same place again and again.
    var answers: [BatchQuery: Resolution] = [:]
    return queries.map { query in
      if let known = answers[query.withoutID] { return known }
      let answer = lookup.resolve(query)
      answers[query.withoutID] = answer
      return answer
    }
  }

  /// What the clear ones among names of one source say about the others. The order of the names does not matter.
  public func documentContext(of queries: [BatchQuery]) -> DocumentContext {
    var lookup = BatchLookup(self)
    let distinct = Set(queries.map(\.withoutID))
    return DocumentContext(distinct.compactMap { lookup.clear($0) }, among: onDemand.density(index))
  }

  /// A name with commas as a mention: the first part is the place, the others are its parents, but for a country.
  func mention(_ query: BatchQuery) -> PlaceMention {
    var parts = Self.parts(of: query.name)
    var country = query.country.flatMap { $0.isEmpty ? nil : $0 }
    if parts.count > 1, let last = parts.last, countryNames.code(of: last) != nil {
      country = country ?? last
      parts.removeLast()
    }
    if parts.count > 1, RelationParser(parts[1]).isBareOffset {
      parts[0] = "\(parts.remove(at: 1)) of \(parts[0])"
    }
    return PlaceMention(
      name: parts.first ?? query.name, parents: Array(parts.dropFirst()), country: country,
      countryCode: country.flatMap { countryNames.code(of: $0) }, span: ByteSpan(start: 0, end: 0))
  }

  /// The parts between commas, without the spaces before them. A comma inside of a number parts nothing: `4,5 km`.
  private static func parts(of text: String) -> [String] {
    var parts: [Substring] = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == "،" }) {
      if let last = parts.last, last.last?.isNumber == true, part.first?.isNumber == true {
        parts[parts.count - 1] = text[last.startIndex..<part.endIndex]
      } else {
        parts.append(part)
      }
    }
    return parts.map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
  }
}
