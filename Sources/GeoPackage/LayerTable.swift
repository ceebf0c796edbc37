import Formats
import GRDB

/// A layer of a GeoPackage as its tables describe it.
struct LayerTable: Sendable {
  let layer: FeatureLayer
  /// The number that geometries have for their reference system.
  let referenceSystem: Int
  /// Whether the identifiers are in a column of their own, as we write them.
  let hasIDColumn: Bool
  /// The columns that are not read.
  let skipped: [String]
  /// The statement for key, geometry, identifier and fields.
  let selection: String

  /// - Throws: `FormatError` when there is no such layer, or not exactly one, or one that is not in WGS 84.
  init(_ db: Database, file: String, chosen: String?) throws {
    func broken(_ problem: String) -> FormatError { FormatError(file: file, line: nil, problem: problem) }
    guard try db.tableExists("gpkg_contents"), try db.tableExists("gpkg_geometry_columns") else {
      throw broken("this is an SQLite file but no GeoPackage: it has no table gpkg_contents or gpkg_geometry_columns")
    }
    let layers = try Row.fetchAll(
      db,
      sql: """
        SELECT c.table_name, c.identifier, c.description, g.column_name, g.geometry_type_name, g.srs_id,
          s.organization, s.organization_coordsys_id
        FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
          LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
        WHERE c.data_type = 'features' ORDER BY c.table_name
        """)
    let names = layers.map { $0["table_name"] as String }
    let list = names.map { "“\($0)”" }.joined(separator: ", ")
    guard let found = chosen == nil ? layers.first : layers.first(where: { $0["table_name"] == chosen }) else {
      throw broken(names.isEmpty ? "it has no layer of features" : "it has no layer “\(chosen ?? "")”, but \(list)")
    }
    guard chosen != nil || layers.count == 1 else {
      throw broken("it has \(layers.count) layers: choose one with --layer: \(list)")
    }
    let name: String = found["table_name"]
    referenceSystem = found["srs_id"]
    guard (found["organization"] as String?)?.uppercased() == "EPSG", found["organization_coordsys_id"] == 4326 else {
      let code =
        "\(found["organization"] as String? ?? "?"):\(found["organization_coordsys_id"] as Int? ?? referenceSystem)"
      throw broken(
        "the layer “\(name)” has coordinates in \(code), not in WGS 84: convert it first, "
          + "ogr2ogr -t_srs EPSG:4326 converted.gpkg \(file)")
    }
    let columns = try TableColumns(db, table: name, geometry: found["column_name"])
    let isPoint = (found["geometry_type_name"] as String).uppercased() == "POINT"
    hasIDColumn = columns.id != nil
    skipped = columns.skipped
    layer = FeatureLayer(
      name: name, title: found["identifier"], note: found["description"] ?? "", fields: columns.fields, hasIDs: true,
      hasOnlyPoints: isPoint)
    let read = [columns.key, found["column_name"]] + [columns.id].compactMap(\.self) + columns.fields.map(\.name)
    selection =
      "SELECT \(read.map(\.quotedName).joined(separator: ", ")) FROM \(name.quotedName) "
      + "ORDER BY \(columns.key.quotedName)"
  }
}

/// The columns of a table, by what they are for.
private struct TableColumns {
  var key = "rowid"
  var id: String?
  var fields: [Field] = []
  var skipped: [String] = []

  init(_ db: Database, table: String, geometry: String) throws {
    var meanings: [String: (text: String, mediaType: String)] = [:]
    if try db.tableExists("gpkg_data_columns") {
      let rows = try Row.fetchAll(
        db, sql: "SELECT column_name, description, mime_type FROM gpkg_data_columns WHERE table_name = ?",
        arguments: [table])
      for row in rows { meanings[row["column_name"]] = (row["description"] ?? "", row["mime_type"] ?? "") }
    }
    for column in try db.columns(in: table) where column.name != geometry {
      let meaning = meanings[column.name] ?? ("", "")
      if column.primaryKeyIndex == 1 {
        key = column.name
      } else if meaning.text == FeatureLayer.idMeaning {
        id = column.name
      } else if let kind = Field.Kind(sqlType: column.type, mediaType: meaning.mediaType) {
        fields.append(Field(column.name, kind, description: meaning.text))
      } else {
        skipped.append(column.name)
      }
    }
  }
}

extension Field.Kind {
  /// The kind of a column's values; nil for binary data.
  fileprivate init?(sqlType: String, mediaType: String) {
    switch sqlType.uppercased().prefix(while: { $0 != "(" }) {
    case "BOOLEAN": self = .boolean
    case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER": self = .integer
    case "FLOAT", "DOUBLE", "REAL": self = .number
    case "BLOB": return nil
    case "DATE": self = .day
    default: self = mediaType == "application/json" ? .json : .text
    }
  }
}
