"""``qt-ict round add``: what a sheet would change in a round, and the cells that are doubtful."""

from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.editing.addition import Addition
from qt_ict.editing.known import LastKnown
from qt_ict.editing.proposal import NewNumber
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Unit
from qt_ict.report.cells import points
from qt_ict.report.document import Cell, Column, Document, Footnotes, Part, Row, Table
from qt_ict.report.plan_words import plan_line, plan_name
from qt_ict.report.reply import Reply
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import counted, plain, signed
from qt_ict.wording.statements import figure_text


def reply(loaded: Loaded, addition: Addition) -> Reply:
    """What would change, and what is doubtful."""
    return Reply(lambda: document(loaded, addition))


def document(loaded: Loaded, addition: Addition) -> Document:
    """What would change, figure by figure; instead of nothing, a sentence that says so."""
    found = addition.proposal
    footnotes = Footnotes()
    tables = []
    if found.changes:
        tables.append(_changes(loaded, addition, footnotes))
    if found.doubtful:
        tables.append(_doubtful(addition))
    return Document(
        (_TITLE.fill(sheet=found.sheet, round=addition.into.round.name) + plan_name(loaded)),
        (Part(tables=tuple(tables)),),
        footnotes.texts,
        (_counts(addition), plan_line(loaded)),
    )


_TITLE = Text("Số liệu từ {sheet} vào {round} – ", "Figures from {sheet} into {round} – ")


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
    notes = footnotes.numbers([_STAYS.fill(kept=", ".join(known.beside))] if known.beside else [])
    return (
        Cell(known.name, notes=notes),
        _old(old, None if here else last, change.figure),
        Cell(plain(change.new), "strong"),
        Cell(_difference(known.unit, old, change.new)),
        Cell(Text.same(change.cell), "quiet"),
    )


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


def _counts(addition: Addition) -> Text:
    found = addition.proposal
    return _COUNTS.fill(
        changes=len(found.changes),
        unchanged=found.unchanged,
        empty=found.empty,
        doubtful=counted(len(found.doubtful), Text("ô cần xem lại", "doubtful cell")),
    )


_COUNTS = Text(
    "{changes} giá trị thay đổi, {unchanged} giữ nguyên, {empty} để trống, {doubtful}.",
    "Values: {changes} changed, {unchanged} the same, {empty} left empty; {doubtful}.",
)
