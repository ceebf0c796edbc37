#!/usr/bin/env bash
# Fuzzes one reader with libFuzzer: run.sh READER SECONDS. Begins with the shipped examples, goes on from what earlier
# runs found, and leaves an input that breaks the reader in .build/fuzz/READER.found.
set -euo pipefail
reader=$1 seconds=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
longest=20000
corpus=.build/fuzz/$reader found=.build/fuzz/$reader.found
mkdir -p "$corpus" "$found"

# Pieces small enough that a change in one matters.
case "$reader" in
  text) for page in Examples/*.txt; do split -l 12 "$page" "$corpus/$(basename "$page")-"; done ;;
  csv)
    for table in Tests/Fixtures/*.csv Output/*.csv; do head -n 5 "$table" >"$corpus/$(basename "$table")"; done
    printf 'EVENT_ID_CNTY,EVENT_DATE,COUNTRY,ADMIN1,LATITUDE,LONGITUDE,GEO_PRECISION,FATALITIES\n%s\n' \
      'IRQ1,9-May-20,Iraq,Ninewa,36.34,43.13,1,3' >"$corpus/acled.csv"
    printf 'when\tplace\tlat\tlon\n#date\t#loc\t#geo+lat\t#geo+lon\n2020-05-09\tMosul\t36,34\t43,13\n' >"$corpus/hxl.tsv"
    iconv -t UTF-16 "$corpus/acled.csv" >"$corpus/utf-16.csv"
    ;;
  geojson) cp Output/*/*.geojson "$corpus" ;;
  gazetteer)
    head -n 20 Gazetteer/places.tsv >.build/fuzz/places.tsv
    rm -f "$corpus/places.gaz"
    swift build --product incident-mapper >&2
    "$(swift build --show-bin-path)/incident-mapper" gazetteer import csv .build/fuzz/places.tsv \
      --into "$corpus/places.gaz" >&2
    ;;
  geopackage)
    longest=200000
    swift build --product incident-mapper >&2
    "$(swift build --show-bin-path)/incident-mapper" convert Output/iraq/anbar.geojson --output "$corpus/anbar.gpkg" >&2
    ;;
  *) echo "there is no reader “$reader”: text, csv, geojson, gazetteer or geopackage" >&2; exit 64 ;;
esac

options=(-c release --package-path Tests/Fuzz --scratch-path .build/fuzz/build --sanitize=address
  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld)
swift build "${options[@]}" >&2
# Without the first a crash waits for a backtrace that never comes. The second: Swift keeps bits of its own in pointers,
# and the leak detector does not follow those.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
"$(swift build "${options[@]}" --show-bin-path)/Fuzz" "$reader" -max_total_time="$seconds" -timeout=10 \
  -rss_limit_mb=1024 -max_len="$longest" -artifact_prefix="$found/" -print_final_stats=1 "$corpus"
