"""What a row says of the course of its target through the rounds: how far, how fast, and whether that will do."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import Observation
from qt_ict.engine.pace import Pace
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.record import OURS, StatusRecord
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.engine.standing import Standing
from qt_ict.engine.verdict import LIMITS, VERDICTS
from qt_ict.language import EMPTY, Text
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import (
    amount_cell,
    dated_cell,
    dated_short_cell,
    digits_between,
    share_cell,
    short_cell,
    short_points,
)
from qt_ict.report.document import Cell
from qt_ict.report.field import Field, reasons
from qt_ict.report.gap_fields import baseline_cell, lines_of, within_the_year
from qt_ict.report.method_fields import OPINION, RECORD_FIELDS, opinion, record_cell
from qt_ict.report.target_fields import (
    BAND,
    COMPARATOR,
    DOCUMENT,
    FIRST_VERSION,
    FROM_BASELINE,
    IDENTIFICATION,
    SINCE,
    SOURCE,
    TARGET_VALUE,
    VERSION,
    revised,
    versions,
)
from qt_ict.report.verdicts import judged_text, verdict_cell
from qt_ict.wording import terms

PACE = ("observed", "from_base", "from_value", "from_now")


def observation_cell(row: Standing, found: Observation | None) -> Cell:
    """A value with its date; empty without one."""
    return dated_cell(found, row.indicator, lines_of(row)) if found else Cell(EMPTY)


def amount_of(row: Standing, outcome: Outcome) -> Cell:
    """A quantity in the unit of the row's indicator, on the side of the target on which it lies."""
    return short_cell(outcome, row.unit, lines_of(row))


def rate_cell(row: Standing, rate: Outcome) -> Cell:
    """Growth a year by equal steps, in points where the unit of measure is %."""
    return amount_cell(rate, digits_between(row.unit, rate, 1), short_points(row.unit), (0,))


def ratio_cell(_: Any, row: Standing) -> Cell:
    """Observed / required growth, never so rounded that it seems to reach a limit that it does not reach."""
    return share_cell(row.course.ratio, 0, tuple(per_cent for _, per_cent in LIMITS))


def covered_cell(_: Any, row: Standing) -> Cell:
    """The part of the way that lies behind; empty where the due year has no value."""
    if row.judged_by is None:
        return Cell(EMPTY)
    found = share_cell(row.course.covered, 1, (100,))
    return found._replace(text=words.WAY_TOO_WIDE) if row.course.covered is Reason.BOUNDS_TOO_WIDE else found


def projected_cell(_: Any, row: Standing) -> Cell:
    """Where the pace so far leads by the due date; empty where nothing is compared."""
    return amount_of(row, row.course.projection.at_due) if row.spans else Cell(EMPTY)


_BLOCKS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[float]) -> str:
    """One block a value, from the lowest to the highest; empty where nothing can be compared.

    >>> sparkline([1, 2, 8]), sparkline([5]), sparkline([3, 3])
    ('▁▂█', '', '▁▁')
    """
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    steps = len(_BLOCKS) - 1
    return "".join(_BLOCKS[round((value - low) / (high - low) * steps) if high > low else 0] for value in values)


def _rounds_cell(_: Any, row: Standing) -> Cell:
    """The rounds of a row as a line of blocks, by the lower end of every value."""
    outcomes = [each.value.outcome for each in row.history]
    return Cell(Text.same(sparkline([float(each.low or 0) for each in outcomes if isinstance(each, Interval)])))


def beside_target(field: Field[Answer, Standing], **changed: Any) -> Field[Answer, Standing]:
    """A field that holds an observation, as a table shows it whose column of targets says the unit."""

    def cell(answer: Answer, row: Standing) -> Cell:
        found = field.value(answer, row)
        return dated_short_cell(found, row.indicator, lines_of(row)) if found else Cell(EMPTY)

    return field.headed(field.heading, cell=cell, **changed)


