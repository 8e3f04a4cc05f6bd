"""``qt-ict show``: the figures and indicators of one round, computed beside printed."""

from typing import NamedTuple

from qt_ict.engine.assumption_remarks import assumptions
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report import figure_fields
from qt_ict.report.choices import choice
from qt_ict.report.document import Document, Footnotes, Group, Part, Row, Table
from qt_ict.report.field import Record, cells, columns, leaves, record
from qt_ict.report.figure_fields import FIGURE_FIELDS
from qt_ict.report.indicator_fields import (
    AGREES,
    DENOMINATOR,
    ID,
    INDICATOR_FIELDS,
    NAME,
    NUMERATOR,
    PRINTED,
    VALUE,
    Shown,
    shown,
)
from qt_ict.report.notes import noted, notes
from qt_ict.report.plan_words import heading, plan_line, plan_name
from qt_ict.report.reply import Reply
from qt_ict.report.selection import known_domain
from qt_ict.wording import terms
from qt_ict.wording.quantities import counted, plain

_INDICATORS = (NAME, NUMERATOR, DENOMINATOR, VALUE, PRINTED, AGREES, ID.headed(ID.heading, aside=True))
_FIGURES = (
    figure_fields.NAME,
    figure_fields.VALUE,
    figure_fields.UNIT,
    figure_fields.ITEM,
    figure_fields.ID.headed(figure_fields.ID.heading, aside=True),
)


class Inventory(NamedTuple):
    """The indicators of one round that a reader asked for, and the figures they rest on."""

    loaded: Loaded
    rows: tuple[Shown, ...]
    figures: tuple[str, ...]
    """Ids of the figures."""


def inventory(loaded: Loaded, domain: str | None, named: str | None) -> Inventory:
    """The indicators of one domain, or all, in one round.

    Args:
        loaded: The plan.
        domain: The domain as a reader calls it; None for all.
        named: The round as a reader calls it; None for the one that the plan is seen in.

    Raises:
        Refusal: There is no such domain or round.
    """
    round_id = choice(loaded.plan, named).round
    if round_id is not None:
        loaded = loaded.seen_in(round_id)
    plan = loaded.plan
    wanted = known_domain(plan, domain)
    here = {id_: each for id_, each in plan.indicators.items() if plan.has(each)}
    rows = tuple(shown(plan, id_) for id_, indicator in here.items() if wanted in (None, indicator.domain))
    used = {name for row in rows for name in row.indicator.figures}
    return Inventory(loaded, rows, tuple(name for name in plan.figures if wanted is None or name in used))


def reply(found: Inventory) -> Reply:
    """Indicators and figures of one round."""
    return Reply(lambda: document(found), lambda: data(found), leaves(INDICATOR_FIELDS))


def data(found: Inventory) -> Record:
    """One object an indicator, the figures beside them; see docs/formats.md."""
    plan = found.loaded.plan
    return {
        **heading(found.loaded),
        "assumptions": noted(notes(plan, assumptions([plan], {}))),
        "rows": [record(INDICATOR_FIELDS, found.loaded, row) for row in found.rows],
        "figures": [record(FIGURE_FIELDS, found.loaded, name) for name in found.figures],
    }


def document(found: Inventory) -> Document:
    """Indicators by domain, then the figures they rest on."""
    loaded, plan = found.loaded, found.loaded.plan
    footnotes = Footnotes()
    figures = tuple(cells(_FIGURES, loaded, name) for name in found.figures)
    compared = sum(row.agrees is not None for row in found.rows)
    differing = sum(row.agrees is False for row in found.rows)
    counts = {
        "indicators": counted(len(found.rows), Text("chỉ tiêu", "indicator")),
        "figures": counted(len(figures), Text("số liệu", "figure")),
        "compared": counted(compared, Text("tỷ lệ ghi trong kế hoạch", "printed ratio")),
        "differ": plain(differing) + Text(" lệch", " differs" if differing == 1 else " differ"),
    }
    return Document(
        plan.round.name + " – " + plan_name(loaded),
        (
            Part(
                tables=(
                    Table(terms.INDICATORS, columns(_INDICATORS), _indicator_rows(found, footnotes)),
                    Table(terms.FIGURES, columns(_FIGURES), figures),
                )
            ),
        ),
        footnotes.texts,
        (
            _COUNTS.fill(**counts),
            *(note.text for note in notes(plan, assumptions([plan], {}))),
            plan_line(loaded),
        ),
        plan.round.date,
    )


_COUNTS = Text(
    "{indicators}, {figures}; {compared} được so, {differ}.", "{indicators}, {figures}; {compared} compared, {differ}."
)


def _indicator_rows(found: Inventory, footnotes: Footnotes) -> tuple[Row | Group, ...]:
    """Indicators with the headings of their domains between them."""
    rows: list[Row | Group] = []
    domain = None
    for each in found.rows:
        if each.indicator.domain != domain:
            domain = each.indicator.domain
            rows.append(Group(found.loaded.plan.domains[domain].name))
        name, *rest = cells(_INDICATORS, found.loaded, each)
        rows.append((name._replace(notes=footnotes.numbers(note.text for note in each.notes)), *rest))
    return tuple(rows)
