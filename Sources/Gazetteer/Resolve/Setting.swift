import Geo
import Incidents

/// Where a mention is said to be: its context, with the names in it resolved.
struct Setting {
  /// The country asked for; nil when none is stated.
  var country: String?
  /// The stated governorate, as its number in the `GovernorateMap`.
  var governorate: Int?
  /// The stated larger places.
  var parents: [Parent] = []
  /// Words about parents that could not be resolved.
  var because: [String] = []

  /// A larger place the text names. One name may mean a town and the area around it.
  struct Parent {
    var name: String
    /// The town of that name, and how sure it is.
    var town: Match?
    /// The area of that name.
    var area: Area?

    /// A governorate by number, or a district's own polygon.
    struct Area {
      let place: Int
      let governorate: Int?
      let match: Match
    }
  }
}
