import Incidents

/// Splits a page into the documents it is made of, by the lines that stand between them. A page without such lines is
/// one document.
struct PageSplitter {
  /// A document of the page, before anyone has looked what it is.
  struct Part {
    var range: Range<Int>
    /// Where its text begins, after its by-line.
    var text: Range<Int>
    var publisher: Cited<String>?
    var hasByLine = false
    var hasSourceLine = false
    var hasLead = false
    var isRelease = false
  }

  private let bytes: [UInt8]
  private let cutter: LineCutter
  private var parts: [Part] = []
  /// Whether the last part is complete: the next line of text starts another.
  private var isClosed = true

  private static let longestLine = 40

  /// The parts of a page, in order.
  /// - Parameter releases: where the page's releases stand, in order: documents of their own, whatever stands around
  ///   them.
  static func parts(_ bytes: [UInt8], releases: [ByteSpan]) -> [Part] {
    var splitter = PageSplitter(bytes)
    splitter.readLines(releases[...])
    return splitter.parts
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    cutter = LineCutter(bytes: bytes)
  }

  private mutating func readLines(_ releases: ArraySlice<ByteSpan>) {
    var releases = releases
    var start = 0
    while start < bytes.count {
      if let release = releases.first, release.start <= start || isFirstLine(of: release, start) {
        let range = release.start..<release.end
        parts.append(Part(range: range, text: range, isRelease: true))
        isClosed = true
        start = max(release.end, start + 1)
        releases.removeFirst()
        continue
      }
      let end = endOfLine(bytes, from: start)
      if let line = cutter.trimmed(start..<end) { add(line) }
      start = startOfLine(bytes, after: end)
    }
  }

  /// Whether the release starts inside the line at an offset, behind white space.
  private func isFirstLine(of release: ByteSpan, _ start: Int) -> Bool {
    endOfLine(bytes, from: start) >= release.start
  }

  private mutating func add(_ line: Range<Int>) {
    let isText = !PageLine.mayBe(TokenRun(bytes, line, limit: 2))
    let run = TokenRun(bytes, line, limit: isText ? 0 : Self.longestLine)
    switch isText ? .text : PageLine(run) {
    case .byLine(let publisher):
      parts.append(
        Part(
          range: line, text: line.upperBound..<line.upperBound, publisher: publisher.flatMap(run.words),
          hasByLine: true))
      isClosed = false
    case .source(let publisher):
      close(line)
      parts[parts.count - 1].hasSourceLine = true
      if parts[parts.count - 1].publisher == nil { parts[parts.count - 1].publisher = run.words(publisher) }
    case .lead:
      close(line)
      parts[parts.count - 1].hasLead = true
    case .text:
      if isClosed { parts.append(Part(range: line, text: line)) }
      isClosed = false
      extend(line)
      let last = parts.count - 1
      let start = parts[last].text.isEmpty ? line.lowerBound : parts[last].text.lowerBound
      parts[last].text = start..<line.upperBound
    }
  }

  private mutating func close(_ line: Range<Int>) {
    if parts.isEmpty { parts.append(Part(range: line, text: line.lowerBound..<line.lowerBound)) }
    extend(line)
    isClosed = true
  }

  private mutating func extend(_ line: Range<Int>) {
    let last = parts.count - 1
    parts[last].range = parts[last].range.lowerBound..<line.upperBound
  }
}
