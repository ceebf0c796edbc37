#!/usr/bin/env bash
# Fuzzes one reader with libFuzzer: run.sh READER SECONDS. Begins with the shipped examples, goes on from what earlier
# runs found, and leaves an input that breaks the reader in .build/fuzz/READER.found.
set -euo pipefail
reader=$1 seconds=$2
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
corpus=.build/fuzz/$reader found=.build/fuzz/$reader.found
mkdir -p "$corpus" "$found"

# Pieces small enough that a change in one matters.
case "$reader" in
  text) for page in Examples/*.txt; do split -l 12 "$page" "$corpus/$(basename "$page")-"; done ;;
  csv) for table in Tests/Fixtures/*.csv Output/*.csv; do head -n 5 "$table" >"$corpus/$(basename "$table")"; done ;;
  geojson) cp Output/*/*.geojson "$corpus" ;;
  gazetteer)
    head -n 20 Gazetteer/places.tsv >.build/fuzz/places.tsv
    rm -f "$corpus/places.gaz"
    swift build --product incident-mapper >&2
    "$(swift build --show-bin-path)/incident-mapper" gazetteer import csv .build/fuzz/places.tsv \
      --into "$corpus/places.gaz" >&2
    ;;
  *) echo "there is no reader “$reader”: text, csv, geojson or gazetteer" >&2; exit 64 ;;
esac

options=(-c release --package-path Tests/Fuzz --scratch-path .build/fuzz/build --sanitize=address
  -Xswiftc -sanitize=fuzzer -Xswiftc -enable-testing -Xswiftc -use-ld=lld)
swift build "${options[@]}" >&2
# Without this a crash waits for a backtrace that never comes.
export SWIFT_BACKTRACE=enable=no
"$(swift build "${options[@]}" --show-bin-path)/Fuzz" "$reader" -max_total_time="$seconds" -timeout=10 \
  -rss_limit_mb=1024 -max_len=20000 -artifact_prefix="$found/" -print_final_stats=1 "$corpus"
