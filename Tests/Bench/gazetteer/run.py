"""./do bench gazetteer: our resolver and its peers on the same labeled names in the same run.

Usage: bench.py BINARY gazetteer [--test] [--ours] [--failures FILE.csv]   (--ours leaves the peers out: seconds instead of minutes)
"""

import csv
import tempfile
from pathlib import Path

from . import generated, labels, ours, peers, tables
from .answers import outcomes
from .geography import DATA
from .places import all_places

CONTEXTS = ((True, "country and governorate"), (False, "country alone"))


def sets(part):
    """(title, labels, whether the gazetteer is the reduced one) of one part."""
    published = labels.judged(labels.read_labels(part))
    yield "published, listed", [label for label in published if label.in_gazetteer], False
    yield "published, not listed", [label for label in published if not label.in_gazetteer], False
    if not DATA.exists():
        print("NOT MEASURED: re-spelled and held-out names need ../shared/data, which is not here; the gazetteer is the shipped one alone")
        return
    yield "re-spelled", generated.respelled_labels(part), False
    yield "held-out alternates", generated.held_out_labels(part), True


def measured(binary, title, asked, reduced, folder, with_peers):
    """Prints one set in both contexts, and returns our outcomes."""
    gazetteers = generated.write_reduced(asked, folder) if reduced else sorted((DATA / "geonames").glob("*.txt"))
    taken = {label.id.split(":")[1]: set(label.taken_out) for label in asked} if reduced else {}
    names = peers.Names(all_places(), taken) if with_peers else None
    rivals, ours_found = peers.peers(names) if with_peers else [], []
    for with_governorate, context in CONTEXTS:
        print(f"\n{title}: {context} given")
        tables.heading()
        answers, seconds, opening = ours.resolve(binary, asked, gazetteers, folder, with_governorate)
        found = outcomes(asked, answers)
        ours_found += found
        tables.line("incident-mapper", found, len(asked) / max(seconds - opening, 1e-3))
        for rival in rivals:
            answers, seconds = peers.asked(rival, names, asked, with_governorate)
            tables.line(rival.title, outcomes(asked, answers), len(asked) / seconds)
    return ours_found


def write_failures(found, path):
    """Our failures, the sure and wrong first: name, what was answered, how far off."""
    failed = [o for o in found if o.distance_km is None or o.distance_km > 5]
    failed.sort(key=lambda o: (not o.is_sure_and_wrong, -(o.answer.confidence or 0), o.distance_km is None))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "country", "admin1", "truth_lon", "truth_lat", "publisher", "listed", "status", "matched", "confidence", "off_km"])
        for o in failed:
            writer.writerow([o.label.id, o.label.name, o.label.country, o.label.admin1, *o.label.truth, o.label.publisher, o.label.in_gazetteer,
                             o.answer.status, o.answer.matched, o.answer.confidence, o.distance_km and round(o.distance_km, 1)])


def main(binary, arguments):
    part = "test" if "--test" in arguments else "development"
    print(f"Names resolved, {part} part. Shares in percent of the names asked; ≤161 km is the field's usual measure and shows only that it is")
    print("meaningless here: Mosul and Erbil are 81 km apart. Listed: the gazetteer has an entry within 5 km of the truth whose bare name is at least")
    print(f"{labels.SIMILAR} % alike (rapidfuzz ratio); of the others the right answer is to abstain. A peer's confidence is its score.")
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        for title, asked, reduced in sets(part):
            if asked:
                found += measured(binary, title, asked, reduced, Path(temporary), "--ours" not in arguments)
    tables.calibration(found)
    if "--failures" in arguments:
        write_failures(found, arguments[arguments.index("--failures") + 1])
