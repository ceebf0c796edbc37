import Foundation
import LibFuzzer

/// The readers by name. Each takes any bytes and must read or refuse them: no crash, no hang, no memory without bound.
private let readers: [String: ([UInt8]) -> Void] = [
  "text": fuzzText, "csv": fuzzCSV, "geojson": fuzzGeoJSON, "gazetteer": fuzzGazetteer,
  "geopackage": fuzzGeoPackage,
]

guard let name = CommandLine.arguments.dropFirst().first, let reader = readers[name] else {
  print("usage: Fuzz \(readers.keys.sorted().joined(separator: "|")) [libFuzzer's options] [CORPUS...]")
  exit(64)
}

/// libFuzzer takes a C function, which can capture nothing.
nonisolated(unsafe) private let chosen = reader

/// The arguments without the reader's name, which stay in memory for as long as the program runs.
var arguments = ([CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
arguments.withUnsafeMutableBufferPointer { buffer in
  var count = CInt(buffer.count - 1)
  var start = buffer.baseAddress
  exit(
    LLVMFuzzerRunDriver(&count, &start) { bytes, count in
      chosen([UInt8](UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    })
}
