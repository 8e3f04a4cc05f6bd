"""An answer: the targets that a question asks for, with all that follows from them, before anything is worded."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from qt_ict.engine.assumption_remarks import assumptions, of_age, of_class, of_forecast
from qt_ict.engine.distance import FromNow
from qt_ict.engine.duties import DueReports, due_reports
from qt_ict.engine.reasons import Reason
from qt_ict.engine.record import StatusRecord, record_of
from qt_ict.engine.remarks import of_course, of_distance
from qt_ict.engine.standing import Standing, as_of, standings
from qt_ict.engine.supposed import Supposed, needed_by, supposed
from qt_ict.engine.target_forecast import ClassUsed, TargetForecast, target_forecast
from qt_ict.loading.folder import Loaded
from qt_ict.model.plan import Plan
from qt_ict.report.names import indicator_named
from qt_ict.report.notes import Note, notes
from qt_ict.report.question import Question
from qt_ict.report.selection import known_agency, of_indicator, selected


class Answer(NamedTuple):
    """The targets a reader asked for."""

    loaded: Loaded
    question: Question
    rows: tuple[Standing, ...]
    others: tuple[Standing, ...] = ()
    """What a year's list leaves out, other filters applied: of other years, and without a due year."""
    left_out: tuple[Standing, ...] = ()
    """Rows that are not listed, though the assumptions speak of them too."""

    @property
    def plan(self) -> Plan:
        """The plan, its targets as first stated."""
        return self.loaded.plan

    @property
    def as_of(self) -> date:
        """The day up to which things are known."""
        return as_of(self.plan, self.question.choice)

    @property
    def undated(self) -> int:
        """How many targets without a due year a year's list leaves out."""
        return sum(row.year is None for row in self.others)

    @property
    def now(self) -> date:
        """The day that everything to come is counted from: that of a round asked for, else the last day known."""
        return self.rows[0].now if self.rows else self.as_of

    @property
    def duties(self) -> tuple[DueReports, ...]:
        """The reports that were due so far, of the agency asked for, or of those that answer for the domain."""
        due = due_reports(self.plan, self.as_of)
        wanted = self.question.selection
        asked = known_agency(self.plan, wanted.agency)
        agencies = {asked} if asked else {row.target.agency for row in self.rows} if wanted.domain else None
        return tuple(each for each in due if agencies is None or self.plan.duties[each.duty].agency in agencies)

    def place(self, row: Standing) -> tuple[str, int]:
        """File and line of the data that state a target."""
        return self.loaded.file("targets"), self.loaded.line("targets", row.id)

    def notes(self, row: Standing) -> tuple[Note, ...]:
        """What is to be said beside the distance to a target."""
        # A forecast counts from the latest value; beside that of a round asked for it would be of another.
        likely = of_forecast(row, self.forecast(row)) if row.asked is None else ()
        return notes(self.plan, (*of_distance(row), *likely))

    def notes_on_course(self, row: Standing) -> tuple[Note, ...]:
        """What is to be said beside the course of a target through the rounds."""
        on_course = of_course(row, judged=self.question.method is None)
        return notes(self.plan, (*on_course, *of_forecast(row, self.forecast(row))))

    def class_used(self, row: Standing) -> ClassUsed | None:
        """The reference class that says how likely a target is; None where none is named."""
        named = row.indicator.reference if row.target.indicator else None
        asked = self.question.reference
        if asked is not None and (named is None or asked.name != named.name):
            return ClassUsed(asked, self.question.without)
        if named is None:
            return None
        return ClassUsed(self.loaded.classes[named.name], self.question.without or named.without, named.note)

    def record(
        self, row: Standing, method: str, status: tuple[str, ...], *, by_level: bool = False
    ) -> StatusRecord | Reason:
        """How often a status that a method gives came true in past cases, or why nothing can be said.

        Args:
            row: The target in its due year.
            method: Who gives the status.
            status: The statuses that are possible.
            by_level: True for cases near in level alone; published methods were tried over all levels.
        """
        named = row.indicator.reference if row.target.indicator else None
        family = named.name if named else None
        return record_of(row, self.loaded.records, family, method, status, by_level=by_level)

    def source_of(self, record: StatusRecord) -> str:
        """Who published the values that a record was counted in."""
        reference = self.loaded.classes[record.family]
        return "; ".join(each for each in (reference.source, reference.licence) if each)

    def forecast(self, row: Standing) -> TargetForecast | Reason:
        """How likely a target is, or why nothing can be said."""
        return target_forecast(row, self.class_used(row))

    def supposed(self, row: Standing) -> Supposed | None:
        """What becomes of a target if figures grow as supposed; None where nothing touches its indicator."""
        additions = self.question.additions
        return supposed(row, additions) if additions else None

    def needed(self, row: Standing) -> FromNow | None:
        """What it takes to meet a target by the day asked about; None where none is."""
        return needed_by(row, self.question.by) if self.question.by else None

    def only(self, rows: tuple[Standing, ...]) -> "Answer":
        """The answer with some of its rows."""
        return self._replace(rows=rows, left_out=tuple(row for row in self.rows if row not in rows))

    @property
    def assumptions(self) -> tuple[Note, ...]:
        """What distances rest on without the plan saying it."""
        rows = (*self.rows, *self.left_out)
        found = self.assumptions_in([row.observed.plan for row in rows if row.observed])
        return *found, *self.ages, *self._classes(rows)

    @property
    def ages(self) -> tuple[Note, ...]:
        """Which values are too old to speak of the present."""
        return notes(self.plan, of_age((*self.rows, *self.left_out)))

    def on_forecast(self, row: Standing) -> tuple[Note, ...]:
        """What is to be said beside how likely a target is."""
        return notes(self.plan, of_forecast(row, self.forecast(row)))

    @property
    def assumptions_on_course(self) -> tuple[Note, ...]:
        """The same of every round that the rows look at."""
        found = self.assumptions_in([each.plan for row in self.rows for each in row.history])
        return *found, *self._classes(self.rows)

    def _classes(self, rows: Iterable[Standing]) -> tuple[Note, ...]:
        """The reference classes that forecasts rest on."""
        told = (row for row in rows if row.asked is None and isinstance(self.forecast(row), TargetForecast))
        used = dict.fromkeys(found for row in told if (found := self.class_used(row)))
        return notes(self.plan, map(of_class, used))

    def assumptions_in(self, seen: list[Plan]) -> tuple[Note, ...]:
        """What results that come from some rounds rest on without the plan saying it."""
        question = self.question
        return notes(self.plan, assumptions(seen or [self.plan], question.rates, question.choice, question.additions))


