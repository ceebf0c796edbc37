"""Runs incident-mapper and a peer on the same data in the same run, checks that they agree, and prints the ratio.

Usage: bench.py BINARY [NAME...]   with NAME one of: cluster, query, resolve, map, render, atlas, crowd
       bench.py BINARY convert [ROWS]   a large table to GeoPackage and GeoJSON, beside ogr2ogr (needs 6 GB of disk)
       bench.py BINARY gazetteer [--test] [--ours] [--failures FILE.csv]   names and their peers, on labeled names
Times are wall-clock, start of the process to its end, and include reading the input. They decide nothing.
"""

import csv
import io
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"


def timed(work):
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def command(binary, *arguments):
    return subprocess.run([binary, *arguments], check=True, capture_output=True, text=True).stdout


def report(name, ours, peer_name, peer, agreement):
    ratio = peer / ours if ours else float("inf")
    print(f"{name:<34} {ours:8.3f} s   {peer_name:<30} {peer:8.3f} s   {ratio:7.1f} x   {agreement}")


def hot_spots(count, seed):
    """Points around 200 centers in Iraq and Syria, and a tenth anywhere, as (longitude, latitude)."""
    random.seed(seed)
    centers = [(random.uniform(36, 48), random.uniform(30, 37)) for _ in range(200)]
    for index in range(count):
        longitude, latitude = random.choice(centers)
        if index % 10 == 0:
            yield random.uniform(36, 48), random.uniform(30, 37)
        else:
            yield longitude + random.gauss(0, 0.03), latitude + random.gauss(0, 0.03)


def bench_cluster(binary, folder):
    import numpy
    from sklearn.cluster import DBSCAN

    path = folder / "points.csv"
    path.write_text("lon,lat\n" + "".join(f"{x:.6f},{y:.6f}\n" for x, y in hot_spots(100_000, seed=1)))
    output, ours = timed(lambda: command(binary, "cluster", "--input", str(path), "--eps", "1km", "--min-points", "10"))
    labels = [int(row["cluster"]) for row in csv.DictReader(io.StringIO(output))]

    def peer():
        points = numpy.loadtxt(path, delimiter=",", skiprows=1)
        radians = numpy.radians(points[:, ::-1])
        return DBSCAN(eps=1000 / 6_371_008.8, min_samples=10, metric="haversine", algorithm="ball_tree").fit(radians).labels_

    peer_labels, theirs = timed(peer)
    agreement = sum((a == -1) == (b == -1) for a, b in zip(labels, peer_labels)) / len(labels)
    note = f"noise agrees on {agreement:.2%} (the peer's distances are on a sphere)"
    report("cluster 100,000 points, 1 km", ours, "scikit-learn DBSCAN, ball tree", theirs, note)


def bench_query(binary, folder):
    from geographiclib.geodesic import Geodesic

    path = folder / "incidents.geojson"
    template = json.loads((ROOT / "Output" / "incidents.geojson").read_text())
    pattern = next(f for f in template["features"] if f["geometry"] and f["geometry"]["type"] == "Point")
    features = []
    for index, (x, y) in enumerate(hot_spots(20_000, seed=2)):
        x, y = round(x, 5), round(y, 5)
        properties = pattern["properties"] | {"longitude": x, "latitude": y, "places": []}
        features.append({"type": "Feature", "id": str(index), "properties": properties,
                         "geometry": {"type": "Point", "coordinates": [x, y]}})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    near = ("--input", str(path), "--near", "43,35", "--radius", "50km", "--format", "csv")
    output, ours = timed(lambda: command(binary, "query", *near))
    found = {row["id"]: float(row["distance_m"]) for row in csv.DictReader(io.StringIO(output)) if row["within"] == "certain"}

    def peer():
        loaded = json.loads(path.read_text())["features"]
        return {f["id"]: (Geodesic.WGS84.Inverse(35, 43, *reversed(f["geometry"]["coordinates"]))["s12"], f) for f in loaded}

    distances, theirs = timed(peer)
    worst = max((abs(distances[key][0] - value) for key, value in found.items()), default=0.0)
    report("query 20,000 incidents, 50 km", ours, "json + geographiclib", theirs,
           f"{len(found)} found, distances within {worst * 1000:.3f} mm")


