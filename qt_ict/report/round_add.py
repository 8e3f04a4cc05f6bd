"""``qt-ict round add``: what a sheet would change in a round, and the cells that are doubtful."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.editing.addition import Addition, Bringing
from qt_ict.editing.beside_number import is_called
from qt_ict.editing.known import KnownFigure, LastKnown
from qt_ict.editing.proposal import NewNumber, UnknownFigure
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.loading.sheet_headings import Heading
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Unit
from qt_ict.report.cells import points
from qt_ict.report.document import Cell, Column, Document, Footnotes, Part, Row, Table
from qt_ict.report.plan_words import plan_line, plan_name
from qt_ict.report.reply import Reply
from qt_ict.report.shares_in_sheet import parts_said
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import counted, plain, signed
from qt_ict.wording.statements import figure_text


def reply(loaded: Loaded, found: Bringing) -> Reply:
    """What would change, and what is doubtful."""
    return Reply(lambda: document(loaded, found))


def document(loaded: Loaded, found: Bringing) -> Document:
    """What would change, round by round and figure by figure; instead of nothing, a sentence that says so."""
    footnotes = Footnotes()
    several = len(found.additions) > 1
    first = found.additions[0]
    title = _TITLES if several else _TITLE.fill(round=first.into.round.name)
    parts = [_part(loaded, each, footnotes, named=several or each.change.read is None) for each in found.additions]
    return Document(
        title.fill(sheet=first.proposal.sheet) + plan_name(loaded),
        (*parts, *_unknown_figures(loaded, found)),
        footnotes.texts,
        (_counts(found), *parts_said(loaded.plan, found), *_left_out(found), plan_line(loaded)),
    )


def _part(loaded: Loaded, addition: Addition, footnotes: Footnotes, named: bool) -> Part:
    """What would change in one round."""
    tables = []
    if addition.proposal.changes:
        tables.append(_changes(loaded, addition, footnotes))
    if addition.proposal.doubtful:
        tables.append(_doubtful(addition))
    new = addition.change.read is None
    heading = (_NEW_FILE if new else _FILE).fill(round=addition.into.round.name, file=addition.change.file)
    return Part(heading=heading if named else EMPTY, tables=tuple(tables))


_FILE = Text.same("{round} ({file})")
_NEW_FILE = Text("{round} (tạo mới {file})", "{round} (new file {file})")
_TITLES = Text("Số liệu từ {sheet} – ", "Figures from {sheet} – ")
_TITLE = Text("Số liệu từ {{sheet}} vào {round} – ", "Figures from {{sheet}} into {round} – ")


def _changes(loaded: Loaded, addition: Addition, footnotes: Footnotes) -> Table:
    last = LastKnown(loaded.plan, addition.into.round.date)
    columns = (
        Column(terms.FIGURE),
        Column(Text("Cũ", "Old"), numeric=True),
        Column(Text("Mới", "New"), numeric=True, whole=True),
        Column(terms.CHANGE, numeric=True, whole=True),
        Column(terms.CELL, whole=True),
    )
    rows = tuple(_row(addition, last, change, footnotes) for change in addition.proposal.changes)
    return Table(EMPTY, columns, rows)


def _row(addition: Addition, last: LastKnown, change: NewNumber, footnotes: Footnotes) -> Row:
    here = addition.into.figures.get(change.figure)
    old = here or last.figures.get(change.figure)
    known = addition.known[change.figure]
    notes = footnotes.numbers(_notes(known, change))
    return (
        Cell(known.name, notes=notes),
        _old(old, None if here else last, change.figure),
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


_BESIDE = Text("Ghi kèm {said}.", "Written beside it: {said}.")
_STAYS = Text("Trong tệp vẫn còn {kept}.", "The file keeps {kept}.")


def _old(old: Figure | None, last: LastKnown | None, name: str) -> Cell:
    """What was known: the number in the round, else that of an earlier one with its date."""
    if old is None:
        return Cell(_NOTHING, "quiet")
    if last is None:
        return Cell(figure_text(old))
    return Cell((figure_text(old) + " (" + day(last.date(name)) + ")"), "quiet")


_NOTHING = Text.same("–")


def _difference(unit: Unit, old: Figure | None, new: int | Decimal) -> Text:
    """The change as it stands, and in per cent of what was known; a share or an index changes by points alone."""
    if old is None or old.comparator:
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
