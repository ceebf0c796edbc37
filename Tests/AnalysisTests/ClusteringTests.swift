import Analysis
import Geo
import GeoEngine
import Incidents
import TestSupport
import Testing

@Suite struct ClusteringTests {
  private let records = [
    record(
      "d#1", at(40, 35), date: IncidentDate(day("2018-03-02")), assessment: .open, killed: CountRange(2),
      precision: .town, name: "Bar"),
    record("d#2", at(39, 36), date: IncidentDate(day("2017-01-09")), governorate: nineveh),
    record(
      "d#3", at(40, 35), assessment: .credible, killed: CountRange(min: 1, max: nil), precision: .town, name: "Bar"),
    record("d#4", at(39.01, 36), injured: CountRange(min: 1, max: 3)),
    record("d#5", nil),
    record("d#6", at(40.01, 35), date: days("2018-02-20", "2018-02-26"), uncertaintyMeters: 3000),
    record("d#7", at(40, 35), precision: .governorate),
    record("d#8", at(40, 35), precision: .site, footprint: .point(at(40, 35))),
    record("d#9", at(30, 30)),
    record("d#10", at(39, 36.01), injured: CountRange(4)),
    record("d#11", at(40.005, 35.005), date: IncidentDate(day("2018-05-01"))),
  ]

  private func clustering() throws -> Clustering {
    try clusters(of: records, radius: .kilometers(5), minimumIncidents: 3)
  }

  @Test func largerClustersComeFirst() throws {
    let clustering = try clustering()
    #expect(clustering.clusters.map(\.number) == [1, 2])
    #expect(clustering.clusters.map(\.memberIDs) == [["d#1", "d#3", "d#6", "d#11"], ["d#2", "d#4", "d#10"]])
    #expect(clustering.clusters[0].members == [0, 2, 5, 10])
  }

  @Test func whoIsInNoneIsSaid() throws {
    let clustering = try clustering()
    #expect(clustering.unclustered == [8])
    #expect(clustering.excluded.map(\.reason) == [.unlocated, .extended, .coarse])
    #expect(clustering.excluded.map(\.indices) == [[4], [7], [6]])
  }

  @Test func aClusterAddsUpWhatItsMembersState() throws {
    let tally = try clustering().clusters[0].tally
    #expect(tally.assessments.present == [.credible, .open])
    #expect(tally.assessments[.open] == 3 && tally.assessments[.duplicate] == 0)
    #expect(
      tally.killed.range == CountRange(min: 3, max: nil) && tally.killed.statedBy == 2 && tally.killed.ofOthers == 0)
    #expect(tally.killed.range == CountRange(min: 3, max: nil) && tally.killed.statedBy == 2)
    #expect(tally.injured.range == nil && tally.injured.statedBy == 0)
    #expect(tally.dates == day("2018-02-20")...day("2018-05-01"))
    #expect(tally.undated == 1)
  }

  @Test func governoratesAreListedByName() throws {
    #expect(try clustering().clusters[1].governorates == [nineveh, raqqa])
  }

  @Test func aTownCenterIsNoHotSpot() throws {
    let clusters = try clustering().clusters
    let generic = try #require(clusters[0].generic)
    #expect(generic.placeName == "Bar" && generic.count == 2 && generic.share == 0.5)
    #expect(generic.caveat?.hasPrefix("2 of the 4 incidents are drawn at the center of Bar") == true)
    #expect(clusters[1].generic == nil)
  }

  @Test func fewOnATownCenterNeedNoCaveat() throws {
    let spread = (0..<3).map { record("x#\($0)", at(40, 35 + Double($0 + 1) / 100)) }
    let town = (3..<5).map { record("x#\($0)", at(40, 35), precision: .town) }
    let cluster = try #require(
      try clusters(of: spread + town, radius: .kilometers(5), minimumIncidents: 3).clusters.first)
    #expect(cluster.generic?.share == 0.4 && cluster.generic?.caveat == nil)
  }

  @Test func equallyLargeClustersAreOrderedByDateAndThenByIdentifier() throws {
    let later = record("a#1", at(40, 35), date: IncidentDate(day("2018-01-02")))
    let earlier = record("b#1", at(41, 35), date: IncidentDate(day("2018-01-01")))
    let undated = [record("d#1", at(42, 35)), record("c#1", at(43, 35))]
    let clustering = try clusters(of: [later, earlier] + undated, radius: .kilometers(1), minimumIncidents: 1)
    #expect(clustering.clusters.map(\.memberIDs) == [["b#1"], ["a#1"], ["c#1"], ["d#1"]])
  }

  @Test func nothingMakesNoClusters() throws {
    let clustering = try clusters(of: [], radius: .kilometers(5), minimumIncidents: 3)
    #expect(clustering.clusters.isEmpty && clustering.unclustered.isEmpty && clustering.excluded.isEmpty)
  }
}

