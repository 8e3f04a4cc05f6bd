"""``qt-ict diff``: what differs between two versions of a plan, and which verdicts changed because of it."""

from decimal import Decimal

from qt_ict.arithmetic.interval import Interval, point
from qt_ict.engine.attribution import Attribution, JudgedBy, Origin
from qt_ict.engine.changes import Change, SectionName, step_of
from qt_ict.engine.difference import ChangedVerdict
from qt_ict.engine.reasons import Reason
from qt_ict.engine.standing import Standing
from qt_ict.language import EMPTY, Text
from qt_ict.model.figures import Figure
from qt_ict.report import words
from qt_ict.report.cells import points
from qt_ict.report.changed import ADDED, NONE, REMOVED, VALUE, Saying, in_short, name_of, round_day, sayings
from qt_ict.report.diff_record import DIFF_FIELDS, data
from qt_ict.report.document import Cell, Column, Document, Group, Part, Row, Table
from qt_ict.report.field import leaves
from qt_ict.report.gap_fields import STATUS, value_cell
from qt_ict.report.plan_words import identified_by, plan_name
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import due_text
from qt_ict.report.verdicts import verdict_cell
from qt_ict.report.versions import Compared, version_line
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed, plain, share_of, signed, written

MOST_NAMED = 5
"""Most causes of one verdict that are named in words; data for programs name all."""


def reply(both: Compared) -> Reply:
    """What differs between two versions of a plan."""
    return Reply(lambda: document(both), lambda: data(both), leaves(DIFF_FIELDS))


def document(both: Compared) -> Document:
    """Changed figures, other changed entries, changed verdicts with their causes, and counts."""
    tables = (
        Table(Text("Số liệu đã đổi", "Figures changed"), _FIGURE_COLUMNS, tuple(_figure_rows(both))),
        Table(Text("Mục khác đã đổi", "Other entries changed"), _ENTRY_COLUMNS, tuple(_entry_rows(both))),
        Table(
            Text("Đánh giá đã đổi", "Verdicts changed"),
            _VERDICT_COLUMNS,
            tuple(_verdict_row(both, each) for each in both.found.verdicts),
        ),
    )
    return Document(
        (Text("Khác biệt – ", "Differences – ") + plan_name(both.new.loaded)),
        (
            Part(tables=tuple(each for each in tables if each.rows)),
            Part(paragraphs=() if both.found.changes else (_NOTHING,)),
        ),
        closing=(
            *((_counts(both),) if both.found.changes else ()),
            version_line(OLD, both.old),
            version_line(NEW, both.new),
            *(each for each in (identified_by(both.new.loaded),) if each),
        ),
    )


OLD, NEW = Text("Trước", "Old"), Text("Sau", "New")
_PLACE = Column(terms.LINE_OF_DATA)
_FIGURE_COLUMNS = (
    Column(terms.FIGURE),
    Column(terms.ROUND, whole=True),
    Column(OLD, numeric=True),
    Column(NEW, numeric=True),
    Column(terms.CHANGE, numeric=True),
    Column(Text.same("%"), numeric=True),
    _PLACE,
)
_ENTRY_COLUMNS = (Column(terms.NAME), Column(Text("Nội dung", "What")), Column(OLD), Column(NEW), _PLACE)
_VERDICT_COLUMNS = (
    Column(terms.TARGET),
    Column(terms.DUE_YEAR, numeric=True),
    Column(Text("Đánh giá theo", "Judged by")),
    Column(OLD),
    Column(NEW),
    Column(Text("Lý do", "Because of")),
)
_NOTHING = Text(
    "Không có gì khác trong những gì được tính: số liệu, đợt, đơn vị tính, chỉ tiêu, mục tiêu.",
    "Nothing that is computed with differs: figures, rounds, units of measure, indicators, targets.",
)


def _figure_rows(both: Compared) -> list[Row]:
    return [_figure_row(both, each) for each in both.found.changes if each.section == "figures"]


def _figure_row(both: Compared, change: Change) -> Row:
    says = sayings(both, change)
    return (
        Cell(name_of(change)),
        Cell(round_day(both, change), "quiet"),
        Cell(listed(_side(each, each.old) for each in says)),
        Cell(listed(_side(each, each.new) for each in says)),
        *_moved(both, change, says[0]),
        _place_cell(both, change),
    )


def _side(saying: Saying, words: Text) -> Text:
    """One side of a saying about a figure, its number without a heading."""
    if saying.heading in (VALUE, ADDED, REMOVED):
        return words
    return saying.heading + ": " + words


