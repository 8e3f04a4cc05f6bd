"""``qt-ict forecast``: how likely every target is, and what is likely, by what became of others at the same level."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.target_forecast import TargetForecast
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.beside import asked, parts
from qt_ict.report.cells import amount_cell, chance_text, short_unit
from qt_ict.report.document import Aside, Cell, Document, Footnotes, Part, Table
from qt_ict.report.field import Field, Record, leaves, reasons, record
from qt_ict.report.listing import NO_FORECAST, listing, uncounted
from qt_ict.report.notes import NEEDLESS, Note, noted
from qt_ict.report.plan_words import heading, plan_line, plan_name
from qt_ict.report.progress_fields import LATEST
from qt_ict.report.reply import Reply
from qt_ict.report.selection import narrowed
from qt_ict.report.target_fields import IDENTIFICATION, PROMISED, SOURCE, STATED
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import counted, digits_for, listed, plain, written

_NEAREST_NAMED = 3
"""Cases that a note names."""


class NamedCase(NamedTuple):
    """A past case with the name of its area."""

    area: str
    name: Text
    year: int
    value: float
    later: float


def _nearest_of(found: TargetForecast) -> list[NamedCase]:
    return [NamedCase(each.area, found.reference.area_name(each.area), *each[1:]) for each in found.nearest]


def _found(answer: Answer, row: Standing) -> TargetForecast | None:
    found = answer.forecast(row)
    return found if isinstance(found, TargetForecast) else None


def _of(get: Callable[[TargetForecast], Any]) -> Callable[[Answer, Standing], Any]:
    """What a forecast says; None without one."""
    return lambda answer, row: get(found) if (found := _found(answer, row)) else None


def _single(interval: Interval) -> Any:
    """The number of a quantity that is one; None of a range."""
    return interval.low if interval.is_point else None


def _cell(say: Callable[[Standing, TargetForecast], Text]) -> Callable[[Answer, Standing], Cell]:
    return lambda answer, row: Cell(say(row, found)) if (found := _found(answer, row)) else Cell(EMPTY)


def _amount(row: Standing, value: Interval) -> Text:
    return amount_cell(value, min(1, digits_for(row.unit)), short_unit(row.unit)).text


def _reason(answer: Answer, row: Standing) -> Reason | None:
    """Why there is no probability, or none that is a single number."""
    found = answer.forecast(row)
    if isinstance(found, Reason):
        return found
    return None if found.probability.is_point else Reason.UNCERTAIN_VALUE


VALUE: Field[Answer, Standing] = Field(
    "value",
    "the value that is counted from: the latest that can be compared [`unit`]",
    lambda _, row: row.latest.value.outcome if row.latest else row.distance.value,
    "quantity",
)
PROBABILITY: Field[Answer, Standing] = Field(
    "probability",
    "that the target is met when it is due, 0 to 1; null where the value is a range",
    _of(lambda found: _single(found.probability)),
    "number",
    heading=terms.CHANCE,
    cell=_cell(lambda _, found: chance_text(found.probability)),
    numeric=True,
    whole=True,
)
MEDIAN: Field[Answer, Standing] = Field(
    "median",
    "the value when due that half of the cases stay below; null where the value is a range [`unit`]",
    _of(lambda found: _single(found.median)),
    "number",
    heading=Text("Trung vị khi đến hạn", "Median when due"),
    cell=_cell(lambda row, found: _amount(row, found.median)),
    numeric=True,
    whole=True,
)
LOW: Field[Answer, Standing] = Field(
    "low",
    "nine of ten cases lie between this [`unit`]",
    _of(lambda found: found.low),
    "number",
    heading=terms.NINE_OF_TEN,
    cell=_cell(lambda row, found: _amount(row, Interval(found.low, found.high))),
    numeric=True,
    whole=True,
)
CASES: Field[Answer, Standing] = Field(
    "cases",
    "past cases that were counted; of a range where it is most favourable to the target",
    _of(lambda found: found.cases),
    "integer",
    heading=terms.CASES_THAT_REACHED,
    cell=_cell(lambda _, found: plain(found.reached) + terms.OF + plain(found.cases)),
    numeric=True,
    whole=True,
)
WHY: Field[Answer, Standing] = Field(
    "reason",
    "why there is no single probability, or null",
    _reason,
    heading=terms.REASON,
    cell=lambda answer, row: Cell(words.REASONS[reason] if (reason := _reason(answer, row)) else EMPTY, "quiet"),
)
NEAR_CASE: tuple[Field[Any, NamedCase], ...] = (
    Field("area", "the area, as the class writes it", lambda _, case: case.area),
    Field("name", "what people call it", lambda _, case: case.name, "text"),
    Field("year", "when it stood there", lambda _, case: case.year, "integer"),
    Field("value", "its value then [`unit`]", lambda _, case: case.value, "number"),
    Field("later", "its value after the time that is left [`unit`]", lambda _, case: case.later, "number"),
)
FORECAST_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *IDENTIFICATION,
    *PROMISED,
    VALUE,
    Field("date", "date of that value", lambda _, row: row.latest and row.latest.date, "date"),
    PROBABILITY,
    Field(
        "probability_range",
        "the same over all that the value may be",
        _of(lambda found: found.probability),
        "quantity",
    ),
    MEDIAN,
    Field("median_range", "the same over all that the value may be [`unit`]", _of(lambda f: f.median), "quantity"),
    LOW,
    Field("high", "and this [`unit`]", _of(lambda found: found.high), "number"),
    CASES,
    Field(
        "reached",
        "how many of them, gaining the same from here, would have met the target",
        _of(lambda found: found.reached),
        "integer",
    ),
    Field("nearest", "the nearest of them", _of(_nearest_of), "objects", fields=NEAR_CASE),
    Field("levels", "where those cases stood [`unit`]", _of(lambda found: found.levels), "quantity"),
    Field("reference", "the class that they are of", _of(lambda found: found.reference.name)),
    WHY,
    Field("reasons", "the code of every quantity that is null", lambda _, row: reasons(_quantities(row)), "pairs"),
    Field("notes", "remarks", lambda answer, row: answer.notes_on_course(row), "notes"),
    SOURCE,
)
"""How likely one target is in one due year."""


def _quantities(row: Standing) -> dict[str, Any]:
    return {"value": row.latest.value.outcome if row.latest else row.distance.value}


def reply(answer: Answer) -> Reply:
    """How likely every target asked for is."""
    return Reply(lambda: document(answer), lambda: data(answer), leaves(asked(answer, FORECAST_FIELDS)))


def data(answer: Answer) -> Record:
    """One object a row; see docs/formats.md."""
    return {
        **heading(answer.loaded),
        "as_of": answer.as_of.isoformat(),
        "year": answer.question.selection.year,
        "assumptions": noted(answer.assumptions_on_course),
        "rows": [record(asked(answer, FORECAST_FIELDS), answer, row) for row in answer.rows],
    }


def document(answer: Answer) -> Document:
    """Targets with a forecast, then those without and why."""
    footnotes = Footnotes()
    told = [row for row in answer.rows if _found(answer, row)]
    return Document(
        Text("Khả năng đạt mục tiêu, tính từ {date}", "How likely the targets are, as of {date}").fill(
            date=day(answer.as_of)
        )
        + " – "
        + plan_name(answer.loaded)
        + narrowed(answer.plan, answer.question.selection),
        (
            Part(tables=tuple(each for each in _tables(answer, told, footnotes) if each.rows)),
            *parts(answer, PROBABILITY),
        ),
        footnotes.texts,
        (
            *((_HOW,) if told else ()),
            _split(told, answer.rows),
            *(note.text for note in answer.assumptions_on_course),
            *(note.text for note in answer.ages),
            plan_line(answer.loaded),
        ),
        answer.as_of,
        aside=Aside(footnotes.aside, shorter=((_HOW, _IN_SHORT), *_classes_in_short(answer))),
    )


def _tables(answer: Answer, told: Sequence[Standing], footnotes: Footnotes) -> tuple[Table, Table]:
    """Targets with a forecast, and those without; these are counted in a line where there is little room."""
    rest = [row for row in answer.rows if row not in told]
    shown = (STATED, LATEST, PROBABILITY, MEDIAN, LOW, CASES)
    silent = Text("Chưa dự báo được", "No forecast")
    why = uncounted(rest, lambda row: WHY.shown(answer, row).text, NO_FORECAST)
    return (
        listing(
            answer,
            EMPTY,
            shown,
            told,
            lambda row: (*answer.on_forecast(row), _nearest(answer, row)),
            footnotes,
            needless_codes=NEEDLESS - {"forecast-untried", "forecast-by-level"},
        ),
        listing(answer, silent, (STATED, WHY), rest, lambda row: (), footnotes, why),
    )


_CHANCE = Text(
    "Khả năng: (số trường hợp đạt + 1) / (số trường hợp + 2); mỗi địa bàn một trường hợp, gần nhất theo mức, và theo "
    "mức tăng nếu có từ hai số liệu; đạt nếu với mức tăng của trường hợp đó thì đạt mục tiêu{record}.",
    "Chance: (cases that reached it + 1) / (cases + 2); one case of each of the areas nearest in level, and in pace "
    "where there are two values; reached where its gain would meet the target{record}.",
)
_RECORD = Text("; độ tin cậy: docs/record.md", "; how often that held: docs/record.md")
_HOW, _IN_SHORT = _CHANCE.fill(record=_RECORD), _CHANCE.fill(record=EMPTY)
_REPOSITORY = re.compile(r" \([\w.-]+/[\w.-]+\)")
"""A repository behind the name of who publishes from it."""


def _classes_in_short(answer: Answer) -> Iterator[tuple[Text, Text]]:
    """The lines on reference classes, and the same without the names of repositories; source and licence stay."""
    for note in answer.assumptions_on_course:
        if note.code == "reference-class":
            yield note.text, Text(*(_REPOSITORY.sub("", half) for half in note.text))


def _split(told: Sequence[Standing], rows: Sequence[Standing]) -> Text:
    """How many targets have a forecast; how many rows, where some stand under several years."""
    each = Text("dòng", "row") if len({row.id for row in rows}) < len(rows) else Text("mục tiêu", "target")
    return _SPLIT.fill(told=len(told), targets=counted(len(rows), each))


_SPLIT = Text("Dự báo được {told} trong {targets}.", "A forecast of {told} of {targets}.")


def _nearest(answer: Answer, row: Standing) -> Note:
    """The nearest past cases of a row, by name and year."""
    found = _found(answer, row)
    assert found is not None, "asked only of rows with a forecast"
    cases = (_named(case) for case in _nearest_of(found)[:_NEAREST_NAMED])
    return Note("nearest", Text("Gần nhất: ", "Nearest: ") + listed(cases) + ".")


def _named(case: NamedCase) -> Text:
    values = (written(Interval(each, each), 1) for each in (case.value, case.later))
    return case.name + f" {case.year}: " + listed(values, " → ")
