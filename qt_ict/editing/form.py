"""A new round as a form: every figure to fill in, with what was last known of it as a comment."""

import datetime
from collections.abc import Iterator

from qt_ict.editing.splice import written
from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.model.figures import Figure, Round
from qt_ict.model.plan import Plan


class LastKnown:
    """What the rounds before a day say of every figure, the latest last word."""

    def __init__(self, plan: Plan, before: datetime.date) -> None:
        self.figures: dict[str, Figure] = {}
        """By id, those of the baseline first, in the order of the files."""
        self._rounds: dict[str, Round] = {}
        for each in plan.rounds:
            if each.round.date < before:
                self.figures.update(each.figures)
                self._rounds.update(dict.fromkeys(each.figures, each.round))

    def date(self, name: str) -> datetime.date:
        """The date of a figure: its own, else that of its round."""
        own = self.figures[name].date
        return own.day if own else self._rounds[name].date


def form(plan: Plan, date: datetime.date, language: Language, schema: str | None) -> str:
    """The text of a round's file with nothing filled in; it loads as it is.

    Args:
        plan: The plan.
        date: Date of the round.
        language: What the comments are written in; figures keep their Vietnamese names.
        schema: Where an editor finds the schema of the file; None without one.
    """
    last = LastKnown(plan, date)
    return "\n".join((*_header(plan, date, language, schema), *_figures(plan, last, language), ""))


def _header(plan: Plan, date: datetime.date, language: Language, schema: str | None) -> Iterator[str]:
    if schema:
        yield f"# yaml-language-server: $schema={schema}"
    for line in _ABOUT.say(language).splitlines():
        yield f"# {line}"
    yield ""
    yield "round:"
    name = _name(date)
    for each in LANGUAGES:
        yield f"  {each}: {name.say(each)}"
    yield f"  document:  # {_DOCUMENT.say(language)}"
    yield f"  date: {date.isoformat()}"
    due = duties_due(plan, date)
    if due:
        yield f"  # {_DUTIES.say(language)}"
        for duty in due:
            yield f"  #   {duty}: {plan.duties[duty].name.say(language)}"
        yield f"  # reports: [{', '.join(due)}]"
    yield "  transcribed: true"


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
_OF_LATER_ROUNDS = Text("Số liệu của các đợt sau", "Figures of later rounds")


def _name(date: datetime.date) -> Text:
    if (date.month, date.day) == _HALF_YEAR:
        return Text(f"Báo cáo 6 tháng đầu năm {date.year}", f"Report of the first half of {date.year}")
    if (date.month, date.day) == _YEAR:
        return Text(f"Báo cáo năm {date.year}", f"Report of {date.year}")
    return Text(f"Số liệu đến ngày {date.day}/{date.month}/{date.year}", f"Figures as of {date.isoformat()}")


_HALF_YEAR, _YEAR = (6, 30), (12, 31)
"""Month and day at which reports are due."""


def duties_due(plan: Plan, date: datetime.date) -> list[str]:
    """Ids of the reporting duties due on a day: at mid-year those of every half-year, at its end those of every year too."""
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
        yield f"  # {figure.vi} ({plan.units[figure.unit].vi})"
        yield f"  {name}:"
        yield f"    value:  # {last.date(name).isoformat()}: {bound}{written(figure.value)}"


def _heading(plan: Plan, name: str, language: Language) -> str:
    """The item of the plan that a figure of the baseline stands in."""
    figure = plan.baseline.figures.get(name)
    if figure is None:
        return _OF_LATER_ROUNDS.say(language)
    source = plan.sources.get(figure.source)
    return f"{figure.source} {source.name.say(language)}" if source else figure.source
