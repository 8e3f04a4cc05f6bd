"""A target and the way towards it as a bullet chart."""

from functools import partial

from qt_ict.language import Language, Text, number
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.legend import Corner, LegendKey, legend
from qt_ict.presentation.svg.widths import width, wrapped
from qt_ict.report.axis import axis
from qt_ict.report.plot import Bullet, Mark

WIDTH, HEIGHT = 220, 26
"""Of a chart in the cell of a table [pixels]."""
_SIZE, _BAR, _SMALL = 13, 32, 11
"""Of the words, of a bar, and of the numbers below it [pixels]."""
_EDGE = 2
"""Left and right of a bar [pixels]."""
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
    names = wrapped(bullet.name.say(language), _SIZE + 2, room)
    for line, name in enumerate(names):
        drawing.text(0, 16 + line * 21, name, _SIZE + 2, weight="bold")
    top = len(names) * 21 + 4
    drawing.put(_bar(bullet, room, _BAR), 0, top)
    _draw_scale(drawing, bullet, language, room, top + _BAR)
    return drawing, _legend(drawing, bullet, language, room, top + _BAR + 42)


def _draw_scale(drawing: Canvas, bullet: Bullet, language: Language, room: float, y: float) -> None:
    """Draw the numbers below a bar, from 0 on."""
    for tick in axis([0, bullet.end]).ticks:
        x = _EDGE + float(tick) * (room - 2 * _EDGE) / bullet.end
        if x <= room:
            half = width(said := number(tick, language), _SMALL) / 2
            drawing.line((x, y - 2, x, y + 3), "muted")
            drawing.text(min(max(x, half), room - half), y + 15, said, _SMALL, "muted", anchor="middle")


def _bar(bullet: Bullet, room: float, height: float) -> Canvas:
    """Where the target is met, how far the value reaches for certain and at most, and the marks on it."""
    drawing = Canvas()
    scale = (room - 2 * _EDGE) / bullet.end
    edge = height * 0.18
    drawing.rect(_EDGE, edge, room - 2 * _EDGE, height - 2 * edge, "track")
    meets = _EDGE + bullet.met_from * scale
    start, stop = (meets, room - _EDGE) if bullet.upward else (_EDGE, meets)
    if bullet.met_to is not None:
        start, stop = sorted((meets, _EDGE + bullet.met_to * scale))
    drawing.rect(start, edge, stop - start, height - 2 * edge, "meets")
    least, most = (_EDGE + each * scale for each in bullet.target)
    if most > least:
        drawing.rect(least, 0.5, most - least, height - 1, "target", 0.25)
    _draw_value(drawing, bullet.value, scale, height)
    if bullet.baseline is not None:
        _draw_baseline(drawing, bullet.baseline, scale, height)
    for each in sorted({least, most}):
        drawing.line((each, 0.5, each, height - 0.5), "target", 3 if each == meets else 1.5)
    return drawing


def _draw_value(drawing: Canvas, mark: Mark, scale: float, height: float) -> None:
    low, high = _EDGE + mark.low * scale, _EDGE + mark.high * scale
    middle, thick = height / 2, height * 0.3
    drawing.rect(_EDGE, middle - thick / 2, low - _EDGE, thick, "value")
    if high > low:
        drawing.rect(low, middle - thick / 2, high - low, thick, "value", 0.4)
    # A value of 0 has no bar, but still a place.
    drawing.line((high, middle - thick / 2 - 2, high, middle + thick / 2 + 2), "value", 2)


def _draw_baseline(drawing: Canvas, mark: Mark, scale: float, height: float) -> None:
    low, high = _EDGE + mark.low * scale, _EDGE + mark.high * scale
    if high > low:
        drawing.line((low, height - 3, high, height - 3), "muted", 2)
    for each in sorted({low, high}):
        drawing.line((each, height - 8, each, height), "muted", 2)


def _legend(drawing: Canvas, bullet: Bullet, language: Language, room: float, y: float) -> float:
    """What stands for what, with the values as the tables write them; the height reached."""
    entries = [("value", _VALUE, bullet.value.said), ("target", _TARGET, bullet.promised)]
    if bullet.baseline is not None:
        entries.insert(0, ("muted", _BASELINE, bullet.baseline.said))
    said = [
        LegendKey(partial(_draw_key, drawing, colour, bullet), f"{name.say(language)} {said.say(language)}")
        for colour, name, said in entries
    ]
    return legend(drawing, said, Corner(0, room, y, 16), _SIZE, "muted") + 6


def _draw_key(drawing: Canvas, colour: str, bullet: Bullet, x: float, y: float) -> None:
    least, most = bullet.target
    if colour == "target" and most > least:
        drawing.rect(x, y - 10, 10, 11, colour, 0.25)
        drawing.line((x + 10, y - 10, x + 10, y + 1), colour, 1.5)
    if colour == "value" and bullet.value.high > bullet.value.low:
        drawing.rect(x, y - 10, 10, 11, colour, 0.4)
        drawing.rect(x, y - 10, 5 if bullet.value.low > 0 else 0, 11, colour)
        return
    drawing.rect(x, y - 10, 10 if colour == "value" else 3, 11, colour)
