"""A plan brought in from a workbook: its files, and what is wrong with it, said by sheet, row and column."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from qt_ict.checks.validation import validation
from qt_ict.diagnostics.finding import Finding, Place, Side, worst_first
from qt_ict.diagnostics.plan_workbook import DOUBTFUL_CELL, MISSING_SHEET, NO_KEYS
from qt_ict.diagnostics.shape import (
    CONTRADICTORY_KEYS,
    MISNAMED_ROUND,
    MISSING_KEY,
    UNKNOWN_FIGURE,
    UNKNOWN_KEY,
    UNKNOWN_REFERENCE,
)
from qt_ict.language import Text
from qt_ict.loading.folder import ROUNDS_FOLDER
from qt_ict.loading.missing_keys import one_by_one
from qt_ict.loading.plan_sheets.cell_advice import in_cells
from qt_ict.loading.plan_sheets.gathering import Gathered, gathered
from qt_ict.loading.plan_sheets.key_tables import UnkeyedColumn
from qt_ict.loading.plan_sheets.plan_files import OTHER_FILES, PlainFiles
from qt_ict.loading.plan_sheets.plan_grids import FIGURES, ID, ROUND_KEY, ROUNDS, is_upright
from qt_ict.loading.plan_sheets.plan_in_making import EMPTY_CELL, BegunLater, Cells
from qt_ict.loading.plan_sheets.round_sheets import ID_IS_NO_DATE
from qt_ict.loading.sections import SECTIONS
from qt_ict.loading.sheet import Sheet
from qt_ict.loading.snapshot import loadable_files
from qt_ict.loading.yaml_lines import Comments, YamlLine, yaml_lines, yaml_text
from qt_ict.model.plan import Plan
from qt_ict.positions import Path as KeyPath

Teaching = Callable[[PlainFiles], Mapping[str, Comments]]
"""What is said above the entries of a plan's files."""


class BroughtIn(NamedTuple):
    """What a workbook becomes."""

    files: Mapping[str, bytes]
    """The data files, by name as seen from the plan's folder."""
    findings: tuple[Finding, ...]
    """What is wrong, each at its cell."""
    unread: tuple[str, ...]
    """Names of sheets that hold nothing of a plan."""
    unkeyed: tuple[UnkeyedColumn, ...] = ()
    """The columns that hold something and have no key."""
    hidden: tuple[str, ...] = ()
    """Names of sheets of which something is hidden, and was read."""
    begun_later: tuple[BegunLater, ...] = ()
    """The figures without a number in the first round."""
    loads: bool = False
    """True of a plan that loads, whatever ``validate`` says of it."""

    @property
    def errors(self) -> list[Finding]:
        """What is an error, as ``validate`` lists it."""
        return [each for each in worst_first(self.findings) if each.rule.severity == "error"]


def brought_in(sheets: Iterable[Sheet], path: Path, teaching: Teaching) -> BroughtIn:
    """The plan that a workbook holds.

    Args:
        sheets: Its sheets.
        path: How the user knows it.
        teaching: Comments for each file of the plan, by its name; those of the first round under ``baseline``.
    """
    found = gathered(sheets, path)
    seen = found.unread, found.unkeyed, found.hidden, found.begun_later
    if found.findings and not _is_whole(found):
        return BroughtIn({}, tuple(found.findings), *seen)
    heads = teaching(found.files)
    lines = {name: list(yaml_lines(data, _comments(name, heads))) for name, data in found.files.items()}
    files = {name: yaml_text(each).encode() for name, each in lines.items()}
    told = _Told(path, found, lines)
    loaded, broken = loadable_files(files, _PLACE)
    doubtful = [*found.findings, *(_no_percentages(loaded.plan, found, path) if loaded else ())]
    faults = [*doubtful, *_not_following(told.findings(broken), found)]
    # What a doubtful number contradicts is not worth telling.
    contradictions = () if doubtful or loaded is None else told.findings(validation(loaded).findings)
    return BroughtIn(files, (*faults, *contradictions), *seen, loads=not faults)


