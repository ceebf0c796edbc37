"""Labeled names made from the gazetteer's own: re-spelled ones, and alternate names taken out of the gazetteer and asked for.

A place belongs to one part, by the same hash as the published names; near a published name of that part's counterpart it is left out,
so that no place is in both.
"""

import random
import re
from collections import defaultdict

from .geography import DATA
from .labels import HELD_OUT, RESPELLED, Label, Nearby, bare, governorate_spellings, part_of, read_labels
from .places import all_places, folded
from .respelling import respelled

def owners_of_names(places):
    """The ids of the places that a bare name stands for in a governorate."""
    owners = defaultdict(set)
    for place in places:
        for name in place.names:
            owners[place.governorate, bare(name)].add(place.id)
    return owners


def usable(places):
    """Imported places, areas aside, whose marked name stands for no other place of their governorate, so that the answer is one."""
    owners = owners_of_names(places)
    nearby = Nearby([place for place in places if ":" in place.id])
    return [place for place in places if ":" not in place.id and place.governorate and place.marked and not place.is_area
            and not re.search(r"\d", place.marked) and len(bare(place.marked)) >= 3
            and owners[place.governorate, bare(place.marked)] == {place.id} and not nearby.within(place.point, 1.5)]


def sampled(part, count, salt):
    """Places of one part, half of them drawn by how much is written of them (their number of names), half evenly."""
    other = Nearby(read_labels("test" if part == "development" else "development"))
    generator = random.Random(f"{salt} {part}")
    pool = [place for place in usable(all_places()) if part_of(place.id) == part and not other.within(place.point, 3)]
    pool.sort(key=lambda place: place.id)
    known = sorted(pool, key=lambda place: generator.random() ** (1 / len(place.names)), reverse=True)[:count // 2]
    even = generator.sample(pool, count)
    return list({place.id: place for place in known + even}.values())[:count], generator


def respelled_labels(part, count=800):
    """Names as other publishers might spell them."""
    places, generator = sampled(part, count, "respelled")
    spellings, labels = governorate_spellings(), []
    for place in places:
        name = respelled(place, generator, parent=generator.choice(spellings[place.governorate]))
        written = generator.choice(spellings[place.governorate])
        labels.append(Label(f"respelled:{place.id}", name, place.country, written, place.point, RESPELLED))
    return labels


def held_out_labels(part, count=400):
    """Alternate names to be taken out of the gazetteer and asked for: not mere variants in marks of a name that stays."""
    places, generator = sampled(part, count * 3, "held out")
    owners, spellings, labels = owners_of_names(all_places()), governorate_spellings(), []
    for place in places:
        forms = {}
        for name in place.names:
            if name not in place.arabic:
                forms.setdefault(folded(name).replace(" ", "").replace("-", ""), []).append(name)
        candidates = [names for names in list(forms.values())[1:] if not re.fullmatch(r"[A-Z]{2,4}", names[0])
                      and owners[place.governorate, bare(names[0])] == {place.id}]
        if candidates and len(labels) < count:
            names = generator.choice(candidates)
            label = Label(f"held-out:{place.id}", generator.choice(names), place.country, generator.choice(spellings[place.governorate]),
                          place.point, HELD_OUT)
            label.taken_out = names
            labels.append(label)
    return labels


def write_reduced(labels, folder):
    """The country dumps without the held-out names, as files in `folder`."""
    taken = {label.id.split(":")[1]: set(label.taken_out) for label in labels}
    ids = {place.id: place for place in all_places()}
    points = {(round(ids[key].point[1], 5), round(ids[key].point[0], 5), ids[key].names[0]): names for key, names in taken.items()}
    paths = []
    for source in sorted((DATA / "geonames").glob("*.txt")):
        lines = []
        for line in source.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            names = points.get((float(fields[4]), float(fields[5]), fields[1]))
            if names:
                fields[3] = ",".join(name for name in fields[3].split(",") if name not in names)
            lines.append("\t".join(fields))
        paths.append(folder / source.name)
        paths[-1].write_text("\n".join(lines) + "\n", encoding="utf-8")
    return paths
