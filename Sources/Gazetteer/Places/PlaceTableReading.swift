import Formats

/// How a table of places was read: which columns were taken for what, and what is missing.
public struct PlaceTableReading: Hashable, Sendable {
  /// A column and what it was taken for.
  public struct Column: Hashable, Sendable {
    /// Its name, as it is written.
    public let header: String
    /// What it holds: `country`, `other names`.
    public let content: String
  }

  /// The table, as messages name it.
  public let file: String
  /// The encoding, and what that rests on.
  public let encoding: EncodingFinding
  /// The columns that were read, in their order.
  public let columns: [Column]
  /// The names of the columns that were not read, in their order.
  public let unread: [String]
  /// How many places it has.
  public private(set) var placeCount = 0
  /// How many of them have no country.
  public private(set) var countrylessCount = 0
  /// What the column of the country holds that is none, as it is written; the first few.
  public private(set) var unknownCountries: [String] = []

  /// How many have the code of a governorate; nil when no row has anything there.
  public private(set) var governorateCount: Int?

  private static let mostListed = 5

  init(file: String, encoding: EncodingFinding, columns: [Column], unread: [String]) {
    (self.file, self.encoding, self.columns, self.unread) = (file, encoding, columns, unread)
  }

  /// Counts a place.
  /// - Parameters:
  ///   - country: what its row has for a country; nil when the table has none.
  ///   - governorate: what its row has for a governorate.
  mutating func count(_ place: Place, country statedCountry: String?, governorate: String?) {
    placeCount += 1
    if governorate != nil { governorateCount = (governorateCount ?? 0) + (place.governorateCode == nil ? 0 : 1) }
    guard place.country.isEmpty else { return }
    countrylessCount += 1
    guard let statedCountry, unknownCountries.count < Self.mostListed, !unknownCountries.contains(statedCountry)
    else { return }
    unknownCountries.append(statedCountry)
  }
}
