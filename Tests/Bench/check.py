"""Imports every module of the benches and reads every table of the repository that they need: what a moved file breaks.

Needs nothing but Python's own library; a package from elsewhere that a module imports at its top is an error here.
"""

import importlib
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent


def modules():
    """The names of all modules, as they are imported."""
    for path in sorted(BENCH.rglob("*.py")):
        parts = path.relative_to(BENCH).with_suffix("").parts
        if path != Path(__file__).resolve() and parts[-1] != "__init__":
            yield ".".join(parts)


def tables():
    """What is read from the repository, by what it is called; all of it has rows."""
    from gazetteer import geography, labels, places

    yield "development names", labels.read_labels("development")
    yield "test names", labels.read_labels("test")
    yield "spellings of governorates", labels.governorate_spellings()
    yield "names of governorates", geography.governorate_names()
    yield "shipped places", places.read_shipped()


def main():
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(BENCH))
    for name in modules():
        importlib.import_module(name)
    for name, rows in tables():
        if len(rows) == 0:
            sys.exit(f"no {name}")


if __name__ == "__main__":
    main()
