/// What a reader of many rows found imperfect: every kind counted, and the first rows of each kept. A million bad rows
/// take no more memory than a hundred.
public struct SourceRemarks: Hashable, Sendable {
  /// How much a finding matters.
  public enum Severity: Hashable, Sendable {
    /// Something is not in the results.
    case lost
    /// Something was read, but may not be what the author meant.
    case doubtful
  }

  /// One kind of finding.
  public struct Kind: Hashable, Sendable {
    /// How much it matters.
    public let severity: Severity
    /// What is wrong and what to do about it, the same for all rows. It quotes no narrative.
    public let message: String
    /// How many rows have it.
    public internal(set) var count = 0
    /// The first of them, with what is particular to each: a value, such as `32.13.2020`.
    public internal(set) var examples: [Example] = []
  }

  /// A row with a finding.
  public struct Example: Hashable, Sendable {
    /// Where the row is; nil when the whole file is meant.
    public let origin: FeatureOrigin?
    /// What is particular to it; empty when nothing is.
    public let detail: String
  }

  /// The kinds, in the order in which they were first found.
  public private(set) var kinds: [Kind] = []
  private var numbers: [String: Int] = [:]
  private let keptExamples: Int

  /// Nothing found yet.
  /// - Parameter keptExamples: how many rows of a kind are kept.
  public init(keptExamples: Int = 100) { self.keptExamples = keptExamples }

  /// How many findings there are of that severity.
  public func count(_ severity: Severity) -> Int {
    kinds.lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
  }

  /// Adds a finding.
  public mutating func add(
    _ severity: Severity, _ message: String, at origin: FeatureOrigin?, detail: @autoclosure () -> String = ""
  ) {
    let number = numbers[message] ?? kinds.count
    if number == kinds.count {
      numbers[message] = number
      kinds.append(Kind(severity: severity, message: message))
    }
    kinds[number].count += 1
    guard kinds[number].examples.count < keptExamples else { return }
    kinds[number].examples.append(Example(origin: origin, detail: detail()))
  }

  /// Adds the findings of an earlier stage after those already here.
  /// - Parameter prefix: what stands before their messages, such as the name of a file.
  public mutating func add(_ other: SourceRemarks, prefix: String = "") {
    for kind in other.kinds {
      let message = prefix + kind.message
      for example in kind.examples { add(kind.severity, message, at: example.origin, detail: example.detail) }
      guard let number = numbers[message] else { continue }
      kinds[number].count += kind.count - kind.examples.count
    }
  }
}
