"""Looks at maps as a reader, a printer and a machine would, and lists what is wrong with them.

Usage: check.py FONTS FOLDER...   with FOLDER written by `incident-mapper map`; every drawing in it is looked at, its
letters also in each of the other fonts that are unpacked below FONTS.
Exit status 1 when anything was found.
"""

import csv
import io
import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from functools import reduce
from pathlib import Path

import numpy
from geographiclib.geodesic import Geodesic
from PIL import Image
from pyproj import Proj
from shapely.geometry import Polygon
from shapely.ops import unary_union

import color
import fonts
from browser import Browser
from density import check_density, check_outline
from sheet import SVG, Sheet, classes, rings

ASSESSMENTS = ["credible", "non-credible", "open", "duplicate", "unstated"]
PRINT_MILLIMETERS = 180
LEAST_POINTS = 6.0
MOST_BYTES = {"governorate": 300_000, "country": 1_000_000}
# A renderer's rounding, in sheet units.
SLACK = 0.15


# Structure

def check_structure(sheet):
    root = sheet.root
    if root.get("role") != "img":
        yield "the root has no role=\"img\""
    for name in ("title", "desc"):
        element = root.find(SVG + name)
        if element is None or not (element.text or "").strip():
            yield f"there is no <{name}>"
        elif element.get("id") not in root.get("aria-labelledby", "").split():
            yield f"aria-labelledby does not name the <{name}>"
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    for identifier in {i for i in ids if ids.count(i) > 1}:
        yield f"the id {identifier} occurs twice"
    text = sheet.path.read_text()
    for identifier in {part.split(")")[0] for part in text.split("url(#")[1:]} - set(ids):
        yield f"url(#{identifier}) leads nowhere"
    if "sans-serif" not in sheet.style:
        yield "the font stack has no generic family"
    kind = "country" if sheet.path.stem == sheet.path.parent.name else "governorate"
    if sheet.bytes > MOST_BYTES[kind]:
        yield f"{sheet.bytes:,} bytes"


def check_words(sheet):
    for word in ("Projection:", "WGS 84", "Map data:"):
        if word not in sheet.words:
            yield f"nothing says {word!r}"
    for frame in sheet.frames:
        if frame.projection and not frame.by_class("tick-label"):
            yield f"{frame.id} has no degrees along its frame"
        if frame.scale_bar is None:
            yield f"{frame.id} has no scale bar"


# Geography

def check_scale_bars(sheet):
    for frame in sheet.frames:
        if not frame.projection or not frame.scale_bar:
            continue
        units, meters = frame.scale_bar
        proj = Proj(frame.projection)
        x, y = (frame.box[0] + frame.box[2]) / 2, (frame.box[1] + frame.box[3]) / 2
        (lon1, lat1), (lon2, lat2) = (proj(*frame.planar(x + side * units / 2, y), inverse=True) for side in (-1, 1))
        measured = Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2)["s12"]
        if abs(measured / meters - 1) > 0.01:
            yield f"{frame.id}: the scale bar says {meters:.0f} m and is {measured:.0f} m"


def check_positions(sheet, table):
    """Every symbol stands at one of the places it is for; on a narrow map, whose symbols the table does not name, at one of
    all places."""
    for frame in sheet.frames[:1]:
        proj = Proj(frame.projection)
        places = {}
        for row in table:
            if row["longitude"]:
                mark = "" if sheet.is_narrow else row["mark"]
                places.setdefault(mark, []).append(frame.page(*proj(float(row["longitude"]), float(row["latitude"]))))
        for symbol in frame.symbols:
            distances = [numpy.hypot(x - symbol["center"][0], y - symbol["center"][1]) for x, y in places.get("" if sheet.is_narrow else symbol["id"], [])]
            if not distances or min(distances) > 0.05:
                yield f"{symbol['id']} is {min(distances, default=float('inf')):.2f} units from its place"


