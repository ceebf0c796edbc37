import Formats
import Geo

/// The tables that make an SQLite file a GeoPackage (OGC 12-128r17, version 1.3).
enum Schema {
  /// “GPKG”, the application that a GeoPackage says it is of (requirement 2).
  static let applicationID = 0x4750_4B47
  /// Version 1.3.0.
  static let version = 10_300

  /// When the content was last changed. The time of the run would make two runs differ, and says nothing of the data.
  static let lastChange = "1970-01-01T00:00:00.000Z"

  /// The tables every GeoPackage has, and the rows that they must have (requirements 10 to 13).
  static let core = """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES
      ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
      ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
      ('WGS 84 geodetic', 4326, 'EPSG', 4326,
       'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],'
       || 'AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],'
       || 'UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],'
       || 'AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
       'longitude and latitude in degrees on the WGS 84 ellipsoid');
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
      z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name), CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
      constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name));
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
      max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
    INSERT INTO gpkg_extensions VALUES
      ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
      ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema',
       'read-write');
    """

  /// The spatial index that GeoPackage defines, without its entries (annex F.3).
  static func spatialIndex(_ table: FeatureTable) -> String {
    """
    INSERT INTO gpkg_extensions VALUES
      (\(table.name.quotedText), \(table.geometry.quotedText), 'gpkg_rtree_index',
       'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
    CREATE VIRTUAL TABLE \(table.index.quotedName) USING rtree(id, minx, maxx, miny, maxy);
    """
  }

  /// The triggers that keep the spatial index when another program edits the table (annex F.3).
  static func triggers(_ table: FeatureTable) -> String {
    let (t, c, i, r) = (
      table.name.quotedName, table.geometry.quotedName, table.key.quotedName, table.index.quotedName
    )
    let values = """
      VALUES (NEW.\(i), ST_MinX(NEW.\(c)), ST_MaxX(NEW.\(c)), ST_MinY(NEW.\(c)), ST_MaxY(NEW.\(c)))
      """
    let isThere = "(NEW.\(c) NOTNULL AND NOT ST_IsEmpty(NEW.\(c)))"
    let isEmpty = "(NEW.\(c) ISNULL OR ST_IsEmpty(NEW.\(c)))"
    func trigger(_ suffix: String, _ event: String, _ condition: String, _ work: String) -> String {
      "CREATE TRIGGER \("\(table.index)_\(suffix)".quotedName) AFTER \(event) ON \(t) WHEN \(condition) "
        + "BEGIN \(work); END;"
    }
    let replace = "INSERT OR REPLACE INTO \(r) \(values)"
    func delete(_ row: String) -> String { "DELETE FROM \(r) WHERE id = \(row).\(i)" }
    return [
      trigger("insert", "INSERT", isThere, replace),
      trigger("update1", "UPDATE OF \(c)", "OLD.\(i) = NEW.\(i) AND \(isThere)", replace),
      trigger("update2", "UPDATE OF \(c)", "OLD.\(i) = NEW.\(i) AND \(isEmpty)", delete("OLD")),
      trigger("update3", "UPDATE", "OLD.\(i) != NEW.\(i) AND \(isThere)", "\(delete("OLD")); \(replace)"),
      trigger(
        "update4", "UPDATE", "OLD.\(i) != NEW.\(i) AND \(isEmpty)", "DELETE FROM \(r) WHERE id IN (OLD.\(i), NEW.\(i))"),
      trigger("delete", "DELETE", "OLD.\(c) NOTNULL", delete("OLD")),
    ].joined(separator: "\n")
  }
}

/// The table of a layer's features, and the names of its columns.
struct FeatureTable: Sendable {
  let name: String
  let key: String
  let geometry: String
  /// All columns between geometry and end: the identifier when there is one, then the fields.
  let columns: [Field]

  init(_ layer: FeatureLayer) {
    // Names of the standard's own tables and of SQLite's are taken.
    let isTaken = ["gpkg_", "sqlite_", "rtree_"].contains { layer.name.lowercased().hasPrefix($0) }
    name = layer.name.isEmpty || isTaken ? "layer_\(layer.name)" : layer.name
    key = layer.freeName("fid", "feature_fid")
    geometry = layer.freeName("geom", "feature_geom")
    columns = Self.distinct((layer.hasIDs ? [layer.idColumn] : []) + layer.fields)
  }

  /// The fields with numbers behind names that SQLite takes for the same, letters of either case being equal.
  private static func distinct(_ fields: [Field]) -> [Field] {
    var taken = Set(fields.map { $0.name.lowercased() })
    var seen: Set<String> = []
    return fields.map { field in
      var field = field
      if !field.name.isEmpty, seen.insert(field.name.lowercased()).inserted { return field }
      let base = field.name.isEmpty ? "column" : field.name
      field.name =
        (2...fields.count + 2).lazy.map { "\(base)_\($0)" }.first { taken.insert($0.lowercased()).inserted } ?? base
      return field
    }
  }

  /// The name of the spatial index.
  var index: String { "rtree_\(name)_\(geometry)" }

  var creation: String {
    let others = columns.map { ", \($0.name.quotedName) \($0.kind.sqlType)" }.joined()
    return "CREATE TABLE \(name.quotedName) (\(key.quotedName) INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "
      + "\(geometry.quotedName) GEOMETRY\(others))"
  }

  var insertion: String {
    let places = [String](repeating: "?", count: columns.count + 2).joined(separator: ",")
    return "INSERT INTO \(name.quotedName) VALUES (\(places))"
  }
}

extension Field.Kind {
  /// The type of its column (table 1).
  var sqlType: String {
    switch self {
    // A date may be a month or a range, which the type DATE has no room for.
    case .text, .date, .list, .json: "TEXT"
    case .day: "DATE"
    case .integer: "INTEGER"
    case .number: "DOUBLE"
    case .boolean: "BOOLEAN"
    }
  }

  /// The media type of its texts; nil for plain ones.
  var mediaType: String? { self == .list || self == .json ? "application/json" : nil }
}

extension String {
  /// An SQL name in quotes.
  var quotedName: String {
    "\"" + split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
  /// An SQL text in quotes.
  var quotedText: String { "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" }
}
