"""SVG as PNG, with a font of our own: common Linux fonts lack Vietnamese letters."""

from importlib.resources import as_file, files

import resvg_py

FONTS = ("DejaVuSans-subset.ttf", "DejaVuSans-Bold-subset.ttf")


def png(svg: str, scale: float = 2.0) -> bytes:
    """A picture of an SVG chart; the same on every machine.

    Args:
        svg: The chart.
        scale: Pixels of the picture for each of the chart.
    """
    with as_file(files("qt_ict.presentation.svg").joinpath("fonts")) as folder:
        # Reading the fonts takes most of the time; a picture without words needs none.
        fonts = [str(folder / name) for name in FONTS] if "<text" in svg else []
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg, zoom=scale, skip_system_fonts=True, font_files=fonts, font_family="DejaVu Sans"
            )
        )