def _is_whole(found: Gathered) -> bool:
    """True where every sheet could be read, so that more can be told than what keeps cells from being read."""
    lost = {MISSING_SHEET.code, NO_KEYS.code}
    return any(name.startswith("baseline_") for name in found.files) and not any(
        each.rule.code in lost for each in found.findings
    )


def _not_following(told: Iterable[Finding], found: Gathered) -> Iterator[Finding]:
    """Findings without those that only follow from cells that could not be read."""
    cells = {each.place.file for each in found.findings}
    rows = {_row(each) for each in cells}
    ids = {_letters(cell): (sheet,) for (sheet, key), cell in found.headings.items() if key == ID}
    lost = {sheet for each in cells for sheet in ids.get(_letters(each.rpartition(" ")[2]), ())}
    for each in told:
        lacks = each.rule.code in (MISSING_KEY.code, CONTRADICTORY_KEYS.code) and _row(each.place.file) in rows
        home = each.values.get("home", FIGURES) if each.rule.code in _NAMES_NOTHING else None
        if each.place.file not in cells and not lacks and home not in lost:
            yield each


_NAMES_NOTHING = (UNKNOWN_REFERENCE.code, UNKNOWN_FIGURE.code)


def _row(cell: str) -> str:
    """Sheet and row of a cell."""
    sheet, _, at = cell.rpartition("!")
    return sheet + "!" + at.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _no_percentages(plan: Plan, found: Gathered, workbook: Path) -> Iterator[Finding]:
    """Cells that show a number as per cent which is none: 200% of a count may be 2 or 200."""
    for (file, path), cell in found.per_cent.items():
        unit = plan.units.get(_unit_at(plan, file, path) or "")
        if unit is not None and unit.kind != "share":
            problem = _NO_PERCENTAGE.fill(unit=unit.name)
            values = {"problem": problem, "shown": Text.same(str(cell.content)), "advice": _NUMBER_FORMAT}
            yield Finding(DOUBTFUL_CELL, Place(f"{workbook} {cell.place}"), values)


_NO_PERCENTAGE = Text(
    "ô hiện phần trăm, mà đơn vị tính là {unit}", "the cell shows per cent, the unit of measure is {unit}"
)
_NUMBER_FORMAT = Text(
    "Định dạng ô là số, kiểm tra con số rồi lưu.", "Format the cell as a number, check the number, and save it."
)


def _unit_at(plan: Plan, file: str, path: KeyPath) -> str | None:
    """The unit of measure of the number at a key path; None of one that has none of the plan's."""
    if path[0] == FIGURES and path[-1] != "confidence":
        figures = next((each.figures for each in plan.rounds if each.id == Path(file).stem), {})
        return figures[str(path[1])].unit if path[1] in figures else None
    target = plan.targets.get(str(path[1])) if path[0] == "targets" else None
    return target.unit if target else None


_PLACE = "workbook:"
"""What stands before the names of the files while nobody has written them."""


def _comments(name: str, heads: Mapping[str, Comments]) -> Comments:
    """What is said at the top of a file."""
    if name in OTHER_FILES:
        return heads.get(name, {})
    return heads.get(ROUNDS_FOLDER if name.startswith(ROUNDS_FOLDER) else "baseline", {})


