import Formats
import Foundation
import GRDB
import Geo
import GeoPackage
import TestSupport
import Testing

@Suite struct GeoPackageTests {
  /// Writes features into `target`, in batches.
  private func write(_ random: RandomFeatures, to target: URL, batchCount: Int = 50) throws {
    var sink = try GeoPackageSink(random.layer, target: target)
    var batch = FeatureBatch(fields: random.layer.fields)
    for feature in random.features {
      batch.append(feature)
      if batch.count == batchCount {
        try sink.write(batch)
        batch.removeAll()
      }
    }
    try sink.write(batch)
    try sink.finish()
  }

  private func query<Value: DatabaseValueConvertible>(_ target: URL, _ sql: String, _: Value.Type) throws -> Value? {
    let queue = try DatabaseQueue(path: target.path)
    return try queue.read { try Value.fetchOne($0, sql: sql) }
  }

  @Test(arguments: [(1, 0), (2, 1), (3, 51), (4, 52), (5, 400)] as [(UInt64, Int)])
  func readsBackTheSame(seed: UInt64, count: Int) throws {
    try inScratchFolder { folder in
      let random = try RandomFeatures(seed: seed, count: count)
      let target = folder.appending(path: "x.gpkg")
      try write(random, to: target)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["x.gpkg"])
      var source = try GeoPackageSource(path: target.path, file: "x.gpkg")
      // Lists are JSON as any other, once they are in the file.
      let kinds = random.layer.fields.map { $0.kind == .list ? .json : $0.kind == .date ? .text : $0.kind }
      #expect(source.fields.map(\.name) == random.layer.fields.map(\.name) && source.fields.map(\.kind) == kinds)
      #expect(source.fields.map(\.unit) == random.layer.fields.map(\.unit))
      #expect(source.fields.map(\.meaning) == random.layer.fields.map(\.meaning))
      let back = try source.features(file: "x.gpkg")
      #expect(back.count == count && source.remarks.kinds.isEmpty)
      for (read, written) in zip(back, random.features) {
        #expect(read.id == written.id && read.geometry == written.geometry, "seed \(seed)")
        #expect(read.properties == written.properties, "seed \(seed)")
      }
      #expect(try query(target, "SELECT rtreecheck('rtree_things_geom')", String.self) == "ok")
      #expect(try query(target, "PRAGMA integrity_check", String.self) == "ok")
      let placed = random.features.count { $0.geometry != nil }
      #expect(try query(target, "SELECT count(*) FROM rtree_things_geom", Int.self) == placed)
    }
  }

  /// What QGIS' temporal controller asks for.
  @Test func daysAreDates() throws {
    try inScratchFolder { folder in
      let target = folder.appending(path: "x.gpkg")
      try write(try RandomFeatures(seed: 3, count: 5), to: target)
      #expect(
        try query(target, "SELECT type FROM pragma_table_info('things') WHERE name = 'day'", String.self) == "DATE")
      let wrong = "SELECT count(*) FROM things WHERE day IS NOT NULL AND date(day) IS NOT day"
      #expect(try query(target, wrong, Int.self) == 0)
    }
  }

  @Test func theSameFeaturesGiveTheSameBytes() throws {
    try inScratchFolder { folder in
      let random = try RandomFeatures(seed: 8, count: 300)
      let targets = ["a.gpkg", "b.gpkg"].map { folder.appending(path: $0) }
      try write(random, to: targets[0])
      try write(random, to: targets[1], batchCount: 11)
      #expect(try Data(contentsOf: targets[0]) == Data(contentsOf: targets[1]))
    }
  }

  /// The index finds what is in a box, and nothing that is not.
  @Test(arguments: [1, 2, 3] as [UInt64]) func theIndexFindsWhatIsThere(seed: UInt64) throws {
    try inScratchFolder { folder in
      let random = try RandomFeatures(seed: seed, count: 3_000)
      let target = folder.appending(path: "x.gpkg")
      try write(random, to: target)
      let queue = try DatabaseQueue(path: target.path)
      var generator = SplitMix64(seed: seed)
      for _ in 0..<50 {
        let (west, south) = (
          Double.random(in: -180...170, using: &generator), Double.random(in: -90...80, using: &generator)
        )
        let (east, north) = (west + Double.random(in: 0...20, using: &generator), south + 10)
        let found = try queue.read { db in
          try Set(
            String.fetchAll(
              db,
              sql: """
                SELECT t.id FROM things t JOIN rtree_things_geom r ON r.id = t.fid
                WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ?
                """, arguments: [west, east, south, north]))
        }
        func isIn(_ feature: Feature, slack: Double) -> Bool {
          guard let box = feature.geometry?.boundingBox else { return false }
          return box.east >= west - slack && box.west <= east + slack && box.north >= south - slack
            && box.south <= north + slack
        }
        let ids = { (slack: Double) in Set(random.features.filter { isIn($0, slack: slack) }.compactMap(\.id)) }
        // Boxes of the index are of 32 bits, never smaller than the true ones.
        #expect(ids(0).isSubset(of: found) && found.isSubset(of: ids(0.0001)), "seed \(seed)")
      }
    }
  }

  @Test func fieldsOfAnyNameHaveAColumn() throws {
    try inScratchFolder { folder in
      let names = ["id", "fid", "geom", "Name", "name", "", "a\"b'c", "الاسم"]
      let layer = FeatureLayer(name: "gpkg_x", fields: names.map { Field($0, .text, "") }, hasIDs: true)
      var batch = FeatureBatch(fields: layer.fields)
      batch.append(id: batch.store("the id".utf8), geometry: nil)
      for name in names { batch.append(batch.store("value of \(name)".utf8)) }
      let target = folder.appending(path: "x.gpkg")
      var sink = try GeoPackageSink(layer, target: target)
      try sink.write(batch)
      try sink.finish()
      var source = try GeoPackageSource(path: target.path, file: "x")
      let back = try #require(try source.features(file: "x").first)
      #expect(back.id == "the id")
      #expect(Set(back.properties.values) == Set(names.map { .string("value of \($0)") }))
    }
  }

  private static let start = """
    CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326), (32638, 'EPSG', 32638);
    CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT, identifier TEXT, description TEXT);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER);
    CREATE TABLE sites (number INTEGER PRIMARY KEY, shape BLOB, kind TEXT, photo BLOB, size REAL);
    """
  private static let layer = """
    INSERT INTO gpkg_contents VALUES ('sites', 'features', 'Sites', '');
    INSERT INTO gpkg_geometry_columns VALUES ('sites', 'shape', 'GEOMETRY', 4326);
    """

  @Test(arguments: [
    ("CREATE TABLE x (a)", "no GeoPackage"), (start, "no layer"),
    (start + layer.split(separator: "4326").joined(separator: "32638"), "-t_srs EPSG:4326"),
    (
      start + layer + "INSERT INTO gpkg_contents VALUES ('b', 'features', 'B', '');"
        + "INSERT INTO gpkg_geometry_columns VALUES ('b', 'g', 'POINT', 4326);", "--layer: “b”, “sites”"
    ),
  ])
  func refusesWithAWayOut(sql: String, reason: String) throws {
    try inScratchFolder { folder in
      let path = folder.appending(path: "x.gpkg").path
      try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
      let error = #expect(throws: FormatError.self) { try GeoPackageSource(path: path, file: "x.gpkg") }
      #expect(error?.description.contains(reason) == true && error?.file == "x.gpkg", "\(String(describing: error))")
    }
  }

  /// A geometry with its header: little or big endian well-known binary, in hexadecimal.
  private static let foreign: [(name: String, hex: String, expected: Geometry?)] = [
    ("empty point", "47500011E6100000" + "0101000000000000000000F87F000000000000F87F", nil),
    ("big endian", "47500000000010E6" + "0000000001" + "3FF0000000000000" + "4000000000000000", .point(at(1, 2))),
    (
      "height", "47500001E6100000" + "01E9030000" + "000000000000F03F" + "0000000000000040" + "0000000000000840",
      .point(at(1, 2))
    ),
    (
      "one of several",
      "47500001E6100000" + "010400000001000000" + "0101000000" + "000000000000F03F" + "0000000000000040",
      .point(at(1, 2))
    ),
  ]

  @Test func readsWhatOthersWrite() throws {
    try inScratchFolder { folder in
      let path = folder.appending(path: "x.gpkg").path
      let broken = [
        ("ring", "47500001E6100000" + "010300000001000000FFFFFFFF"), ("short", "4750"),
        ("other system", "47500001E7100000"),
      ]
      let rows = Self.foreign.map { ($0.name, $0.hex) } + broken
      try DatabaseQueue(path: path).write { db in
        try db.execute(sql: Self.start + Self.layer)
        for (name, hex) in rows {
          try db.execute(sql: "INSERT INTO sites (kind, shape, size) VALUES ('\(name)', x'\(hex)', 'large')")
        }
      }
      var source = try GeoPackageSource(path: path, file: "x.gpkg")
      #expect(source.fields.map(\.name) == ["kind", "size"])
      let features = try source.features(file: "x.gpkg")
      #expect(features.map { $0.properties["kind"]?.string } == Self.foreign.map(\.name))
      #expect(features.map(\.geometry) == Self.foreign.map(\.expected))
      #expect(features.map(\.id) == ["1", "2", "3", "4"])
      // The column of photos, three geometries that cannot be read, and four texts where numbers should be.
      #expect(source.remarks.kinds.map(\.count) == [1, 4, 3] || source.remarks.kinds.map(\.count) == [1, 3, 4])
    }
  }

  @Test(arguments: [0, 30, 200, 5_000]) func refusesADamagedFile(keptBytes: Int) throws {
    try inScratchFolder { folder in
      let target = folder.appending(path: "x.gpkg")
      try write(try RandomFeatures(seed: 9, count: 200), to: target)
      try Data(contentsOf: target).prefix(keptBytes).write(to: target)
      #expect(throws: FormatError.self) {
        var source = try GeoPackageSource(path: target.path, file: "x.gpkg")
        _ = try source.features(file: "x.gpkg")
      }
    }
  }
}