def bench_resolve(binary, folder):
    from rapidfuzz import fuzz, process

    if not SHARED.exists():
        print("resolve: skipped, there is no ../shared/data here")
        return
    rows = list(csv.DictReader((SHARED / "places.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE))
    random.seed(3)
    asked = random.sample([row for row in rows if row["country"] == "SY"], 2_000)
    path = folder / "queries.csv"
    with path.open("w") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "country", "admin1", "lon", "lat"])
        for index, row in enumerate(asked):
            writer.writerow([index, row["name"].replace("Al ", "al-").replace("ah", "a"), "SY", "", "", ""])
    names = [name for row in rows for name in [row["name"], *row["latin_names"].split("|")] if name]
    gazetteers = [word for code in ("IQ", "SY") for word in ("--gazetteer", str(SHARED / "geonames" / f"{code}.txt"))]
    output, ours = timed(lambda: command(binary, "resolve", "--batch", str(path), *gazetteers))
    queries = [row["name"] for row in csv.DictReader(path.open())]
    few = queries[:50]
    _, theirs = timed(lambda: [process.extractOne(name, names, scorer=fuzz.WRatio) for name in few])
    answered = sum('"status":"resolved"' in line for line in output.splitlines())
    report(f"resolve 2,000 names of {len(names):,}", ours, "rapidfuzz WRatio (50, scaled)", theirs * len(queries) / len(few),
           f"{len(queries) / ours:,.0f} names/s with loading, {answered} resolved")


def bench_map(binary, folder):
    """The peer is what a notebook does: a regular expression, exact names, one GeoJSON. No maps, no ledger."""
    import re

    example = ROOT / "Examples" / "release.txt"
    _, ours = timed(lambda: command(binary, "map", str(example), "--output", str(folder / "maps")))

    def peer():
        script = (
            "import csv,json,re\n"
            f"names={{r['name'].lower():(r['lon'],r['lat']) for r in csv.DictReader(open(r'{ROOT}/Gazetteer/places.tsv'),delimiter=chr(9))}}\n"
            f"text=open(r'{example}').read()\n"
            "found=re.findall(r'(\\w+\\.? ?\\d+, \\d{4}),? near (.+?), (\\w+),? via (.+)',text)\n"
            "json.dumps([(f,names.get(f[1].lower())) for f in found])\n")
        return subprocess.run([sys.executable, "-c", script], check=True)

    _, theirs = timed(peer)
    report("map the example, all files", ours, "python: re, dict, json only", theirs, "the peer draws nothing")


GOVERNORATES = ROOT / "Gazetteer" / "governorates.geojson"


def bench_atlas(binary, folder):
    """Both countries and all their governorates, from a release with 1,000 incidents; the peer draws the areas and points
    of each, with no labels, legend, density or insets."""
    sys.path.insert(0, str(ROOT / "Tests" / "Maps"))
    import sets

    path = folder / "release.txt"
    path.write_text(dict(sets.all_sets())["both-countries"])
    _, ours = timed(lambda: command(binary, "map", str(path), "--output", str(folder / "maps")))
    drawn = [path for path in sorted((folder / "maps").glob("*/*.svg")) if not path.stem.endswith(".narrow")]

    def peer():
        import geopandas
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plt

        areas = geopandas.read_file(GOVERNORATES).set_crs(4326, allow_override=True)
        for map_path in drawn:
            points = geopandas.read_file(map_path.with_suffix(".geojson"))
            figure, axes = plt.subplots(figsize=(7, 7))
            areas.plot(ax=axes, color="#eeeeee", edgecolor="#999999")
            points[points.geometry.notna()].plot(ax=axes, markersize=8)
            figure.savefig(folder / "peer.svg")
            plt.close(figure)

    _, theirs = timed(peer)
    report(f"draw an atlas of {len(drawn)} maps", ours, "GeoPandas, matplotlib", theirs,
           f"ours from the text on; {sum(p.stat().st_size for p in drawn) / 1e6:.1f} MB")


def bench_crowd(binary, folder):
    """100,000 incidents on one map; reading their GeoJSON is in both times."""
    path, drawn = folder / "incidents.geojson", folder / "map.svg"
    template = json.loads((ROOT / "Output" / "incidents.geojson").read_text())
    pattern = next(f for f in template["features"] if f["properties"]["country"] == "SY" and f["geometry"])
    random.seed(4)
    features = []
    for index in range(100_000):
        x, y = round(random.uniform(36.5, 41), 4), round(random.uniform(33.5, 36.5), 4)
        properties = pattern["properties"] | {"longitude": x, "latitude": y, "places": [], "because": []}
        features.append({"type": "Feature", "id": str(index), "properties": properties,
                         "geometry": {"type": "Point", "coordinates": [x, y]}})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    _, ours = timed(lambda: command(binary, "render", str(path), "--region", "SY", "--style", "symbols", "-o", str(drawn)))

    def peer():
        import geopandas
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plt

        points = geopandas.read_file(path)
        figure, axes = plt.subplots(figsize=(7, 7))
        geopandas.read_file(GOVERNORATES).set_crs(4326, allow_override=True).plot(ax=axes, color="#eeeeee")
        points.plot(ax=axes, markersize=2)
        figure.savefig(folder / "peer.svg")

    _, theirs = timed(peer)
    report("draw 100,000 incidents", ours, "GeoPandas, matplotlib", theirs,
           f"{drawn.stat().st_size / 1e3:,.0f} kB against {(folder / 'peer.svg').stat().st_size / 1e3:,.0f} kB")


def bench_render(binary, folder):
    """The peer draws the same density as a notebook does: no base, no legend, no border correction."""
    import matplotlib
    matplotlib.use("svg")
    from matplotlib import pyplot
    import numpy
    from sklearn.neighbors import KernelDensity

    random.seed(4)
    features = json.loads((ROOT / "Output" / "incidents.geojson").read_text())["features"]
    inside = [feature for feature in features if feature["properties"]["governorate_code"] == "SY-RA"]
    made = []
    for number in range(5000):
        feature = json.loads(json.dumps(random.choice(inside)))
        properties = feature["properties"]
        properties["longitude"] += random.gauss(0, 0.2)
        properties["latitude"] += random.gauss(0, 0.1)
        properties["place_id"] = f"bench:{number}"
        feature["geometry"]["coordinates"] = [properties["longitude"], properties["latitude"]]
        feature["id"] = f"bench#{number}"
        made.append(feature)
    path = folder / "incidents.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": made}))

    def peer():
        read = [feature["properties"] for feature in json.loads(path.read_text())["features"]]
        x = numpy.array([p["longitude"] for p in read]) * 111.32 * numpy.cos(numpy.radians(36))
        y = numpy.array([p["latitude"] for p in read]) * 110.57
        columns, rows = numpy.meshgrid(numpy.linspace(x.min(), x.max(), 100), numpy.linspace(y.min(), y.max(), 100))
        density = KernelDensity(bandwidth=5).fit(numpy.c_[x, y]).score_samples(numpy.c_[columns.ravel(), rows.ravel()])
        pyplot.contourf(columns, rows, numpy.exp(density).reshape(100, 100))
        pyplot.savefig(folder / "peer.svg")

    _, theirs = timed(peer)
    for style in ["heatmap", "symbols", "choropleth", "hexagons", "uncertainty"]:
        map_path = folder / f"{style}.svg"
        arguments = ["render", str(path), "--region", "SY-RA", "--style", style, "-o", str(map_path)]
        _, ours = timed(lambda: command(binary, *arguments))
        report(f"render {style}, 5,000 incidents", ours, "scikit-learn and matplotlib", theirs,
               f"{map_path.stat().st_size / 1000:.0f} kB; the peer draws a density only")


BENCHES = {"cluster": bench_cluster, "query": bench_query, "resolve": bench_resolve, "map": bench_map,
           "render": bench_render, "atlas": bench_atlas, "crowd": bench_crowd}

if __name__ == "__main__":
    if sys.argv[2:3] == ["gazetteer"]:
        from gazetteer.run import main
        main(sys.argv[1], sys.argv[3:])
        sys.exit()
    if sys.argv[2:3] == ["convert"]:
        from convert import bench_convert
        with tempfile.TemporaryDirectory() as temporary:
            bench_convert(sys.argv[1], Path(temporary), *map(int, sys.argv[3:4]))
        sys.exit()
    chosen = sys.argv[2:] or list(BENCHES)
    for name in chosen:
        with tempfile.TemporaryDirectory() as temporary:
            BENCHES[name](sys.argv[1], Path(temporary))
