import Incidents
import Testing

@testable import Reports

/// One-line cases for the small parsers.
@Suite struct FieldTests {
  private func run(_ text: String) -> TokenRun { TokenRun(Array(text.utf8), 0..<text.utf8.count) }

  @Test(arguments: [
    ("Feb. 3, 2017", "2017-02-03"), ("Nov.29, 2018", "2018-11-29"), ("Jan. 04, 2019", "2019-01-04"),
    ("Sept. 5, 2017", "2017-09-05"), ("Sep. 5, 2017", "2017-09-05"), ("September 5 2017", "2017-09-05"),
    ("July, 29, 2017", "2017-07-29"), ("June 10, 2017 near", "2017-06-10"), ("3 February 2016", "2016-02-03"),
    ("March 3rd, 2016", "2016-03-03"), ("Jun 1,2016", "2016-06-01"), ("2017-11-29", "2017-11-29"),
    ("January 20-26, 2023", "2023-01-20/2023-01-26"), ("January 20 – 26, 2023", "2023-01-20/2023-01-26"),
    ("May 17/18, 2020", "2020-05-17/2020-05-18"), ("May 17 and 18, 2020", "2020-05-17/2020-05-18"),
    ("Jan. 30 to Feb. 2, 2017", "2017-01-30/2017-02-02"), ("Dec. 30, 2016 - Jan. 2, 2017", "2016-12-30/2017-01-02"),
    ("Oct. 26 or 27, 2016", "2016-10-26/2016-10-27"), ("June 3, 4 and 5, 2017", "2017-06-03/2017-06-05"),
    ("Nov. 2016 - Feb. 2017", "2016-11-01/2017-02-28"), ("January – March 2017", "2017-01-01/2017-03-31"),
    ("March 2017", "2017-03"), ("FEB. 29, 2020", "2020-02-29"), ("Feb.\u{A0}3,\u{A0}2017", "2017-02-03"),
  ])
  func dates(_ text: String, _ expected: String) throws {
    let written = try #require(DateForms.read(run(text), at: 0))
    guard case .date(let date) = written.reading else {
      Issue.record("\(text): \(written.reading)")
      return
    }
    #expect(date.description == expected)
  }

  @Test(arguments: [
    ("Feb. 30, 2017", WrittenDate.Reading.impossible), ("Feb. 29, 2019", .impossible), ("June 31, 2017", .impossible),
    ("May 18/17, 2020", .impossible), ("Jan. 0, 2017", .impossible), ("Feb. 3, near", .withoutYear),
  ])
  func datesThatAreNone(_ text: String, _ expected: WrittenDate.Reading) {
    #expect(DateForms.read(run(text), at: 0)?.reading == expected)
  }

  @Test(arguments: ["Foo 3, 2017", "near Mosul", "Ma. 3, 2017", "2017", "13 reports", "Mayadin 3, 2017"])
  func noDates(_ text: String) {
    #expect(DateForms.read(run(text), at: 0) == nil)
  }

  @Test(arguments: [
    ("one", 1), ("Seven new", 7), ("nineteen", 19), ("twenty-one", 21), ("ninety nine", 99), ("a hundred", 100),
    ("One hundred and eleven reports", 111), ("two hundred six", 206), ("34,502 strikes", 34502), ("1,302*", 1302),
    ("08", 8), ("two thousand and five", 2005), ("3 thousand", 3000), ("a dozen", 12), ("thirty civilians", 30),
  ])
  func numbers(_ text: String, _ expected: Int) {
    #expect(NumberWords.read(run(text), at: 0)?.value == expected)
  }

  @Test(arguments: [
    ("at least five", "at least 5"), ("between three and five", "3–5"), ("up to 4", "0–4"), ("3-5", "3–5"),
    ("3–5", "3–5"), ("two or three", "2–3"), ("no", "0"), ("more than 10", "at least 11"), ("as many as six", "0–6"),
    ("about 20", "20"), ("one and two", "1"), ("from 3 to 7", "3–7"), ("fewer than 4", "0–3"),
  ])
  func quantities(_ text: String, _ expected: String) {
    #expect(Quantity(run(text), at: 0)?.count.description == expected)
  }

