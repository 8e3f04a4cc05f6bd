"""``qt-ict compare``: the same indicators of several plans side by side, each value with its date."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from qt_ict.engine.observations import Observation
from qt_ict.engine.reasons import Reason
from qt_ict.engine.sameness import MATCHED_BY, MatchedBy, Otherwise
from qt_ict.language import EMPTY, Text
from qt_ict.model.indicators import Bounds, Formula, Indicator, Joint
from qt_ict.model.plan import Plan
from qt_ict.report import words
from qt_ict.report.answer import Answer
from qt_ict.report.cells import dated_cell
from qt_ict.report.comparison import ComparedLine, Comparison, PlanEntry, TargetsBeside
from qt_ict.report.comparison_record import COMPARE_FIELDS, data
from qt_ict.report.document import Aside, Cell, Column, Document, Footnotes, Group, Part, Row, Table
from qt_ict.report.field import leaves
from qt_ict.report.gap_fields import lines_of
from qt_ict.report.notes import Note
from qt_ict.report.plan_words import plan_line
from qt_ict.report.reply import Reply
from qt_ict.report.target_fields import NAME, due_text, promised_text
from qt_ict.report.verdicts import status_cell
from qt_ict.wording import terms
from qt_ict.wording.dates import day
from qt_ict.wording.quantities import listed, plain


def reply(found: Comparison, *, every: bool) -> Reply:
    """The same indicators of several plans.

    Args:
        found: The plans.
        every: True to list also what only one plan has.
    """
    return Reply(lambda: document(found, every=every), lambda: data(found), leaves(COMPARE_FIELDS))


def document(found: Comparison, *, every: bool) -> Document:
    """What several plans have in common, what only one has, and how that was decided."""
    footnotes = Footnotes()
    arranged = _two if len(found.sides) == 2 else _many
    promised = [line for line in found.lines if line.has_target]
    measured = [line for line in found.lines if not line.has_target]
    tables = (
        arranged(found, EMPTY, promised, footnotes),
        arranged(found, _WITHOUT_TARGET, measured, footnotes),
        _together(found),
        *((_apart(found), _unmatched(found)) if every else ()),
    )
    return Document(
        Text("So sánh: ", "Comparison: ") + listed(found.labels, " – "),
        (
            Part("compared", paragraphs=() if found.lines else (_NOTHING,)),
            Part(tables=tuple(table for table in tables if table.rows)),
        ),
        footnotes.texts,
        tuple(_closing(found, every=every)),
        max(each.as_of for each in found.sides),
        aside=Aside(shorter=((_matched(found), _COMPARED.fill(ways=_ways(found))),)),
    )


_WITHOUT_TARGET = Text("Chỉ tiêu không có mục tiêu", "Indicators without a target")
_ALONE = Text("Chỉ tiêu chỉ có ở một kế hoạch", "Indicators of one plan alone")
_NOTHING = Text("Các kế hoạch này không có chỉ tiêu nào giống nhau.", "These plans have no indicator in common.")
_INDICATOR = Column(terms.INDICATOR)
_TARGET, _STATUS = terms.TARGET, terms.ASSESSMENT


def _two(found: Comparison, heading: Text, lines: Sequence[ComparedLine], footnotes: Footnotes) -> Table:
    """Two plans, one beside the other; of what has no target the values alone."""
    promised = any(line.has_target for line in lines)
    beside = (Column(_TARGET, numeric=True), Column(_STATUS, whole=True)) if promised else ()
    year = (_DUE,) if promised and not found.year else ()
    rows = tuple(
        (
            _name(found, line, footnotes),
            *((_due(line),) if year else ()),
            *(cell for place in (0, 1) for cell in _said(found, line, place, footnotes)[: 1 + len(beside)]),
        )
        for line in lines
    )
    of_plans = (column for label in found.labels for column in (Column(label, numeric=True), *beside))
    return Table(heading, (_INDICATOR, *year, *of_plans), rows)


_DUE = Column(terms.DUE_YEAR, numeric=True, leading=True)


def _many(found: Comparison, heading: Text, lines: Sequence[ComparedLine], footnotes: Footnotes) -> Table:
    """Many plans: a row each, under the name of what they have in common."""
    promised = any(line.has_target for line in lines)
    beside = (Column(_TARGET, numeric=True), Column(_STATUS, whole=True)) if promised else ()
    year = (_DUE,) if promised and not found.year else ()
    rows: list[Row | Group] = []
    for same, of_same in groupby(lines, key=lambda line: line.same):
        rows.append(Group(next(_names(found, same.ids))))
        rows += [row for line in of_same for row in _rows(found, line, footnotes)]
    columns = (_PLAN, *year, Column(terms.VALUE, numeric=True), *beside)
    return Table(heading, columns, tuple(rows))


_PLAN = Column(terms.PLAN)


def _names(found: Comparison, ids: Iterable[str | None]) -> Iterator[Text]:
    """What each plan calls an indicator."""
    return (side.plan.indicators[id_].name for side, id_ in zip(found.sides, ids, strict=True) if id_)


def _rows(found: Comparison, line: ComparedLine, footnotes: Footnotes) -> Iterator[Row]:
    """A row for each plan that has a target here; for each that has a value where none has a target."""
    for place, each in enumerate(line.entries):
        if each is None or (line.has_target and each.row is None):
            continue
        label = Cell(found.labels[place], notes=footnotes.numbers(_of_line(found, line)))
        value, *rest = _said(found, line, place, footnotes)
        if not line.has_target:
            yield label, value
        else:
            yield label, *(() if found.year else (_due(line),)), value, *rest


def _name(found: Comparison, line: ComparedLine, footnotes: Footnotes) -> Cell:
    """What the first plan calls it, with what keeps the values apart."""
    return Cell(line.there[0].indicator.name, notes=footnotes.numbers(_of_line(found, line)))


def _due(line: ComparedLine) -> Cell:
    """The due year of the targets; empty where no plan has one."""
    row = next((each.row for each in line.there if each.row), None)
    return Cell(due_text(row.target, row.year) if row else EMPTY, "quiet")


def _said(found: Comparison, line: ComparedLine, place: int, footnotes: Footnotes) -> Row:
    """What one plan says: value with date, target, status."""
    each = line.entries[place]
    if each is None:
        return Cell(_NONE, "quiet"), Cell(EMPTY), Cell(EMPTY)
    value = _value(each)._replace(notes=footnotes.numbers(_told(found, line, place, each)))
    if each.row is None:
        return value, Cell(_NONE, "quiet"), Cell(EMPTY)
    return value, Cell(promised_text(each.row)), status_cell(each.row)


def _told(found: Comparison, line: ComparedLine, place: int, each: PlanEntry) -> Iterator[Text]:
    """What is to be said beside it, by the name of its plan unless all plans say it."""
    by_all = frozenset[Note].intersection(*(frozenset(other.notes) for other in line.there))
    for note in each.notes:
        yield note.text if note in by_all else found.labels[place] + ": " + note.text


_NONE = Text.same("–")


def _value(each: PlanEntry) -> Cell:
    if isinstance(each.found, Reason):
        return Cell(words.REASONS[each.found], "quiet")
    return dated_cell(each.found, each.indicator, lines_of(each.row) if each.row else ())


def _of_line(found: Comparison, line: ComparedLine) -> Iterator[Text]:
    """Why values that stand side by side are not one measure of the same."""
    if not line.same_date:
        yield _DATES
    if not line.same_formula:
        said = (
            found.labels[place] + ": " + formula(each.side.plan, each.indicator)
            for place, each in enumerate(line.entries)
            if each
        )
        yield _FORMULAS + listed(said)


_DATES = Text("Số liệu khác ngày nên không so trực tiếp.", "Values of different dates, not to be compared directly.")
_FORMULAS = Text("Tính từ số liệu khác nhau. ", "Computed from different figures. ")


def formula(plan: Plan, indicator: Indicator) -> Text:
    """The figures of an indicator by their names."""
    counted = _of_formula(plan, indicator.counted)
    return counted + " / " + _of_formula(plan, indicator.denominator) if indicator.denominator else counted


def _of_formula(plan: Plan, formula: Formula) -> Text:
    """What is added; what bounds it."""
    known = {name: each for one in reversed(plan.rounds) for name, each in one.figures.items()}

    def named(figures: Iterable[str], between: str = " + ") -> Text:
        return listed((known[name].name for name in figures), between)

    match formula:
        case Bounds(at_least, at_most):
            low = Text("ít nhất ", "at least ") + named(at_least.figures) if at_least else EMPTY
            high = Text("nhiều nhất ", "at most ") + named(at_most.figures) if at_most else EMPTY
            return listed((each for each in (low, high) if each), ", ")
        case Joint(figures):
            return Text("phần chung của ", "what is common to ") + named(figures, ", ")
    return named(formula.figures)


def _together(found: Comparison) -> Table:
    """The targets that several plans have by id, or by name and unit, without an indicator in common."""
    return _of_targets(found, _BY_NAME, [each for each in found.elsewhere if len(each.rows) > 1])


def _apart(found: Comparison) -> Table:
    """The targets that only one plan has, whether or not an indicator measures them."""
    return _of_targets(found, _TARGETS_ALONE, [each for each in found.elsewhere if len(each.rows) == 1])


def _of_targets(found: Comparison, heading: Text, beside: Sequence[TargetsBeside]) -> Table:
    """A row for each target."""
    rows = tuple(
        (
            Cell(row.target.name),
            Cell(due_text(row.target, row.year), "quiet"),
            Cell(found.labels[place]),
            Cell(promised_text(row)),
            status_cell(row),
        )
        for each in beside
        for place, row in each.rows
    )
    columns = (NAME.column, _DUE, _PLAN, Column(_TARGET, numeric=True), Column(_STATUS))
    return Table(heading, columns, rows)


_BY_NAME = Text("Cùng mục tiêu, chưa có chỉ tiêu chung để so", "The same targets, without an indicator in common")
_TARGETS_ALONE = Text("Mục tiêu chỉ có ở một kế hoạch", "Targets of one plan alone")


def _unmatched(found: Comparison) -> Table:
    """The indicators that only one plan has."""
    columns = (_PLAN, _INDICATOR, Column(terms.UNIT), Column(_WHY))
    rows = []
    for each in found.alone:
        plan = found.sides[each.plan].plan
        indicator = plan.indicators[each.id]
        unit = plan.units[indicator.unit].name
        rows.append((Cell(found.labels[each.plan]), Cell(indicator.name), Cell(unit), Cell(_OTHERWISE[each.why])))
    return Table(_ALONE, columns, tuple(rows))


_WHY = terms.REASON
_OTHERWISE: dict[Otherwise, Text] = {
    "alone": Text("kế hoạch khác không khai chỉ tiêu này", "no other plan declares it"),
    "other-unit": Text("trùng mã nhưng khác đơn vị tính", "same code or id, other unit of measure"),
    "other-direction": Text("trùng mã nhưng ngược chiều tốt lên", "same code or id, other direction"),
    "other-edition": Text("trùng mã quốc tế nhưng khác ấn bản", "same international code, other edition"),
    "other-code": Text("trùng mã trong dữ liệu nhưng khác mã quốc tế", "same id, other international code"),
}


def _closing(found: Comparison, *, every: bool) -> Iterator[Text]:
    """How indicators were found to be the same, which were not, and which plans these are up to which day."""
    yield _matched(found)
    alone = Counter(each.plan for each in found.alone)
    if alone:
        by_plan = listed((found.labels[place] + " " + plain(count) for place, count in sorted(alone.items())), ", ")
        yield _ONLY.fill(by_plan=by_plan) + (EMPTY if every else _LIST_THEM)
    if len({side.as_of for side in found.sides}) > 1:
        yield _OTHER_DAYS
    for label, side in zip(found.labels, found.sides, strict=True):
        yield label + Text(", đến {day}. ", ", up to {day}. ").fill(day=day(side.as_of)) + plan_line(side.loaded)
        yield from (label + ": " + note.text for note in side.assumptions_in(_seen(found, side)))


def _matched(found: Comparison) -> Text:
    """How many indicators are compared, and what makes each the same."""
    return _COMPARED.fill(ways=_ways(found)) + _ALWAYS


def _ways(found: Comparison) -> Text:
    tally = {way: sum(same.by == way for same in found.shared) for way in MATCHED_BY}
    said = (plain(tally[way]) + _BECAUSE[way] for way in MATCHED_BY if tally[way])
    return listed(said, ", ") if found.shared else Text("0 chỉ tiêu được so", "0 indicators compared")


def _seen(found: Comparison, side: Answer) -> list[Plan]:
    """The plan of a side, as it is seen in the rounds that its values come from."""
    entries = (each for line in found.lines for each in line.there if each.side is side)
    return [each.found.plan for each in entries if isinstance(each.found, Observation)]


_COMPARED = Text("{ways}.", "{ways}.")
_BECAUSE: dict[MatchedBy, Text] = {
    "code": Text(" chỉ tiêu được so vì cùng mã quốc tế", " compared for one international code"),
    "id": Text(" chỉ tiêu được so vì cùng mã trong dữ liệu", " compared for one id"),
}
_ALWAYS = Text(
    " Mã quốc tế phải cùng ấn bản; đơn vị tính và chiều tốt lên luôn phải như nhau.",
    " An international code must be of one edition; unit of measure and direction must always be the same.",
)
_ONLY = Text("Chỉ có ở một kế hoạch: {by_plan}.", "Of one plan alone: {by_plan}.")
_LIST_THEM = Text(" Liệt kê: --all.", " List them: --all.")
_OTHER_DAYS = Text(
    "Mỗi kế hoạch tính đến số liệu mới nhất của mình; xét cùng một ngày: --as-of.",
    "Each plan up to its own latest figures; for one day: --as-of.",
)
