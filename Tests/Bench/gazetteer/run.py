"""./do bench gazetteer: our resolver and its peers on the same labeled names in the same run.

Usage: bench.py BINARY gazetteer [--test] [--ours] [--failures FILE.csv]   (--ours leaves the peers out: seconds instead of minutes)
"""

import csv
import tempfile
from pathlib import Path

from . import generated, labels, ours, peers, tables
from .answers import outcomes, share
from .geography import DATA, governorates_at
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


def coded(asked):
    """The labels, each with the code of the governorate that the truth lies in."""
    for label, code in zip(asked, governorates_at([label.truth for label in asked])):
        label.code = code
    return asked


def measured(binary, title, asked, reduced, folder, with_peers):
    """Prints one set in both contexts, and returns our outcomes."""
    gazetteers = generated.write_reduced(asked, folder) if reduced else sorted((DATA / "geonames").glob("*.txt"))
    taken = {label.id.split(":")[1]: set(label.taken_out) for label in asked} if reduced else {}
    names = peers.Names(all_places(), taken) if with_peers else None
    owners = labels.owners_by_name(all_places())
    rivals, ours_found = peers.peers(names) if with_peers else [], []
    for with_governorate, context in CONTEXTS:
        alone = [not labels.has_namesake(label, owners, label.code if with_governorate else None) for label in asked]
        namesakes = share(alone, lambda is_alone: not is_alone)
        print(f"\n{title}: {context} given; {100 * namesakes:.0f} % have a namesake over 10 km away that fits as well")
        tables.heading()
        answers, candidates, seconds, opening = ours.resolve(binary, asked, gazetteers, folder, with_governorate)
        found = outcomes(asked, answers)
        ours_found += found
        tables.line("incident-mapper", found, len(asked) / max(seconds - opening, 1e-3))
        tables.line("  its first candidate", firsts := outcomes(asked, candidates))
        for outcome, first in zip(found, firsts):
            outcome.candidate, outcome.context = first, context
        if asked[0].is_published:
            answers, candidates = ours.resolve_by_source(binary, asked, gazetteers, folder, with_governorate)
            tables.line("  a table a publisher", outcomes(asked, answers))
            tables.line("    its first candidate", firsts := outcomes(asked, candidates))
            tables.line("      without namesakes", [first for first, is_alone in zip(firsts, alone) if is_alone])
        for rival in rivals:
            answers, seconds = peers.asked(rival, names, asked, with_governorate)
            tables.line(rival.title, outcomes(asked, answers), len(asked) / seconds)
    return ours_found


def write_failures(found, path):
    """Our failures, the sure and wrong first, then the wrong, then the undecided; with what the first candidate would have been."""
    failed = [o for o in found if o.distance_km is None or o.distance_km > 5]
    failed.sort(key=lambda o: (not o.is_sure_and_wrong, o.distance_km is None, not o.label.is_published,
                               -(o.candidate.answer.confidence or 0)))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "country", "admin1", "context", "truth_lon", "truth_lat", "publisher", "listed", "status", "candidate", "confidence",
                         "off_km"])
        for o in failed:
            label, first = o.label, o.candidate
            writer.writerow([label.id, label.name, label.country, label.admin1, o.context, *label.truth, label.publisher, label.in_gazetteer,
                             o.answer.status, first.answer.matched, first.answer.confidence, first.distance_km and round(first.distance_km, 1)])


def main(binary, arguments):
    part = "test" if "--test" in arguments else "development"
    print(f"Names resolved, {part} part. Shares in percent of the names asked; ≤161 km is the field's usual measure and shows only that it is")
    rule = " or ".join(f"within {radius} km and {floor} % alike" for radius, floor in labels.LISTED)
    print(f"meaningless here: Mosul and Erbil are 81 km apart. Listed: the gazetteer has an entry {rule} (rapidfuzz ratio of")
    print("bare names); of the others the right answer is to abstain. A peer's confidence is its score; only `resolved` counts as an answer of ours.")
    print("names/s: of one core's processor time, without reading the gazetteer or building an index.")
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        for title, asked, reduced in sets(part):
            if asked:
                found += measured(binary, title, coded(asked), reduced, Path(temporary), "--ours" not in arguments)
    tables.calibration("published names", [o for o in found if o.label.is_published])
    tables.calibration("all names", found)
    if "--failures" in arguments:
        write_failures(found, arguments[arguments.index("--failures") + 1])
