"""``qt-ict round add``: what a sheet would change in a round, and the cells that are doubtful."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from qt_ict.arithmetic.numerals import Numeral
from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.editing.addition import Addition, Bringing
from qt_ict.editing.beside_number import is_called
from qt_ict.editing.known import KnownFigure, LastKnown
from qt_ict.editing.proposal import NewNumber, UnknownFigure
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.loading.sheet_headings import Heading
from qt_ict.model.figures import Figure, published_date
from qt_ict.model.indicators import Unit
from qt_ict.model.plan import Plan
from qt_ict.report.cells import points
from qt_ict.report.document import Cell, Column, Document, Footnotes, Part, Row, Table
from qt_ict.report.plan_words import plan_line, plan_name
from qt_ict.report.reply import Reply
from qt_ict.report.shares_in_sheet import parts_said
from qt_ict.wording import terms
from qt_ict.wording.dates import day as said_day
from qt_ict.wording.quantities import counted, plain, signed
from qt_ict.wording.statements import bound_text, figure_text


def reply(loaded: Loaded, found: Bringing) -> Reply:
    """What would change, and what is doubtful."""
    return Reply(lambda: document(loaded, found))


def document(loaded: Loaded, found: Bringing) -> Document:
    """What would change, round by round and figure by figure; instead of nothing, a sentence that says so."""
    footnotes = Footnotes()
    several = len(found.additions) > 1
    first = found.additions[0]
    title = _TITLES if several else _TITLE.fill(round=first.into.round.name)
    parts = [
        _part(addition, before, footnotes, named=several or addition.change.read is None)
        for addition, before in zip(found.additions, _before_each(loaded.plan, found.additions), strict=True)
    ]
    return Document(
        title.fill(sheet=first.proposal.sheet) + plan_name(loaded),
        (*parts, *_unknown_figures(loaded, found)),
        footnotes.texts,
        (_counts(found), *parts_said(loaded.plan, found), *_left_out(found), plan_line(loaded)),
    )


class Earlier(NamedTuple):
    """What is known of a figure before a number of a sheet: what it says already, or an earlier number."""

    value: Numeral
    shown: Text
    """The number as people read it."""
    bound: bool
    """True where it only bounds the figure."""
    day: date | None = None
    """The day of an earlier number; None where the round itself says it."""


def _before_each(plan: Plan, additions: Iterable[Addition]) -> Iterator[Mapping[str, Earlier]]:
    """What is known of figures before each of several rounds, oldest first: a column counts for those after it."""
    brought: dict[str, list[Earlier]] = {}
    for addition in additions:
        last, changes = LastKnown(plan, addition.into.round.date), addition.proposal.changes
        found = {each.figure: _before(addition, last, brought.get(each.figure, []), each) for each in changes}
        yield {name: each for name, each in found.items() if each}
        for change in changes:
            brought.setdefault(change.figure, []).append(_as_brought(change, _day(addition, change)))


def _before(addition: Addition, last: LastKnown, brought: Iterable[Earlier], change: NewNumber) -> Earlier | None:
    """What a number is compared with: what the round says, else the last one that counts as long a period."""
    here = addition.into.figures.get(change.figure)
    if here is not None:
        return _as_known(here, None)
    day = _day(addition, change)
    like = last.like(change.figure, day)
    known = [_as_known(like.figure, like.day)] if like else []
    others = [each for each in brought if each.day and last.is_alike(change.figure, each.day, day)]
    return max((*others, *known), key=lambda each: each.day or date.min, default=None)


def _day(addition: Addition, change: NewNumber) -> date:
    """The date of a new number: that of the sheet or the file, else that of the round."""
    said = change.beside.get("date") or addition.known[change.figure].entry.get("date")
    return published_date(said).day if said else addition.into.round.date


def _as_known(figure: Figure, day: date | None) -> Earlier:
    return Earlier(figure.value, figure_text(figure), figure.comparator is not None, day)


def _as_brought(change: NewNumber, day: date) -> Earlier:
    comparator = change.beside.get("comparator")
    return Earlier(change.new, bound_text(change.new, comparator), comparator is not None, day)


def _part(addition: Addition, before: Mapping[str, Earlier], footnotes: Footnotes, named: bool) -> Part:
    """What would change in one round."""
    tables = []
    if addition.proposal.changes:
        tables.append(_changes(addition, before, footnotes))
    if addition.proposal.doubtful:
        tables.append(_doubtful(addition))
    new = addition.change.read is None
    heading = (_NEW_FILE if new else _FILE).fill(round=addition.into.round.name, file=addition.change.file)
    return Part(heading=heading if named else EMPTY, tables=tuple(tables))


_FILE = Text.same("{round} ({file})")
_NEW_FILE = Text("{round} (tạo mới {file})", "{round} (new file {file})")
_TITLES = Text("Số liệu từ {sheet} – ", "Figures from {sheet} – ")
_TITLE = Text("Số liệu từ {{sheet}} vào {round} – ", "Figures from {{sheet}} into {round} – ")


def _changes(addition: Addition, before: Mapping[str, Earlier], footnotes: Footnotes) -> Table:
    columns = (
        Column(terms.FIGURE),
        Column(Text("Cũ", "Old"), numeric=True),
        Column(Text("Mới", "New"), numeric=True, whole=True),
        Column(terms.CHANGE, numeric=True, whole=True),
        Column(terms.CELL, whole=True),
    )
    rows = tuple(_row(addition, before.get(change.figure), change, footnotes) for change in addition.proposal.changes)
    return Table(EMPTY, columns, rows)


def _row(addition: Addition, old: Earlier | None, change: NewNumber, footnotes: Footnotes) -> Row:
    known = addition.known[change.figure]
    notes = footnotes.numbers(_notes(known, change))
    return (
        Cell(known.name, notes=notes),
        _old(old),
        Cell(plain(change.new), "strong"),
        Cell(_difference(known.unit, old, change.new)),
        Cell(Text.same(change.cell), "quiet"),
    )


def _notes(known: KnownFigure, change: NewNumber) -> Iterator[Text]:
    """What else the file would say of a number: what it says already, and what the sheet brings."""
    kept = [each for each in known.beside if each.partition(":")[0] not in change.beside]
    if kept:
        yield _STAYS.fill(kept=", ".join(kept))
    said = [f"{key}: {value}" for key, value in change.beside.items() if known.entry.get(key) != value]
    if said:
        yield _BESIDE.fill(said=", ".join(said))
    if "note" in change.beside and known.notes:
        yield _NOTE_BEFORE.fill(note="; ".join(known.notes.values()))


_BESIDE = Text("Ghi kèm {said}.", "Written beside it: {said}.")
_NOTE_BEFORE = Text("Ghi chú này thay cho “{note}”.", "The note replaces “{note}”.")
_STAYS = Text("Trong tệp vẫn còn {kept}.", "The file keeps {kept}.")


def _old(old: Earlier | None) -> Cell:
    """What was known: the number in the round, else an earlier one with its date."""
    if old is None:
        return Cell(_NOTHING, "quiet")
    if old.day is None:
        return Cell(old.shown)
    return Cell(old.shown + " (" + said_day(old.day) + ")", "quiet")


_NOTHING = Text.same("–")


def _difference(unit: Unit, old: Earlier | None, new: int | Decimal) -> Text:
    """The change as it stands, and in per cent of what was known; a share or an index changes by points alone."""
    if old is None or old.bound:
        return _NOTHING
    change = new - old.value
    digits = max(digits_of(Decimal(new)), digits_of(Decimal(old.value)))
    rounded = half_up(Fraction(change), digits)
    absolute = signed(rounded, plain(rounded))
    if unit.kind == "share":
        return absolute + points(unit)
    if unit.kind == "index" or old.value <= 0 or new < 0:
        return absolute
    relative = half_up(Fraction(change) * 100 / Fraction(old.value), 1)
    return absolute + " (" + signed(relative, plain(relative)) + "%)"


def _doubtful(addition: Addition) -> Table:
    columns = (
        Column(terms.CELL, whole=True),
        Column(Text("Đang có", "What stands there")),
        Column(Text("Lý do không đọc", "Why it is not read")),
        Column(Text("Cần viết", "What to write")),
    )
    rows = tuple(
        (
            Cell(Text.same("!".join(map(str, each.at))), "bad"),
            Cell(each.shown),
            Cell(each.problem),
            Cell(each.advice),
        )
        for each in addition.proposal.doubtful
    )
    return Table(Text("Ô cần xem lại", "Doubtful cells"), columns, rows)


def _unknown_figures(loaded: Loaded, found: Bringing) -> Iterator[Part]:
    """Names of the sheet that are of no figure: offered as new ones, with what is to be said of them."""
    offered: dict[str, UnknownFigure] = {}
    for each in (each for one in found.additions for each in one.proposal.unknown):
        offered.setdefault(each.name, each)
    if not offered:
        return
    rows = tuple(
        (
            Cell(Text.same(each.cell), "quiet"),
            Cell(Text.same(each.name)),
            Cell(Text.same(each.shown)),
            Cell(_ADD_IT.fill(name=each.name.replace('"', "'"), unit=_unit_id(loaded, each.unit) or _UNIT_LEFT_OPEN)),
        )
        for each in offered.values()
    )
    columns = (
        Column(terms.CELL, whole=True),
        Column(terms.NAME),
        Column(terms.VALUE, numeric=True),
        Column(Text("Nếu là số liệu mới, chạy lại và thêm", "If it is a new figure, run it again with")),
    )
    units = ", ".join(loaded.plan.units)
    yield Part(
        heading=Text("Tên mà kế hoạch chưa có", "Names that the plan does not have"),
        paragraphs=(_UNITS.fill(units=units),),
        tables=(Table(EMPTY, columns, rows),),
    )


_ADD_IT = Text.same('--new "{name}={unit}"')
_UNIT_LEFT_OPEN = Text("ĐƠN_VỊ", "UNIT")
_UNITS = Text(
    "Số liệu mới cần tên và đơn vị tính của nó. Các đơn vị tính của kế hoạch: {units}.",
    "A new figure needs its name and its unit of measure. Units of the plan: {units}.",
)


def _unit_id(loaded: Loaded, said: str) -> str:
    """The unit of measure that a sheet says; empty where it says none of the plan."""
    return next((id_ for id_, unit in loaded.plan.units.items() if said and is_called(unit, said)), "")


def _counts(found: Bringing) -> Text:
    proposals = [each.proposal for each in found.additions]
    return _COUNTS.fill(
        changes=sum(len(each.changes) for each in proposals),
        unchanged=sum(each.unchanged for each in proposals),
        empty=sum(each.empty for each in proposals),
        doubtful=counted(sum(len(each.doubtful) for each in proposals), Text("ô cần xem lại", "doubtful cell")),
    )


_COUNTS = Text(
    "{changes} giá trị thay đổi, {unchanged} giữ nguyên, {empty} để trống, {doubtful}.",
    "Values: {changes} changed, {unchanged} the same, {empty} left empty; {doubtful}.",
)


def _left_out(found: Bringing) -> Iterator[Text]:
    """What is not read, and what is read though nobody sees it."""
    if found.unused:
        yield _UNUSED.fill(columns=_names(found.unused))
    if found.before:
        yield _BEFORE.fill(columns=_names(found.before))
    if found.other_year:
        yield _OTHER_YEAR.fill(columns=_names(found.other_year), round=found.additions[0].into.id)
    if found.hidden:
        yield _HIDDEN.fill(places=", ".join(found.hidden))
    if found.remembered and found.files and not found.doubtful:
        yield _REMEMBERED.fill(file=found.remembered.file)


def _names(headings: Iterable[Heading]) -> str:
    return ", ".join(each.name for each in headings)


_UNUSED = Text("Cột không dùng: {columns}.", "Columns not used: {columns}.")
_BEFORE = Text(
    "Cột không dùng vì không sau năm gốc: {columns}.", "Columns not used, being not after the baseline: {columns}."
)
_OTHER_YEAR = Text(
    "Tiêu đề {columns} nêu ngày khác với đợt {round}.",
    "The heading {columns} says another date than the round {round}.",
)
_HIDDEN = Text("Dòng, cột bị ẩn vẫn được đọc: {places}.", "Hidden rows and columns are read too: {places}.")
_REMEMBERED = Text(
    "Điều đã nêu về các cột cũng được ghi vào {file}.", "What was declared of the columns goes into {file} too."
)
