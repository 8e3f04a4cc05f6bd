"""A target and the way towards it as a bullet chart."""

from functools import partial

from qt_ict.language import Language, Text
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.legend import Corner, LegendKey, legend
from qt_ict.presentation.svg.widths import wrapped
from qt_ict.report.plot import Bullet, Mark

WIDTH, HEIGHT = 220, 26
"""Of a chart in the cell of a table [pixels]."""
_THIN, _SIZE = 8, 13
_VALUE = Text("giá trị", "value")
_BASELINE = Text("năm gốc", "baseline")
_TARGET = Text("mục tiêu", "target")


def bullet_svg(bullet: Bullet, language: Language) -> str:
    """The chart for the cell of a table."""
    return picture(_bar(bullet, WIDTH, HEIGHT), WIDTH, HEIGHT, bullet.said.say(language))


def titled(bullet: Bullet, language: Language, room: float) -> tuple[Canvas, float]:
    """The chart under its name, its values in words below; with its height.

    Args:
        bullet: The chart.
        language: The language of its words.
        room: Its width [pixels].
    """
    drawing = Canvas()
    names = wrapped(bullet.name.say(language), _SIZE + 2, room, 3)
    for line, name in enumerate(names):
        drawing.text(0, 16 + line * 21, name, _SIZE + 2, weight="bold")
    top = len(names) * 21 + 4
    drawing.put(_bar(bullet, room, 32), 0, top)
    return drawing, _legend(drawing, bullet, language, room, top + 54)


def _bar(bullet: Bullet, room: float, height: float) -> Canvas:
    """Where the target is met, how far the value reaches for certain and at most, and the marks on it."""
    drawing = Canvas()
    scale = (room - 4) / bullet.end
    targets = [2 + each * scale for each in bullet.targets]
    low, high = 2 + bullet.value.low * scale, 2 + bullet.value.high * scale
    edge, middle = height * 0.18, height / 2
    drawing.rect(2, edge, room - 4, height - 2 * edge, "track")
    # What is reckoned from a range is surely met from the harder of its two numbers on.
    start, stop = (max(targets), room - 2) if bullet.upward else (2, min(targets))
    drawing.rect(start, edge, stop - start, height - 2 * edge, "meets")
    thick = height * 0.3
    drawing.rect(2, middle - thick / 2, low - 2, thick, "value")
    if bullet.value.high > bullet.value.low:
        drawing.rect(low, middle - thick / 2, high - low, thick, "value", 0.4)
    # A value of 0 has no bar, but still a place.
    drawing.line((high, middle - thick / 2 - 2, high, middle + thick / 2 + 2), "value", 2)
    if bullet.baseline is not None:
        _baseline(drawing, bullet.baseline, scale, height)
    for target in targets:
        drawing.line((target, 0.5, target, height - 0.5), "target", 3)
    return drawing


def _baseline(drawing: Canvas, mark: Mark, scale: float, height: float) -> None:
    low, high = 2 + mark.low * scale, 2 + mark.high * scale
    if high > low:
        drawing.line((low, height - 3, high, height - 3), "muted", 2)
    for each in {low, high}:
        drawing.line((each, height - 8, each, height), "muted", 2)


def _legend(drawing: Canvas, bullet: Bullet, language: Language, room: float, y: float) -> float:
    """What stands for what, with the values as the tables write them; the height reached."""
    entries = [("value", _VALUE, bullet.value.said), ("target", _TARGET, bullet.promised)]
    if bullet.baseline is not None:
        entries.insert(0, ("muted", _BASELINE, bullet.baseline.said))
    said = [
        LegendKey(partial(_key, drawing, colour), f"{name.say(language)} {said.say(language)}")
        for colour, name, said in entries
    ]
    return legend(drawing, said, Corner(0, room, y, 13), _SIZE, "muted") + 6


def _key(drawing: Canvas, colour: str, x: float, y: float) -> None:
    drawing.rect(x, y - 10, _THIN if colour == "value" else 3, 11, colour)
