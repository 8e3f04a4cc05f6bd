"""Cut DejaVu Sans down to the letters of Vietnamese and what charts need, and measure it.

Run after a change of LETTERS. Needs the font of Debian's package fonts-dejavu-core.
"""

import json
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SYSTEM = Path("/usr/share/fonts/truetype/dejavu")
LICENCE = 13
"""The name record of a font that holds its licence."""
FONTS = Path(__file__).parent.parent / "qt_ict" / "presentation" / "svg" / "fonts"
LETTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x1A0, 0x1A1, 0x1AF, 0x1B0),
    *range(0x300, 0x304),
    *(0x309, 0x323),
    *range(0x1EA0, 0x1EFA),
    *(0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x202F, 0x20AB),
    *(0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xFFFD),
    *(0x25A0, 0x25A1, 0x25B2, 0x25BA, 0x25BC, 0x25CA, 0x25CB, 0x25CF),
]


def main() -> None:
    """Write both fonts, their widths and their licence."""
    widths = {}
    for name in ("DejaVuSans", "DejaVuSans-Bold"):
        options = subset.Options(layout_features=["kern", "liga", "mark", "mkmk", "ccmp"], hinting=False)
        options.recalc_timestamp = False
        font = TTFont(SYSTEM / f"{name}.ttf", recalcTimestamp=False)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=LETTERS)
        subsetter.subset(font)
        font.save(FONTS / f"{name}-subset.ttf")
        glyphs, unit = font["hmtx"], font["head"].unitsPerEm
        widths[name] = {chr(code): round(glyphs[glyph][0] / unit, 3) for code, glyph in font.getBestCmap().items()}
    text = json.dumps(widths["DejaVuSans-Bold"], ensure_ascii=True, indent=0, sort_keys=True)
    (FONTS / "widths.json").write_text(text + "\n", encoding="utf-8")
    (FONTS / "LICENSE.txt").write_text(licence(TTFont(SYSTEM / "DejaVuSans.ttf")), encoding="utf-8")


def licence(font: TTFont) -> str:
    """The licence of a font as the font itself carries it: of all whose glyphs it has."""
    lines = str(font["name"].getDebugName(LICENCE)).splitlines()
    return "\n".join(line.rstrip() for line in lines).strip() + "\n"


if __name__ == "__main__":
    main()
