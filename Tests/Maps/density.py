"""The density of a map worked out a second time, by another program and from the published data alone: the GeoJSON beside
the map, the bandwidth and the classes that its legend states, and the region's outline as drawn.

Each incident is a Gaussian of the bandwidth and its own uncertainty, cut off at four deviations and put back into the
region where it would leave it. Random positions of the region must have the class that is drawn there.
"""

import re
from functools import reduce

import numpy
import pyproj
import shapely
from shapely import Polygon

from sheet import SVG, rings

POINTLIKE = {"site", "neighborhood", "town"}
# Contours are straight between the cells of a grid, and the legend rounds the bandwidth: near a class's limit either may
# be drawn. So many of the other positions may differ.
NEAR_LIMIT, MOST_WRONG = 0.12, 0.03
SAMPLES = 1_500


def region_of(frame):
    outlines = [e for e in frame.by_class("focus") if e.tag == SVG + "path"]
    parts = [Polygon(ring).buffer(0) for e in outlines for ring in rings(e.get("d", "")) if len(ring) >= 3]
    return reduce(lambda a, b: a.symmetric_difference(b), parts) if parts else None


def legend_of(sheet):
    """Bandwidth in meters, limits of the classes per km², lowest first; None for a map without density."""
    words = " ".join(sheet.legend_texts)
    unit = re.search(r"per ([\d,]+)? ?km²", words)
    bandwidth = re.search(r"Smoothed over ([\d.]+) (km|m)", words)
    if not unit or not bandwidth:
        return None
    square_kilometers = float((unit.group(1) or "1").replace(",", ""))
    labels = [e.text for e in sheet.group("legend").iter(SVG + "text") if "ramp-label" in e.get("class", "").split()]
    limits = [float(label.replace(",", "")) / square_kilometers for label in labels if re.fullmatch(r"[\d.,]+", label)]
    return float(bandwidth.group(1)) * {"km": 1000, "m": 1}[bandwidth.group(2)], [limit for limit in limits if limit > 0]


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
    if not found or len(found[1]) < len(sheet.density_fills):
        yield "the legend does not say how the density that is drawn was smoothed and divided into classes"
        return
    bandwidth, limits = found
    frame = sheet.frames[0]
    region = region_of(frame)
    project = pyproj.Transformer.from_crs("EPSG:4326", frame.projection, always_xy=True).transform
    places = [f["properties"] for f in features
              if f["geometry"] and f["geometry"]["type"] == "Point" and f["properties"]["precision"] in POINTLIKE]
    points = numpy.array([project(p["longitude"], p["latitude"]) for p in places])
    deviations = [numpy.hypot(bandwidth, p["uncertainty_m"]) for p in places]
    west, south, east, north = region.bounds
    generator = numpy.random.default_rng(1)
    page = generator.uniform((west, south), (east, north), (SAMPLES, 2))
    page = page[shapely.contains_xy(region, page[:, 0], page[:, 1])]
    targets = numpy.array([frame.planar(x, y) for x, y in page])
    ground = shapely.transform(region, lambda array: numpy.array([frame.planar(x, y) for x, y in array]))
    values = densities(points, deviations, targets, ground.buffer(0), bandwidth / 4)
    drawn = drawn_classes(frame, page)
    expected = numpy.array([sum(value >= limit for limit in limits) for value in values])
    near = numpy.array([any(abs(value / limit - 1) < NEAR_LIMIT for limit in limits) for value in values])
    wrong = (drawn != expected) & ~near
    if wrong.sum() > MOST_WRONG * len(page):
        yield f"the density drawn differs from the data at {wrong.sum()} of {len(page)} positions"
    highest = limits[len(sheet.density_fills) - 1]
    if values.max() * 1.25 < highest:
        yield f"the legend's highest class begins at {highest:.3g}, the data's maximum is {values.max():.3g} per km²"


def drawn_classes(frame, page):
    """The class drawn at each position, 0 for none: classes lie over one another, the highest on top."""
    fills = [e for e in frame.element.iter(SVG + "path") if e.get("fill") and not e.get("class")]
    classes = numpy.zeros(len(page), dtype=int)
    for number, element in enumerate(fills, start=1):
        parts = [Polygon(ring).buffer(0) for ring in rings(element.get("d", "")) if len(ring) >= 3]
        area = reduce(lambda a, b: a.symmetric_difference(b), parts)
        classes[shapely.contains_xy(area, page[:, 0], page[:, 1])] = number
    return classes
