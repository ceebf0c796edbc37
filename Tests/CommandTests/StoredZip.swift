/// A zip archive with one file, not compressed (PKWARE APPNOTE 6.3.10, §4.3).
func storedZip(_ name: String, _ content: String) -> [UInt8] {
  let data = Array(content.utf8)
  let common: [UInt8] =
    little(0, 2) + little(0, 2) + little(0, 2) + little(0x21, 2) + little(crc32(data), 4) + little(data.count, 4)
    + little(data.count, 4) + little(name.utf8.count, 2) + little(0, 2)
  let local = little(0x0403_4B50, 4) + little(10, 2) + common + Array(name.utf8) + data
  let central =
    little(0x0201_4B50, 4) + little(10, 2) + little(10, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
    + little(0, 4) + little(0, 4) + Array(name.utf8)
  let end =
    little(0x0605_4B50, 4) + little(0, 2) + little(0, 2) + little(1, 2) + little(1, 2) + little(central.count, 4)
    + little(local.count, 4) + little(0, 2)
  return local + central + end
}

private func little(_ number: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(number >> ($0 * 8) & 0xFF) } }

private func crc32(_ bytes: [UInt8]) -> Int {
  var crc: UInt32 = ~0
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
  }
  return Int(~crc)
}
