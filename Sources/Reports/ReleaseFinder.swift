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
    let headed = outline(from: start, anchor: { heading(from: $0) }) { $0.entryCount > 0 || $0.sections.count > 1 }
    return led(before: headed, from: start) ?? headed
      ?? outline(from: start, anchor: { entry(from: $0) }) { $0.entryCount > 0 }
  }

  /// The stretch that starts with a list under a sentence instead of a heading, and holds the one with headings.
  private func led(before headed: Outline?, from start: Int) -> Outline? {
    guard let headed else { return nil }
    let anchor = headed.introduction.upperBound
    var start = max(start, headed.introduction.lowerBound)
    while start < anchor, let candidate = LeadSentence.candidate(bytes, start..<anchor) {
      start = candidate + 1
      guard let first = entry(from: candidate), first < anchor else { return nil }
      let outline = Outliner.outline(bytes, from: first)
      if outline.sections.first?.heading != nil, outline.entryCount > 0, outline.end > anchor { return outline }
    }
    return nil
  }

  /// The first stretch behind an offset with entries under headings; its introduction begins there at the earliest.
  func nextList(from start: Int) -> Outline? {
    var found = outline(from: start, anchor: { heading(from: $0) }) { $0.entryCount > 0 }
    if let introduction = found?.introduction {
      found?.introduction = max(start, introduction.lowerBound)..<introduction.upperBound
    }
    return found
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
    let mayStart = HeadingRule.mayStart
    var isLineStart = true
    var followsSpace = true
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        isLineStart = isLineStart || byte == 0x0A || byte == 0x0D
        followsSpace = true
      } else if isLineStart || (followsSpace && mayStart[Int(byte)]), let found = heading(at: index, isLineStart) {
        return found
      } else {
        isLineStart = false
        followsSpace = byte == 0xA0  // the last byte of a no-break space, perhaps
      }
      index += 1
    }
    return nil
  }

  private func heading(at index: Int, _ isLineStart: Bool) -> Int? {
    guard HeadingRule.mayStart(bytes, at: index) || (isLineStart && !isLetterASCII(bytes[index])) else { return nil }
    let end = endOfLine(bytes, from: index, limit: 200)
    guard isLineStart else {
      return cutter.follows(space: index) && cutter.heading(at: index, end) != nil ? index : nil
    }
    let line = TokenRun(bytes, index..<end, limit: Heading.tokenLimit)
    return Heading(atLineStart: line) == nil ? nil : line[0]?.start
  }

  /// The first line from an offset on that starts with an entry and can be nothing else.
  private func entry(from start: Int) -> Int? {
    var isLineStart = true
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte <= 0x20 {
        isLineStart = isLineStart || byte == 0x0A || byte == 0x0D
      } else if isLineStart, let found = entry(at: index) {
        return found
      } else {
        isLineStart = false
      }
      index += 1
    }
    return nil
  }

  private func entry(at index: Int) -> Int? {
    let start = TokenRun(bytes, index..<endOfLine(bytes, from: index, limit: 200), limit: 12)
    guard let first = start[0], EntryHeader.startsWithDate(start) else { return nil }
    let run = TokenRun(bytes, first.start..<bytes.count, paragraphLimit: LineCutter.headerTokens)
    guard let header = EntryHeader(run), header.isStrong || header.isProse(run) else { return nil }
    return first.start
  }
}
