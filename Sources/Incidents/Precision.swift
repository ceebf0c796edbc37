/// How fine the thing is that a position stands for, finest first.
public enum Precision: String, Hashable, Sendable, CaseIterable {
  /// A building, bridge, airfield, oilfield or camp.
  case site
  /// A quarter of a city.
  case neighborhood
  /// A city, town or village.
  case town
  /// A second-level area, or a stretch of a river within one place.
  case district
  /// A first-level area, or a river within one.
  case governorate
  /// A whole country, or a river within one.
  case country
}

extension Precision {
  /// How fine a position with that radius is, when it stands for no known thing. Policy table.
  public init(uncertaintyMeters: Double) {
    self =
      switch uncertaintyMeters {
      case ...1_000: .site
      case ...3_000: .neighborhood
      case ...12_000: .town
      case ...50_000: .district
      case ...150_000: .governorate
      default: .country
      }
  }

  /// The coarser of two.
  public func coarsened(to other: Precision) -> Precision {
    let order = Self.allCases
    return order.lastIndex(of: self) ?? 0 < order.lastIndex(of: other) ?? 0 ? other : self
  }
}
