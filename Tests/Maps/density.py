"""The density of a map worked out a second time, by another program and from the published data alone: the GeoJSON beside
the map, the region's outline in the gazetteer, and the classes that the legend states.

The bandwidth is Scott's, not less than the median uncertainty, and between 1/40 and 1/8 of the square root of the region's
area; the legend must state it. Each incident is a Gaussian of the bandwidth and its own uncertainty, cut off at four
deviations and put back into the region where it would leave it. Random positions of the region must have the class that is
drawn there.
"""

import json
import re
from functools import cache, reduce
from pathlib import Path

import numpy
import pyproj
import shapely
from shapely import Polygon
from shapely.geometry import shape

from sheet import SVG, rings

GAZETTEER = Path(__file__).resolve().parents[2] / "Gazetteer"

POINTLIKE = {"site", "neighborhood", "town"}
# Contours are straight between the cells of a grid, and the legend rounds the bandwidth: near a class's limit either may
# be drawn. So many of the other positions may differ.
NEAR_LIMIT, MOST_WRONG = 0.12, 0.03
SAMPLES = 1_500
# Borders are simplified to the scale of a map. The share of the region by which its outline may differ for that.
MOST_SIMPLIFIED = 0.005
# A GeoJSON rounds positions to what their uncertainty is worth.
ROUNDING = 0.02


@cache
def outlines():
    """The outlines of the shipped gazetteer, by code."""
    files = [GAZETTEER / "countries.geojson", GAZETTEER / "governorates.geojson"]
    features = [feature for file in files for feature in json.loads(file.read_text())["features"]]
    return {feature["properties"]["code"]: shape(feature["geometry"]) for feature in features}


def code_of(sheet, features):
    """The region that the data beside a map is about."""
    is_country = sheet.wide_path.stem == sheet.path.parent.name
    codes = {f["properties"]["country" if is_country else "governorate_code"] for f in features}
    return codes.pop() if len(codes) == 1 else None


def planar(geometry, projection):
    project = pyproj.Transformer.from_crs("EPSG:4326", projection, always_xy=True).transform
    return shapely.transform(geometry, lambda array: numpy.column_stack(project(array[:, 0], array[:, 1]))).buffer(0)


def region_of(frame):
    """What a map is about, as it is drawn, in the meters of its projection; None for a map about nothing."""
    outlines = [e for e in frame.by_class("focus") if e.tag == SVG + "path"]
    parts = [Polygon(ring).buffer(0) for e in outlines for ring in rings(e.get("d", "")) if len(ring) >= 3]
    if not parts:
        return None
    drawn = reduce(lambda a, b: a.symmetric_difference(b), parts)
    return shapely.transform(drawn, lambda array: numpy.array([frame.planar(x, y) for x, y in array])).buffer(0)


def check_outline(sheet, features):
    """The region that is drawn is that of the gazetteer: a governorate, or all of a country."""
    frame, code = sheet.frames[0], code_of(sheet, features)
    drawn = region_of(frame)
    if not code or drawn is None or not frame.projection:
        return
    parts = [outline for part, outline in outlines().items() if part == code or part.startswith(code + "-")]
    region = planar(shapely.union_all([o for o in parts if o is not outlines()[code]] or parts), frame.projection)
    shown = shapely.box(*frame.planar_box)
    different = drawn.symmetric_difference(region.intersection(shown)).area / region.area
    if different > MOST_SIMPLIFIED:
        yield f"the outline drawn differs from that of {code} by {different:.1%}"


