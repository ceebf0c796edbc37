"""The same incidents as three tools draw them, side by side on one sheet: ours, GeoPandas with matplotlib, and QGIS.

Usage: peers.py BINARY PICTURE.png
Each peer does what its handbook shows for this: borders, one symbol for each coordinate with its area by number, colored
by the commonest assessment, labels, legend, title; QGIS also a scale bar, from its layout. QGIS is left out with a note
where it is not installed.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import geopandas
import matplotlib
matplotlib.use("Agg")
import matplotlib.pyplot as plt
from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[2]
REGION, TITLE = "SY-DY", "Reported civilian-harm incidents in Deir ez-Zor, Syria"
COLORS = {"credible": "#d55e00", "non-credible": "#999999", "open": "#56b4e9", "duplicate": "#009e73"}
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
PANEL = 620


def spots(path):
    """One feature for each coordinate, with its number, name and commonest assessment."""
    groups = {}
    for feature in json.loads(path.read_text())["features"]:
        if feature["geometry"] and feature["geometry"]["type"] == "Point":
            groups.setdefault(tuple(feature["geometry"]["coordinates"]), []).append(feature["properties"])
    for (lon, lat), members in sorted(groups.items(), key=lambda item: (len(item[1]), item[0])):
        kind = Counter(m["assessment"] for m in members).most_common(1)[0][0]
        yield {"lon": lon, "lat": lat, "count": len(members), "name": members[0]["place_name"], "kind": kind}


def overlaps(boxes):
    return sum(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[i + 1:])


def draw_geopandas(places, target):
    """Returns the number of pairs of labels that overlap, measured by matplotlib's renderer."""
    areas = geopandas.read_file(ROOT / "Gazetteer/governorates.geojson").set_crs(4326, allow_override=True)
    rivers = geopandas.read_file(ROOT / "Gazetteer/rivers.geojson").set_crs(4326, allow_override=True)
    frame = geopandas.GeoDataFrame(places, geometry=geopandas.points_from_xy([p["lon"] for p in places], [p["lat"] for p in places]), crs=4326)
    focus = areas[areas["code"] == REGION]
    crs = focus.estimate_utm_crs()
    figure, axes = plt.subplots(figsize=(7, 7))
    areas.to_crs(crs).plot(ax=axes, color="#f0eee9", edgecolor="#999999", linewidth=0.6)
    focus.to_crs(crs).plot(ax=axes, color="white", edgecolor="black")
    rivers.to_crs(crs).plot(ax=axes, color="#7fadc6", linewidth=1)
    projected = frame.to_crs(crs)
    for kind, group in projected.groupby("kind"):
        group.plot(ax=axes, color=COLORS[kind], markersize=group["count"] * 30, edgecolor="black", linewidth=0.5, label=kind)
    labels = [axes.annotate(row["name"], (row.geometry.x, row.geometry.y), fontsize=7, xytext=(4, 4), textcoords="offset points")
              for _, row in projected.iterrows()]
    left, bottom, right, top = focus.to_crs(crs).total_bounds
    axes.set_xlim(left - 15_000, right + 15_000)
    axes.set_ylim(bottom - 15_000, top + 15_000)
    axes.legend(title="assessment")
    axes.set_title(TITLE, fontsize=10)
    figure.canvas.draw()
    boxes = [label.get_window_extent() for label in labels]
    figure.savefig(target, dpi=130, bbox_inches="tight")
    return overlaps(boxes)


def draw_qgis(places, folder, target):
    """Whether QGIS is there and drew it."""
    features = [{"type": "Feature", "properties": p, "geometry": {"type": "Point", "coordinates": [p["lon"], p["lat"]]}} for p in places]
    (folder / "spots.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    made = subprocess.run(["/usr/bin/python3", str(Path(__file__).with_name("peer_qgis.py")), str(ROOT), str(folder / "spots.geojson"),
                           REGION, TITLE, str(target)], capture_output=True, text=True)
    return made.returncode == 0 and target.exists()


def sheet(panels, target):
    """The pictures beside one another, each with its name above and what was measured below."""
    font, bold = ImageFont.truetype(FONT, 15), ImageFont.truetype(FONT.replace("Sans.", "Sans-Bold."), 19)
    pictures = []
    for title, path, notes in panels:
        picture = Image.open(path).convert("RGB")
        pictures.append((title, picture.resize((PANEL, round(picture.height * PANEL / picture.width)), Image.LANCZOS), notes))
    height = max(p.height for _, p, _ in pictures)
    canvas = Image.new("RGB", (PANEL * len(pictures) + 20 * (len(pictures) + 1), height + 60 + 24 * max(len(n) for *_, n in pictures)), "white")
    pen = ImageDraw.Draw(canvas)
    for index, (title, picture, notes) in enumerate(pictures):
        left = 20 + index * (PANEL + 20)
        pen.text((left, 14), title, font=bold, fill="#1f1f1f")
        canvas.paste(picture, (left, 44))
        for line, note in enumerate(notes):
            pen.text((left, picture.height + 54 + 24 * line), note, font=font, fill="#1f1f1f")
    canvas.quantize(256, method=Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE).save(target, optimize=True)


def main(binary, target):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run([binary, "map", str(ROOT / "Examples/release.txt"), "--output", str(folder / "maps")], check=True, stdout=subprocess.DEVNULL)
        ours = folder / "maps/syria/deir-ez-zor.svg"
        places = list(spots(ours.with_suffix(".geojson")))
        subprocess.run(["rsvg-convert", "-w", "1240", str(ours), "-o", str(folder / "ours.png")], check=True)
        pairs = draw_geopandas(places, folder / "geopandas.png")
        count, total = len(places), sum(p["count"] for p in places)
        panels = [
            ("incident-mapper map", folder / "ours.png",
             [f"{total} incidents at {count} places; 0 pairs of labels overlap (measured in Chromium)"]),
            (f"GeoPandas {geopandas.__version__}, matplotlib {matplotlib.__version__}", folder / "geopandas.png",
             [f"the same {count} places; {pairs} pairs of labels overlap (measured by matplotlib)"]),
        ]
        if draw_qgis(places, folder, folder / "qgis.png"):
            panels.append(("QGIS, print layout", folder / "qgis.png", ["the same places; labels that have no room are left out"]))
        else:
            print("QGIS is not here: its picture is left out", file=sys.stderr)
        sheet(panels, target)
        print(f"{target}: {', '.join(title for title, *_ in panels)}")


if __name__ == "__main__":
    main(*sys.argv[1:3])