OBSERVATION: tuple[Field[Any, Observation], ...] = (
    Field("value", "the value [unit of the indicator]", lambda _, found: found.value.outcome, "quantity"),
    Field("date", "its date", lambda _, found: found.date, "date"),
    Field(
        "round",
        "its round; null of the 0 from which things counted per period begin to add up",
        lambda _, found: found.round,
        names="rounds",
    ),
    Field(
        "flags",
        "how sources mark its figures: `provisional`, `estimated`, `break`",
        lambda _, found: list(found.value.flags),
        "list",
    ),
    Field(
        "definitions",
        "what its figures count, where that is not what the plan counts",
        lambda _, found: found.definitions,
        "plan_texts",
    ),
)
FIRST: Field[Answer, Standing] = Field(
    "first",
    "the first value",
    lambda _, row: row.baseline,
    "object",
    fields=OBSERVATION,
    heading=terms.BASELINE,
    cell=baseline_cell,
    numeric=True,
    whole=True,
)
JUDGED: Field[Answer, Standing] = Field(
    "judged",
    "the value that is judged: of the due year where that is over (null where that year has none), else the latest",
    lambda _, row: row.judged_by,
    "object",
    fields=OBSERVATION,
    heading=Text("Giá trị dùng để đánh giá", "Judged"),
    cell=lambda _, row: observation_cell(row, row.judged_by or row.latest),
    numeric=True,
)
WHEN_DUE: Field[Answer, Standing] = JUDGED.headed(
    Text("Trong năm đích", "In the due year"), cell=lambda _, row: observation_cell(row, row.judged_by), whole=True
)
LATEST: Field[Answer, Standing] = Field(
    "latest",
    "the latest value",
    lambda _, row: row.latest,
    "object",
    fields=OBSERVATION,
    heading=Text("Mới nhất", "Latest"),
    cell=lambda _, row: observation_cell(row, row.latest),
    numeric=True,
    whole=True,
)
DUE_NOW: Field[Answer, Standing] = Field(
    "due_now",
    "the value due at the date of the latest one, by equal steps from the first [`unit`]",
    lambda _, row: row.course.due_now,
    "quantity",
    heading=Text("Mức cần đạt đến nay", "Due then"),
    cell=lambda _, row: amount_of(row, row.course.due_now),
    numeric=True,
    whole=True,
)
COVERED: Field[Answer, Standing] = Field(
    "covered",
    "part of the way from the first value to the target",
    lambda _, row: row.course.covered,
    "quantity",
    heading=Text("Đã thực hiện (% chặng đường)", "Way covered"),
    cell=covered_cell,
    numeric=True,
    whole=True,
)
OBSERVED: Field[Answer, Standing] = Field(
    "observed",
    "growth between the two values [per year]",
    lambda _, row: row.course.pace.observed,
    "quantity",
    heading=Text("Mức tăng bình quân năm", "Pace a year"),
    cell=lambda _, row: rate_cell(row, row.course.pace.observed),
    numeric=True,
)
LAST_STEP: Field[Answer, Standing] = Field(
    "last_step",
    "growth since the value before the latest one, by equal steps [`unit` per year]",
    lambda _, row: row.course.last_step,
    "quantity",
    heading=Text("Mức tăng từ đợt trước", "Last step"),
    cell=lambda _, row: rate_cell(row, row.course.last_step),
    numeric=True,
)
FROM_BASE: Field[Answer, Standing] = Field(
    "from_base",
    "required from the first value on [per year]",
    lambda _, row: row.course.pace.from_base,
    "quantity",
)
FROM_VALUE: Field[Answer, Standing] = Field(
    "from_value",
    "required from the date of the latest value on [per year]",
    lambda _, row: row.course.pace.from_value,
    "quantity",
    heading=Text("Mức cần tăng từ khi đo", "Required when measured"),
    cell=lambda _, row: rate_cell(row, row.course.pace.from_value),
    numeric=True,
)
FROM_NOW: Field[Answer, Standing] = Field(
    "from_now",
    "required from the last day known on [per year]",
    lambda _, row: row.course.pace.from_now,
    "quantity",
    heading=Text("Mức cần tăng từ nay", "Required from now"),
    cell=lambda _, row: within_the_year(row, row.ahead, rate_cell(row, row.course.pace.from_now)),
    numeric=True,
)
ACCELERATION: Field[Answer, Standing] = Field(
    "acceleration",
    "pace required from now on / pace so far",
    lambda _, row: row.course.acceleration,
    "quantity",
    heading=Text("Cần gấp (lần)", "Times as fast"),
    cell=lambda _, row: amount_cell(row.course.acceleration, 1, lines=(1,)),
    numeric=True,
    whole=True,
)
RATIO: Field[Answer, Standing] = Field(
    "ratio",
    "pace so far / pace required from now on: what decides",
    lambda _, row: row.course.ratio,
    "quantity",
    heading=Text("Tỷ số mức tăng", "Ratio"),
    cell=ratio_cell,
    numeric=True,
    whole=True,
)
AT_DUE: Field[Answer, Standing] = Field(
    "at_due",
    "the value at the due date [`unit`]",
    lambda _, row: row.course.projection.at_due,
    "quantity",
    heading=Text("Dự phóng đến hạn", "Projected when due"),
    cell=projected_cell,
    numeric=True,
)
REACHED: Field[Answer, Standing] = Field(
    "reached_in_years",
    "time from the latest value until the target is reached [years]",
    lambda _, row: row.course.projection.reached,
    "quantity",
)


