"""Checks of what was built: of itself, and against independent boundaries and places."""

import csv
import json
from pathlib import Path

import numpy
import shapely

NEAR_BORDER_KM = 2
KM_PER_DEGREE = 111.2
OTHER_CODES = {
    "Al-Anbar": "IQ-AN", "Al-Basrah": "IQ-BA", "Al-Muthanna": "IQ-MU", "Al-Najaf": "IQ-NA",
    "Al-Qadissiya": "IQ-QA", "Al-Sulaymaniyah": "IQ-SU", "Babil": "IQ-BB", "Baghdad": "IQ-BG",
    "Diyala": "IQ-DI", "Duhok": "IQ-DA", "Erbil": "IQ-AR", "Kerbala": "IQ-KA", "Kirkuk": "IQ-KI",
    "Maysan": "IQ-MA", "Ninewa": "IQ-NI", "Salah Al-Din": "IQ-SD", "Thi Qar": "IQ-DQ", "Wassit": "IQ-WA",
    "Al-Hasakeh": "SY-HA", "Aleppo": "SY-HL", "Ar-Raqqa": "SY-RA", "As-Sweida": "SY-SU", "Damascus": "SY-DI",
    "Dar'a": "SY-DR", "Deir-ez-Zor": "SY-DY", "Hama": "SY-HM", "Homs": "SY-HI", "Idleb": "SY-ID",
    "Lattakia": "SY-LA", "Quneitra": "SY-QU", "Rural Damascus": "SY-RD", "Tartous": "SY-TA",
}


def shipped(districts, governorates, countries, rows) -> None:
    """Prints what was built and stops when the areas are no clean coverage or a place has no governorate."""
    for features in (districts, governorates):
        polygons = numpy.array([polygon for _, polygon in features])
        assert shapely.is_valid(polygons).all() and shapely.coverage_is_valid(polygons)
    outline = shapely.coverage_union_all([polygon for _, polygon in governorates])
    assert shapely.get_num_interior_rings(shapely.get_parts(outline)).sum() == 0
    homeless = [row["id"] for row in rows if not row["governorate"]]
    assert not homeless, f"Places in no governorate: {homeless}"
    print(f"{len(districts)} districts and {len(governorates)} governorates: valid, no gaps, no overlaps")
    print(f"{len(countries)} countries, {len(rows)} places")


def against(folder: Path, governorates, rows, fixtures: Path) -> None:
    other = other_governorates(folder / "boundaries")
    print_agreement(governorates, other)
    print_places_that_disagree(rows, other)
    points = independent_points(folder / "places.tsv")
    print_points(points, governorates, fixtures / "points-outside-governorates.tsv")
    print_relocated(points, governorates, other)


def other_governorates(folder: Path) -> dict[str, object]:
    """The polygons of the independent set under our codes."""
    polygons = {}
    for name, field in (("iraq-admin1.geojson", "ADM1_EN"), ("syria-admin1.geojson", "NAME_EN")):
        for feature in json.loads((folder / name).read_text(encoding="utf-8"))["features"]:
            code = OTHER_CODES[feature["properties"][field]]
            polygons[code] = shapely.make_valid(shapely.geometry.shape(feature["geometry"]))
    return polygons


def print_agreement(governorates, other: dict[str, object]) -> None:
    """Intersection over union of each governorate with the independent one."""
    scores = {}
    for properties, polygon in governorates:
        theirs = other[properties["code"]]
        scores[properties["code"]] = shapely.intersection(polygon, theirs).area / shapely.union(polygon, theirs).area
    for code, score in sorted(scores.items(), key=lambda item: item[1]):
        print(f"{code}  IoU {score:.4f}")
    print(f"minimum {min(scores.values()):.4f}, mean {sum(scores.values()) / len(scores):.4f}")


def print_places_that_disagree(rows, other: dict[str, object]) -> None:
    """Shipped places that the independent boundaries put in another governorate, with the distance to ours there."""
    for row in rows:
        point = shapely.Point(float(row["lon"]), float(row["lat"]))
        if not shapely.covers(other[row["governorate"]], point):
            distance = shapely.distance(other[row["governorate"]], point) * KM_PER_DEGREE
            print(f"{row['id']} {row['name']}: {row['governorate']} here, {distance:.1f} km outside it there")


def independent_points(path: Path) -> list[dict]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row | {"point": shapely.Point(float(row["lon"]), float(row["lat"]))} for row in rows]


def containing(points: list[dict], polygons: list) -> list[list[int]]:
    """For each point the indices of the polygons that hold it."""
    found: list[list[int]] = [[] for _ in points]
    tree = shapely.STRtree(polygons)
    for index, polygon in zip(*tree.query([row["point"] for row in points], predicate="intersects")):
        found[index].append(polygon)
    return found


def print_points(points: list[dict], governorates, exceptions_file: Path) -> None:
    """Lists the points that are not in exactly one governorate, or in one of the other country."""
    exceptions = []
    for row, indices in zip(points, containing(points, [polygon for _, polygon in governorates])):
        reason = exception(row, indices, governorates)
        if reason:
            exceptions.append((row["wof_id"], row["country"], reason))
    write_exceptions(exceptions_file, exceptions)
    print(f"{len(points)} independent points, {len(exceptions)} exceptions in {exceptions_file.name}")


def print_relocated(points: list[dict], governorates, other: dict[str, object]) -> None:
    """Counts the points that the independent boundaries put in another governorate than ours."""
    codes = list(other)
    ours = containing(points, [polygon for _, polygon in governorates])
    theirs = containing(points, [other[code] for code in codes])
    relocated = sum(
        governorates[here[0]][0]["code"] != codes[there[0]]
        for here, there in zip(ours, theirs)
        if here and there
    )
    print(f"{relocated} independent points in another governorate there")


def exception(row: dict, indices: list[int], governorates) -> str | None:
    """Why a point is not in exactly one governorate of its country, or nothing when it is."""
    own = [polygon for properties, polygon in governorates if properties["country"] == row["country"]]
    if len(indices) > 1:
        return "on the line between governorates"
    if indices and governorates[indices[0]][0]["country"] == row["country"]:
        return None
    distance = min(shapely.distance(polygon, row["point"]) for polygon in own) * KM_PER_DEGREE
    where = f"in {governorates[indices[0]][0]['code']}" if indices else "in no governorate"
    if distance <= NEAR_BORDER_KM:
        return f"{where}, within {NEAR_BORDER_KM} km of the border between sources"
    return f"{where}, {distance:.0f} km outside the country it is listed under"


def write_exceptions(path: Path, exceptions: list[tuple[str, str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ["wof_id\tcountry\treason", *("\t".join(row) for row in sorted(exceptions))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
