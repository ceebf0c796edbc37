"""incident-mapper resolve --batch, asked like a user asks it."""

import csv
import json
import os
import subprocess

from .answers import Answer


def resolve(binary, labels, gazetteers, folder, with_governorate):
    """The answers to each name by itself, the first candidates whatever was made of them, and the processor seconds of the whole run and of one with one name."""
    path = folder / "queries.csv"
    _write(path, labels, with_governorate)
    output, seconds = _run(binary, path, gazetteers, "--no-one-source")
    _write(path, labels[:1], with_governorate)
    _, opening = _run(binary, path, gazetteers, "--no-one-source")
    found = {}
    for line in output.splitlines():
        row = json.loads(line)
        found[row["id"]] = row
    rows = [found[label.id] for label in labels]
    return [_answer(row) for row in rows], [_candidate(row) for row in rows], seconds, opening


def resolve_by_source(binary, labels, gazetteers, folder, with_governorate):
    """The answers when the names of each publisher are one table, whose clear names help the others, as is usual."""
    found = {}
    for publisher in sorted({label.publisher for label in labels}):
        path = folder / "queries.csv"
        _write(path, [label for label in labels if label.publisher == publisher], with_governorate)
        output, _ = _run(binary, path, gazetteers, "--one-source")
        found |= {row["id"]: row for row in map(json.loads, output.splitlines())}
    rows = [found[label.id] for label in labels]
    return [_answer(row) for row in rows], [_candidate(row) for row in rows]


def _write(path, labels, with_governorate):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "country", "admin1", "lon", "lat"])
        writer.writerows([label.id, label.name, label.country, label.admin1 if with_governorate else "", "", ""] for label in labels)


def _run(binary, path, gazetteers, *flags):
    options = [word for gazetteer in gazetteers for word in ("--gazetteer", str(gazetteer))]
    before = os.times()
    done = subprocess.run([binary, "resolve", "--batch", str(path), *options, *flags], check=True, capture_output=True, text=True)
    after = os.times()
    return done.stdout, after.children_user + after.children_system - before.children_user - before.children_system


def _answer(row):
    """Only a resolved name is an answer: an ambiguous one is a question to a person."""
    if row["status"] != "resolved":
        return Answer(status=row["status"])
    return _candidate(row)


def _candidate(row):
    """The likeliest place: the resolver's own, or the first it lists without deciding."""
    best = row if row.get("longitude") is not None else next(iter(row["alternatives"]), None)
    if not best:
        return Answer(status=row["status"])
    return Answer((best["longitude"], best["latitude"]), best["confidence"], best["uncertainty_m"], row["status"], best["matched_name"])
