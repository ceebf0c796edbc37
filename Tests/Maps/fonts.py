"""The fonts of other machines: a reader's may have none but these, whatever is installed where the checks run.

The folders are those that the packages of Debian unpack into; `./do check maps` fetches them and installs nothing.
"""

import os
import shutil
from pathlib import Path

# By name: the files of a machine's fonts. Each has one family for Latin, and one for Arabic.
FAMILIES = {
    "Liberation Sans and Noto Naskh Arabic": ["LiberationSans-*.ttf", "NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"],
    "Noto Sans and Noto Sans Arabic": ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf"],
}

# Of Latin and Arabic letters together: it differs from machine to machine where the fonts do.
SAMPLE_WIDTH = """
const pen = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas').getContext('2d');
pen.font = '100px sans-serif';
return ['Raqqa', 'الرقة'].map(text => pen.measureText(text).width).join(' ');
"""

CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{folder}/fonts</dir>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""


def environment(packages, name):
    """The environment of a machine that has only the fonts of that name, from the unpacked packages."""
    folder = Path(packages).resolve().with_name("font-sets") / name.replace(" ", "-")
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "fonts").mkdir(parents=True)
    for pattern in FAMILIES[name]:
        files = sorted(Path(packages).rglob(pattern))
        if not files:
            raise SystemExit(f"there is no {pattern} below {packages}")
        for file in files:
            shutil.copy(file, folder / "fonts")
    (folder / "fonts.conf").write_text(CONFIGURATION.format(folder=folder))
    return {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