def check_slivers(sheet):
    """Neighbors share their border: together they leave no gaps and cover nothing twice."""
    for frame in sheet.frames[:1]:
        outlines = []
        for element in frame.by_class("focus") + frame.by_class("neighbor"):
            parts = [Polygon(ring).buffer(0) for ring in rings(element.get("d", "")) if len(ring) >= 3]
            if parts:
                outlines.append(reduce(lambda a, b: a.symmetric_difference(b), parts))
        if len(outlines) < 2:
            continue
        union = unary_union(outlines)
        twice = sum(o.area for o in outlines) - union.area
        gaps = [Polygon(hole) for part in getattr(union, "geoms", [union]) for hole in part.interiors]
        # A fifth of a square unit is 0.01 mm² in print: no eye finds it.
        slivers = [g for g in gaps if g.area > 0.2 and g.area / g.length < 0.3]
        if twice > 0.0005 * union.area:
            yield f"governorates cover {twice:.1f} square units twice"
        if slivers:
            yield f"{len(slivers)} slivers between governorates, {sum(g.area for g in slivers):.1f} square units"


# Numbers

def check_sums(sheet, table, features):
    """Table, marks and GeoJSON say the same numbers, in all and for each assessment."""
    frame = sheet.frames[0]
    symbols = list(frame.symbols)
    areas = [int(e.get("data-incidents")) for e in frame.by_class("area-mark")]
    drawn = sum(s["incidents"] for s in symbols) + sum(areas)
    listed = sum(int(row["incidents"]) for row in table)
    if not drawn == listed == len(features):
        yield f"{drawn} incidents in the marks, {listed} in the table, {len(features)} in the GeoJSON"
    for kind in ASSESSMENTS:
        in_table = sum(int(row[kind.replace("-", "_")]) for row in table)
        in_file = sum(f["properties"]["assessment"] == kind for f in features)
        at_points = sum(int(row[kind.replace("-", "_")]) for row in table if row["drawn_as"] == "symbol")
        in_symbols = sum(s["sectors"].get(kind, 0) for s in symbols)
        if in_table != in_file or at_points != in_symbols:
            yield f"{kind}: {in_symbols} in symbols, {at_points} and {in_table} in the table, {in_file} in the GeoJSON"
        words = {"unstated": "not stated"}.get(kind, kind)
        in_legend = [t for t in sheet.legend_texts if t.startswith(f"{words} (")]
        # The legend of a narrow map counts what its symbols show.
        meant = at_points if sheet.is_narrow else in_file
        if in_legend != ([f"{words} ({meant:,})"] if meant else []):
            yield f"the legend says {in_legend} for {meant} {kind}"
    for symbol in [] if sheet.is_narrow else symbols:
        rows = sum(int(row["incidents"]) for row in table if row["mark"] == symbol["id"])
        if not rows == symbol["incidents"] == sum(symbol["sectors"].values()):
            yield f"{symbol['id']}: {symbol['incidents']} in its title, {rows} in the table"


def check_sizes(sheet):
    """The area of every symbol, the legend's too, is in one proportion to its number."""
    ones = [r / n ** 0.5 for r, n in sheet.size_samples]
    ones += [s["radius"] / s["incidents"] ** 0.5 for frame in sheet.frames for s in frame.symbols]
    if ones and max(ones) - min(ones) > 0.02:
        yield f"a symbol for one incident has radii from {min(ones):.2f} to {max(ones):.2f}"


def check_ramp(sheet):
    if sheet.density_fills and sheet.ramp_fills[1:] != sheet.density_fills:
        yield f"the legend's classes are {sheet.ramp_fills[1:]} and the map's {sheet.density_fills}"


# Letters

def separated(one, other):
    """Whether a line divides two convex shapes by more than the slack (separating axis theorem)."""
    for shape in (one, other):
        for (x1, y1), (x2, y2) in zip(shape, shape[1:] + shape[:1]):
            length = numpy.hypot(x2 - x1, y2 - y1)
            if length == 0:
                continue
            nx, ny = (y2 - y1) / length, (x1 - x2) / length
            a = [x * nx + y * ny for x, y in one]
            b = [x * nx + y * ny for x, y in other]
            if max(a) <= min(b) + SLACK or max(b) <= min(a) + SLACK:
                return True
    return False


