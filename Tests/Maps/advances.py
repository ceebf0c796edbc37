"""Writes how wide letters are in the widest of the fonts that a reader may have: Sources/Cartography/FontAdvances.swift.

Usage: advances.py FOLDER... > FontAdvances.swift   with FOLDER holding the fonts of fonts-dejavu-core, fonts-liberation2
and fonts-noto-core. Widths are facts measured by HarfBuzz; nothing of the fonts themselves is kept.
"""

import sys
from pathlib import Path

import uharfbuzz

UNITS = 2048
LATIN = {
    "regular": ["DejaVuSans.ttf", "LiberationSans-Regular.ttf", "NotoSans-Regular.ttf"],
    "bold": ["DejaVuSans-Bold.ttf", "LiberationSans-Bold.ttf", "NotoSans-Bold.ttf"],
}
ARABIC = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"] + [
    f"Noto{style}Arabic-{weight}.ttf" for style in ("Sans", "Naskh") for weight in ("Regular", "Bold")]
JOINER = "\u200d"


def font(folders, name):
    path = next((path for folder in folders for path in Path(folder).rglob(name)), None)
    if not path:
        raise SystemExit(f"there is no {name} below {', '.join(folders)}")
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))


def width(font, text):
    """In units of 1/2048 em; 0 where the font lacks the letter."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    if any(glyph.codepoint == 0 for glyph in buffer.glyph_infos):
        return 0
    return round(sum(position.x_advance for position in buffer.glyph_positions) * UNITS / font.face.upem)


def table(name, comment, values):
    lines, line = [], "   "
    for value in values:
        word = f" {value},"
        if len(line) + len(word) > 118:
            lines.append(line)
            line = "   "
        line += word
    body = "\n".join([*lines, line])
    return f"  /// {comment}\n  static let {name} = [\n{body}\n  ]\n"


def main(folders):
    latin = {weight: [font(folders, name) for name in names] for weight, names in LATIN.items()}
    arabic = [font(folders, name) for name in ARABIC]
    letters = [chr(code) for code in range(0x0620, 0x06D6)]

    def widest(fonts, *texts):
        return max(width(font, text) for font in fonts for text in texts)

    ascii_letters = [chr(code) for code in range(0x20, 0x7F)]
    tables = [
        table("regular", "U+0020…U+007E.", [widest(latin["regular"], letter) for letter in ascii_letters]),
        table("bold", "The same in bold.", [widest(latin["bold"], letter) for letter in ascii_letters]),
        table("arabic", "U+0620…U+06D5 with no letter after it, of either weight; 0 for what no font has.",
              [widest(arabic, letter, JOINER + letter) for letter in letters]),
        table("arabicJoined", "The same before a letter that joins it.",
              [widest(arabic, letter + JOINER, JOINER + letter + JOINER) for letter in letters]),
    ]
    print("/// How wide letters are in the widest of DejaVu Sans 2.37, Liberation Sans 2.1 and Noto Sans, and for Arabic of\n"
          "/// DejaVu Sans, Noto Sans Arabic and Noto Naskh Arabic (2020-12), in units of 1/2048 em.\n"
          "/// Measured by Tests/Maps/advances.py: `./do advances` writes this file.\n"
          "enum FontAdvances {\n  static let unitsPerEm = 2048.0\n\n" + "\n".join(tables) + "}")


if __name__ == "__main__":
    main(sys.argv[1:])