@Suite struct ClusterHullTests {
  /// The hull holds every circle of uncertainty, wherever on the globe, and is not much larger.
  @Test(arguments: [
    at(39, 36), at(44, 33), at(0, 0), at(-70, -50), at(25, 70),
  ])
  func theHullHoldsTheCircles(center: Coordinate) throws {
    var random = SplitMix64(seed: 11)
    let members = (0..<12).map { index in
      let position = Geodesic.destination(
        from: center, bearingDegrees: .random(in: 0...360, using: &random),
        distanceMeters: .random(in: 0...9000, using: &random))
      return record("m#\(index)", position, uncertaintyMeters: [0, 300, 5000][index % 3])
    }
    let cluster = try #require(try clusters(of: members, radius: .kilometers(20), minimumIncidents: 2).clusters.first)
    let locator = try AreaLocator([cluster.hull])
    for location in members.compactMap(\.location) {
      #expect(locator.firstIndex(containing: location.coordinate) == 0)
      for bearing in stride(from: 0.0, to: 360, by: 7) where location.uncertaintyMeters > 0 {
        let edge = Geodesic.destination(
          from: location.coordinate, bearingDegrees: bearing, distanceMeters: location.uncertaintyMeters)
        #expect(locator.firstIndex(containing: edge) == 0, "\(edge)")
      }
    }
    let farthest =
      members.compactMap(\.location).map {
        Geodesic.distanceMeters(from: cluster.center, to: $0.coordinate) + $0.uncertaintyMeters
      }.max() ?? 0
    #expect(Geodesic.areaSquareMeters(cluster.hull) < .pi * farthest * farthest * 1.02)
    #expect(try Overlay.isValid(cluster.hull))
  }

  @Test func exactPositionsOnOneSpotHaveASmallHull() throws {
    let members = (0..<3).map { record("m#\($0)", at(39, 36), uncertaintyMeters: 0) }
    let hull = try #require(try clusters(of: members, radius: .kilometers(1), minimumIncidents: 3).clusters.first?.hull)
    #expect((3..<4).contains(Geodesic.areaSquareMeters(hull)))
  }

  /// Halfway along 180 km the shortest way is 460 m north of the parallel; an incident just south of it is inside.
  @Test func aLongHullHoldsWhatIsNextToItsEdge() throws {
    let ends = [at(38, 36), at(40, 36)]
    let (length, bearing) = Geodesic.inverse(from: ends[0], to: ends[1])
    let halfway = Geodesic.destination(from: ends[0], bearingDegrees: bearing, distanceMeters: length / 2)
    let inside = Geodesic.destination(from: halfway, bearingDegrees: 180, distanceMeters: 50)
    let members = (ends + [inside, at(39, 35.5)]).enumerated().map {
      record("m#\($0.offset)", $0.element, uncertaintyMeters: 0)
    }
    let cluster = try #require(try clusters(of: members, radius: .kilometers(100), minimumIncidents: 2).clusters.first)
    #expect(try AreaLocator([cluster.hull]).firstIndex(containing: inside) == 0)
  }

  /// RFC 7946 §3.1.9: an area across the antimeridian is cut there.
  @Test func theHullIsCutAtTheAntimeridian() throws {
    let members = [at(179.98, 10), at(-179.99, 10.01), at(179.99, 9.99)].enumerated().map {
      record("m#\($0.offset)", $0.element, uncertaintyMeters: 1000)
    }
    let cluster = try #require(try clusters(of: members, radius: .kilometers(5), minimumIncidents: 3).clusters.first)
    #expect(cluster.hull.polygons.count == 2)
    #expect(abs(abs(cluster.center.longitude) - 180) < 0.02)
    let locator = try AreaLocator([cluster.hull])
    #expect(members.compactMap(\.location).allSatisfy { locator.firstIndex(containing: $0.coordinate) == 0 })
    // Cut, not stretched around the globe: three circles of 1 km radius within 4 km.
    #expect(Geodesic.areaSquareMeters(cluster.hull) < 20e6)
  }
}