  /// Phrase, mentions as `name<parent<parent@country`.
  @Test(arguments: [
    ("Tal Foo, Syria", "Tal Foo", "Tal Foo@SY"),
    ("al-Bar neighborhood, Tal Foo, Syria", "al-Bar neighborhood, Tal Foo", "al-Bar neighborhood<Tal Foo@SY"),
    ("Bar, Foo", "Bar, Foo", "Bar<Foo@-"),
    ("Al- Ba’r Foo Syria", "Al- Ba’r Foo", "Al- Ba’r Foo@SY"),
    ("Foo and Al Bar", "Foo and Al Bar", "Foo@-;Al Bar@-"),
    ("Foo and Al Bar, Iraq", "Foo and Al Bar", "Foo@IQ;Al Bar@IQ"),
    ("Foo and Bar neighborhoods, Baz, Iraq", "Foo and Bar neighborhoods, Baz", "Foo<Baz@IQ;Bar neighborhoods<Baz@IQ"),
    ("Foo, Syria, and Bar, Iraq", "Foo, Syria, and Bar", "Foo@SY;Bar@IQ"),
    ("Al Foo, Syria, near Bar Isa", "Al Foo, Syria, near Bar Isa", "Al Foo@SY;Bar Isa@-"),
    ("Foo/Bar, Iraq", "Foo/Bar", "Foo@IQ;Bar@IQ"),
    ("Fooo [sic], Iraq", "Fooo [sic]", "Fooo@IQ"),
    ("Foo, Republic of Iraq", "Foo", "Foo@IQ"),
    ("sand and gravel works, Iraq", "sand and gravel works", "sand and gravel works@IQ"),
    ("Iraq", "Iraq", "Iraq@IQ"),
    ("Foo\u{A0}Bar,\u{A0}Iraq", "Foo Bar", "Foo Bar@IQ"),
    ("Foo, SYRIA", "Foo", "Foo@SY"),
    ("Fooo Governorate, Iraq", "Fooo Governorate", "Fooo Governorate@IQ"),
    ("between Foo and al-Bar, Iraq", "between Foo and al-Bar", "between Foo and al-Bar@IQ"),
    (
      "the road between Foo and Bar and Baz, Iraq", "the road between Foo and Bar and Baz",
      "the road between Foo and Bar@IQ;Baz@IQ"
    ),
    ("10 km north of Foo, Bar, Iraq", "10 km north of Foo, Bar", "10 km north of Foo<Bar@IQ"),
    ("4,5 km east of Foo, Iraq", "4,5 km east of Foo", "4,5 km east of Foo@IQ"),
    ("Foo-Bar road, Iraq", "Foo-Bar road", "Foo-Bar road@IQ"),
    ("outskirts of Foo, Iraq", "outskirts of Foo", "outskirts of Foo@IQ"),
    ("37SDA049548/37SDA059558, Syria", "37SDA049548/37SDA059558", "37SDA049548/37SDA059558@SY"),
    ("43.1361,36.3417, Iraq", "43.1361,36.3417", "43.1361,36.3417@IQ"),
    ("36°20'30\"N 43°08'10\"E, Iraq", "36°20'30\"N 43°08'10\"E", "36°20'30\"N 43°08'10\"E@IQ"),
    ("36.34 N, 43.13 E, Iraq", "36.34 N, 43.13 E", "36.34 N<43.13 E@IQ"),
    ("Foo junction near Bar, Iraq", "Foo junction near Bar", "Foo junction near Bar@IQ"),
  ])
  func places(_ text: String, _ phrase: String, _ mentions: String) {
    let run = run(text)
    let place = PlacePhrase(run, 0..<run.count, countries: countries)
    #expect(place.phrase?.value == phrase)
    let found = place.mentions.map { mention in
      ([mention.name] + mention.parents).joined(separator: "<") + "@" + (mention.countryCode ?? "-")
    }
    #expect(found.joined(separator: ";") == mentions)
  }

  /// What stands before a name says where the place is from it, unless it is the releases' “near”.
  @Test(arguments: [
    ("near Foo, Iraq", "Foo"), ("in Foo, Iraq", "Foo"), ("in the vicinity of Foo, Iraq", "vicinity of Foo"),
    ("outside Foo, Iraq", "outside Foo"), ("10 km north of Foo, Iraq", "10 km north of Foo"),
    ("10-15 km north of Foo, Iraq", "10-15 km north of Foo"),
    ("near 10 miles west of Foo, Iraq", "10 miles west of Foo"),
    ("between Foo and Bar, Iraq", "between Foo and Bar"), ("on the outskirts of Foo, Iraq", "outskirts of Foo"),
    ("near 37SDA049548, Syria", "37SDA049548"), ("12 near Foo, Iraq", "Foo"),
  ])
  func placesAfterADate(_ text: String, _ place: String) throws {
    let report = "Open Reports:\nJan. 6, 2018, \(text), via Baz report. One civilian was killed.\n"
    #expect(try read(report).incidents.map { $0.mentions.map(\.name) } == [[place]])
  }