def _of_pace(key: str) -> Callable[[Any, Pace], Outcome]:
    return lambda _, pace: getattr(pace, key)


ON_ONE_SCALE: tuple[Field[Any, Pace], ...] = tuple(
    Field(field.key, field.about, _of_pace(field.key), "quantity")
    for field in (OBSERVED, FROM_BASE, FROM_VALUE, FROM_NOW)
)


def _pace_on(scale: Scale) -> Callable[[Any, Mapping[Scale, Pace]], Pace]:
    return lambda _, paces: paces[scale]


VERDICT: Field[Answer, Standing] = Field(
    "status",
    "list of every status that is possible, best first; empty where there is none",
    lambda _, row: row.course.judged.status,
    "list",
    VERDICTS,
    heading=terms.ASSESSMENT,
    cell=lambda _, row: verdict_cell(row),
)


def _record_of(answer: Answer, row: Standing) -> StatusRecord | Reason:
    return answer.record(row, OURS, row.course.judged.status, by_level=True)


RECORD: Field[Answer, Standing] = Field(
    "record",
    "how many past cases with the same status, level and time left met their target; null with a reason",
    lambda answer, row: found if isinstance(found := _record_of(answer, row), StatusRecord) else None,
    "object",
    fields=RECORD_FIELDS,
    heading=terms.KEPT_BEFORE,
    cell=lambda answer, row: record_cell(_record_of(answer, row)),
    numeric=True,
    whole=True,
)
WHY: Field[Answer, Standing] = Field(
    "reason",
    "why there is no status, or a remark on it",
    lambda _, row: row.course.judged.reason,
    heading=terms.REASON,
    cell=lambda _, row: Cell(judged_text(row, row.course.judged), "quiet"),
)
ROUNDS: Field[Answer, Standing] = Field(
    "rounds",
    "every value that can be compared, oldest first",
    lambda _, row: row.history,
    "objects",
    fields=OBSERVATION,
    heading=Text("Các đợt số liệu", "Rounds"),
    cell=_rounds_cell,
    whole=True,
)
_ORIGINAL: Field[Answer, Standing] = Field(
    "original",
    "the first version where a later document has revised the target, else null",
    lambda _, row: revised(row),
    "object",
    fields=(
        *FIRST_VERSION,
        Field("status", "the status by it", lambda _, row: row.course.original.status, "list"),
        Field("reason", "why there is none", lambda _, row: row.course.original.reason),
    ),
)
_VERSIONS: Field[Answer, Standing] = Field(
    "versions",
    "every version of the target, oldest first; empty where there is one",
    lambda _, row: versions(row.plan, row.first),
    "objects",
    fields=VERSION,
)
_METHOD: Field[Answer, Standing] = Field(
    "method",
    "what the published method asked for says; null without one",
    lambda answer, row: opinion(method, row) if (method := answer.question.method) else None,
    "object",
    fields=OPINION,
)


