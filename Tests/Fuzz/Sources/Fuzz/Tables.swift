import Formats

/// A table: as many rows and lines as the bytes have at most.
func fuzzCSV(_ bytes: [UInt8]) {
  var rows = 0
  for row in DelimitedText(bytes, dialect: DelimitedText.dialect(of: bytes)) {
    rows += 1
    precondition(row.line >= rows && row.line <= bytes.count + 1, "rows stand on lines of their own")
    for column in 0..<row.count { _ = row[column] }
  }
}

/// GeoJSON; what was read is written and read again as the same.
func fuzzGeoJSON(_ bytes: [UInt8]) {
  guard let features = try? GeoJSON.read(bytes, file: "fuzz.geojson") else { return }
  let written = GeoJSON.write(features)
  guard let again = try? GeoJSON.read(written, file: "again.geojson") else {
    preconditionFailure("what was written can be read")
  }
  precondition(GeoJSON.write(again) == written, "writing what was read changes nothing")
}
