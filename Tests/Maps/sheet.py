"""A map as its file says it: marks, legend, scale bars and the ground they stand on."""

import re
import xml.etree.ElementTree as ElementTree

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = r"-?\d+(?:\.\d+)?"


def numbers(text):
    return [float(number) for number in re.findall(NUMBER, text)]


def classes(element):
    return element.get("class", "").split()


def rings(path):
    """The subpaths of an `M L Z` path."""
    parts = [part for part in path.split("M") if part]
    return [list(zip(values[::2], values[1::2])) for values in map(numbers, parts)]


class Frame:
    """One window of a sheet."""

    def __init__(self, element):
        self.id = element.get("id")
        self.element = element
        self.projection = element.get("data-projection")
        self.matrix = numbers(element.get("data-matrix", "")) or None
        neatline = next(e for e in element.iter(SVG + "rect") if "neatline" in classes(e))
        x, y, width, height = (float(neatline.get(key)) for key in ("x", "y", "width", "height"))
        self.box = (x, y, x + width, y + height)

    def by_class(self, name):
        return [e for e in self.element.iter() if name in classes(e)]

    @property
    def symbols(self):
        """Each symbol: identifier, incidents, center, radius, and incidents by assessment."""
        for group in self.by_class("symbol"):
            halo = next(e for e in group if "symbol-halo" in classes(e))
            sectors = {}
            for sector in group:
                kind = next((c for c in classes(sector) if c.startswith("assessment-")), None)
                if kind:
                    kind = kind.removeprefix("assessment-")
                    sectors[kind] = sectors.get(kind, 0) + int(sector.get("data-incidents"))
            yield {"id": group.get("id"), "incidents": int(group.get("data-incidents")), "sectors": sectors,
                   "center": (float(halo.get("cx")), float(halo.get("cy"))), "radius": float(halo.get("r")) - 1}

    @property
    def scale_bar(self):
        """Its length on the sheet and the meters it claims."""
        line = self.by_class("scale-line")
        label = self.by_class("scale-label")
        if not line or not label:
            return None
        xs = numbers(line[0].get("d"))[::2]
        value, unit = label[0].text.split()
        return max(xs) - min(xs), float(value) * {"m": 1, "km": 1000}[unit]

    def planar(self, x, y):
        a, _, _, d, e, f = self.matrix
        return (x - e) / a, (y - f) / d

    @property
    def planar_box(self):
        """West, south, east, north: in the meters of the projection."""
        (west, north), (east, south) = self.planar(*self.box[:2]), self.planar(*self.box[2:])
        return west, south, east, north

    def page(self, x, y):
        a, _, _, d, e, f = self.matrix
        return a * x + e, d * y + f


class Sheet:
    """A whole map."""

    def __init__(self, path):
        self.path = path
        self.is_narrow = path.name.endswith(".narrow.svg")
        # The map that a narrow one is the narrow form of: table and data stand beside it.
        self.wide_path = path.with_name(path.name.replace(".narrow.svg", ".svg"))
        self.bytes = path.stat().st_size
        self.root = ElementTree.parse(path).getroot()
        self.width, self.height = numbers(self.root.get("viewBox"))[2:]
        self.frames = [Frame(e) for e in self.root.iter(SVG + "g") if "frame" in classes(e)]
        self.style = "".join(e.text or "" for e in self.root.iter(SVG + "style"))

    def group(self, identifier):
        return next((e for e in self.root.iter() if e.get("id") == identifier), None)

    @property
    def words(self):
        return " ".join(e.text for e in self.root.iter(SVG + "text") if e.text)

    @property
    def legend_texts(self):
        legend = self.group("legend")
        return [e.text or "" for e in legend.iter(SVG + "text")] if legend is not None else []

    @property
    def size_samples(self):
        """The legend's sample symbols: radius and number."""
        legend = self.group("legend")
        elements = list(legend.iter()) if legend is not None else []
        return [(float(e.get("r")), int(elements[i + 1].text)) for i, e in enumerate(elements) if "size-circle" in classes(e)]

    @property
    def density_fills(self):
        """The fills of the classes as drawn, lowest first."""
        return [e.get("fill") for f in self.frames for e in f.element.iter(SVG + "path")
                if e.get("fill") and not classes(e)]

    @property
    def ramp_fills(self):
        """The fills of the legend's classes, but for those told apart by hatching."""
        rectangles = list(self.root.iter(SVG + "rect"))
        hatched = {i - 1 for i, e in enumerate(rectangles) if "hatched" in classes(e)}
        return [e.get("fill") for i, e in enumerate(rectangles) if "ramp-step" in classes(e) and i not in hatched]
