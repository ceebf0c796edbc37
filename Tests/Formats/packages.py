"""Checks the descriptions that a run and a conversion write against the Data Package standard, with frictionless.

Usage: packages.py BINARY
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from frictionless import Package, validate

ROOT = Path(__file__).resolve().parents[2]


def main(binary):
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        quiet = {"check": True, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        formats = [word for name in ("gpkg", "csv", "kml", "topojson", "fgb") for word in ("--format", name)]
        subprocess.run([binary, "map", ROOT / "Examples" / "page.txt", "--output", folder / "run", *formats], **quiet)
        subprocess.run(
            [binary, "convert", folder / "run" / "incidents.gpkg", "--output", folder / "all.csv", "--output", folder / "all.fgb"],
            **quiet)
        failed = False
        for path in [folder / "run" / "datapackage.json", folder / "all.datapackage.json"]:
            report = validate(path)
            named = {resource.path for resource in Package(path).resources}
            # All but the page and its parts, which are no data.
            data = {".geojson", ".csv", ".svg", ".gpkg", ".kml", ".topojson", ".fgb"}
            there = {str(file.relative_to(path.parent)) for file in path.parent.rglob("*") if file.suffix in data}
            missing = there - named if path.parent.name == "run" else set()
            print(f"{path.name}: {len(named)} files, {'valid' if report.valid else 'not valid'}")
            for error in report.flatten(["message"])[:5]:
                print(f"  {error[0]}")
            for file in sorted(missing):
                print(f"  {file} is not described")
            failed = failed or not report.valid or bool(missing)
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1])
