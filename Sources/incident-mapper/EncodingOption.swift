import ArgumentParser
import Formats

/// How the bytes of a table are read, for every command that reads one.
struct EncodingOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The encoding of a table: \(TextEncoding.list). Found out when not given.", valueName: "name"),
    transform: readEncoding)
  var encoding: TextEncoding?
}

/// An encoding by its name.
private func readEncoding(_ text: String) throws -> TextEncoding {
  guard let encoding = TextEncoding(named: text) else {
    throw ValidationError("“\(text)” is no encoding that is read: give one of \(TextEncoding.list)")
  }
  return encoding
}
