"""What one would use without this program: each looks the name up among the same names, with the same country and governorate filter."""

import sqlite3
import time
from collections import defaultdict

from .answers import Answer
from .geography import governorate_code


class Names:
    """Every name of the gazetteer, by country and governorate. `taken_out` names of a place, by its id, are left out."""

    def __init__(self, places, taken_out):
        self.pools = defaultdict(lambda: ([], []))
        self.rows = []
        for place in places:
            for name in place.names:
                if name in taken_out.get(place.id, ()):
                    continue
                self.rows.append((name, place))
                for key in ((place.country, None), (place.country, place.governorate)):
                    names, owners = self.pools[key]
                    names.append(name)
                    owners.append(place)

    def pool(self, label, with_governorate):
        code = governorate_code(label.country, label.admin1) if with_governorate else None
        return (label.country, code)


class Exact:
    """The same letters, whatever their case; the most populous of several places."""
    title = "exact match"

    def __init__(self, names):
        self.found = {}
        for key, (spellings, owners) in names.pools.items():
            for name, place in zip(spellings, owners):
                self.found.setdefault((key, name.casefold()), (name, place))

    def answer(self, label, pool):
        name, place = self.found.get((pool, label.name.casefold()), (None, None))
        return Answer(place.point, 1.0, matched=name) if place else Answer()


class Fuzzy:
    """The most alike by a rapidfuzz scorer; its score is the only confidence it has. Always answers."""

    def __init__(self, names, title, scorer, scale):
        from rapidfuzz import utils

        self.title, self.scorer, self.scale, self.processed = title, scorer, scale, utils.default_process
        self.names = names
        self.ready = {}

    def answer(self, label, pool):
        from rapidfuzz import process

        spellings, owners = self.names.pools[pool]
        if pool not in self.ready:
            self.ready[pool] = [self.processed(name) for name in spellings]
        best = process.extractOne(self.processed(label.name), self.ready[pool], scorer=self.scorer)
        return Answer(owners[best[2]].point, best[1] / self.scale, matched=spellings[best[2]]) if best else Answer()


class Trigrams:
    """SQLite's FTS5 with its trigram tokenizer, any trigram in common, ranked by BM25. States no confidence."""
    title = "SQLite FTS5 trigram"

    def __init__(self, names):
        self.database = sqlite3.connect(":memory:")
        self.tables = {}
        for number, (key, (spellings, owners)) in enumerate(names.pools.items()):
            self.database.execute(f"CREATE VIRTUAL TABLE t{number} USING fts5(name, tokenize='trigram')")
            self.database.executemany(f"INSERT INTO t{number}(rowid, name) VALUES (?, ?)", enumerate(spellings))
            self.tables[key] = (f"t{number}", spellings, owners)

    def answer(self, label, pool):
        if pool not in self.tables or len(label.name) < 3:
            return Answer()
        table, spellings, owners = self.tables[pool]
        grams = {label.name[i:i + 3].replace('"', '""') for i in range(len(label.name) - 2)}
        match = " OR ".join(f'"{gram}"' for gram in sorted(grams))
        row = self.database.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT 1", (match,)).fetchone()
        return Answer(owners[row[0]].point, matched=spellings[row[0]]) if row else Answer()


def peers(names):
    from rapidfuzz import fuzz
    from rapidfuzz.distance import JaroWinkler

    return [Exact(names), Fuzzy(names, "rapidfuzz ratio", fuzz.ratio, 100), Fuzzy(names, "rapidfuzz WRatio", fuzz.WRatio, 100),
            Fuzzy(names, "Jaro-Winkler", JaroWinkler.similarity, 1), Trigrams(names)]


def asked(peer, names, labels, with_governorate):
    """The peer's answers, and the processor seconds they took, without building its index."""
    pools = [names.pool(label, with_governorate) for label in labels]
    start = time.process_time()
    answers = [peer.answer(label, pool) for label, pool in zip(labels, pools)]
    return answers, time.process_time() - start
