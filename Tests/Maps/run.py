"""Draws the example and the generated sets, and looks at every map; first it sees to it that the checks notice breakages.

Usage: run.py BINARY FONTS FOLDER   with FONTS for other fonts, FOLDER for the texts and maps, which stay to be looked at
"""

import subprocess
import sys
from pathlib import Path

import breakages
import check
import sets
from browser import Browser

ROOT = Path(__file__).resolve().parents[2]
STYLES = ["heatmap", "symbols", "choropleth", "hexagons", "uncertainty"]


def draw(binary, folder):
    """Every map of every set, and those of the example in every style, also of a region without incidents."""
    outputs = []
    for text in [ROOT / "Examples/release.txt", ROOT / "Examples/page.txt", *sets.write(folder)]:
        output = folder / text.stem
        subprocess.run([binary, "map", str(text), "--output", str(output)], check=True, stdout=subprocess.DEVNULL)
        outputs.append(output)
    for text, labels in [("release", "arabic"), ("page", "arabic"), ("release", "both")]:
        output = folder / f"{text}-{labels}"
        subprocess.run([binary, "map", str(ROOT / f"Examples/{text}.txt"), "--labels", labels, "--output", str(output)],
                       check=True, stdout=subprocess.DEVNULL)
        outputs.append(output)
    styles = folder / "styles"
    styles.mkdir(exist_ok=True)
    for style in STYLES:
        for region in ("SY", "SY-RA", "SY-SU"):
            for theme in ("light", "dark"):
                subprocess.run([binary, "render", str(folder / "release/incidents.geojson"), "--region", region, "--style", style,
                                "--theme", theme, "-o", str(styles / f"{style}-{region}-{theme}.svg")], check=True)
    return [*outputs, styles]


if __name__ == "__main__":
    outputs = draw(sys.argv[1], Path(sys.argv[3]))
    browser = Browser()
    try:
        missing = breakages.unnoticed(browser)
    finally:
        browser.close()
    for words in missing:
        print(f"the checks do not notice: {words}")
    sys.exit(1 if check.main(outputs, sys.argv[2]) or missing else 0)
