"""Breaks a good map in every way the checks look for, to see that each of them notices."""

import re
import shutil
import tempfile
from pathlib import Path

import check

ROOT = Path(__file__).resolve().parents[2]
MAP = ROOT / "Output/syria/deir-ez-zor"


def replaced(old, new, count=1):
    def change(text):
        assert re.search(old, text), f"the map has no {old}"
        return re.sub(old, new, text, count=count)
    return change


# What is broken, and words of the finding it must give.
BREAKAGES = [
    (replaced("</svg>", ""), "not well-formed"),
    (replaced('role="img"', 'role="none"'), "role"),
    (replaced("<desc [^>]*>[^<]*</desc>", ""), "no <desc>"),
    (replaced('id="inset-a"', 'id="map"'), "occurs twice"),
    (replaced(r"url\(#map-clip\)", "url(#nowhere)"), "leads nowhere"),
    (replaced("</desc>", "x" * 300_000 + "</desc>"), "bytes"),
    (replaced(r">50 km<", ">60 km<"), "scale bar says"),
    (replaced(r"Projection: [^<]*", ""), "nothing says"),
    (replaced(r'class="symbol-halo" cx="[\d.]+"', 'class="symbol-halo" cx="300"'), "from its place"),
    (replaced(r'data-code="SY-DY" d="M([\d.]+) ([\d.]+)L', r'data-code="SY-DY" d="M20 120L'), "twice"),
    (replaced(r'class="symbol" data-incidents="\d+"', 'class="symbol" data-incidents="99"'), "in the marks"),
    (replaced(r"open \(\d+\)", "open (7)"), "the legend says"),
    (replaced(r'class="size-circle" cx="([\d.]+)" cy="([\d.]+)" r="[\d.]+"', r'class="size-circle" cx="\1" cy="\2" r="9"'), "radii"),
    (replaced(r'data-code="SY-DY" d="M([\d.]+) ([\d.]+)L', r'data-code="SY-DY" d="M20 120L'), "outline drawn differs"),
    (replaced(r"Smoothed over [0-9.]+ km", "Smoothed over 5 km"), "states a bandwidth"),
    (replaced(r"Scott", "Silverman"), "states a bandwidth"),
    (replaced(r'(<path fill="#[0-9a-f]+" d=")[^"]*"', r'\1M0 0L1 0L0 1Z"'), "density drawn differs"),
    (replaced(r"Smoothed over", "Blurred over"), "legend does not say"),
    (replaced(r'class="ramp-step"([^>]*) fill="#(?!fdfcfa)[0-9a-f]+"', r'class="ramp-step"\1 fill="#fdfcfb"'), "legend's classes"),
    (replaced(r'class="ramp-step"([^>]*) fill="#(?!fdfcfa)[0-9a-f]+"', r'class="ramp-step"\1 fill="#fdfcfb"'), "neighboring classes"),
    (replaced(r'(<text class="incident-label.*?</text>)', r"\1\1"), "overlap"),
    (replaced(r'class="scale-label" x="[\d.]+"', 'class="scale-label" x="15"'), "leaves map"),
    (replaced(r"\.fine \{ font-size: [\d.]+px", ".fine { font-size: 7px"), "points high"),
    (replaced(r"fill: #3a3a3a", "fill: #9a9a9a", count=0), "has contrast"),
    (replaced(r"\.focus-border \{ stroke: #[0-9a-f]+", ".focus-border { stroke: #cccccc"), "contrast below 3"),
    (replaced("</svg>", '<rect x="-9" y="50" width="40" height="40"/></svg>'), "outside the viewBox"),
    (replaced("</svg>", '<foreignObject x="100" y="100" width="400" height="400"><div xmlns="http://www.w3.org/1999/xhtml" '
              'style="width:400px;height:400px;background:#c00"></div></foreignObject></svg>'), "Chromium differ"),
]

# The same for the narrow form of a map.
NARROW_BREAKAGES = [
    (replaced(r'class="symbol" data-incidents="\d+"', 'class="symbol" data-incidents="99"'), "in the marks"),
    (replaced(r'class="assessment-open" data-incidents="\d+"', 'class="assessment-open" data-incidents="1"'), "in symbols"),
    (replaced(r"open \(\d+\)", "open (7)"), "the legend says"),
    (replaced(r'class="symbol-halo" cx="[\d.]+"', 'class="symbol-halo" cx="100"'), "from its place"),
    (replaced(r'data-code="SY-DY" d="M([\d.]+) ([\d.]+)L', r'data-code="SY-DY" d="M20 220L'), "outline drawn differs"),
    (replaced(r">50 km<", ">60 km<"), "scale bar says"),
]


def unnoticed(browser):
    """What the checks did not see: the words of the findings that should have been."""
    missing = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "syria"
        folder.mkdir()
        for extension in (".csv", ".geojson"):
            shutil.copy(MAP.with_suffix(extension), folder)
        for extension, breakages in ((".svg", BREAKAGES), (".narrow.svg", NARROW_BREAKAGES)):
            path = folder / (MAP.name + extension)
            text = MAP.with_suffix(extension).read_text()
            for change, words in breakages:
                path.write_text(change(text))
                if not any(words in finding for finding in check.findings(path, browser)):
                    missing.append(f"{words}, in {path.name}")
    return missing
