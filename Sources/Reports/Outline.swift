import Incidents

/// Where everything of a release stands in its document. Ranges count bytes.
struct Outline {
  /// What a piece of a line is.
  enum Role: Equatable {
    case heading
    /// Text under a heading, before or between its entries, that figures may stand in.
    case remark
    case entry
    /// More of the entry before.
    case continuation
    /// A footnote under the lists.
    case note
    /// Something inside a list that is none of these.
    case stray
    /// A stray that starts like an entry.
    case brokenEntry
  }

  struct Piece {
    var role: Role
    var range: Range<Int>
  }

  struct Section {
    /// Nil for a release that lists entries without headings.
    var heading: Heading?
    var remarks: [Range<Int>] = []
    var entries: [Range<Int>] = []
  }

  /// The paragraphs before the first heading.
  var introduction: Range<Int>
  var sections: [Section] = []
  var notes: [Range<Int>] = []
  var pieces: [Piece] = []

  var entryCount: Int { sections.reduce(0) { $0 + $1.entries.count } }
  var end: Int { pieces.last?.range.upperBound ?? introduction.upperBound }
  var span: ByteSpan { ByteSpan(start: introduction.lowerBound, end: end) }
}
