"""Writes hard features in every format and reads them back with GDAL: same count, same places, same fields and values.

Usage: check.py BINARY   with the Python that has GDAL's bindings (Debian's python3-gdal)
Exits 1 at the first format that differs, and says where.
"""

import json
import math
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from osgeo import gdal, ogr

from features import collection

gdal.UseExceptions()
ogr.UseExceptions()
gdal.SetConfigOption("CPL_LOG", "/dev/null")  # warnings of KML's reader about null
FORMATS = ["geojson", "gpkg", "fgb", "topojson", "kml", "csv"]


def rounded(number):
    """A coordinate as it is written: to 7 decimals at most."""
    return math.floor(abs(number) * 1e7 + 0.5) / 1e7 * (1 if number >= 0 else -1)


def normal_ring(ring):
    """A ring from its lowest position on, in the direction in which the next is lower: wherever and whichever way it ran."""
    positions = [(rounded(x), rounded(y)) for x, y, *_ in ring][:-1]
    start = positions.index(min(positions))
    forward = positions[start:] + positions[:start]
    return min(forward, [forward[0], *reversed(forward[1:])])


def normal(geometry):
    """A geometry that compares equal to another of the same ground: parts sorted, several of one as one."""
    if geometry is None:
        return None
    kind, coordinates = geometry["type"], geometry.get("coordinates")
    if kind == "GeometryCollection":
        parts = [normal(part) for part in geometry["geometries"]]
        return (parts[0][0], sorted(part for _, more in parts for part in more)) if parts else None
    if not coordinates:
        return None
    if kind == "Point":
        return "point", [[rounded(number) for number in coordinates[:2]]]
    if kind in ("LineString", "MultiLineString"):
        lines = [coordinates] if kind == "LineString" else coordinates
        return "lines", sorted([[(rounded(x), rounded(y)) for x, y, *_ in line] for line in lines])
    polygons = [coordinates] if kind == "Polygon" else coordinates
    return "area", sorted([[normal_ring(polygon[0]), *sorted(normal_ring(ring) for ring in polygon[1:])] for polygon in polygons])


def read(path):
    """The features that GDAL reads: fields by name, and the geometry."""
    options = []
    if path.suffix == ".csv":
        options = ["KEEP_GEOM_COLUMNS=YES", "EMPTY_STRING_AS_NULL=YES"]
    layer = (source := gdal.OpenEx(str(path), gdal.OF_VECTOR, open_options=options)).GetLayer(0)
    definition = layer.GetLayerDefn()
    found = []
    for feature in layer:
        values = {}
        for index in range(definition.GetFieldCount()):
            field = definition.GetFieldDefn(index)
            value = feature.GetField(index) if feature.IsFieldSetAndNotNull(index) else None
            if value is not None and field.GetSubType() == ogr.OFSTBoolean:
                value = bool(value)
            if field.GetType() in (ogr.OFTDate, ogr.OFTDateTime) and value is not None:
                value = value.replace("/", "-")
            values[field.GetName()] = value
        reference = feature.GetGeometryRef()
        geometry = json.loads(reference.ExportToJson()) if reference is not None else None
        found.append((values, geometry))
    del source
    return found


def as_text(value):
    """A value as a table shows it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return "; ".join(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    if isinstance(value, (int, float)):
        return repr(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
    return value


def same_number(text, value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and float(text) == value


def agrees(kind, expected, found):
    """Whether a value that was read is what the format, and GDAL's reader of it, can hold of the one that was written."""
    if expected is None:
        return found in (None, "")
    if kind in ("geojson", "topojson", "back") and (expected == [] or isinstance(found, list)):
        # GDAL reads no empty lists, and takes a field for a list when one of its values is one.
        return found == expected or found == ([as_text(expected)] if expected else None)
    if kind == "kml" and isinstance(expected, bool):
        return found in (str(int(expected)), int(expected), as_text(expected))
    if kind in ("csv", "kml"):
        text = as_text(expected)
        if kind == "csv":
            text = text.replace("\0", "\x1a").replace("\r\n", "\n")
        if kind == "kml":
            text = "".join("\ufffd" if ord(c) < 32 and c not in "\t\n\r" else c for c in text)
        if isinstance(expected, (int, float)) and not isinstance(expected, bool):
            return same_number(found, expected)
        found = as_text(found) or ""
        if kind == "kml":
            # GDAL takes away the spaces around a text.
            text, found = text.strip(), found.strip()
        # A formula is defused; GDAL reads a text without characters as none.
        return found == text or found == "'" + text
    if isinstance(expected, bool):
        return found is expected or found == as_text(expected)
    if isinstance(expected, (int, float)):
        return found == expected or (isinstance(found, str) and json.loads(found) == expected)
    if isinstance(expected, (list, dict)):
        return found == expected or (isinstance(found, str) and json.loads(found) == expected)
    if kind in ("gpkg", "back"):
        expected = expected.replace("\0", "\x1a")
    if kind in ("geojson", "topojson", "fgb") and "\0" in expected and not isinstance(found, list):
        # GDAL's texts end at a NUL; the file has all of it.
        return expected.startswith(found)
    return found == expected or found == json.dumps(expected, ensure_ascii=False)


