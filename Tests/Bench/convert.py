"""Converts a table of conflict events to GeoPackage and GeoJSON, with incident-mapper from one reading and with ogr2ogr
one format after the other, on the same file in the same run; compares what both wrote.

ogr2ogr copies the rows; incident-mapper reads them as incidents, checks each position against the boundaries, and writes
the fields of an incident beside the columns.
"""

import json
import os
import random
import subprocess
import time

HEADER = (
    "event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,"
    "actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,"
    "longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp")
WORDS = (
    "the a of in on near at after before an armed group force forces aircraft shelled struck entered village town city "
    "road bridge north south east west residents reported that several people were killed injured displaced and houses "
    "damaged local sources said number not known army militia clashes lasted hours no further details").split()
MONTHS = "January February March April May June July August September October November December".split()
AREAS = [("Iraq", 368, "IRQ", "Ninewa", 42.5, 43.5, 35.6, 36.6), ("Syria", 760, "SYR", "Ar-Raqqa", 38.5, 39.5, 35.6, 36.4)]


def write_table(path, rows):
    """A table in the shape of ACLED's export: about 520 bytes a row, quotes and commas in some fields."""
    generator = random.Random(1)
    with path.open("w") as file:
        file.write(HEADER + "\n")
        for number in range(rows):
            country, iso, prefix, admin1, west, east, south, north = AREAS[generator.random() < 0.5]
            day = f"{generator.randint(1, 28):02} {generator.choice(MONTHS)} {generator.randint(2016, 2023)}"
            notes = " ".join(generator.choices(WORDS, k=40))
            file.write(
                f"{prefix}{number},{day},{day[-4:]},{generator.randint(1, 3)},Political violence,Explosions/Remote violence,"
                f"Shelling/artillery/missile attack,Group {number % 50},,3,Civilians ({country}),,7,37,"
                f"{'Civilian targeting' if number % 3 else ''},{iso},Middle East,{country},{admin1},District {number % 99},,"
                f"\"Place, {number % 4000}\",{generator.uniform(south, north):.4f},{generator.uniform(west, east):.4f},"
                f"{generator.randint(1, 3)},Source {number % 300}; Other,Other,\"On {day}, \"\"{notes}\"\".\","
                f"{generator.randrange(5)},,1700000000\n")


def run(*command):
    """Runs a command: wall-clock seconds, processor seconds and the most memory it had, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[0]} failed: {errors}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(folder, outputs, *command):
    """The faster of two runs: the first one pays for memory that the system has to find for the files it keeps."""
    runs = []
    for _ in range(2):
        for old in folder.glob(outputs):
            old.unlink()
        runs.append(run(*command))
    return min(runs)


def count(path):
    output = subprocess.run(["ogrinfo", "-ro", "-so", "-al", path], check=True, capture_output=True, text=True).stdout
    return int(output.split("Feature Count: ")[1].split()[0])


def bench_convert(binary, folder, rows=1_000_000):
    table = folder / "acled.csv"
    write_table(table, rows)
    print(f"{rows:,} rows, {table.stat().st_size / 1e6:.0f} MB; the best of two runs each")
    ours = best(folder, "a.*", binary, "convert", table, "--output", folder / "a.gpkg", "--output", folder / "a.geojson")
    print(f"  incident-mapper, both     {ours[0]:6.1f} s wall  {ours[1]:6.1f} s processor  {ours[2]:5.0f} MB")
    total = 0
    for name, driver in [("gpkg", "GPKG"), ("geojson", "GeoJSON")]:
        peer = best(
            folder, f"b.{name}", "ogr2ogr", "-f", driver, folder / f"b.{name}", table, "-oo", "X_POSSIBLE_NAMES=longitude",
            "-oo", "Y_POSSIBLE_NAMES=latitude", "-oo", "AUTODETECT_TYPE=YES", "-a_srs", "EPSG:4326")
        total += peer[0]
        print(f"  ogr2ogr, {name:<16} {peer[0]:6.1f} s wall  {peer[1]:6.1f} s processor  {peer[2]:5.0f} MB")
    print(f"  wall-clock: {ours[0] / total:.2f} of ogr2ogr's")
    for name in ("gpkg", "geojson"):
        sizes = " and ".join(f"{(folder / f'{side}.{name}').stat().st_size / 1e6:.0f}" for side in "ab")
        print(f"  {name}: {count(folder / f'a.{name}'):,} and {count(folder / f'b.{name}'):,} features, {sizes} MB")
    with (folder / "a.geojson").open() as a, (folder / "b.geojson").open() as b:
        places = [[json.loads(line.rstrip(",\n"))["geometry"]["coordinates"] for line in side if '"Feature"' in line] for side in (a, b)]
    # A position known only to a region is written with as many digits as that is worth.
    apart = max((abs(x - y) for ours, theirs in zip(*places) for x, y in zip(ours, theirs)), default=0)
    print(f"  positions are at most {apart:.4f}° apart")
