"""Remarks and assumptions in words."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import point
from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.remark import Measured, Remark
from qt_ict.engine.target_forecast import ClassUsed, TargetForecast
from qt_ict.engine.verdict import Judged
from qt_ict.language import EMPTY, Text
from qt_ict.model.figures import Figure
from qt_ict.model.plan import Plan
from qt_ict.model.running_total import CountedPeriod, RunningTotal
from qt_ict.model.targets import Target
from qt_ict.report import words
from qt_ict.report.added import addition_text
from qt_ict.report.cells import chance_text, indicator_text
from qt_ict.report.verdicts import each_year_text, judged_text
from qt_ict.wording import terms
from qt_ict.wording.dates import day, days, end_of, period_text
from qt_ict.wording.quantities import counted, listed, plain, written, written_exactly
from qt_ict.wording.statements import bound_text, figure_text, figure_with_unit, target_text

Values = Mapping[str, Any]


class Note(NamedTuple):
    """A remark in words, with its code."""

    code: str
    text: Text


NEEDLESS = frozenset(
    (
        "date-published",
        "forecast",
        "forecast-by-level",
        "forecast-untried",
        "incomplete-round",
        "nearest",
        "not-computed",
        "other-definition",
        "published-again",
        "restated",
        "vague",
        "whole-count",
    )
)
"""Codes of notes that change no number of their row and no verdict: more about it, or said by its own words."""
_SAID_BY_A_REMARK = frozenset((Cause.JOINT.value, Cause.BOUND.value))
"""Codes of notes that say in general what a remark of the data says of the case."""


def needless(found: Iterable[Note], codes: Collection[str] = NEEDLESS) -> frozenset[Text]:
    """The notes of a row that its numbers can be read without.

    Args:
        found: All its notes.
        codes: Codes of notes that say more than is needed.
    """
    every = list(found)
    remarked = any(each.code == "remark" for each in every)
    more = {*codes, *(_SAID_BY_A_REMARK if remarked else ())}
    return frozenset(each.text for each in every if each.code in more)


def notes(plan: Plan, remarks: Iterable[Remark]) -> tuple[Note, ...]:
    """Remarks in words, each thing once.

    Args:
        plan: The plan that they are about, for its units of measure.
        remarks: What is to be said.
    """
    return tuple(dict.fromkeys(Note(each.code, _worded(plan, each)) for each in remarks))


def _worded(plan: Plan, remark: Remark) -> Text:
    if remark.code == "remark":
        text: Text = remark.values["text"]
        return text
    compose = _COMPOSED.get(remark.code)
    values = compose(plan, remark.values) if compose else remark.values
    return words.REMARKS[remark.code].fill(**{name: _said(plan, value) for name, value in values.items()})


def _said(plan: Plan, value: Any) -> Text | str | int | Decimal:
    """One value in words."""
    match value:
        case date():
            return day(value)
        case Target():
            return target_text(plan, value)
        case Figure():
            return figure_text(value)
        case Reason():
            return words.REASONS[value]
        case Measured():
            return indicator_text(plan, value.indicator, value.value)
        case tuple():
            return listed((each if isinstance(each, Text) else Text.same(each) for each in value), ", ")
    found: Text | str | int | Decimal = value
    return found


def _figure_conflict(plan: Plan, values: Values) -> Values:
    """The other statements of a figure, and the sum of its parts where that is another."""
    figure = values["figure"]
    statements = [each.name + ": " + plain(each.value) + f" ({each.source})" for each in values["others"]]
    if values["parts"] is not None:
        total = Text("{figure}, các phần cộng lại {parts}", "{figure}, its parts add up to {parts}")
        statements.append(total.fill(figure=figure.value, parts=values["parts"]))
    return {"name": figure.name, "others": listed(statements)}


def _whole_count(plan: Plan, values: Values) -> Values:
    """A percentage as printed, what it is taken of, and how many things that is."""
    share, whole = (figure_with_unit(each, plan.units[each.unit]) for each in (values["share"], values["whole"]))
    return {**values, "share": share, "whole": whole, "count": written(values["count"], 0)}


def _restated(plan: Plan, values: Values) -> Values:
    before = values["before"]
    return {**values, "before": bound_text(before.value, before.comparator), "document": before.document}


def _incomplete(plan: Plan, values: Values) -> Values:
    options = " ".join(f"--carry {name}" for name in values["may_carry"])
    return {**values, "may_carry": words.MAY_CARRY.fill(figures=options) if options else EMPTY}


def _revised(plan: Plan, values: Values) -> Values:
    """What the first version said, how it would be judged by that, and why it was revised where the document says."""
    row, judged, why = values["row"], values["judged"], values["why"]
    original = target_text(plan, row.first, row.reckoned(row.first)) + f" ({row.first_document})"
    if judged:
        status = judged_text(row, judged) if isinstance(judged, Judged) else words.STATUSES[judged]
        original += ": " + status
    return {**values, "original": original, "why": Text(" Lý do: ", " Reason: ") + why + "." if why else EMPTY}


def _off(plan: Plan, values: Values) -> Values:
    """How far each of some figures may be off, and by whose word."""
    return {"figures": listed(dict.fromkeys(map(_margin, values["figures"])))}


def _margin(figure: Figure) -> Text:
    if figure.standard_error is not None:
        said = words.STANDARD_ERROR
    elif figure.low is not None:
        said = words.NO_CONFIDENCE if figure.confidence is None else words.CONFIDENCE
    else:
        said = words.ROUNDED_TO
    return said.fill(name=figure.name, confidence=figure.confidence or 0, rounded_to=figure.rounded_to or 0)


def _date_published(plan: Plan, values: Values) -> Values:
    return {**values, "precision": words.PRECISIONS[values["precision"]]}


def _date_assumed(plan: Plan, values: Values) -> Values:
    dates = values["dates"]
    several = Text("ngày của đợt: ", "the date of their round: ") if len(dates) > 1 else EMPTY
    return {"dates": days(dates), "several": several}


def _growth_assumed(plan: Plan, values: Values) -> Values:
    rate: Fraction = values["rate"] * 100
    return {**values, "rate": plain(Decimal(rate.numerator) / Decimal(rate.denominator)) + "%"}


def _addition_assumed(plan: Plan, values: Values) -> Values:
    unit = plan.units[values["figure"].unit]
    return {"name": values["name"], "addition": addition_text(unit, values["addition"])}


def _old(plan: Plan, values: Values) -> Values:
    """The longest time that a value speaks of the present: a year, two years, half a year."""
    limit: Fraction = values["limit"]
    months = counted(int(limit * 12), Text("tháng", "month"))
    said = counted(int(limit), Text("năm", "year")) if limit.denominator == 1 else months
    dates = {"dates": days(values["dates"])} if "dates" in values else {}
    return {**values, **dates, "limit": said}


def _forecast(plan: Plan, values: Values) -> Values:
    """How many cases there are and how many came as far; of an uncertain value where that is most favourable."""
    found: TargetForecast = values["found"]
    certain = found.probability.is_point
    favourable = Text("Ở mức thuận lợi nhất, trong", "At the most favourable level, of the")
    where = Text("Trong", "Of the") if certain else favourable
    left: Fraction = values["years"]
    time = written(point(left), 0 if left.denominator == 1 else 1)
    return {
        "where": where,
        "cases": found.cases,
        "reached": found.reached,
        "levels": written(found.levels, 1),
        "years": Text.each(lambda language: time.say(language) + ("" if language == "vi" else " years")),
        "probability": chance_text(found.probability),
    }


def _reference_class(plan: Plan, values: Values) -> Values:
    used: ClassUsed = values["used"]
    reference = used.reference
    left_out = Text(" (không kể {area})", " (without {area})") if used.without else EMPTY
    return {
        "title": reference.title,
        "areas": len(reference.areas) - (used.without in reference.areas),
        "without": left_out.fill(area=reference.area_name(used.without or "")),
        "source": listed(Text.same(each) for each in (reference.source, reference.licence) if each) or Text.same("–"),
        "note": " " + used.note + "." if used.note else EMPTY,
    }


def _counted_anew(plan: Plan, values: Values) -> Values:
    definition = values["definition"]
    return {**values, "definition": Text.same(" (") + listed(definition, ", ") + ")" if definition else EMPTY}


def _adds_up(plan: Plan, values: Values) -> Values:
    """The periods of a running total with what was counted in each."""
    found: RunningTotal = values["total"]
    said = (period_text(each.start, each.end) + ": " + _things(each) for each in found.periods)
    return {**values, "name": found.name, "periods": listed(said)}


def _things(each: CountedPeriod) -> Text:
    return written_exactly(each.things) if each.is_reported else terms.NOT_REPORTED


def _each_year(plan: Plan, values: Values) -> Values:
    """Every year with its status."""
    return {"years": each_year_text(values["row"])}


def _when_due(plan: Plan, values: Values) -> Values:
    """A due year by its end, any other due date by its day; and what held then."""
    due: date = values["date"]
    ends = Text("hết ", "the end of ") if (due.month, due.day) == (12, 31) else Text("hết ", "")
    return {"due": ends + end_of(due), "judged": judged_text(values["row"], values["row"].course.judged)}


_COMPOSED: dict[str, Callable[[Plan, Values], Values]] = {
    "after-due": _when_due,
    "when-due": _when_due,
    "each-year": _each_year,
    "adds-up": _adds_up,
    "counted-anew": _counted_anew,
    "sum-counted-anew": _counted_anew,
    "width-survey": _off,
    "width-rounded": _off,
    "figure-conflict": _figure_conflict,
    "whole-count": _whole_count,
    "restated": _restated,
    "incomplete-round": _incomplete,
    "revised-target": _revised,
    "date-published": _date_published,
    "date-assumed": _date_assumed,
    "growth-assumed": _growth_assumed,
    "addition-assumed": _addition_assumed,
    "forecast": _forecast,
    "reference-class": _reference_class,
    "old-value": _old,
    "old-values": _old,
}
"""Remarks whose values are put together before they fill the words."""


def noted(found: Iterable[Note]) -> list[dict[str, str]]:
    """Notes as plain data, with their codes."""
    return [{"code": each.code, **each.text.by_language} for each in found]