def _moved(both: Compared, change: Change, saying: Saying) -> Row:
    """How far a figure moved, in its unit and as a percentage of what it was."""
    moved = step_of(change)
    if moved is None:
        return Cell(saying.heading, "quiet"), Cell(EMPTY)
    if isinstance(moved.difference, Reason):
        return Cell(words.REASONS[moved.difference], "quiet"), Cell(EMPTY)
    exact = Decimal(moved.difference.numerator) / Decimal(moved.difference.denominator)
    difference = Cell(signed(moved.difference, plain(exact)) + _points(both, change))
    if isinstance(moved.relative, Reason):
        return difference, Cell(_FROM_ZERO, "quiet")
    share = written(share_of(point(moved.relative)), 1, (0,))
    return difference, Cell(signed(moved.relative, share) + terms.PERCENT)


_FROM_ZERO = Text("từ 0", "from 0")


def _points(both: Compared, change: Change) -> Text:
    """What differences of a figure are counted in: points for a share, else nothing to add."""
    entry = change.new
    assert isinstance(entry, Figure), "only figures move"
    unit = both.new.plan.units[entry.unit]
    return points(unit) if unit.kind == "share" else EMPTY


def _place_cell(both: Compared, change: Change) -> Cell:
    place = ":".join(map(str, both.place(change)))
    return Cell(Text.same(place), "quiet")


_HEADINGS: dict[SectionName, Text] = {
    "rounds": Text("Đợt", "Rounds"),
    "units": Text("Đơn vị tính", "Units of measure"),
    "indicators": terms.INDICATORS,
    "targets": terms.TARGETS,
}


def _entry_rows(both: Compared) -> list[Row | Group]:
    """Everything but figures, under the heading of its section, one row for each thing that is said otherwise."""
    rows: list[Row | Group] = []
    for section, heading in _HEADINGS.items():
        found = [each for each in both.found.changes if each.section == section]
        rows += [Group(heading)] if found else []
        rows += [_entry_row(both, each, saying) for each in found for saying in sayings(both, each)]
    return rows


def _entry_row(both: Compared, change: Change, saying: Saying) -> Row:
    return (
        Cell(name_of(change)),
        Cell(saying.heading, "quiet"),
        Cell(saying.old),
        Cell(saying.new),
        _place_cell(both, change),
    )


_JUDGEMENTS: dict[JudgedBy, Text] = {
    "gap": Text("giá trị", "value"),
    "progress": Text("tiến độ", "progress"),
}


def _verdict_row(both: Compared, verdict: ChangedVerdict) -> Row:
    plan = (both.new if verdict.new else both.old).plan
    target = plan.targets[verdict.target]
    return (
        Cell(target.name),
        Cell(due_text(target, verdict.year), "quiet"),
        Cell(_JUDGEMENTS[verdict.judgement], "quiet"),
        _standing_cell(verdict.old, verdict.judgement),
        _standing_cell(verdict.new, verdict.judgement),
        Cell(_because(both, verdict.cause)),
    )


def _standing_cell(row: Standing | None, judgement: JudgedBy) -> Cell:
    """A verdict; beside the plain status the value, or why there is none."""
    if row is None:
        return Cell(NONE, "quiet")
    if judgement == "progress":
        return verdict_cell(row)
    status = STATUS.shown(None, row)
    if row.distance.reason is not None:
        return status._replace(text=status.text + ": " + words.REASONS[row.distance.reason])
    if not isinstance(row.distance.value, Interval):
        return status
    return status._replace(text=_WITH_VALUE.fill(status=status.text, value=value_cell(None, row).text))


_WITH_VALUE = Text.same("{status} ({value})")


def _because(both: Compared, cause: Origin) -> Text:
    """The causes of a verdict, and how they explain it where that is not plain."""
    named = listed(in_short(both, each) for each in cause.changes[:MOST_NAMED])
    rest = len(cause.changes) - MOST_NAMED
    more = _MORE.fill(n=rest) if rest > 0 else EMPTY
    several = len(cause.changes) > 1
    return named + more + (_SEVERAL if several else _ONE)[cause.attribution]


_MORE = Text("; và {n} thay đổi nữa", "; and {n} more")
_ONE: dict[Attribution, Text] = {
    "alone": EMPTY,
    "needed": Text(" (cùng với thay đổi khác)", " (together with other changes)"),
    "together": EMPTY,
}
_SEVERAL: dict[Attribution, Text] = {
    "alone": Text(" (mỗi thay đổi đã đủ)", " (each is enough)"),
    "needed": Text(" (thiếu một thì không đổi)", " (all are needed)"),
    "together": Text(" (cùng nhau)", " (together)"),
}


def _counts(both: Compared) -> Text:
    figures = sum(each.section == "figures" for each in both.found.changes)
    return _COUNTS.fill(
        figures=figures,
        entries=len(both.found.changes) - figures,
        verdicts=len(both.found.verdicts),
        values=both.found.values,
    )


_COUNTS = Text(
    "Đã đổi: {figures} số liệu, {entries} mục khác, {verdicts} đánh giá. "
    "Giá trị của mục tiêu đổi mà đánh giá không đổi: {values}.",
    "Changed: figures {figures}, other entries {entries}, verdicts {verdicts}. "
    "Values of targets that changed, but not their verdicts: {values}.",
)
