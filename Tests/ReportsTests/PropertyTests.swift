import Incidents
import TestSupport
import Testing

@testable import Reports

@Suite struct PropertyTests {
  func truth(_ incident: Incident) -> ReleaseGenerator.Truth {
    let mentions = incident.mentions.map {
      ([$0.name] + $0.parents).joined(separator: "<") + "@" + ($0.countryCode ?? "-")
    }
    var truth = ReleaseGenerator.Truth(
      assessment: incident.assessment.rawValue, date: incident.date?.value.description ?? "-",
      phrase: incident.placePhrase?.value ?? "-", mentions: mentions.joined(separator: ";"),
      sources: incident.sources.map(\.value).joined(separator: "+"))
    truth.killed = incident.killed?.value.description ?? "-"
    truth.injured = incident.injured?.value.description ?? "-"
    truth.reopened = incident.reopened != nil
    truth.previouslyReported = incident.previouslyReported?.value
    truth.identifiers = incident.identifiers.map(\.value)
    truth.grid = incident.grid?.value ?? "-"
    truth.duplicateOf = incident.duplicateOf?.description ?? "-"
    truth.formerDate = incident.formerDate?.value.description ?? "-"
    return truth
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Every field's span lies in its entry and holds the field's words; numbers and dates read again from their span give
  /// the same.
  private func expectSpans(_ reading: ReleaseReading, _ text: [UInt8]) {
    for incident in reading.incidents {
      let texts =
        incident.sources + incident.identifiers
        + [incident.placePhrase, incident.narrative, incident.grid].compactMap(\.self)
      for field in texts {
        #expect(words(field.span, of: text) == collapsed(field.value))
        #expect(incident.span.start <= field.span.start && field.span.end <= incident.span.end)
      }
      for mention in incident.mentions { #expect(words(mention.span, of: text).hasPrefix(collapsed(mention.name))) }
      if let date = incident.date {
        let run = TokenRun(text, date.span.start..<date.span.end)
        #expect(DateForms.read(run, at: 0)?.reading == .date(date.value))
      }
    }
    for row in reading.ledger.rows {
      let run = TokenRun(text, row.stated.span.start..<row.stated.span.end)
      #expect(NumberWords.read(run, at: 0)?.value == row.stated.value)
    }
  }

  @Test(arguments: UInt64(1)...300)
  func generatedReleases(seed: UInt64) throws {
    let generator = ReleaseGenerator(seed: seed)
    let reading = try read(generator.text)
    #expect(reading.incidents.map(truth) == generator.truths, "seed \(seed), \(generator.form)")
    #expect(reading.diagnostics == [], "seed \(seed)")
    expectSpans(reading, bytes(generator.text))
    expectCountSpans(reading, bytes(generator.text))
  }

  /// 99.5 of 100 entries have every field right, over many releases of every form: the figure the project promises.
  @Test func entriesOfAllForms() throws {
    var (right, count) = (0, 0)
    for seed in UInt64(1001)...1400 {
      let generator = ReleaseGenerator(seed: seed)
      let found = Set(try read(generator.text).incidents.map { String(describing: truth($0)) })
      right += generator.truths.count { found.contains(String(describing: $0)) }
      count += generator.truths.count
    }
    #expect(count > 4000)
    #expect(Double(right) >= 0.995 * Double(count), "\(right) of \(count)")
  }

  /// The figures of a generated release hold, and each entry that is taken out makes exactly its own fail.
  @Test(arguments: UInt64(1)...14)
  func aMissingEntryIsNoticed(seed: UInt64) throws {
    let generator = ReleaseGenerator(seed: seed)
    guard generator.form != .prose else { return }
    let whole = try read(generator.text)
    #expect(whole.ledger.count(.doesNotHold) == 0, "seed \(seed): \(whole.ledger.rows)")
    let text = bytes(generator.text)
    for incident in whole.incidents where whole.incidents.count(where: { $0.assessment == incident.assessment }) > 1 {
      let fewer = text.prefix(incident.span.start) + text.dropFirst(incident.span.end)
      let reading = try read(String(decoding: fewer, as: UTF8.self))
      let failing = Set(reading.ledger.rows.filter { $0.verdict == .doesNotHold }.map(\.figure))
      #expect(
        failing == expectedAlarms(incident, generator.form),
        "seed \(seed), \(generator.form), without line \(incident.line)")
    }
  }

  private func expectedAlarms(_ incident: Incident, _ form: ReleaseGenerator.Form) -> Set<String> {
    switch incident.assessment {
    case .nonCredible: return ["non-credible-reports"]
    case .duplicate: return ["duplicate-reports"]
    case .open: return incident.reopened == nil ? ["open-reports"] : ["open-reports", "reopened-reports"]
    default:
      var alarms: Set<String> = form == .led ? ["listed-credible-reports"] : []
      if incident.previouslyReported?.value == false {
        return alarms.union(["credible-reports-not-previously-reported"])
      }
      if (incident.killed?.value.min ?? 0) > 0 { alarms.insert("deaths-in-credible-reports") }
      return alarms.union(["credible-reports"])
    }
  }

  /// The words of a count hold the number.
  private func expectCountSpans(_ reading: ReleaseReading, _ text: [UInt8]) {
    for count in reading.incidents.flatMap({ [$0.killed, $0.injured] }).compactMap(\.self) {
      let run = TokenRun(text, count.span.start..<count.span.end)
      #expect((0..<run.count).contains { Quantity(run, at: $0)?.count == count.value })
    }
  }

  @Test(arguments: UInt64(1)...60)
  func windowsLineEndsAndByteOrderMark(seed: UInt64) throws {
    let generator = ReleaseGenerator(seed: seed)
    let text =
      "\u{FEFF}" + generator.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    let reading = try read(text)
    #expect(reading.incidents.map(truth) == generator.truths, "seed \(seed)")
    #expect(try reading.incidents.map(\.line) == read(generator.text).incidents.map(\.line))
    #expect(try reading.incidents.map(\.narrative?.value) == read(generator.text).incidents.map(\.narrative?.value))
    expectSpans(reading, bytes(text))
  }

  /// Whatever stands between the first heading and the last entry is accounted for, line by line.
  @Test(arguments: UInt64(1)...60)
  func nothingInsideTheListsIsLost(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lines = ReleaseGenerator(seed: seed).text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    for _ in 0..<3 {
      let junk = ["Jan. 3 2017 nowhere", "Foo bar. Baz", "4. Feb. 30, 2017, near Foo, Syria, via x", "12", "(x)"]
      lines.insert(junk[Int.random(in: 0..<5, using: &random)], at: Int.random(in: 8..<lines.count, using: &random))
    }
    let text = bytes(lines.joined(separator: "\n"))
    let document = try SourceDocument(name: "a", bytes: text)
    let outline = try #require(ReleaseFinder(text).find())
    let reading = try ReleaseReader(countries: countries).read(document)
    var start = outline.introduction.upperBound
    while start < outline.end {
      let end = endOfLine(text, from: start)
      if let line = LineCutter(bytes: text).trimmed(start..<end) {
        let pieces = outline.pieces.filter { $0.range.overlaps(line) }
        #expect(!pieces.isEmpty, "seed \(seed), line \(document.line(at: line.lowerBound))")
        for piece in pieces where piece.role == .stray || piece.role == .brokenEntry {
          #expect(reading.diagnostics.contains { $0.span?.start == piece.range.lowerBound })
        }
      }
      start = end + 1
    }
    let entries = outline.pieces.count { $0.role == .entry }
    #expect(reading.incidents.count + reading.diagnostics.count >= entries)
  }

  /// Texts with a part cut out, or with bytes changed, are read or refused, never more.
  @Test(arguments: UInt64(1)...40)
  func damagedText(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let whole = bytes(ReleaseGenerator(seed: seed).text)
    for _ in 0..<8 {
      var text = whole
      let cut = Int.random(in: 0..<text.count, using: &random)
      text.removeSubrange(cut..<min(text.count, cut + Int.random(in: 1...200, using: &random)))
      if !text.isEmpty {
        text[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(in: 1...127, using: &random)
      }
      guard let document = try? SourceDocument(name: "a", bytes: text),
        let reading = try? ReleaseReader(countries: countries).read(document)
      else { continue }
      expectSpans(reading, text)
    }
  }

  /// A file that ends anywhere: entries before the last are as they were.
  @Test func truncatedAnywhere() throws {
    let generator = ReleaseGenerator(seed: 6)
    let text = bytes(generator.text)
    let whole = try read(generator.text).incidents
    for length in stride(from: 0, to: text.count, by: 7) {
      guard let document = try? SourceDocument(name: "a", bytes: Array(text.prefix(length))),
        let reading = try? ReleaseReader(countries: countries).read(document)
      else { continue }
      let untouched = whole.filter { $0.span.end < length - 40 }
      #expect(reading.incidents.prefix(untouched.count).map(truth) == untouched.map(truth), "length \(length)")
    }
  }
}
