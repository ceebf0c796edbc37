"""Labeled names: what a publisher wrote, and where the place is."""

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from .geography import kilometers
from .places import all_places, folded

NAMES = Path(__file__).resolve().parents[1] / "names"
SEED = "incident-mapper names 1"
TEST_SHARE = 0.4
RESPELLED, HELD_OUT = GENERATED = ("re-spelled", "held out")


@dataclass
class Label:
    id: str
    name: str
    country: str
    admin1: str
    truth: tuple
    publisher: str
    in_gazetteer: bool = True

    @property
    def point(self):
        return self.truth

    @property
    def is_published(self):
        return self.publisher not in GENERATED


def part_of(key):
    """`development` or `test`, by a seeded hash of what identifies the place."""
    share = int.from_bytes(hashlib.sha256(f"{SEED}|{key}".encode()).digest()[:4]) / 2**32
    return "test" if share < TEST_SHARE else "development"


def read_labels(part):
    """The published names of one part."""
    rows = csv.DictReader((NAMES / f"{part}.csv").open(encoding="utf-8"))
    return [Label(row["id"], row["name"], row["country"], row["admin1"], (float(row["truth_lon"]), float(row["truth_lat"])),
                  row["publisher"]) for row in rows]


def governorate_spellings():
    """How publishers write each governorate, by its ISO 3166-2 code; the commonest first."""
    spellings = defaultdict(list)
    for row in csv.DictReader((NAMES / "governorates.csv").open(encoding="utf-8")):
        spellings[row["code"]].append(row["written"])
    return spellings


class Nearby:
    """What lies around a point: places, or labels at their truth."""

    def __init__(self, places):
        self.cells = defaultdict(list)
        for place in places:
            self.cells[self._cell(place.point)].append(place)

    @staticmethod
    def _cell(point):
        return round(point[0] * 10), round(point[1] * 10)

    def within(self, point, radius_km):
        """Places at most `radius_km` (up to 8) away, nearest first."""
        x, y = self._cell(point)
        found = [(kilometers(point, place.point), place) for i in (-1, 0, 1) for j in (-1, 0, 1) for place in self.cells[x + i, y + j]]
        return [(distance, place) for distance, place in sorted(found, key=lambda pair: pair[0]) if distance <= radius_km]


KIND_WORDS = set("village town city area of near neighborhood neighbourhood district camp the north south east west region outskirts countryside "
                 "hay qaryat markaz center al el ad ar as ash at ath az an ez es".split())


def bare(name):
    """What is left of a name without its article, kind words and what follows a comma: for the judgement below only."""
    words = folded(name.split(",")[0].split("(")[0]).replace("-", " ").split()
    return "".join(word for word in words if word not in KIND_WORDS) or folded(name)


# How alike the bare names of an entry must be (rapidfuzz ratio) to be the place written, by how far it lies from the truth in km.
# Nearer needs less: at 0.1 km `Thiletet` and `Ath Thulathat` (58) are one village, at 4 km `Saad` and `Aswad` (67) are two.
LISTED = ((0.4, 52), (1.5, 65), (5, 76))


def is_listed(label, nearby):
    """Whether the gazetteer has the place: an entry near the truth with a name at least vaguely like the one written."""
    from rapidfuzz import fuzz

    wanted = bare(label.name)
    return any(distance <= radius and fuzz.ratio(wanted, bare(name)) >= floor
               for distance, place in nearby.within(label.truth, LISTED[-1][0]) for name in place.names for radius, floor in LISTED)


def has_namesake(label, owners, code):
    """Whether a place farther than 10 km from the truth is called the same, in governorate `code` or, where that is None, in the country."""
    return any(kilometers(place.point, label.truth) > 10 for place in owners.get((label.country, code, bare(label.name)), ()))


def owners_by_name(places):
    """The places that a bare name stands for, by country and governorate and by country alone."""
    owners = defaultdict(list)
    for place in places:
        for name in {bare(name) for name in place.names}:
            owners[place.country, place.governorate, name].append(place)
            owners[place.country, None, name].append(place)
    return owners


def judged(labels):
    """The labels, each with whether the gazetteer lists its place."""
    nearby = Nearby(all_places())
    for label in labels:
        label.in_gazetteer = is_listed(label, nearby)
    return labels
