"""A new round as a form: every figure to fill in, with what was last known of it as a comment."""

import datetime
import json
from collections.abc import Iterator, Mapping

from qt_ict.arithmetic.typed_dates import period
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing.known import LastKnown
from qt_ict.editing.splice import written
from qt_ict.language import Language, Text
from qt_ict.model.figures import UNCERTAINTY, LaterRound, Round, RoundFigures
from qt_ict.model.plan import Plan
from qt_ict.wording.dates import short_day


def round_date(text: str, plan: Plan) -> datetime.date:
    """The date of a new round: a day, or the last one of a month or year.

    Raises:
        Refusal: It is no date, or not after the baseline.
    """
    found = period(text)
    if found is None:
        raise Refusal(
            Text("{text} không phải một ngày", "{text} is no date").fill(text=text),
            Text(
                "Viết năm-tháng-ngày, như 2012-06-30; hoặc một tháng, một năm, tức là ngày cuối: 2012-06, 2012.",
                "Write year-month-day, such as 2012-06-30; or a month or year for its last day: 2012-06, 2012.",
            ),
        )
    date = found.last
    first = plan.baseline.round.date
    if date <= first:
        raise Refusal(
            Text("{text} không sau năm gốc ({first})", "{text} is not after the baseline ({first})").fill(
                text=text, first=first
            ),
            Text("Đợt sau có ngày sau năm gốc.", "A later round has a later date."),
        )
    return date


def form(plan: Plan, date: datetime.date, language: Language, schema: str | None) -> str:
    """The text of a round's file with nothing filled in; it loads as it is.

    Args:
        plan: The plan.
        date: Date of the round.
        language: What the comments are written in; figures keep the names they have in the plan's first language.
        schema: Where an editor finds the schema of the file; None without one.
    """
    last = LastKnown(plan, date)
    return "\n".join((*_header(plan, date, language, schema), *_figures(plan, last, language), ""))


def new_round(date: datetime.date) -> RoundFigures:
    """A round without figures, named by its date."""
    name = _name(date)
    return RoundFigures(date.isoformat(), LaterRound(vi=name.vi, en=name.en, date=date, transcribed=True), {})


def round_text(plan: Plan, header: Round, entries: Mapping[str, Mapping[str, str]], language: Language) -> str:
    """The text of a round's file with some figures and no others.

    Args:
        plan: The plan.
        header: The round.
        entries: What is said of each figure: by key, its value as YAML writes it.
        language: What the comments are written in.
    """
    lines = [*_round_lines(plan, header.date, language), "", "figures:"]
    for name, keys in entries.items():
        lines += [f"  {name}:", *(f"    {key}: {said}" for key, said in keys.items())]
    return "\n".join((*lines, ""))


def _header(plan: Plan, date: datetime.date, language: Language, schema: str | None) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    for line in _ABOUT.say(language).splitlines():
        yield f"# {line}"
    yield ""
    yield from _round_lines(plan, date, language)


def _round_lines(plan: Plan, date: datetime.date, language: Language) -> Iterator[str]:
    yield "round:"
    yield from _named(plan, date)
    yield f"  document:  # {_DOCUMENT.say(language)}"
    yield f"  date: {date.isoformat()}"
    due = duties_due(plan, date)
    if due:
        yield f"  # {_DUTIES.say(language)}"
        for duty in due:
            yield f"  #   {duty}: {plan.duties[duty].name.say(language)}"
        yield f"  # reports: [{', '.join(due)}]"
    yield "  transcribed: true"


def _named(plan: Plan, date: datetime.date) -> Iterator[str]:
    """What a round is called, in every language of a plan."""
    if len(plan.languages) == 1:
        yield f"  name: {_called(date, plan.languages[0])}"
        return
    for code in plan.languages:
        yield f"  {code}: {_called(date, code)}"


def _called(date: datetime.date, code: str) -> str:
    """What a round is called in a language, as YAML; by its date alone in one that nobody here speaks.

    >>> [_called(datetime.date(2021, 12, 31), code) for code in ("vi", "en", "fr", "de")]
    ['Báo cáo năm 2021', 'Report of 2021', 'Rapport 2021', '"2021"']
    """
    if code == "fr":
        half = (date.month, date.day) == _HALF_YEAR
        day = f"du premier semestre {date.year}" if half else short_day(date).en
        return f"Rapport {day}"
    return _name(date).by_language.get(code, f'"{short_day(date).en}"')


