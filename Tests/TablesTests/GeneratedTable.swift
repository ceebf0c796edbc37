import Formats
import Incidents
import TestSupport

@testable import Tables

/// A made-up table of a publisher, and what each of its rows says: the truth that a reader must find.
struct GeneratedTable {
  /// What a row says.
  struct Row: Equatable {
    var id: String
    var date: String
    var killedMin: Int?
    var killedMax: Int?
    var place: String
    var longitude: Double?
    var latitude: Double?
    var country: String
    var governorate: String?
    var notes: String
  }

  enum Style: CaseIterable { case acled, oldACLED, ucdp, airwars, hxl }

  let style: Style
  private(set) var rows: [Row] = []
  private(set) var bytes: [UInt8] = []
  let options: DelimitedOptions
  private let delimiter: Character
  private let encoding: TextEncoding
  private let quotesAll: Bool
  private let hasDecimalCommas: Bool

  /// A town, where it is, and how its governorate and country are called.
  private static let towns:
    [(name: String, x: Double, y: Double, governorate: (String, String), country: (String, String))] = [
      ("Mosul", 43.13, 36.34, ("Ninewa", "IQ-NI"), ("Iraq", "IQ")),
      ("Erbil", 44.01, 36.19, ("Erbil", "IQ-AR"), ("Iraq", "IQ")),
      ("Ramadi", 43.30, 33.42, ("Anbar", "IQ-AN"), ("Iraq", "IQ")),
      ("Raqqa", 39.01, 35.95, ("Ar-Raqqa", "SY-RA"), ("Syria", "SY")),
      ("Palmyra", 38.28, 34.56, ("Homs", "SY-HI"), ("Syria", "SY")),
      ("Idlib", 36.63, 35.93, ("Idleb", "SY-ID"), ("Syria", "SY")),
    ]
  private static let months = ["January", "May", "September", "December"]

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    style = Style.allCases.randomElement(using: &random)!
    delimiter = [",", ";", "\t", "|"].randomElement(using: &random)!
    encoding = [.utf8, .utf16LittleEndian, .windows1252, .windows1256].randomElement(using: &random)!
    quotesAll = Bool.random(using: &random)
    hasDecimalCommas = Bool.random(using: &random)
    options = DelimitedOptions(encoding: Bool.random(using: &random) ? nil : encoding)
    var lines = header
    for number in 1...Int.random(in: 3...25, using: &random) {
      let (row, cells) = row(number, &random)
      rows.append(row)
      lines.append(cells)
    }
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xFF, 0xFE] : []
    bytes =
      mark
      + Self.encoded(
        lines.map { $0.map(written).joined(separator: String(delimiter)) }.joined(separator: "\r\n"), encoding)
  }

  private var header: [[String]] {
    switch style {
    case .acled:
      [
        [
          "event_id_cnty", "event_date", "time_precision", "country", "admin1", "location", "latitude", "longitude",
          "geo_precision", "notes", "fatalities",
        ]
      ]
    case .oldACLED:
      [
        [
          "EVENT_ID_CNTY", "EVENT_DATE", "TIME_PRECISION", "COUNTRY", "ADMIN1", "LOCATION", "LATITUDE", "LONGITUDE",
          "GEO_PRECISION", "NOTES", "FATALITIES",
        ]
      ]
    case .ucdp:
      [
        [
          "id", "date_start", "date_end", "country", "adm_1", "where_coordinates", "latitude", "longitude",
          "where_prec", "source_headline", "low", "high",
        ]
      ]
    case .airwars:
      [
        [
          "unique_reference_code", "incident_date", "country", "region", "location_name", "latitude", "longitude",
          "geolocation_accuracy", "strike_status", "civilians_killed_min", "civilians_killed_max",
        ]
      ]
    case .hxl:
      [
        ["Code", "Tag", "Land", "Provinz", "Ort", "Breite", "Laenge", "Notiz", "Tote"],
        [
          "#event+id", "#date", "#country", "#adm1+name", "#loc+name", "#geo+lat", "#geo+lon", "#description",
          "#affected+killed",
        ],
      ]
    }
  }

  private func row(_ number: Int, _ random: inout SplitMix64) -> (Row, [String]) {
    let town = Self.towns.randomElement(using: &random)!
    let (x, y) = (town.x + Double(Int.random(in: -9...9, using: &random)) / 1000, town.y)
    let isPlaced = Int.random(in: 0...5, using: &random) > 0
    let (year, month, day) = (
      Int.random(in: 2014...2023, using: &random), Int.random(in: 1...12, using: &random),
      Int.random(in: 1...28, using: &random)
    )
    let least = Int.random(in: 0...20, using: &random)
    let most = least + Int.random(in: 0...5, using: &random)
    let letter = encoding == .windows1256 ? "ااا" : encoding == .windows1252 ? "é" : "ا é"
    let notes = ["plain", "with \"quotes\" \(letter)", "a\(delimiter)b", "two\nlines", "\(letter)\(letter) \(letter)"]
      .randomElement(using: &random)!
    let iso = CalendarDate(year: year, month: month, day: day)!
    let hasRange = style == .ucdp || style == .airwars
    let row = Row(
      id: "\(number)", date: iso.description, killedMin: least, killedMax: hasRange ? most : least, place: town.name,
      longitude: isPlaced ? (x * 1000).rounded() / 1000 : nil, latitude: isPlaced ? y : nil, country: town.country.1,
      governorate: isPlaced ? town.governorate.1 : nil, notes: notes)
    let position = isPlaced ? [number3(y), number3(x)] : ["", ""]
    let shared = [town.country.0, town.governorate.0, town.name] + position
    let cells: [String] =
      switch style {
      case .acled: ["\(number)", written(iso, in: 0), "1"] + shared + ["1", notes, "\(least)"]
      case .oldACLED: ["\(number)", written(iso, in: 1), "1"] + shared + ["1", notes, "\(least)"]
      case .ucdp:
        ["\(number)", "\(iso) 00:00:00.000", "\(iso) 00:00:00.000"] + shared + ["1", notes, "\(least)", "\(most)"]
      case .airwars: ["\(number)", written(iso, in: 2)] + shared + ["Town", notes, "\(least)", "\(most)"]
      case .hxl: ["\(number)", written(iso, in: 3)] + shared + [notes, "\(least)"]
      }
    return (row, cells)
  }

  private func number3(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let text = "\(thousandths / 1000).\(String(1000 + thousandths % 1000).dropFirst())"
    return hasDecimalCommas ? text.replacing(".", with: ",") : text
  }

  private func written(_ date: CalendarDate, in form: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let name = names[date.month - 1]
    return switch form {
    case 0: "\(String(100 + date.day).dropFirst()) \(name) \(date.year)"
    case 1: "\(date.day)-\(name.prefix(3))-\(String(date.year).suffix(2))"
    case 2: "\(name) \(date.day), \(date.year)"
    default: "\(date.day).\(date.month).\(date.year)"
    }
  }

  private func written(_ cell: String) -> String {
    let mustQuote = cell.contains(delimiter) || cell.contains { "\"\n\r".contains($0) }
    return quotesAll || mustQuote ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }

  private static func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    switch encoding {
    case .utf8: return Array(text.utf8)
    case .utf16LittleEndian: return text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: return text.unicodeScalars.map { $0.isASCII ? UInt8($0.value) : $0 == "ا" ? 0xC7 : 0xE9 }
    }
  }
}
