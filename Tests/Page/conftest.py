"""Runs of incident-mapper, and a browser to read their pages in. The browser is Chromium as Debian packages it."""

import functools
import http.server
import json
import os
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from reader import Reader
from reports import hostile_name, hostile_release, long_release, release_without_places, spelled_table, table

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("INCIDENT_MAPPER", str(ROOT / ".build/debug/incident-mapper"))


class Run:
    """The output folder of a run, and what it says in its other files."""

    def __init__(self, folder, source):
        self.folder = folder
        self.source = source
        self.page = (folder / "index.html").as_uri()
        self.features = json.loads((folder / "incidents.geojson").read_text())["features"]

    def without_leaflet(self, folder):
        shutil.copytree(self.folder, folder)
        shutil.rmtree(folder / "leaflet")
        return Run(folder, self.source)


def run(folder, name, text, *options):
    source = folder / name
    source.write_bytes(text if isinstance(text, bytes) else text.encode())
    output = folder / "output"
    subprocess.run([PROGRAM, "map", str(source), "--output", str(output), *options], check=True, stdout=subprocess.DEVNULL)
    return Run(output, source)


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    return run(tmp_path_factory.mktemp("example"), "release.txt", (ROOT / "Examples/release.txt").read_bytes())


@pytest.fixture(scope="session")
def arabic(tmp_path_factory):
    release = (ROOT / "Examples/release.txt").read_bytes()
    return run(tmp_path_factory.mktemp("arabic"), "release.txt", release, "--labels", "arabic")


@pytest.fixture(scope="session")
def bare(example, tmp_path_factory):
    return example.without_leaflet(tmp_path_factory.mktemp("bare") / "output")


@pytest.fixture(scope="session")
def figures(tmp_path_factory):
    return run(tmp_path_factory.mktemp("figures"), "page.txt", (ROOT / "Examples/page.txt").read_bytes())


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    release = (ROOT / "Examples/release.txt").read_text()
    return run(tmp_path_factory.mktemp("hostile"), hostile_name, hostile_release(release))


@pytest.fixture(scope="session")
def long(tmp_path_factory):
    release = (ROOT / "Examples/release.txt").read_text()
    return run(tmp_path_factory.mktemp("long"), "long.txt", long_release(release, 5000))


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory):
    return run(tmp_path_factory.mktemp("nowhere"), "nowhere.txt", release_without_places)


@pytest.fixture(scope="session")
def rows(tmp_path_factory):
    return run(tmp_path_factory.mktemp("rows"), "acled.csv", table(300))


@pytest.fixture(scope="session")
def spellings(tmp_path_factory):
    return run(tmp_path_factory.mktemp("spellings"), "spellings.csv", spelled_table)


@pytest.fixture(params=["example", "bare", "figures", "hostile", "long", "nowhere", "rows"])
def any_run(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def served():
    """Serves the folder of a run on this machine; gives its address."""
    servers = []

    def serve(run):
        handler = functools.partial(QuietHandler, directory=run.folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield serve
    for server in servers:
        server.shutdown()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture(scope="session")
def browser():
    reader = Reader()
    yield reader
    reader.quit()
