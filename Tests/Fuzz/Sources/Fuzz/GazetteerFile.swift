import Foundation

@testable import Gazetteer

/// A gazetteer file. Its checksums refuse what is damaged, so each input is also tried with the header's made right:
/// what a header says is never believed. What the sections hold is, once their own checksums agree.
func fuzzGazetteer(_ bytes: [UInt8]) {
  open(bytes)
  open(sealed(bytes))
}

private func open(_ bytes: [UInt8]) {
  guard let segment = try? Segment(Data(bytes), file: "fuzz.gaz") else { return }
  for number in 0..<segment.placeCount { _ = segment.place(number) }
  _ = segment.notes
}

private func sealed(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.count >= ImageHeader.length else { return bytes }
  var bytes = bytes
  let end = ImageHeader.length - 8
  var checksum: [UInt8] = []
  checksum.append(littleEndian: Checksum.of(Array(bytes[..<end]).span))
  bytes.replaceSubrange(end..<ImageHeader.length, with: checksum)
  // A header of other sections than the file's agrees with no checksum of theirs: the parts are put together unseen.
  _ = try? Segment(Data(bytes), file: "fuzz.gaz", checks: .none)
  return bytes
}