def _quantities(answer: Answer, row: Standing) -> dict[str, Any]:
    """Everything that may have a reason instead of a number, by the name of its field."""
    course = row.course
    return {
        "due_now": course.due_now,
        "covered": course.covered,
        **{name: getattr(course.pace, name) for name in PACE},
        "last_step": course.last_step,
        "acceleration": course.acceleration,
        "ratio": course.ratio,
        **{f"scales.{scale}": course.paces[scale].observed for scale in SCALES},
        "projection.at_due": course.projection.at_due,
        "projection.reached_in_years": course.projection.reached,
        "record": _record_of(answer, row),
    }


PROGRESS_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *IDENTIFICATION,
    Field("passed", "whether the due year is over", lambda _, row: row.passed, "boolean"),
    Field(
        "decides",
        "whether this due year decides the present status of its indicator: the next to come, else the last",
        lambda _, row: row.decides,
        "boolean",
    ),
    COMPARATOR,
    TARGET_VALUE,
    BAND,
    FROM_BASELINE,
    SINCE,
    Field("unit", "id of the unit of `target_value` as stated", lambda _, row: row.target.unit, names="units"),
    DOCUMENT,
    FIRST,
    JUDGED,
    LATEST,
    ROUNDS,
    Field(
        "before_break",
        "values before the figures were counted anew, oldest first: not compared",
        lambda _, row: row.broken_off,
        "objects",
        fields=OBSERVATION,
    ),
    Field("stale", "whether the latest value is too old to speak of the present", lambda _, row: row.stale, "boolean"),
    Field(
        "set_aside",
        "later values that count something else",
        lambda _, row: row.set_aside,
        "objects",
        fields=OBSERVATION,
    ),
    Field(
        "years",
        "time on the way",
        lambda _, row: next(iter(row.spans), None),
        "object",
        fields=(
            Field("past", "between first and latest value [years]", lambda _, span: span.past, "number"),
            Field("left", "from the latest value to the due date [years]", lambda _, span: span.left, "number"),
            Field("ahead", "from the last day known to the due date [years]", lambda _, span: span.ahead, "number"),
        ),
    ),
    DUE_NOW,
    COVERED,
    Field(
        "pace",
        "growth by equal steps, which decides",
        type="object",
        fields=(OBSERVED, LAST_STEP, FROM_BASE, FROM_VALUE, FROM_NOW, ACCELERATION, RATIO),
    ),
    Field(
        "scales",
        "growth on every scale",
        lambda _, row: row.course.paces,
        "object",
        fields=tuple(
            Field(scale, f"growth on the scale {scale}", _pace_on(scale), "object", fields=ON_ONE_SCALE)
            for scale in SCALES
        ),
    ),
    Field("projection", "at the pace observed; no forecast error", type="object", fields=(AT_DUE, REACHED)),
    VERDICT,
    WHY,
    RECORD,
    Field("reasons", "why a quantity is null", lambda answer, row: reasons(_quantities(answer, row)), "pairs"),
    _ORIGINAL,
    _VERSIONS,
    _METHOD,
    Field("notes", "remarks", lambda answer, row: answer.notes_on_course(row), "notes"),
    SOURCE,
)
"""Everything about the course of one target in one due year."""
