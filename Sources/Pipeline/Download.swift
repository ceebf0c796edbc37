public import Foundation

/// A file on a server, fetched with curl. What arrived before a connection broke is kept, and the next run goes on from
/// there unless the server's file has changed since (RFC 9110 §13.1.5, If-Range).
public struct Download: Sendable {
  /// Where it is.
  public let url: URL
  /// Where it goes. While it is not whole, a file `….part` stands there.
  public let file: URL
  /// The SHA-256 that it must have, in hexadecimal; nil when that is not known.
  public let sha256: String?

  /// A download.
  public init(url: URL, file: URL, sha256: String? = nil) {
    self.url = url
    self.file = file
    self.sha256 = sha256?.lowercased()
  }

  private var part: URL { file.appendingPathExtension("part") }
  private var headers: URL { file.appendingPathExtension("headers") }

  /// Fetches the file.
  /// - Throws: `InputError` that says what the server or the network answered, and what to do.
  public func run() throws(InputError) {
    var outcome = try fetch(resuming: true)
    // 33: the server sent all although a part was asked for. 416: nothing was left to send.
    if outcome.status == 33 || outcome.status == 36 || outcome.output == "416" {
      remove(part)
      outcome = try fetch(resuming: false)
    }
    guard outcome.status == 0 else { throw failure(outcome) }
    try verify()
    remove(headers)
    remove(file)
    do { try FileManager.default.moveItem(at: part, to: file) } catch {
      throw InputError(path: file.path(percentEncoded: false), problem: "cannot be written")
    }
  }

  private func fetch(resuming: Bool) throws(InputError) -> Tool.Outcome {
    var arguments = [
      "--fail", "--location", "--silent", "--show-error", "--connect-timeout", "20", "--speed-limit", "1",
      "--speed-time", "60", "--write-out", "%{http_code}",
    ]
    if let version = resuming ? versionOfPart : nil {
      arguments += ["--continue-at", "-", "--header", "If-Range: \(version)"]
    } else {
      remove(part)
    }
    arguments += [
      "--dump-header", headers.path(percentEncoded: false), "--output", part.path(percentEncoded: false),
      url.absoluteString,
    ]
    return try Tool(name: "curl").run(arguments)
  }

  /// What the server called the version that the part is of; nil when there is no part, or when it did not say.
  private var versionOfPart: String? {
    guard FileManager.default.fileExists(atPath: part.path(percentEncoded: false)),
      let text = try? String(contentsOf: headers, encoding: .utf8)
    else { return nil }
    var fields: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
    let tag = fields["etag"].flatMap { $0.hasPrefix("W/") ? nil : $0 }
    return tag ?? fields["last-modified"]
  }

  private func verify() throws(InputError) {
    guard let sha256 else { return }
    let outcome = try Tool(name: "sha256sum").run([part.path(percentEncoded: false)])
    let found = outcome.output.prefix { $0 != " " }
    guard outcome.status == 0, found == sha256 else {
      remove(part)
      throw InputError(
        path: url.absoluteString,
        problem: "its SHA-256 is \(found), not \(sha256): what arrived was thrown away; check the number or try again")
    }
  }

  private func failure(_ outcome: Tool.Outcome) -> InputError {
    let problem =
      switch outcome.status {
      case 22 where outcome.output == "404": "the server has no such file; check the country codes and --from"
      case 22: "the server answers with HTTP status \(outcome.output); try again later"
      case 5, 6, 7, 35, 60:
        "cannot be reached: check the network (\(message(outcome))), or download the file elsewhere and use “gazetteer import”"
      case 23: "cannot be written to \(part.path(percentEncoded: false)): check that the disk is not full"
      default: "broke off (\(message(outcome))); run the command again, and it goes on from there"
      }
    return InputError(path: url.absoluteString, problem: problem)
  }

  private func message(_ outcome: Tool.Outcome) -> String {
    outcome.errors.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func remove(_ url: URL) { try? FileManager.default.removeItem(at: url) }
}

/// A zip archive, opened with unzip.
public enum ZipArchive {
  /// Takes one file out of an archive, into a folder.
  /// - Returns: the file.
  /// - Throws: `InputError` when the archive is damaged or does not have the file.
  public static func extract(_ name: String, from archive: URL, into folder: URL) throws(InputError) -> URL {
    let outcome = try Tool(name: "unzip").run([
      "-qq", "-o", archive.path(percentEncoded: false), name, "-d", folder.path(percentEncoded: false),
    ])
    guard outcome.status == 0 else {
      throw InputError(
        path: archive.lastPathComponent, problem: "is damaged, or is no zip archive with \(name) in it; try again")
    }
    return folder.appending(path: name)
  }
}
