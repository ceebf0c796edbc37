import Incidents
import Reports

private let countries = CountryNames(["iraq": "IQ", "syria": "SY"])

/// A page; what is read lies inside the bytes.
func fuzzText(_ bytes: [UInt8]) {
  guard let document = try? SourceDocument(name: "fuzz.txt", bytes: bytes),
    let page = try? PageReader(countries: countries).read(document)
  else { return }
  for incident in page.incidents {
    precondition(0 <= incident.span.start && incident.span.end <= bytes.count, "a span lies in its document")
    precondition(incident.line >= 1, "lines are counted from 1")
  }
}