def compare(kind, path, features):
    found = read(path)
    if len(found) != len(features):
        return f"{len(found)} features instead of {len(features)}"
    if kind != "fgb":
        pairs = zip(features, found)
    else:
        by_id = {values["feature_id" if "feature_id" in values else "id"]: (values, geometry) for values, geometry in found}
        pairs = ((feature, by_id[feature["id"]]) for feature in features)
    for feature, (values, geometry) in pairs:
        if normal(feature["geometry"]) != normal(geometry):
            return f"{feature['id']}: {normal(feature['geometry'])} became {normal(geometry)}"
        # GDAL takes quotes out of the names of columns.
        names = {name.lower(): name for name in values} | {name.replace('"', ""): name for name in values}
        for name, expected in feature["properties"].items():
            read_name = name if name in values else names.get(name.lower(), names.get(name.replace('"', "")))
            if read_name is None:
                if expected is None:
                    continue
                return f"there is no field “{name}”, but {sorted(values)}"
            if not agrees(kind, expected, values[read_name]):
                return f"{feature['id']}, “{name}”: {expected!r} became {values[read_name]!r}"
    return None


def check_index(path, features):
    """A search in boxes finds the features that are there, and no other."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = source.GetLayer(0)
    boxes = {}
    for feature in layer:
        reference = feature.GetGeometryRef()
        if reference is not None and not reference.IsEmpty():
            boxes[feature.GetFID()] = reference.GetEnvelope()
    generator = random.Random(5)
    for _ in range(200):
        west, south = generator.uniform(-180, 180), generator.uniform(-90, 90)
        east, north = west + generator.uniform(0, 60), south + generator.uniform(0, 40)
        layer.SetSpatialFilter(None)
        layer.SetSpatialFilterRect(west, south, east, north)
        searched = {feature.GetFID() for feature in layer}
        there = {fid for fid, (x0, x1, y0, y1) in boxes.items() if x0 <= east and x1 >= west and y0 <= north and y1 >= south}
        # GDAL goes on to compare the shapes, not only their boxes.
        points = {fid for fid in there if boxes[fid][0] == boxes[fid][1] and boxes[fid][2] == boxes[fid][3]}
        if not points <= searched <= there:
            return f"a search in {west, south, east, north} finds {sorted(searched)} and not {sorted(there)}"
    return None


def check_geopackage(path):
    """What the standard, SQLite and its R-tree ask of the file."""
    from osgeo_utils.samples import validate_gpkg

    validate_gpkg.check(str(path))
    connection = sqlite3.connect(path)
    table, column = connection.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchone()
    for statement, wanted in [
        ("PRAGMA integrity_check", "ok"), (f"SELECT rtreecheck('rtree_{table}_{column}')", "ok"),
        ("PRAGMA application_id", 0x47504B47), ("SELECT count(*) FROM pragma_foreign_key_check", 0),
    ]:
        found = connection.execute(statement).fetchone()[0]
        if found != wanted:
            return f"{statement}: {found}"
    return None


def edited(path):
    """Another program that edits the table keeps its index: the triggers work."""
    source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = source.GetLayer(0)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (12 57)"))
    layer.CreateFeature(feature)
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (-70 -40)"))
    layer.SetFeature(feature)
    layer.DeleteFeature(1)
    del layer, source
    return check_geopackage(path) or check_index(path, None)


def convert(binary, source, *outputs):
    words = [word for path in outputs for word in ("--output", path)]
    subprocess.run([binary, "convert", source, *words], check=True, stderr=subprocess.PIPE)


def main(binary):
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        failed = False
        for seed, count in [(1, 0), (2, 1), (3, 60), (4, 3_000)]:
            features = collection(seed, count)
            source = folder / f"source{seed}.geojson"
            source.write_text(json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False))
            outputs = [folder / f"out{seed}.{kind}" for kind in FORMATS]
            convert(binary, source, *outputs)
            convert(binary, outputs[1], folder / "back.geojson")
            problems = {kind: compare(kind, path, features) for kind, path in zip(FORMATS, outputs) if count > 0}
            problems["gpkg → geojson"] = count and compare("back", folder / "back.geojson", features)
            problems["GeoPackage rules"] = check_geopackage(outputs[1])
            problems["GeoPackage index"] = check_index(outputs[1], features)
            problems["FlatGeobuf index"] = count and check_index(outputs[2], features)
            problems["GeoPackage edited"] = count and edited(outputs[1])
            for name, problem in problems.items():
                print(f"{count:>6} features  {name:<18} {problem or 'as written'}")
                failed = failed or bool(problem)
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
