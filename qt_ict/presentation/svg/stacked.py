"""The charts of one indicator as one picture: below each target the way to it."""

from collections.abc import Sequence

from qt_ict.language import Language, Text
from qt_ict.presentation.svg.bullet import titled
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.lines import plotted
from qt_ict.report.plot import TargetCharts

WIDTH, MARGIN, SPACE = 720, 24, 22


def stacked_svg(charts: Sequence[TargetCharts], language: Language) -> str:
    """The picture of an indicator's charts, on white."""
    drawing, said, y = Canvas(), list[Text](), float(MARGIN)
    for each in charts:
        if each.bullet is not None:
            y = _put(drawing, titled(each.bullet, language, WIDTH - 2 * MARGIN), y)
            said.append(each.bullet.said)
        if each.path is not None:
            y = _put(drawing, plotted(each.path, language, WIDTH - 2 * MARGIN), y)
            said.append(each.path.said)
    words = " ".join(each.say(language) for each in said)
    return picture(drawing, WIDTH, y - SPACE + MARGIN, words, background=True)


def _put(drawing: Canvas, part: tuple[Canvas, float], y: float) -> float:
    drawing.put(part[0], MARGIN, y)
    return y + part[1] + SPACE
