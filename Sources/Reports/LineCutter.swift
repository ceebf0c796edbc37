/// Cuts a line where a heading or an entry was run into it: `… small arms fire.    Open Reports– …`.
struct LineCutter {
  let bytes: [UInt8]

  /// The first letters of months, and digits.
  private static let entryStarts: Set<UInt8> = Set("JFMASOND0123456789".utf8)
  /// The most tokens of an entry's header.
  static let headerTokens = 80

  /// The pieces of a line, in order, without white space around them. Entries are looked for only behind a heading or
  /// another entry: a line of other text may quote one.
  func pieces(of line: Range<Int>) -> [Range<Int>] {
    guard let first = trimmed(line) else { return [] }
    var cuts = [first.lowerBound]
    let heading = Heading(atLineStart: TokenRun(bytes, first, limit: Heading.tokenLimit))
    let start = heading?.span.end ?? endOfHeader(at: first.lowerBound, first.upperBound)
    var isList = start != nil
    var offset = start ?? first.lowerBound + 1
    while offset < first.upperBound {
      guard bytes[offset] > 0x20, follows(space: offset) else {
        offset += 1
        continue
      }
      if let heading = self.heading(at: offset, first.upperBound) {
        cuts.append(offset)
        offset = heading.span.end
        isList = true
      } else if isList, let end = endOfRunInEntry(at: offset, first.upperBound) {
        cuts.append(offset)
        offset = end
      } else {
        offset += 1
      }
    }
    cuts.append(first.upperBound)
    return zip(cuts, cuts.dropFirst()).compactMap { trimmed($0..<$1) }
  }

  /// The heading at an offset inside a line.
  func heading(at offset: Int, _ end: Int) -> Heading? {
    guard HeadingRule.mayStart(bytes, at: offset) else { return nil }
    return Heading(insideLine: TokenRun(bytes, offset..<end, limit: Heading.tokenLimit))
  }

  /// Whether the byte before is white space: a space, a tab or the last byte of a no-break space.
  func follows(space offset: Int) -> Bool {
    guard offset > 0 else { return true }
    let before = bytes[offset - 1]
    if before == 0x20 || before == 0x09 { return bytes[offset] != 0x20 }
    return before == 0xA0 && offset > 1 && bytes[offset - 2] == 0xC2 && bytes[offset] != 0xC2
  }

  /// The range without white space at its ends; nil when nothing is left.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    guard let first = Tokenizer(bytes: bytes).tokens(range, limit: 1).first else { return nil }
    var end = range.upperBound
    while end > first.end {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - 2 >= first.end, bytes[end - 1] == 0xA0, bytes[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return first.start..<end
  }

  /// The end of the place when an entry's header stands at the start of a line: what follows is no run-in entry.
  private func endOfHeader(at start: Int, _ end: Int) -> Int? {
    let run = TokenRun(bytes, start..<end, limit: Self.headerTokens)
    guard let header = EntryHeader(run), header.date != nil else { return nil }
    return run[header.rest - 1]?.end
  }

  /// The end of the header when an entry was run into the line: a full date, a place and a source or, numbered, a colon,
  /// after the end of a sentence or a wide space.
  private func endOfRunInEntry(at start: Int, _ end: Int) -> Int? {
    guard Self.entryStarts.contains(bytes[start]), followsSentence(start),
      EntryHeader.startsWithDate(TokenRun(bytes, start..<end, limit: 12)),
      EntryHeader(TokenRun(bytes, start..<end, limit: Self.headerTokens))?.isStrong == true
    else { return nil }
    return endOfHeader(at: start, end)
  }

  private func followsSentence(_ offset: Int) -> Bool {
    var before = offset - 1
    while before > 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    return offset - before > 2 || ".:)]".utf8.contains(bytes[before]) || bytes[before] == 0xA0
  }
}