def check_letters(sheet, texts):
    boxes = {frame.id: frame.box for frame in sheet.frames}
    for text in texts:
        xs, ys = [x for x, _ in text["corners"]], [y for _, y in text["corners"]]
        text["box"] = (min(xs), min(ys), max(xs), max(ys))
        around = text["kind"] == "tick-label" or text["kind"].startswith("panel-")
        sheet_box = (2, 2, sheet.width - 2, sheet.height - 2)
        left, top, right, bottom = sheet_box if around else boxes.get(text["frame"], sheet_box)
        if text["box"][0] < left - SLACK or text["box"][1] < top - SLACK or text["box"][2] > right + SLACK or text["box"][3] > bottom + SLACK:
            yield f"{text['text']!r} leaves {text['frame'] or 'the sheet'}"
        points = text["size"] * PRINT_MILLIMETERS / sheet.width / 25.4 * 72
        if points < LEAST_POINTS:
            yield f"{text['text']!r} is {points:.1f} points high in print"
        if not text["frame"] or around:
            for identifier, box in boxes.items():
                corners = [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]
                if not separated([tuple(c) for c in text["corners"]], corners):
                    yield f"{text['text']!r} runs into {identifier}"
    ordered = sorted(texts, key=lambda t: t["box"][0])
    for index, text in enumerate(ordered):
        for other in ordered[index + 1:]:
            if other["box"][0] > text["box"][2]:
                break
            if not separated([tuple(c) for c in text["corners"]], [tuple(c) for c in other["corners"]]):
                yield f"{text['text']!r} and {other['text']!r} overlap"


# Colors

def check_text_contrast(sheet, texts, ground, scale):
    """Each letter against what lies under it: its halo, and the picture without letters."""
    for text in texts:
        left, top, right, bottom = (int(round(v * scale)) for v in text["box"])
        under = ground[max(top, 0):bottom + 1, max(left, 0):right + 1].reshape(-1, 3).astype(float)
        if not len(under):
            continue
        if text["stroke"] != "none" and text["strokeWidth"] >= 1.5:
            halo = numpy.array(color.parse(text["stroke"]))
            under = under * (1 - text["strokeOpacity"]) + halo * text["strokeOpacity"]
        ratio = numpy.percentile(color.contrast(under, numpy.array(color.parse(text["fill"]))), 5)
        if ratio < 4.5:
            yield f"{text['text']!r} ({text['kind']}) has contrast {ratio:.1f}"


# What carries meaning on the land that a map is about.
MARKS = ["symbol-rim", "leader", "focus-border", "scale-line", "tick", "neatline", "hatched", "course"]


def check_mark_contrast(sheet, browser):
    strokes, ground = browser.strokes(MARKS)
    for name, stroke in strokes.items():
        if stroke.startswith("rgb") and color.contrast(numpy.array(color.parse(stroke)), numpy.array(color.parse(ground))) < 3:
            yield f".{name} has contrast below 3"


def check_color_blindness(sheet):
    """Neighboring classes differ for everyone; so do assessments that have no pattern."""
    fills = [color.parse(f) for f in sheet.ramp_fills]
    for kind in color.BLINDNESS:
        for one, other in zip(fills, fills[1:]):
            if color.difference(one, other, kind) < 0.03:
                yield f"two neighboring classes differ by {color.difference(one, other, kind):.3f} in {kind}"


ASSESSMENT_COLORS = {"credible": "#d55e00", "open": "#56b4e9", "unstated": "#ffffff", "duplicate": "#009e73"}


def check_assessment_colors(sheet):
    names = [n for n, c in ASSESSMENT_COLORS.items() if f".assessment-{n} {{ fill: {c}" in sheet.style]
    for index, one in enumerate(names):
        for other in names[index + 1:]:
            for kind in color.BLINDNESS:
                found = color.difference(*(color.parse(ASSESSMENT_COLORS[n]) for n in (one, other)), kind)
                if found < 0.1:
                    yield f"{one} and {other} differ by {found:.2f} in {kind}"


