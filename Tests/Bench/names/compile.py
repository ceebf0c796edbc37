"""Adds published facts to the labeled set: compile.py FACTS.tsv PUBLISHER, or compile.py --report for ../shared/facts.

FACTS.tsv has the columns name, longitude, latitude, and as further columns, where the publisher gives them, country (IQ or SY) and
governorate as the publisher writes it. What is already there stays where it is; a new spelling of a place that is there joins it, a new
place falls into a part by its hash. Coordinates are rounded to three decimals.
"""

import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from gazetteer.geography import SHARED, governorates_at, kilometers  # noqa: E402
from gazetteer.labels import NAMES, bare, governorate_spellings, part_of  # noqa: E402

COLUMNS = ["id", "name", "country", "admin1", "truth_lon", "truth_lat", "place", "publisher"]
PARTS = ["development", "test"]


def read():
    """The rows of both parts, each with its part."""
    rows = []
    for part in PARTS:
        path = NAMES / f"{part}.csv"
        if path.exists():
            rows += [row | {"part": part} for row in csv.DictReader(path.open(encoding="utf-8"))]
    return rows


def same_place(row, rows):
    """The nearest row within 5 km with a like name, or within 1 km whatever its name: not to be split from it."""
    from rapidfuzz import fuzz

    point = (float(row["truth_lon"]), float(row["truth_lat"]))
    best = None
    for other in rows:
        there = (float(other["truth_lon"]), float(other["truth_lat"]))
        if abs(point[0] - there[0]) > 0.1 or abs(point[1] - there[1]) > 0.1:
            continue
        distance = kilometers(point, there)
        alike = fuzz.ratio(bare(row["name"]), bare(other["name"])) >= 60
        if (distance < 5 and alike or distance < 1) and (best is None or distance < best[0]):
            best = (distance, other)
    return best[1] if best else None


def add(facts, publisher):
    rows, spellings = read(), governorate_spellings()
    known = {(row["name"], row["publisher"], row["truth_lon"], row["truth_lat"]) for row in rows}
    codes = governorates_at([(float(fact[1]), float(fact[2])) for fact in facts])
    for fact, code in zip(facts, codes):
        name, longitude, latitude, country, admin1 = (fact + ["", ""])[:5]
        if code is None:
            print(f"outside Iraq and Syria, left out: {fact}", file=sys.stderr)
            continue
        row = {"name": name.strip(), "country": country or code[:2], "admin1": admin1 or spellings[code][0],
               "truth_lon": f"{float(longitude):.3f}", "truth_lat": f"{float(latitude):.3f}", "publisher": publisher}
        if (row["name"], publisher, row["truth_lon"], row["truth_lat"]) in known:
            continue
        other = same_place(row, rows)
        number = 1 + max((int(r["id"]) for r in rows), default=0)
        place = other["place"] if other else f"p{number}"
        part = other["part"] if other else part_of(f"{row['truth_lon']} {row['truth_lat']}")
        rows.append(row | {"id": str(number), "place": place, "part": part})
    for part in PARTS:
        with (NAMES / f"{part}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, extrasaction="ignore", lineterminator="\n")
            writer.writeheader()
            writer.writerows(row for row in rows if row["part"] == part)
    print({part: sum(row["part"] == part for row in rows) for part in PARTS}, file=sys.stderr)


def report_facts():
    """The names of the coalition report, where the compilers were sure of the place."""
    path = SHARED / "facts" / "report-places.csv"
    codes = {"Iraq": "IQ", "Syria": "SY"}
    return [[row["name_as_written"], row["longitude"], row["latitude"], codes[row["country"]]] for row in csv.DictReader(path.open(encoding="utf-8"))
            if row["longitude"] and row["confidence"] in ("high", "medium")]


if __name__ == "__main__":
    if sys.argv[1] == "--report":
        add(report_facts(), "Coalition release")
    else:
        lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
        add([line.split("\t") for line in lines if line.strip()], sys.argv[2])