def known_then(loaded: Loaded, question: Question) -> Loaded:
    """The plan as it was known on the day asked for, with nothing later; itself where no day is asked for."""
    as_of = question.choice.as_of
    return loaded._replace(plan=loaded.plan.known_by(as_of)) if as_of else loaded


def answer(loaded: Loaded, question: Question) -> Answer:
    """The targets that a question asks for, in its order.

    Raises:
        Refusal: It names something that the plan does not have.
    """
    every = standings(loaded.plan, question.choice, question.rates)
    wanted = question.selection
    rows = tuple(selected(loaded.plan, every, wanted))
    anytime = selected(loaded.plan, every, wanted._replace(year=None)) if wanted.year is not None else ()
    return Answer(loaded, question, rows, tuple(_beside(rows, anytime)))


def _beside(rows: Iterable[Standing], anytime: Iterable[Standing]) -> Iterator[Standing]:
    """The rows of any time that are not among some; what is due every year is among them by one of its years."""
    known, yearly = {row.key for row in rows}, {row.id for row in rows}
    return (row for row in anytime if row.key not in known and not (row.year is None and row.id in yearly))


def answer_on(loaded: Loaded, question: Question, name: str) -> Answer:
    """The targets of one indicator, given by its id or name, or by that of a target or figure.

    Raises:
        Refusal: There is no such indicator, or no target of its own.
    """
    id_ = indicator_named(loaded.plan, name)
    found = answer(loaded, question)
    return found._replace(rows=of_indicator(found.rows, id_))