# Renderers

def blurred(picture, size):
    """Means over squares of so many pixels: what is left when anti-aliasing is not looked at."""
    height, width = (n // size * size for n in picture.shape[:2])
    return picture[:height, :width].reshape(height // size, size, width // size, size, 3).mean(axis=(1, 3))


def check_renderers(sheet, picture, scale):
    """rsvg-convert and Chromium draw the same."""
    width, height = int(sheet.width * scale), int(sheet.height * scale)
    made = subprocess.run(["rsvg-convert", "-w", str(width), "-h", str(height), str(sheet.path)], check=True, capture_output=True)
    other = numpy.asarray(Image.open(io.BytesIO(made.stdout)).convert("RGB"))
    rows, columns = min(picture.shape[0], other.shape[0]), min(picture.shape[1], other.shape[1])
    gap = numpy.abs(blurred(picture[:rows, :columns].astype(float), 4) - blurred(other[:rows, :columns].astype(float), 4)).max(axis=2)
    share = (gap > 40).mean()
    if gap.mean() > 2 or share > 0.01:
        yield f"rsvg-convert and Chromium differ: by {gap.mean():.2f} of 255 on average, clearly on {share:.1%}"


def check_outside(sheet, picture, margin, scale):
    """Nothing is drawn outside the sheet."""
    inner = picture.copy().astype(int)
    edge = margin * scale
    inner[edge:-edge, edge:-edge] = 255
    if (inner < 250).any():
        yield "something is drawn outside the viewBox"


# All of it

def findings(path, browser):
    try:
        sheet = Sheet(path)
    except ElementTree.ParseError as error:
        return [f"is not well-formed: {error}"]
    found = list(check_structure(sheet)) + list(check_words(sheet)) + list(check_scale_bars(sheet)) + list(check_slivers(sheet))
    table_path = sheet.wide_path.with_suffix(".csv")
    if table_path.exists():
        table = list(csv.DictReader(table_path.open()))
        features = json.loads(sheet.wide_path.with_suffix(".geojson").read_text())["features"]
        found += list(check_sums(sheet, table, features)) + list(check_positions(sheet, table))
        found += list(check_outline(sheet, features)) + list(check_density(sheet, features))
    found += list(check_sizes(sheet)) + list(check_ramp(sheet)) + list(check_color_blindness(sheet)) + list(check_assessment_colors(sheet))
    browser.open(path, sheet.width, sheet.height)
    texts = browser.texts()
    found += check_letters(sheet, texts)
    found += check_text_contrast(sheet, texts, browser.picture(hidden="text"), browser.scale)
    found += check_mark_contrast(sheet, browser)
    found += check_renderers(sheet, browser.picture(), browser.scale)
    found += check_outside(sheet, browser.picture(margin=12), 12, browser.scale)
    return found


def letter_findings(path, browser):
    """What is wrong with the letters alone, where another machine sets them in other fonts."""
    sheet = Sheet(path)
    browser.open(path, sheet.width, sheet.height)
    return check_letters(sheet, browser.texts())


def main(folders, packages):
    paths = [path for folder in folders for path in sorted(Path(folder).rglob("*.svg"))]
    browser, count = Browser(), 0
    others = {name: Browser(environment=fonts.environment(packages, name)) for name in fonts.FAMILIES}
    try:
        if len({b.run(fonts.SAMPLE_WIDTH) for b in [browser, *others.values()]}) <= len(others):
            raise SystemExit("the other fonts are not used")
        for path in paths:
            found = findings(path, browser)
            for name, other in others.items():
                found += [f"{finding}, in {name}" for finding in letter_findings(path, other)]
            count += len(found)
            for finding in found:
                print(f"{path}: {finding}", flush=True)
    finally:
        for one in [browser, *others.values()]:
            one.close()
    print(f"{len(paths)} maps looked at, {count} findings")
    return 1 if count or not paths else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:], sys.argv[1]))
