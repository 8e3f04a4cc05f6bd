"""What is said of an indicator in one round: how it is computed, and what the document prints of it."""

from typing import NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.indicator_remarks import of_indicator
from qt_ict.engine.printed import Rounding, rounding
from qt_ict.engine.reasons import Reason
from qt_ict.engine.values import Value, value
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Indicator, Sum
from qt_ict.model.plan import Plan
from qt_ict.report.cells import amount_cell, indicator_cell
from qt_ict.report.document import Cell
from qt_ict.report.field import Field
from qt_ict.report.notes import Note, notes
from qt_ict.report.taken_over import TAKEN_OVER, of_entry
from qt_ict.wording import terms
from qt_ict.wording.statements import flags_text


class Shown(NamedTuple):
    """One indicator in one round."""

    id: str
    indicator: Indicator
    value: Value
    printed: str | None
    """The ratio as the document prints it."""
    rounding: Rounding | None
    """Which rounding explains the printed ratio."""
    notes: tuple[Note, ...]

    @property
    def agrees(self) -> bool | None:
        """Whether printed and computed ratio agree; None with nothing to compare."""
        return None if self.rounding is None else self.rounding == "half_up"


def shown(plan: Plan, id_: str) -> Shown:
    """One indicator with its value and what the document prints of it."""
    indicator = plan.indicators[id_]
    found = value(plan, indicator)
    printed = printed_ratio(plan, indicator)
    rule = None
    if printed is not None and isinstance(found.outcome, Interval):
        rule = rounding(found.outcome, printed)
    return Shown(id_, indicator, found, printed, rule, notes(plan, of_indicator(plan, indicator, found.causes)))


def printed_ratio(plan: Plan, indicator: Indicator) -> str | None:
    """The ratio printed beside the figure that an indicator divides by the same whole."""
    if indicator.denominator is None or not isinstance(indicator.counted, Sum):
        return None
    figure = plan.figures[indicator.counted.figures[0]]
    alone = len(indicator.counted.figures) == 1
    return figure.printed if alone and indicator.denominator.figures == (figure.of,) else None


_AGREEMENTS: dict[Rounding, Cell] = {
    "half_up": Cell(Text("khớp", "agrees"), "good"),
    "half_even": Cell(Text("lệch: làm tròn về số chẵn", "differs: rounded half to even"), "bad"),
    "truncated": Cell(Text("lệch: bỏ bớt chữ số, không làm tròn", "differs: cut off, not rounded"), "bad"),
    "none": Cell(Text("lệch", "differs"), "bad"),
}


def _value_cell(loaded: Loaded, row: Shown) -> Cell:
    outcome = row.value.outcome
    if isinstance(outcome, Reason):
        return amount_cell(outcome, 0)
    cell = indicator_cell(loaded.plan, row.indicator, outcome)
    return cell._replace(text=cell.text + flags_text(row.value.flags))


NAME: Field[Loaded, Shown] = Field(
    "name", "name of the indicator", lambda _, row: row.indicator.name, "plan_text", heading=terms.INDICATOR
)
NUMERATOR: Field[Loaded, Shown] = Field(
    "numerator",
    "what is counted, or stands alone [its own unit]",
    lambda _, row: row.value.counted,
    "quantity",
    heading=Text("Tử số", "Numerator"),
    cell=lambda _, row: amount_cell(row.value.counted, 0) if row.value.denominator is not None else Cell(EMPTY),
    numeric=True,
)
DENOMINATOR: Field[Loaded, Shown] = Field(
    "denominator",
    "what it is counted among, or the known whole of a printed percentage; else null [its own unit]",
    lambda _, row: row.value.denominator,
    "quantity",
    heading=Text("Mẫu số", "Denominator"),
    cell=lambda _, row: amount_cell(row.value.denominator, 0) if row.value.denominator else Cell(EMPTY),
    numeric=True,
)
VALUE: Field[Loaded, Shown] = Field(
    "value",
    "numerator / denominator × factor, or the figure as it stands [`unit`]",
    lambda _, row: row.value.outcome,
    "quantity",
    heading=terms.VALUE,
    cell=_value_cell,
    numeric=True,
)
PRINTED: Field[Loaded, Shown] = Field(
    "printed",
    "the ratio as the document prints it",
    lambda _, row: row.printed,
    heading=terms.PRINTED,
    numeric=True,
)
AGREES: Field[Loaded, Shown] = Field(
    "agrees",
    "whether printed and computed ratio agree at the printed precision, rounded half up; null with nothing to compare",
    lambda _, row: row.agrees,
    "boolean",
    heading=Text("So sánh", "Compared"),
    cell=lambda _, row: _AGREEMENTS[row.rounding] if row.rounding else Cell(EMPTY),
)
ID: Field[Loaded, Shown] = Field(
    "indicator",
    "id of the indicator",
    lambda _, row: row.id,
    heading=terms.ID,
    cell=lambda _, row: Cell(Text.same(row.id), "quiet"),
    whole=True,
)
INDICATOR_FIELDS: tuple[Field[Loaded, Shown], ...] = (
    ID,
    NAME,
    Field("domain", "id", lambda _, row: row.indicator.domain),
    Field("agency", "id; null where the plan names none", lambda _, row: row.indicator.agency),
    Field("unit", "id of the unit of `value`", lambda _, row: row.indicator.unit),
    Field("better", "which way is better", lambda _, row: row.indicator.better),
    Field("per", "the period that is counted, where that is said of the indicator", lambda _, row: row.indicator.per),
    NUMERATOR,
    DENOMINATOR,
    Field(
        "factor",
        "100 for % and per 100; null for a figure as it stands",
        lambda _, row: row.indicator.factor,
        "integer",
    ),
    VALUE,
    PRINTED,
    AGREES,
    Field(
        "rounding",
        "`half_up`, `half_even`, `truncated` or `none`: which rule explains the printed ratio",
        lambda _, row: row.rounding,
    ),
    Field(
        "reason",
        "why there is no value, or null",
        lambda _, row: row.value.outcome if isinstance(row.value.outcome, Reason) else None,
    ),
    Field("code", "code of the Partnership's core list of ICT indicators", lambda _, row: row.indicator.code),
    Field("edition", "year of the edition of that list", lambda _, row: row.indicator.edition, "integer"),
    Field(
        "flags",
        "how sources mark those figures: `provisional`, `estimated`, `break`",
        lambda _, row: list(row.value.flags),
        "list",
    ),
    Field("figures", "ids of the figures it is computed from", lambda _, row: list(row.indicator.figures), "list"),
    Field("notes", "remarks", lambda _, row: row.notes, "notes"),
    Field("date", "date of what is counted", lambda _, row: row.value.date, "date"),
    Field("round", "the round", lambda loaded, _: loaded.plan.round_id),
    Field(
        "source",
        "where it is written",
        type="object",
        fields=(
            Field(
                "items",
                "parts and items of the document that its figures come from",
                lambda loaded, row: list(
                    dict.fromkeys(loaded.plan.figures[name].source for name in row.indicator.figures)
                ),
                "list",
            ),
            Field("file", "file of the data", lambda loaded, _: loaded.file("indicators")),
            Field("line", "line of the data", lambda loaded, row: loaded.line("indicators", row.id), "integer"),
        ),
    ),
    Field(
        "taken_over",
        "what the entry leaves to others",
        lambda loaded, row: of_entry(loaded, "indicators", row.id),
        "objects",
        fields=TAKEN_OVER,
    ),
)
"""Everything about one indicator in one round."""
