"""The gazetteer as the peers see it: every name of every place, with the country and governorate it lies in."""

import csv
import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from .geography import DATA, ROOT, governorates_at

MARKED = re.compile("[āīūḩḑţşẓâîû‘’]")


@dataclass
class Place:
    id: str
    country: str
    point: tuple
    names: list
    population: int = 0
    governorate: str = None
    arabic: list = field(default_factory=list)
    is_area: bool = False

    @property
    def marked(self):
        """The name that keeps its vowel lengths and emphatic letters, for the sounds to be read off."""
        return next((name for name in self.names if MARKED.search(name)), None)


def folded(text):
    """Casefolded, without marks: what a plain look-up compares."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[‘’ʻʿʾ'`]", "", text).casefold().strip()


def read_geonames():
    """The places of ../shared/data, [] where it is absent. Names come from the same file as the dump's, unshortened."""
    path = DATA / "places.tsv"
    if not path.exists():
        return []
    places = []
    for row in csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["placetype"] == "country":
            continue
        arabic = [name for name in row["arabic_names"].split("|") if name]
        latin = [row["name"], *(name for name in row["latin_names"].split("|") if name)]
        places.append(Place(row["wof_id"], row["country"], (float(row["lon"]), float(row["lat"])), list(dict.fromkeys(latin + arabic)),
                            int(row["population"] or 0), arabic=arabic, is_area=row["placetype"] in ("region", "county")))
    return places


def read_shipped():
    """The places that the program ships."""
    places = []
    for file, delimiter in (("places.tsv", "\t"), ("build/tables/facts.csv", ",")):
        for row in csv.DictReader((ROOT / "Gazetteer" / file).open(encoding="utf-8"), delimiter=delimiter):
            names = [row["name"], *(name for name in row["alternate_names"].split("|") if name)]
            places.append(Place(row["id"], row["country"], (float(row["lon"]), float(row["lat"])), names, int(row.get("population") or 0)))
    return places


@lru_cache(maxsize=1)
def all_places():
    """Everything the program is given, most populous first, so that a peer's tie goes to the likelier place."""
    places = read_geonames() + read_shipped()
    for place, code in zip(places, governorates_at([place.point for place in places])):
        place.governorate = code
    return sorted(places, key=lambda place: -place.population)
