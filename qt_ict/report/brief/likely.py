"""What is likely: the chance of every target that a reference class speaks of, least likely first."""

from collections.abc import Iterator

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_forecast import TargetForecast
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.brief.named import name_of
from qt_ict.report.cells import chance_text
from qt_ict.report.document import Part
from qt_ict.report.target_fields import promised_text
from qt_ict.wording.quantities import plain

LISTED = 3
"""Targets whose chance is said."""


def part(answer: Answer) -> Part:
    """The least likely targets; that nothing is said where no past cases are known; nothing where all are due."""
    if all(row.passed for row in answer.rows):
        return Part("likely")
    lines = tuple(_sentence(answer, row, found) for row, found in _told(answer)[:LISTED])
    return Part("likely", Text("Khả năng đạt", "What is likely"), lines or (_NOTHING,))


def forecasts(answer: Answer) -> Iterator[tuple[Standing, TargetForecast]]:
    """The rows whose chance is known."""
    for row in answer.rows:
        found = answer.forecast(row)
        if isinstance(found, TargetForecast):
            yield row, found


def _told(answer: Answer) -> list[tuple[Standing, TargetForecast]]:
    return sorted(forecasts(answer), key=lambda each: _upper(each[1].probability))


def _upper(chance: Interval) -> float:
    return 1.0 if chance.high is None else float(chance.high)


def _sentence(answer: Answer, row: Standing, found: TargetForecast) -> Text:
    year = Text.same(f", {row.year}") if row.year and not answer.question.selection.year else EMPTY
    return _CHANCE.fill(
        name=name_of(row),
        target=promised_text(row) + year,
        chance=chance_text(found.probability),
        where=EMPTY if found.probability.is_point else _AT_BEST,
        reached=plain(found.reached),
        cases=plain(found.cases),
    )


_CHANCE = Text(
    "{name} ({target}) {chance}; {where}{reached} trong {cases} trường hợp gần nhất trước đây tăng được chừng ấy.",
    "{name} ({target}) {chance}; {where}{reached} of the {cases} nearest past cases gained as much.",
)
_AT_BEST = Text("ở mức thuận lợi nhất, ", "at the most favourable value, ")
_NOTHING = Text(
    "Chưa có trường hợp trước đây để so sánh, nên không nêu khả năng đạt.",
    "No past cases to compare with, so no chance is stated.",
)
