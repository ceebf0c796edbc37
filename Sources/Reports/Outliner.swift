import Incidents

/// Reads a release line by line from its first heading or entry on, and knows when it is over.
struct Outliner {
  private let bytes: [UInt8]
  private let cutter: LineCutter
  private(set) var outline: Outline
  /// Foreign pieces after the list: inside it, when the list goes on, else behind it.
  private var pending: [Range<Int>] = []
  private var pendingParagraphs = 0
  private var isOver = false
  /// Where the last entry, heading, remark or note began that may go on in further lines.
  private var startOfText = 0

  /// How much foreign text may stand inside a list.
  private static let foreignParagraphs = 3
  private static let foreignLines = 12
  /// How long an entry, a remark or a note is at most, in bytes; what goes on for longer is other text.
  private static let longestText = 50_000
  /// How far before its list a sentence may say what the list is of, in bytes.
  private static let farthestLead = 2_000

  /// The outline of the release whose first heading or entry stands at the anchor. Over an entry, a sentence at the end
  /// of the introduction may say what its list is of.
  static func outline(_ bytes: [UInt8], from anchor: Int) -> Outline {
    var outliner = Outliner(bytes, anchor)
    outliner.openLead(before: anchor)
    outliner.readLines(from: anchor)
    return outliner.outline
  }

  private init(_ bytes: [UInt8], _ anchor: Int) {
    self.bytes = bytes
    cutter = LineCutter(bytes: bytes)
    outline = Outline(introduction: Introduction.range(bytes, before: anchor))
  }

  private mutating func openLead(before anchor: Int) {
    let line = TokenRun(bytes, anchor..<endOfLine(bytes, from: anchor, limit: 200), limit: Heading.tokenLimit)
    guard EntryHeader.startsWithDate(line), Heading(atLineStart: line) == nil else { return }
    let range = max(outline.introduction.lowerBound, anchor - Self.farthestLead)..<anchor
    guard let lead = LeadSentence.last(bytes, wholeCharacters(range)) else { return }
    outline.sections.append(Outline.Section(heading: Heading(lead)))
  }

  /// A range that does not start inside a character.
  private func wholeCharacters(_ range: Range<Int>) -> Range<Int> {
    let start = range.first { bytes[$0] & 0xC0 != 0x80 } ?? range.upperBound
    return start..<range.upperBound
  }

  private mutating func readLines(from anchor: Int) {
    var start = anchor
    var afterBlank = true
    while start < bytes.count && !isOver {
      let end = endOfLine(bytes, from: start)
      let pieces = cutter.pieces(of: start..<end)
      for piece in pieces where !isOver {
        add(piece, isLast: piece.upperBound == pieces.last?.upperBound, afterBlank: afterBlank)
        afterBlank = false
      }
      if pieces.isEmpty { afterBlank = true }
      start = startOfLine(bytes, after: end)
    }
  }

  private mutating func add(_ piece: Range<Int>, isLast: Bool, afterBlank: Bool) {
    let line = TokenRun(bytes, piece, limit: Heading.tokenLimit)
    if let heading = Heading(atLineStart: line) { return open(heading, piece) }
    let run = TokenRun(bytes, piece.lowerBound..<(isLast ? bytes.count : piece.upperBound), paragraphLimit: 80)
    if isEntry(run, afterBlank: afterBlank) { return append(.entry, piece) }
    if let lead = lead(piece, afterBlank: afterBlank) { return open(lead, piece) }
    guard pending.isEmpty, let last = outline.pieces.last else { return postpone(piece, afterBlank) }
    let isFirstBroken = !(afterBlank && last.role == .brokenEntry)
    if isFirstBroken, EntryHeader.startsLikeEntry(run), outline.sections.last?.heading != nil,
      afterBlank || TextEnd.isComplete(bytes, last.range)
    {
      return append(.brokenEntry, piece)
    }
    if last.role == .entry || last.role == .continuation || last.role == .remark || last.role == .note,
      continues(run, last, piece, afterBlank: afterBlank)
    {
      return append(last.role == .entry ? .continuation : last.role, piece, goesOn: true)
    }
    if !afterBlank && last.role == .heading { return append(.remark, piece) }
    if line.isMark(0, "*"), outline.entryCount > 0 { return append(.note, piece) }
    postpone(piece, afterBlank)
  }

  private mutating func open(_ heading: Heading, _ piece: Range<Int>) {
    settle(as: .remark)
    outline.sections.append(Outline.Section(heading: heading))
    outline.pieces.append(Outline.Piece(role: .heading, range: piece))
    let rest = TokenRun(bytes, heading.span.end..<piece.upperBound, limit: LineCutter.headerTokens)
    guard let first = rest.tokens.indices.first(where: { !rest.isMark($0, "-:.*") }) else { return }
    let remark = rest.tokens[first].start..<piece.upperBound
    if EntryHeader(TokenRun(bytes, remark, limit: LineCutter.headerTokens))?.isStrong == true {
      append(.entry, remark)
    } else {
      outline.sections[outline.sections.count - 1].remarks.append(remark)
    }
  }

