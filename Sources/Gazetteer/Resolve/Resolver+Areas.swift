import Geo
import Incidents

extension Resolver {
  /// Whether one of two places is a district that the other one lies in.
  func isAround(_ a: Int, _ b: Int) -> Bool {
    [(a, b), (b, a)].contains { outer, inner in
      index.attributes[outer].kind == .district && districts.contains(outer, index.attributes[inner].coordinate)
    }
  }
}
