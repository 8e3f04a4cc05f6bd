"""Targets that are due every year, year by year."""

from collections.abc import Iterable
from typing import Any

from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Footnotes, Row, Table
from qt_ict.report.field import Field, cells, columns
from qt_ict.report.gap_fields import GAP_FIELDS
from qt_ict.report.listing import named
from qt_ict.report.progress_fields import JUDGED, PROGRESS_FIELDS, VERDICT, WHY, beside_target
from qt_ict.report.target_fields import (
    AGENCY,
    COMPARATOR,
    DOMAIN,
    INDICATOR,
    NAME,
    STATED,
    TARGET,
    TARGET_VALUE,
    due_text,
)
from qt_ict.wording import terms

_OVER: Field[Any, Standing] = Field("over", "whether that year is over", lambda _, row: row.passed, "boolean")
_YEAR: Field[Any, Standing] = Field(
    "year",
    "the calendar year",
    lambda _, row: row.year,
    "year",
    heading=terms.DUE_YEAR,
    cell=lambda _, row: Cell(due_text(row.target, None) if row.year is None else Text.same(row.year), "quiet"),
    numeric=True,
)
_VALUE = beside_target(JUDGED.headed(terms.VALUE), whole=True)
EACH_YEAR: Field[Answer, Standing] = Field(
    "each_year",
    "of a target that is due every year each of them since the plan began, the one that is not over last; else empty",
    lambda _, row: row.years,
    "objects",
    fields=(_YEAR, _OVER, JUDGED, VERDICT, WHY),
)
DISTANCE_FIELDS = (*GAP_FIELDS, EACH_YEAR)
"""Everything about the distance to one target, year by year too."""
COURSE_FIELDS = (*PROGRESS_FIELDS, EACH_YEAR)
"""Everything about the course of one target, year by year too."""
YEAR_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *(TARGET, INDICATOR, NAME, DOMAIN, AGENCY, _YEAR, _OVER, COMPARATOR, TARGET_VALUE, JUDGED, VERDICT, WHY),
)
"""Everything about one year of a target that is due every year."""
SHOWN: tuple[Field[Answer, Standing], ...] = (NAME, _YEAR, STATED, _VALUE, VERDICT)


def each_year(answer: Answer, rows: Iterable[Standing], footnotes: Footnotes | None = None) -> Table:
    """The verdict of each year of targets that are due every year, oldest first.

    Args:
        answer: What the rows are of.
        rows: The targets.
        footnotes: Where the notes of a target go, which then stands above its years; None where it is shown elsewhere.
    """
    found: list[Row] = []
    for row in rows:
        if row.years and footnotes is not None:
            found.append((named(row, answer.notes_on_course, footnotes), *cells(SHOWN[1:], answer, row)))
        found += [cells(SHOWN, answer, year) for year in row.years]
    return Table(Text("Mục tiêu hằng năm, từng năm", "Yearly targets, year by year"), columns(SHOWN), tuple(found))