  /// The sentence over a further list of a release that has no headings.
  private func lead(_ piece: Range<Int>, afterBlank: Bool) -> LeadSentence? {
    guard let section = outline.sections.last, !section.entries.isEmpty, let last = outline.pieces.last,
      afterBlank || TextEnd.isComplete(bytes, last.range),
      LeadSentence.candidate(bytes, piece) != nil
    else { return nil }
    return LeadSentence(TokenRun(bytes, piece))
  }

  private mutating func open(_ lead: LeadSentence, _ piece: Range<Int>) {
    settle(as: .remark)
    outline.sections.append(Outline.Section(heading: Heading(lead), remarks: [piece]))
    outline.pieces.append(Outline.Piece(role: .remark, range: piece))
  }

  private mutating func append(_ role: Outline.Role, _ range: Range<Int>, goesOn: Bool = false) {
    if outline.sections.isEmpty { outline.sections.append(Outline.Section()) }
    let section = outline.sections.count - 1
    settle(as: outline.sections[section].entries.isEmpty ? .remark : .stray)
    if !goesOn { startOfText = range.lowerBound }
    outline.pieces.append(Outline.Piece(role: role, range: range))
    switch role {
    case .entry: outline.sections[section].entries.append(range)
    case .continuation: extend(&outline.sections[section].entries, through: range)
    case .remark: outline.sections[section].remarks.append(range)
    case .note: outline.notes.append(range)
    case .heading, .stray, .brokenEntry: break
    }
  }

  private func extend(_ ranges: inout [Range<Int>], through range: Range<Int>) {
    guard let last = ranges.popLast() else { return }
    ranges.append(last.lowerBound..<range.upperBound)
  }

  /// The list goes on: what was foreign stands inside it.
  private mutating func settle(as role: Outline.Role) {
    let foreign = pending
    (pending, pendingParagraphs) = ([], 0)
    for range in foreign { append(role, range) }
  }

  private mutating func postpone(_ piece: Range<Int>, _ afterBlank: Bool) {
    pending.append(piece)
    if afterBlank || pending.count == 1 { pendingParagraphs += 1 }
    isOver = pendingParagraphs > Self.foreignParagraphs || pending.count > Self.foreignLines
  }

  /// Whether an entry starts here. Without headings, or behind foreign text, only what can be nothing else is one.
  private func isEntry(_ run: TokenRun, afterBlank: Bool) -> Bool {
    guard let header = EntryHeader(run) else { return false }
    guard outline.sections.last?.heading != nil else { return header.isStrong || header.isProse(run) }
    if header.isStrong || header.isProse(run) { return true }
    guard pending.isEmpty, let last = outline.pieces.last, header.ending != .clause else { return false }
    if last.role == .note || last.role == .brokenEntry { return false }
    return !run.startsLowercase(0) && (afterBlank || TextEnd.isComplete(bytes, last.range))
  }

  /// Whether a piece that is no entry goes on with the text before it.
  private func continues(_ run: TokenRun, _ last: Outline.Piece, _ piece: Range<Int>, afterBlank: Bool) -> Bool {
    if PageFurniture.starts(run) || piece.upperBound - startOfText > Self.longestText { return false }
    if References.starts(run, at: 0) && last.role != .note { return true }
    if afterBlank { return run.startsLowercase(0) && !TextEnd.isComplete(bytes, last.range) }
    return !(run.isMark(0, "*") && TextEnd.isComplete(bytes, last.range))
  }
}

extension TokenRun {
  /// The tokens of a paragraph, at most `paragraphLimit` of them.
  init(_ bytes: [UInt8], _ range: Range<Int>, paragraphLimit: Int) {
    self.init(bytes, range, limit: paragraphLimit)
    guard let blank = tokens.indices.first(where: { $0 > 0 && tokens[$0].gap == .blankLine }) else { return }
    self.init(bytes, range.lowerBound..<tokens[blank - 1].end, limit: paragraphLimit)
  }
}

/// The offset of the line's end: of the line feed or carriage return, of the end of the text, or of the limit.
func endOfLine(_ bytes: [UInt8], from start: Int, limit: Int = .max) -> Int {
  var end = start
  let last = limit < bytes.count - start ? start + limit : bytes.count
  while end < last, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
  return end
}

/// The offset after a line's end: of one byte, or of carriage return and line feed.
func startOfLine(_ bytes: [UInt8], after end: Int) -> Int {
  end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? end + 2 : end + 1
}
