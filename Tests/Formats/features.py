"""Features that are hard to write: made from a seed, for check.py."""

import random

TEXTS = [
    "", "plain", "two\nlines", "with \"quotes\" and 'others'", "comma, semicolon; tab\t", "carriage\r\nreturn",
    "الموصل", "نەینەوا 😀", "<b>&amp;</b> ]]>", "=1+1", "+964 770", "-5", "@cmd", "\x01\x1f control", "with\0zero",
    "  spaces  ", "true", "null", "12", "2019-04-03", "x" * 70_000, "C:\\path\\", "{\"a\":1}", "[1,2]",
]
LISTS = [[], ["one"], ["a, b", "c; d"], ["الموصل", "\"q\""], ["", "x"]]
NESTED = [{"a": [1, 2, {"b": None}]}, [1, 2], [[1], [2]], {"text": "line\nline"}, {}]
NUMBERS = [0.1, -2.5, 1e-7, 123456.789, 1e21, 3.0, -0.5]
WHOLE = [0, 1, -1, 7, 2_147_483_648, -3_000_000_000, 9_007_199_254_740_991]


def square(x, y, size=1.0):
    return [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]


def point(generator):
    return {"type": "Point", "coordinates": [round(generator.uniform(-180, 180), 7), round(generator.uniform(-90, 90), 7)]}


def neighbors(generator):
    """One cell of a grid of squares: its neighbors share its sides."""
    x, y = generator.randrange(-10, 10), generator.randrange(-10, 10)
    return {"type": "Polygon", "coordinates": [square(x, y)]}


def polygon_with_hole(generator):
    x, y = round(generator.uniform(-170, 160), 4), round(generator.uniform(-80, 70), 4)
    return {"type": "Polygon", "coordinates": [square(x, y, 4), square(x + 1, y + 1, 2)[::-1]]}


def islands(generator):
    x, y = generator.randrange(-170, 160), generator.randrange(-80, 70)
    return {"type": "MultiPolygon", "coordinates": [[square(x, y)], [square(x + 3, y)], [square(x, y + 3), square(x + 0.25, y + 3.25, 0.5)[::-1]]]}


def line(generator):
    return {"type": "LineString", "coordinates": [point(generator)["coordinates"] for _ in range(generator.randrange(2, 9))]}


def lines(generator):
    return {"type": "MultiLineString", "coordinates": [line(generator)["coordinates"] for _ in range(generator.randrange(2, 4))]}


SPECIAL = [
    None,
    {"type": "Point", "coordinates": [180, 0]}, {"type": "Point", "coordinates": [-180, 90]},
    {"type": "Point", "coordinates": [179.9999999, -90]}, {"type": "Point", "coordinates": [0, 0]},
    {"type": "MultiPolygon", "coordinates": [[square(179, 1)], [square(-180, 1)]]},
    {"type": "MultiLineString", "coordinates": [[[170, 10], [180, 12]], [[-180, 12], [-175, 13]]]},
]
SHAPES = [point, point, point, neighbors, neighbors, polygon_with_hole, islands, line, lines]


def properties(generator):
    return {
        "text": generator.choice([*TEXTS, None]), "whole": generator.choice([*WHOLE, None]),
        "number": generator.choice([*NUMBERS, None]), "flag": generator.choice([True, False, None]),
        "list": generator.choice([*LISTS, None]), "nested": generator.choice([*NESTED, None]),
        "mixed": generator.choice([1, "one", 2.5, True, ["x"], None]), "nothing": None,
        "fid": generator.randrange(1000), "geom": "a field", "a \"name\" <&> الاسم": generator.choice(["x", None]),
        "order_no": generator.randrange(-100, 100), "when": generator.choice(["2019-04-03", "2019-04", "2019-04-03/2019-04-05", None]),
    }


def collection(seed, count):
    generator = random.Random(seed)
    features = []
    for number in range(count):
        geometry = SPECIAL[number] if number < len(SPECIAL) else generator.choice(SHAPES)(generator)
        features.append({"type": "Feature", "id": f"no {number}", "geometry": geometry, "properties": properties(generator)})
    return features
