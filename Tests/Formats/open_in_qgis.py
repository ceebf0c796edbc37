"""Opens hard features and incidents with QGIS's own library: each layer is valid, in degrees, and has every feature,
field and extent, and a filter by area finds what lies there.

Usage: open_in_qgis.py BINARY INCIDENTS.geojson   with the Python that has QGIS's bindings (Debian's python3-qgis)
Exits 1 when something differs, and says what.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from check import convert
from features import collection

# TopoJSON has no way to say its reference system: QGIS asks for it.
KINDS = ["gpkg", "fgb", "geojson", "kml"]


def positions(coordinates):
    if isinstance(coordinates[0], (int, float)):
        yield coordinates[:2]
    else:
        for part in coordinates:
            yield from positions(part)


def layers(path):
    """Every layer of the file: formats that have one kind of geometry for each are opened as several."""
    whole = QgsVectorLayer(str(path), path.stem, "ogr")
    parts = [part.split(whole.dataProvider().sublayerSeparator()) for part in whole.dataProvider().subLayers()]
    if len(parts) < 2:
        return [whole]
    return [QgsVectorLayer(f"{path}|layername={part[1]}|geometrytype={part[3]}", part[1], "ogr") for part in parts]


def problem(path, features):
    """What is wrong with how QGIS sees the file; nothing when all is right."""
    opened = layers(path)
    for layer in opened:
        if not layer.isValid():
            return "is no valid layer"
        if layer.crs().authid() not in ("EPSG:4326", "OGC:CRS84"):
            return f"has the reference system {layer.crs().authid()}"
    found = [feature for layer in opened for feature in layer.getFeatures()]
    # Of a format with several layers QGIS reads the features without a place with none or with all of them.
    placed = [feature for feature in features if feature["geometry"]]
    with_place = [feature for feature in found if feature.hasGeometry() and not feature.geometry().isEmpty()]
    if len(with_place) != len(placed):
        return f"has {len(with_place)} features with a place instead of {len(placed)}"
    names = {field.name().lower() for field in opened[0].fields()}
    missing = {name.lower() for feature in features for name in feature["properties"]} - names
    if path.suffix in (".gpkg", ".fgb", ".geojson") and missing - {"fid", "geom"}:
        return f"lacks the fields {sorted(missing)}"
    points = [feature["geometry"]["coordinates"] for feature in placed if feature["geometry"]["type"] == "Point"]
    if path.suffix not in (".gpkg", ".fgb") or not points:
        return None
    x, y = points[len(points) // 2][:2]
    around = QgsFeatureRequest(QgsRectangle(x - 1e-6, y - 1e-6, x + 1e-6, y + 1e-6))
    here = [feature for layer in opened for feature in layer.getFeatures(around)]
    return None if here else f"a filter by area does not find the point at {x}, {y}"


def main(binary, incidents):
    application = QgsApplication([], False)
    application.initQgis()
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        hard = folder / "hard.geojson"
        hard.write_text(json.dumps({"type": "FeatureCollection", "features": collection(5, 500)}, ensure_ascii=False))
        for name, source in [("hard features", hard), ("incidents", Path(incidents))]:
            features = json.loads(source.read_text())["features"]
            outputs = [folder / f"{name.split()[0]}-out.{kind}" for kind in KINDS]
            convert(binary, source, *outputs)
            for kind, path in zip(KINDS, outputs):
                found = problem(path, features)
                print(f"{len(features):>6} {name:<14} {kind:<9} in QGIS  {found or 'as written'}")
                failed = failed or bool(found)
    application.exitQgis()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
