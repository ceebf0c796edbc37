"""Draws the example and the generated sets, and looks at every map.

Usage: run.py BINARY FOLDER   with FOLDER for the texts and maps, which stay there to be looked at
"""

import subprocess
import sys
from pathlib import Path

import check
import sets

ROOT = Path(__file__).resolve().parents[2]

if __name__ == "__main__":
    binary, folder = sys.argv[1], Path(sys.argv[2])
    outputs = []
    for text in [ROOT / "Examples/release.txt", ROOT / "Examples/page.txt", *sets.write(folder)]:
        output = folder / text.stem
        subprocess.run([binary, "map", str(text), "--output", str(output)], check=True, stdout=subprocess.DEVNULL)
        outputs.append(output)
    sys.exit(check.main(outputs))
