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

  /// The governorate of a name in any spelling or of an ISO 3166-2 code; nil when there is none of that name.
  /// - Parameter country: ISO 3166-1 alpha-2, when only its governorates are meant.
  public func governorate(named name: String, country: String? = nil) -> Governorate? {
    var session = Session(self)
    return session.governorate(named: name, country: country).map { governorates.governorates[$0] }
  }
}
