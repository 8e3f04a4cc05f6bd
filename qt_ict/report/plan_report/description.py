"""What a report on a plan says, before any layout; every format draws this and reckons nothing."""

from datetime import date
from typing import NamedTuple

from qt_ict.language import Text
from qt_ict.model.organisation import Identity, ReportForm
from qt_ict.report.chart import Chart
from qt_ict.report.page import Section, Tone


class Count(NamedTuple):
    """How many targets have a status."""

    name: Text
    number: int
    tone: Tone


class Drawing(NamedTuple):
    """A chart, and its values as a table for those who do not see it."""

    chart: Chart
    table: Section


class Part(NamedTuple):
    """A part of a report."""

    key: str
    """What it is about, for programs: ``targets``, ``paths`` …"""
    heading: Text
    paragraphs: tuple[Text, ...] = ()
    """Running text above its tables."""
    sections: tuple[Section, ...] = ()
    """Its tables; rows of domains stand between groups."""
    drawings: tuple[Drawing, ...] = ()


class PlanReport(NamedTuple):
    """A report on a plan."""

    plan: Identity
    """The plan it is about."""
    form: ReportForm
    """What the frame of an official report says of it."""
    title: Text
    """What it is about, in a line."""
    day: date
    """The last day that counts."""
    facts: Section
    """Labelled facts: plan, area, date and version of the data."""
    counts: tuple[Count, ...]
    """The targets by status; together they are all rows of the report."""
    parts: tuple[Part, ...]
    notes: tuple[Text, ...]
    """Numbered from 1; cells name them."""

    def part(self, key: str) -> Part | None:
        """The part about something; None where the report has none."""
        return next((each for each in self.parts if each.key == key), None)
