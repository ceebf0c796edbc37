/// The members of a feature that are read, before its geometry is understood.
struct FeatureMembers {
  var id = JSON.null
  var geometry = JSON.null
  var properties: [String: JSON] = [:]

  /// Of a feature as a JSON value.
  init(_ json: JSON) {
    (id, geometry) = (json["id"], json["geometry"])
    properties = json["properties"].object ?? [:]
  }

  /// Of the text of a feature.
  /// - Parameter names: which properties are read; it remembers how they are named.
  /// - Throws: `FormatError` for what is not JSON.
  init(reading bytes: [UInt8], file: String, _ names: inout PropertyNames) throws(FormatError) {
    var parser = JSONParser(bytes: bytes, file: file)
    guard parser.next == UInt8(ascii: "{") else {
      self.init(try parser.parseDocument())
      return
    }
    var members = Self()
    try parser.parseMembers { (parser, name, _) throws(FormatError) in try members.read(name, &parser, &names) }
    try parser.expectEnd()
    self = members
  }

  private init() {}

  private mutating func read(
    _ name: String, _ parser: inout JSONParser, _ names: inout PropertyNames
  ) throws(FormatError) {
    switch name {
    case "id": id = try parser.parseValue()
    case "geometry": geometry = try parser.parseValue()
    case "properties":
      parser.skipSpace()
      if parser.next == UInt8(ascii: "{") {
        properties = try names.read(&parser)
      } else {
        try parser.skipValue()
        properties = [:]
      }
    default: try parser.skipValue()
    }
  }
}