  @Test(arguments: [
    ("Airwars report.", "Airwars report"), ("self-report", "self-report"), ("media-report. Then", "media-report"),
    ("media report and Foo report.", "media report|Foo report"), ("Foo Tribe. On", "Foo Tribe"),
    ("White Foos and Bar Press", "White Foos|Bar Press"), ("social media report: After", "social media report"),
    ("social media report (previously closed", "social media report"), ("Foo report During a strike", "Foo report"),
    ("self-report 2904/CS170 37SDA049548", "self-report"), ("self-report\n2904/CS170", "self-report"),
    ("Foo, Bar and Baz reports.", "Foo|Bar|Baz reports"),
    ("Foo Observatory for Bars (FOB) report. Then", "Foo Observatory for Bars (FOB) report"),
    ("Foo Network (FN). Then", "Foo Network (FN)"),
    ("report from the Foo Network.", "report from the Foo Network"),
    ("Foo report, a strike killed two civilians.", "Foo report"),
    ("Bar Observatory for Human Rights report.", "Bar Observatory for Human Rights report"),
  ])
  func sources(_ text: String, _ expected: String) {
    #expect(SourceList(run(text), from: 0).sources.map(\.value).joined(separator: "|") == expected)
  }

  /// Killed and injured, `-` where the sentence is silent.
  @Test(arguments: [
    ("Five civilians were unintentionally killed and nine others unintentionally wounded.", "5", "9"),
    ("Regrettably, three civilians were unintentionally killed and one civilian was injured.", "3", "1"),
    ("One civilian was unintentionally injured by small arms.", "-", "1"),
    ("No civilians were killed.", "0", "-"),
    ("It was assessed that at least two civilians were killed.", "at least 2", "-"),
    ("Between three and five civilians were killed, and up to 2 were wounded.", "3–5", "0–2"),
    ("The strike killed two civilians and injured one.", "2", "1"),
    ("A civilian was killed when he entered the area.", "1", "-"),
    ("It resulted in five unintentional civilian deaths and two civilian injuries.", "5", "2"),
    ("The strike led to the deaths of two civilians and injuries to 3 civilians.", "2", "3"),
    ("Two men and three children were killed.", "5", "-"),
    ("Three ISIS fighters were killed.", "-", "-"),
    ("Two fighters were killed and one civilian was injured.", "-", "1"),
    ("Three civilians entered the area and one was killed.", "1", "-"),
    ("Four civilians were killed or injured.", "-", "-"),
    ("The allegation claims that ten civilians were killed.", "-", "-"),
    ("Coalition aircraft conducted two strikes. Civilian casualties did not occur.", "-", "-"),
    ("Five civilian casualties occurred.", "-", "-"),
    ("One civilian who entered after the weapon was released was killed.", "1", "-"),
    ("Twenty-one civilians died.", "21", "-"),
    ("Six civilians were inadvertently killed and two injured.", "6", "2"),
    ("one civilian was likely killed", "1", "-"),
    ("Sixteen civilians, including four children, were killed.", "16", "-"),
    ("Two civilians were killed by a second blast, and another was injured.", "2", "1"),
    ("The death of two civilians and injuries to an additional four civilians followed.", "2", "4"),
    ("One male civilian and two children were killed.", "3", "-"), ("One civilian was fatally wounded.", "1", "-"),
    ("No civilians were killed or injured.", "0", "0"), ("Two non-combatants were killed.", "2", "-"),
    ("Strikes that killed three ISIS fighters unintentionally killed two civilians.", "2", "-"),
  ])
  func casualties(_ text: String, _ killed: String, _ injured: String) {
    let run = run(text)
    let found = Casualties(run, 0..<run.count)
    #expect(found.killed?.value.description ?? "-" == killed)
    #expect(found.injured?.value.description ?? "-" == injured)
  }

  @Test(arguments: [
    ("Credible Reports– In the", Assessment.credible), ("Non Credible Reports– After", .nonCredible),
    ("Non-Credible Reports: After", .nonCredible), ("NON-CREDIBLE REPORTS", .nonCredible), ("Open Reports—", .open),
    ("Open Report: ", .open), ("Duplicate Reports:", .duplicate), ("**Open Reports**", .open),
    ("Previously Assessed Non-Credible Report:", .nonCredible), ("Noncredible Reports -", .nonCredible),
  ])
  func headings(_ text: String, _ expected: Assessment) {
    #expect(Heading(atLineStart: run(text))?.assessment == expected)
  }

  @Test(arguments: ["Credible reports are rare", "The open reports:", "Open", "Reports:", "Openly Reports:"])
  func noHeadings(_ text: String) {
    #expect(Heading(atLineStart: run(text)) == nil)
  }
}