class _Told(NamedTuple):
    """Findings in files that stand nowhere, told by the cells that their lines come from."""

    workbook: Path
    found: Gathered
    lines: Mapping[str, list[YamlLine]]

    def findings(self, found: Iterable[Finding]) -> Iterator[Finding]:
        """The findings, each once a cell."""
        told: set[tuple[str, str, str]] = set()
        for each in (self._finding(one) for several in found for one in one_by_one(several)):
            key = (each.place.file, each.rule.code, each.problem.en)
            if key not in told:
                told.add(key)
                yield each

    def _finding(self, finding: Finding) -> Finding:
        home = _home_of(finding.values.get("kind"))
        values = {key: in_cells(said) if isinstance(said, Text) else said for key, said in finding.values.items()}
        rule = _IN_WORKBOOKS.get(finding.rule.code, finding.rule)
        return finding._replace(
            rule=rule._replace(advice=rule.advice + _accepted(finding)) if finding.seen else rule,
            seen=(),
            place=self._place(finding),
            values={**values, "home": home} if home else values,
            sides=tuple(self._side(side) for side in finding.sides if side.place.line),
        )

    def _side(self, side: Side) -> Side:
        return side._replace(place=self._cell(*self._path(side.place)))

    def _place(self, finding: Finding) -> Place:
        file, path = self._path(finding.place)
        if finding.rule in (UNKNOWN_KEY, MISSING_KEY) and path:
            key = finding.values["missing" if finding.rule is MISSING_KEY else "key"]
            heading = self.found.headings.get((_sheet_name(path), str(key)))
            if heading and (finding.rule is UNKNOWN_KEY or (is_upright(str(path[0])) and path[0] != ROUND_KEY)):
                return self._at(heading)
            cell = self.found.cells.get((file, tuple(path)))
            if heading and cell:
                # The column of the key, in the row of the entry.
                return self._at(_letters(heading) + "".join(filter(str.isdigit, cell.rpartition("!")[2])))
        return self._cell(file, path)

    def _path(self, place: Place) -> tuple[str, KeyPath]:
        """File and key path of what stands in a line."""
        file = place.file.removeprefix(_PLACE)
        lines = self.lines.get(file, [])
        return file, lines[place.line - 1].about if 0 < place.line <= len(lines) else ()

    def _cell(self, file: str, path: KeyPath) -> Place:
        """The cell of a path, or of what stands around it; the workbook where none is known."""
        cells: Cells = self.found.cells
        for end in range(len(path), 0, -1):
            if (file, tuple(path[:end])) in cells:
                return self._at(cells[file, tuple(path[:end])])
        return self._at(_sheet_name(path) if path else _sheets_of(file))

    def _at(self, cell: str) -> Place:
        return Place(f"{self.workbook} {cell}")


def _accepted(finding: Finding) -> Text:
    """The row of the sheet of accepted findings that would accept one."""
    later = str(finding.at[0]) if finding.at[0] not in SECTIONS else ""
    section, id_, *_ = (*finding.at[bool(later) :], "", "")
    seen = ", ".join(f"{each:f}" if isinstance(each, Decimal) else str(each) for each in finding.seen)
    row = {"section": _sheet_name((section,)), "id": id_, "round": later, "code": finding.rule.code, "seen": seen}
    return _ACCEPTED.fill(row=", ".join(f"{key} {said}" for key, said in row.items() if said))


_ACCEPTED = Text(
    " Nếu văn bản đúng là vậy, thêm một hàng ở trang accept: {row}, why (lý do).",
    " If the document says so, add a row to the sheet accept: {row}, why (the reason).",
)
_IN_WORKBOOKS = {
    MISSING_KEY.code: EMPTY_CELL,
    MISNAMED_ROUND.code: MISNAMED_ROUND._replace(
        problem=ID_IS_NO_DATE, advice=Text("Sửa ngày, hoặc mã của đợt.", "Correct the date, or the id of the round.")
    ),
}
"""Rules with words that fit a workbook, by code."""


def _letters(cell: str) -> str:
    """Sheet and column of a cell."""
    return cell.rstrip("0123456789")


def _sheet_name(path: KeyPath) -> str:
    """The sheet of a section."""
    return ROUNDS if path[0] == ROUND_KEY else str(path[0])


def _home_of(kind: object) -> str | None:
    """The sheet of entries that are called so."""
    return next((_sheet_name((key,)) for key, section in SECTIONS.items() if section.name == kind), None)


def _sheets_of(file: str) -> str:
    """The sheets in which the entries of a file stand."""
    return ", ".join(map(str, OTHER_FILES.get(file, (FIGURES,))))
