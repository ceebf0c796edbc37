extension CellText {
  /// With the digits and the decimal signs of Arabic and Persian as those of ASCII: `34.6` for `٣٤٫٦` (Unicode 15,
  /// blocks Arabic U+0660–U+066C and U+06F0–U+06F9).
  var withLatinDigits: CellText {
    guard contains(where: { (0xD9...0xDB).contains($0) }) else { return self }
    var text: [UInt8] = []
    for scalar in string.unicodeScalars {
      switch scalar.value {
      case 0x660...0x669: text.append(UInt8(0x30 + scalar.value - 0x660))
      case 0x6F0...0x6F9: text.append(UInt8(0x30 + scalar.value - 0x6F0))
      case 0x66B: text.append(UInt8(ascii: "."))
      case 0x66C: text.append(UInt8(ascii: ","))
      default: text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text[...]
  }
}
