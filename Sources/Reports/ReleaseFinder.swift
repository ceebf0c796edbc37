/// Finds the release inside a document that may hold other articles.
struct ReleaseFinder {
  private let bytes: [UInt8]
  private let cutter: LineCutter

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    cutter = LineCutter(bytes: bytes)
  }

  /// The first stretch with lists under headings; without one, the first with entries that need no heading.
  func find(from start: Int = 0) -> Outline? {
    outline(from: start, anchor: heading) { $0.entryCount > 0 || $0.sections.count > 1 }
      ?? outline(from: start, anchor: entry) { $0.entryCount > 0 }
  }

  /// The first stretch behind an offset with entries under headings.
  func nextList(from start: Int) -> Outline? {
    outline(from: start, anchor: heading) { $0.entryCount > 0 }
  }

  private func outline(
    from start: Int, anchor: (Int) -> Int?, where isRelease: (Outline) -> Bool
  ) -> Outline? {
    var start = start
    while let found = anchor(start) {
      let outline = Outliner.outline(bytes, from: found)
      if isRelease(outline) { return outline }
      start = max(found + 1, outline.end)
    }
    return nil
  }

  /// The first heading from an offset on, at the start of a line or run into one.
  private func heading(from start: Int) -> Int? {
    var lineStart = start
    while lineStart < bytes.count {
      let end = endOfLine(bytes, from: lineStart)
      if let found = heading(in: lineStart..<end) { return found }
      lineStart = end + 1
    }
    return nil
  }

  private func heading(in line: Range<Int>) -> Int? {
    let run = TokenRun(bytes, line, limit: Heading.tokenLimit)
    guard let first = run[0] else { return nil }
    if Heading(atLineStart: run) != nil { return first.start }
    return (first.end..<max(first.end, line.upperBound)).first {
      cutter.follows(space: $0) && cutter.isHeading(at: $0, line.upperBound)
    }
  }

  /// The first line from an offset on that starts with an entry and can be nothing else.
  private func entry(from start: Int) -> Int? {
    var lineStart = start
    while lineStart < bytes.count {
      let end = endOfLine(bytes, from: lineStart)
      let run = TokenRun(bytes, lineStart..<end, limit: 12)
      if let first = run[0], EntryHeader.startsWithDate(run) {
        let run = TokenRun(bytes, first.start..<bytes.count, paragraphLimit: LineCutter.headerTokens)
        if let header = EntryHeader(run), header.isStrong || header.isProse(run) { return first.start }
      }
      lineStart = end + 1
    }
    return nil
  }
}