def bandwidth_of(points, uncertainties, outline):
    """In meters, by the rule above, and the legend's words for what determined it."""
    size = abs(pyproj.Geod(ellps="WGS84").geometry_area_perimeter(outline)[0]) ** 0.5
    scott = (points.var(axis=0, ddof=1).mean()) ** 0.5 * len(points) ** (-1 / 6)
    median = sorted(uncertainties)[len(uncertainties) // 2]
    wanted, rule = (scott, "Scott's rule") if scott >= median else (median, "median uncertainty of the incidents")
    if wanted < size / 40:
        return size / 40, "1/40 of the region's size"
    return (size / 8, "1/8 of the region's size") if wanted > size / 8 else (wanted, rule)


def legend_of(sheet):
    """Bandwidth in meters and its rule, limits of the classes per km², lowest first; None for a map without density."""
    words = " ".join(sheet.legend_texts)
    unit = re.search(r"per ([\d,]+)? ?km²", words)
    bandwidth = re.search(r"Smoothed over ([\d.]+) (km|m) \(kernel bandwidth, ([^)]+)\)", words)
    if not unit or not bandwidth:
        return None
    square_kilometers = float((unit.group(1) or "1").replace(",", ""))
    labels = [e.text for e in sheet.group("legend").iter(SVG + "text") if "ramp-label" in e.get("class", "").split()]
    limits = [float(label.replace(",", "")) / square_kilometers for label in labels if re.fullmatch(r"[\d.,]+", label)]
    return (float(bandwidth.group(1)) * {"km": 1000, "m": 1}[bandwidth.group(2)], bandwidth.group(3),
            [limit for limit in limits if limit > 0])


def densities(points, deviations, targets, ground, step):
    """Incidents per km² at the targets: kernels over the ground, each with its mass there made whole."""
    west, south, east, north = ground.bounds
    xs, ys = numpy.meshgrid(numpy.arange(west + step / 2, east, step), numpy.arange(south + step / 2, north, step))
    inside = shapely.contains_xy(ground, xs, ys)
    cells = numpy.column_stack([xs[inside], ys[inside]])
    total = numpy.zeros(len(targets))
    for point, deviation in zip(points, deviations):
        def kernel(at):
            distances = ((at - point) ** 2).sum(axis=1) / deviation ** 2
            return numpy.where(distances <= 16, numpy.exp(-distances / 2), 0)
        mass = kernel(cells).sum() * (step / 1000) ** 2
        if mass > 0:
            total += kernel(targets) / mass
    return total


def check_density(sheet, features):
    if not sheet.density_fills:
        return
    found = legend_of(sheet)
    if not found or len(found[2]) < len(sheet.density_fills):
        yield "the legend does not say how the density that is drawn was smoothed and divided into classes"
        return
    stated, stated_rule, limits = found
    frame = sheet.frames[0]
    outline = outlines()[code_of(sheet, features)]
    ground, drawn_region = planar(outline, frame.projection), region_of(frame)
    project = pyproj.Transformer.from_crs("EPSG:4326", frame.projection, always_xy=True).transform
    places = [f["properties"] for f in features
              if f["geometry"] and f["geometry"]["type"] == "Point" and f["properties"]["precision"] in POINTLIKE]
    points = numpy.array([project(p["longitude"], p["latitude"]) for p in places])
    bandwidth, rule = bandwidth_of(points, [p["uncertainty_m"] for p in places], outline)
    if abs(stated - bandwidth) > 50 + ROUNDING * bandwidth or stated_rule != rule:
        yield f"the legend states a bandwidth of {stated:.0f} m by {stated_rule}; it is {bandwidth:.0f} m by {rule}"
    deviations = [numpy.hypot(bandwidth, p["uncertainty_m"]) for p in places]
    seen = ground.intersection(drawn_region)
    west, south, east, north = seen.bounds
    generator = numpy.random.default_rng(1)
    targets = generator.uniform((west, south), (east, north), (SAMPLES, 2))
    targets = targets[shapely.contains_xy(seen, targets[:, 0], targets[:, 1])]
    page = numpy.array([frame.page(x, y) for x, y in targets])
    values = densities(points, deviations, targets, ground, bandwidth / 4)
    drawn = drawn_classes(frame, page)
    expected = numpy.array([sum(value >= limit for limit in limits) for value in values])
    near = numpy.array([any(abs(value / limit - 1) < NEAR_LIMIT for limit in limits) for value in values])
    wrong = (drawn != expected) & ~near
    if wrong.sum() > MOST_WRONG * len(page):
        yield f"the density drawn differs from the data at {wrong.sum()} of {len(page)} positions"
    # Peaks are at incidents, where no random position may lie.
    peak = max(values.max(), densities(points, deviations, points, ground, bandwidth / 4).max())
    highest = limits[len(sheet.density_fills) - 1]
    if peak * 1.05 < highest:
        yield f"the legend's highest class begins at {highest:.3g}, the data's maximum is {peak:.3g} per km²"


def drawn_classes(frame, page):
    """The class drawn at each position, 0 for none: classes lie over one another, the highest on top."""
    fills = [e for e in frame.element.iter(SVG + "path") if e.get("fill") and not e.get("class")]
    classes = numpy.zeros(len(page), dtype=int)
    for number, element in enumerate(fills, start=1):
        parts = [Polygon(ring).buffer(0) for ring in rings(element.get("d", "")) if len(ring) >= 3]
        area = reduce(lambda a, b: a.symmetric_difference(b), parts)
        classes[shapely.contains_xy(area, page[:, 0], page[:, 1])] = number
    return classes
