import Incidents

/// An incident inside a note under the lists: `*During an audit … of a 2017 allegation – Feb. 2, 2017, near …`.
enum NoteEntry {
  /// From the incident's date to the end of the note; nil when the note tells of none.
  static func range(_ bytes: [UInt8], _ note: Range<Int>) -> Range<Int>? {
    let run = TokenRun(bytes, note)
    for (index, token) in run.tokens.enumerated() where token.gap != .none && run.isMark(index - 1, "-:.") {
      guard DateForms.read(run, at: index) != nil,
        EntryHeader(TokenRun(bytes, token.start..<note.upperBound, limit: LineCutter.headerTokens))?.ending == .via
      else { continue }
      return token.start..<note.upperBound
    }
    return nil
  }
}
