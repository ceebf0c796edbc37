"""Where a point lies, and how far two points are apart."""

import csv
import json
import math
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"
DATA = SHARED / "data"

EARTH_RADIUS_KM = 6371.0088


def kilometers(a, b):
    """Great-circle distance between two (longitude, latitude); within 0.3 % of the ellipsoid's, enough to sort into bands."""
    (x1, y1), (x2, y2) = ((math.radians(v) for v in p) for p in (a, b))
    h = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, h)))


@lru_cache(maxsize=1)
def governorate_names():
    """Each spelling of a governorate, casefolded, to its ISO 3166-2 code."""
    names = {}
    for row in csv.DictReader((ROOT / "Gazetteer/build/tables/governorates.csv").open(encoding="utf-8")):
        for name in [row["name"], *row["alternate_names"].split("|")]:
            names.setdefault((row["country"], name.casefold()), row["code"])
    return names


@lru_cache(maxsize=None)
def governorate_code(country, written):
    """The governorate that a publisher's spelling means, or None. For the peers: their filter must not fail on a spelling."""
    from rapidfuzz import fuzz, process, utils

    if not written:
        return None
    known = {name: code for (owner, name), code in governorate_names().items() if owner == country}
    exact = known.get(written.casefold())
    best = process.extractOne(written, known.keys(), scorer=fuzz.WRatio, processor=utils.default_process)
    return exact or (known[best[0]] if best and best[1] >= 75 else None)


@lru_cache(maxsize=1)
def _shapes():
    from shapely import STRtree
    from shapely.geometry import shape

    codes, shapes = [], []
    path = ROOT / "Gazetteer" / "governorates.geojson"
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        codes.append(feature["properties"]["code"])
        shapes.append(shape(feature["geometry"]))
    return codes, shapes, STRtree(shapes)


def governorates_at(points):
    """The ISO 3166-2 code of the governorate around each (longitude, latitude), None outside Iraq and Syria."""
    from shapely import points as make_points

    codes, _, tree = _shapes()
    found = [None] * len(points)
    if points:
        for index, shape in zip(*tree.query(make_points(points), predicate="intersects")):
            found[index] = codes[shape]
    return found
