import Formats
import Tables

/// What a user says of the tables of a run; what is left open is found out from each table.
public struct TableChoice: Sendable {
  /// The publisher whose columns they have.
  public var preset: Preset?
  /// Which columns hold what.
  public var mapping: TableMapping?
  /// How they are laid out.
  public var layout: DelimitedOptions
  /// The layer of a GeoPackage.
  public var layer: String?
  /// The identifiers that the tables have.
  public let identifiers = SeenIdentifiers()
  /// Takes words for the user.
  public var say: @Sendable (String) -> Void

  /// Nothing, unless given.
  public init(
    preset: Preset? = nil, mapping: TableMapping? = nil, layout: DelimitedOptions = DelimitedOptions(),
    layer: String? = nil, say: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    (self.preset, self.mapping, self.layout, self.layer, self.say) = (preset, mapping, layout, layer, say)
  }

  /// Whether features of any format are to be read as incidents.
  public var isGiven: Bool { preset != nil || mapping != nil }
}
