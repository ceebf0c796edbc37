public import Geo
public import Incidents

extension Resolver {
  /// The governorate a position lies in; nil outside of all.
  public func governorate(at coordinate: Coordinate) -> Governorate? {
    governorates.number(containing: coordinate).map { governorates.governorates[$0] }
  }

  /// The name of the district a position lies in; nil outside of all.
  public func district(at coordinate: Coordinate) -> String? {
    districts.districts(containing: coordinate).first.map { index.places[$0].name }
  }
}