_ABOUT = Text(
    "Một đợt số liệu. Viết chữ số liền nhau, dấu chấm thập phân: 145470, 31.24. Chưa có số thì để trống.\n"
    "Sau dấu # là giá trị của đợt trước gần nhất có số liệu đó.",
    "A round of figures. Digits together, decimal point: 145470, 31.24. What was not reported stays empty.\n"
    "Behind # stands the value of the latest earlier round that has the figure.",
)
_DOCUMENT = Text("số, ký hiệu văn bản", "number of the document")
_DUTIES = Text(
    "Nghĩa vụ báo cáo đến hạn ngày này; bỏ dấu # nếu đợt này là báo cáo đó:",
    "Reporting duties due on this day; take the # away if this round is that report:",
)
_HOLDS = Text("giữ nguyên nếu để trống", "holds if left empty")
_OF_LATER_ROUNDS = Text("Số liệu của các đợt sau", "Figures of later rounds")


def _name(date: datetime.date) -> Text:
    if (date.month, date.day) == _HALF_YEAR:
        return Text("Báo cáo 6 tháng đầu năm {year}", "Report of the first half of {year}").fill(year=str(date.year))
    if (date.month, date.day) == _YEAR:
        return Text("Báo cáo năm {year}", "Report of {year}").fill(year=str(date.year))
    return Text(f"Số liệu đến ngày {date.day}/{date.month}/{date.year}", f"Figures as of {date.isoformat()}")


_HALF_YEAR, _YEAR = (6, 30), (12, 31)
"""Month and day at which reports are due."""


def duties_due(plan: Plan, date: datetime.date) -> list[str]:
    """Ids of the reporting duties due on a day.

    At mid-year those of every half-year, at the end of the year those of every year too.
    """
    due = {_HALF_YEAR: {"half-year"}, _YEAR: {"half-year", "year"}}.get((date.month, date.day), set())
    return [name for name, duty in plan.duties.items() if due.intersection(duty.every)]


def _figures(plan: Plan, last: LastKnown, language: Language) -> Iterator[str]:
    yield ""
    yield "figures:"
    group = None
    for name, figure in last.figures.items():
        heading = _heading(plan, name, language)
        if heading != group:
            group = heading
            yield ""
            yield f"  # {heading}"
            yield ""
        bound = f"{figure.comparator} " if figure.comparator else ""
        beside = "".join(
            f", {key} {written(said)}" for key in UNCERTAINTY if (said := getattr(figure, key)) is not None
        )
        yield f"  # {_in_first(figure.name)} ({_in_first(plan.units[figure.unit].name)})"
        yield f"  {name}:"
        holds = "; " + _HOLDS.say(language) if figure.holds else ""
        yield f"    value:  # {last.date(name).isoformat()}: {bound}{written(figure.value)}{beside}{holds}"
        if figure.definition is not None:
            yield f"    definition: {_quoted(plan, figure.definition)}  # {_CONTINUES.say(language)}"


_CONTINUES = Text(
    "đếm như đợt trước; nếu khác thì sửa, hoặc as_planned",
    "counted as before; change it if not, or as_planned",
)


def _in_first(text: Text) -> str:
    """What a plan says in its first language."""
    return next(iter(text.by_language.values()))


def _quoted(plan: Plan, definition: Text) -> str:
    """A definition as YAML, in every language of a plan."""
    if len(plan.languages) == 1:
        return json.dumps(_in_first(definition), ensure_ascii=False)
    return json.dumps(definition.by_language, ensure_ascii=False)


def _heading(plan: Plan, name: str, language: Language) -> str:
    """The item of the plan that a figure of the baseline stands in."""
    figure = plan.baseline.figures.get(name)
    if figure is None:
        return _OF_LATER_ROUNDS.say(language)
    source = plan.sources.get(figure.source)
    return f"{figure.source} {source.name.say(language)}" if source else figure.source
