"""Releases with invented incidents, to draw maps of: from none to 5,000, at one point, all uncertain, and mixes.

They name places of the shipped gazetteer, and are the same every time.
"""

import csv
import json
import random
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MONTHS = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
COUNTRIES = {"IQ": "Iraq", "SY": "Syria"}
HEADINGS = [("credible", "Credible Reports–"), ("non-credible", "Non Credible Reports–"), ("open", "Open Reports–")]
SETTLED = {"city", "town", "village", "neighborhood"}


def gazetteer():
    features = json.loads((ROOT / "Gazetteer/governorates.geojson").read_text())["features"]
    names = {f["properties"]["code"]: f["properties"]["name"] for f in features}
    with (ROOT / "Gazetteer/places.tsv").open() as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                if r["kind"] in SETTLED and r["governorate"] in names]
    return [(f"{r['name']}, {names[r['governorate']]}, {COUNTRIES[r['country']]}", r) for r in rows]


def release(entries):
    """A release with these (assessment, phrase of the place), dated at random."""
    lines = ["Monthly report on civilian casualties, April 2019", "",
             "From August 2014 to the end of April 2019 the Coalition conducted 34,502 strikes.", ""]
    for assessment, heading in HEADINGS:
        chosen = [phrase for kind, phrase in entries if kind == assessment]
        if not chosen:
            continue
        lines += [f"{heading} These are the reports of the month.", ""]
        for phrase in chosen:
            date = f"{random.choice(MONTHS)} {random.randint(1, 28)}, {random.randint(2015, 2018)}"
            harm = random.choice(["", "", " One civilian was killed.", " Three civilians were injured."])
            lines += [f"{date}, near {phrase}, via Airwars report.{harm}", ""]
    return "\n".join(lines)


def mixed(phrases, count, kinds=("credible", "non-credible", "open", "open")):
    return [(random.choice(kinds), random.choice(phrases)) for _ in range(count)]


def all_sets():
    """Name and text of each set."""
    random.seed(20190531)
    places = gazetteer()

    def within(*codes):
        return [phrase for phrase, row in places if row["governorate"] in codes]

    def country(code):
        return [phrase for phrase, row in places if row["country"] == code]

    everywhere = [phrase for phrase, _ in places]
    long_names = sorted(everywhere, key=lambda phrase: (-len(phrase.split(",")[0]), phrase))[:60]
    valley = ["al-Susah, Syria", "al-Shafah, Syria", "al-Baghuz, Syria", "Hajin, Syria", "al-Bahra, Syria",
              "Gharanij, Syria", "Abu Kamal, Syria", "al-Shajlah, Syria", "Abu Hamam, Syria", "al-Qata, Syria"]
    vague = ["between Raqqah and Tabqa, Syria", "10 km north of Hajin, Syria", "15 km west of Mosul, Iraq",
             "20 km south of Manbij, Syria", "between Mosul and Tal Afar, Iraq", "12 km east of Haditha, Iraq"]
    areas = ["Anbar province, Iraq", "Ninewa province, Iraq", "Deir ez-Zor governorate, Syria", "Aleppo governorate, Syria"]
    rivers = ["the Euphrates River, Syria", "the Tigris River, Iraq"]
    return [
        ("none", release([("open", "Xyzzy, Iraq")])),
        ("one", release([("credible", "Raqqah, Syria")])),
        ("three", release(mixed(within("SY-RA"), 3))),
        ("fifty", release(mixed(within("SY-RA", "SY-DY"), 50))),
        ("five-thousand", release(mixed(country("SY"), 5000))),
        ("one-governorate", release(mixed(within("IQ-NI"), 300))),
        ("country-iraq", release(mixed(country("IQ"), 400))),
        ("both-countries", release(mixed(everywhere, 1000))),
        ("one-point", release(mixed(["Mosul, Iraq"], 400))),
        ("two-points", release([("open", "Basra, Iraq")] * 3 + [("credible", "Duhok, Iraq")])),
        ("uncertain", release(mixed(vague, 60))),
        ("areas", release(mixed(areas, 12))),
        ("rivers", release(mixed(rivers, 8) + mixed(valley, 12))),
        ("valley", release(mixed(valley, 120))),
        ("quarters", release(mixed(within("IQ-BG", "SY-DI"), 80))),
        ("credible", release(mixed(within("SY-HL"), 40, ["credible"]))),
        ("non-credible", release(mixed(within("SY-ID"), 40, ["non-credible"]))),
        ("long-names", release(mixed(long_names, 80))),
        ("sparse", release(mixed(within("IQ-AN", "SY-HI"), 5))),
        ("mixed", release(mixed(valley + vague + areas + rivers + within("IQ-KI", "SY-HA"), 150))),
    ]


def write(folder):
    """Writes each set as a text; returns the paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in all_sets():
        path = folder / f"{name}.txt"
        path.write_text(text)
        paths.append(path)
    return paths
