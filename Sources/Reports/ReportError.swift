/// Why a document cannot be read at all. Every description names the document and a way out.
public enum ReportError: Error, Hashable, Sendable {
  /// The file holds nothing but white space.
  case empty(document: String)
  /// The file holds NUL bytes: it is no text, or text in UTF-16.
  case binary(document: String, byteOffset: Int)
  /// The bytes from the offset on are not UTF-8.
  case invalidUTF8(document: String, line: Int, byteOffset: Int)
  /// Nothing in the text looks like a casualty release, or like anything else that can be mapped.
  case noRelease(document: String)
  /// No sentence of a news text was read as an incident; in words, which of them tell of harm at a place.
  case noIncident(document: String, unread: String)
  /// The text is in another script than Latin; in words, the lines that are.
  case notEnglish(document: String, lines: String)
}

extension ReportError: CustomStringConvertible {
  /// What is wrong with which document, and what to do about it.
  public var description: String {
    switch self {
    case .empty(let document):
      "\(document): the file is empty. Save the text of the report to it and try again."
    case .binary(let document, let byteOffset):
      """
      \(document): this is not a text file (byte \(byteOffset) is NUL). Save the report as plain text in UTF-8; \
      a PDF or Word file has to be exported as text first.
      """
    case .invalidUTF8(let document, let line, let byteOffset):
      """
      \(document):\(line): the text is not valid UTF-8 from byte \(byteOffset) on. Convert it, for example with \
      iconv -f WINDOWS-1252 -t UTF-8.
      """
    case .noRelease(let document):
      """
      \(document): found no casualty release. Looked for a heading such as “Credible Reports”, “Non-Credible Reports”, \
      “Open Reports” or “Duplicate Reports”, followed by a dash, a colon or the end of the line, and for entries such \
      as “Jan. 5, 2017, near PLACE, COUNTRY, via SOURCE report.” or “On Jan. 5, 2017, near PLACE, COUNTRY, during …, \
      it was assessed that …”. Put such headings over the lists, each entry on a line of its own. \
      (Monthly figures start with a sentence such as “A total of 5 civilians were killed and 6 injured in May 2018”; a \
      news text needs a sentence, in English, that says who was harmed and where.)
      """
    case .noIncident(let document, let unread):
      """
      \(document): no incident was read. \(unread). A sentence that is read says who was harmed, how many, where and \
      when: “A mine killed two farmers near PLACE on 5 May 2018.”
      """
    case .notEnglish(let document, let lines):
      """
      \(document): nothing was read. Only English text is read, and another script than Latin stands in \(lines). \
      Translate the text; place names may stay as they are.
      """
    }
  }
}
