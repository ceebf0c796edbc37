"""Reads the hand-compiled tables and writes GeoJSON with the same bytes on every run."""

import csv
import json
from pathlib import Path

import shapely

DECIMALS = 4


def read_table(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def alternates(text: str) -> list[str]:
    return [name for name in text.split("|") if name]


def rounded(geometry):
    """The geometry with the decimals that are written, so that checks see what users get."""
    return shapely.transform(geometry, lambda coordinates: coordinates.round(DECIMALS))


def write(path: Path, features: list[tuple[dict, object]]) -> None:
    """One feature a line, in the order given: differences between two builds stay readable."""
    lines = [
        json.dumps(
            {"type": "Feature", "properties": properties, "geometry": geometry_object(geometry)},
            ensure_ascii=False, separators=(",", ":"),
        )
        for properties, geometry in features
    ]
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
    path.write_text(text, encoding="utf-8")


def geometry_object(geometry) -> dict:
    """RFC 7946: outer rings counterclockwise, holes clockwise; rings start where normalization puts them."""
    if geometry.geom_type.endswith("Polygon"):
        geometry = shapely.orient_polygons(shapely.normalize(geometry))
    mapping = shapely.geometry.mapping(geometry)
    return {"type": mapping["type"], "coordinates": rounded_numbers(mapping["coordinates"])}


def rounded_numbers(value):
    if isinstance(value, float):
        return round(value, DECIMALS)
    return [rounded_numbers(item) for item in value]
