"""Numbers of a sheet brought into the files of rounds: all of them or none."""

import datetime
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from qt_ict.arithmetic.numerals import CONVENTIONS, UNDECLARED
from qt_ict.arithmetic.typed_dates import meant_among, period
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing.exchange import write_together
from qt_ict.editing.how_read import HowRead
from qt_ict.editing.known import KnownFigure, known_figures
from qt_ict.editing.likely_columns import likely_columns
from qt_ict.editing.proposal import NewNumber, Proposal, proposal
from qt_ict.editing.round_form import new_round, round_text
from qt_ict.editing.splice import with_keys, written, yaml_text
from qt_ict.editing.writing import ChangedMeanwhileError, create, replace_unchanged
from qt_ict.language import EMPTY, Language, Text
from qt_ict.loading.folder import ROUNDS_FOLDER, Loaded
from qt_ict.loading.sheet import Sheet, cell_name, column_name
from qt_ict.loading.sheet_headings import HeadedSheet, Heading, RepeatedColumns, ValueColumn, has_headings, headed_sheet
from qt_ict.model.figures import PublishedDate, RoundFigures
from qt_ict.nearest import suggestion


class FileChange(NamedTuple):
    """A file of the plan that is to hold something else."""

    file: Path
    """As the user knows it."""
    read: bytes | None
    """What it held when it was read; None of one that is not there yet."""
    content: bytes


class Addition(NamedTuple):
    """What one column brings into one round."""

    into: RoundFigures
    """The round."""
    known: Mapping[str, KnownFigure]
    """The figures it can take a number for."""
    proposal: Proposal
    change: FileChange
    """Its file."""


class Bringing(NamedTuple):
    """Everything that a sheet brings into a plan."""

    additions: tuple[Addition, ...]
    """Round by round, in the order of their dates."""
    unused: tuple[Heading, ...]
    """Columns that are not read."""
    before: tuple[Heading, ...]
    """Columns of the baseline's date or an earlier one: they are not read either."""
    other_year: tuple[Heading, ...]
    """Columns whose heading says another year than the round that was named."""
    hidden: tuple[str, ...]
    """Rows and columns that are read though nobody sees them."""
    remembered: FileChange | None = None
    """The plan's file with what was declared of the columns; None where it says that already."""

    @property
    def files(self) -> tuple[FileChange, ...]:
        """The files to write."""
        rounds = tuple(each.change for each in self.additions if each.proposal.changes)
        return (*rounds, self.remembered) if rounds and self.remembered else rounds

    @property
    def doubtful(self) -> bool:
        """True where some cell is not read, so that nothing is written."""
        return any(each.proposal.doubtful for each in self.additions)

    def write(self, folder: Path) -> None:
        """Write the files.

        Args:
            folder: The plan's folder.

        Raises:
            OSError: One cannot be written, or no longer holds what was read; see ``writing`` and ``exchange``.
        """
        (folder / ROUNDS_FOLDER).mkdir(exist_ok=True)
        if len(self.files) == 1:
            (only,) = self.files
            if only.read is None:
                create(only.file, only.content)
            else:
                replace_unchanged(only.file, only.content, only.read)
            return
        for each in self.files:
            if (each.file.read_bytes() if each.file.exists() else None) != each.read:
                raise ChangedMeanwhileError(str(each.file))
        write_together(folder, {str(each.file.relative_to(folder)): each.content for each in self.files})


def bringing(
    loaded: Loaded,
    named: RoundFigures | None,
    sheet: Sheet,
    how: HowRead,
    new: Mapping[str, KnownFigure],
    language: Language,
) -> Bringing:
    """What a sheet brings into a plan.

    Args:
        loaded: The plan.
        named: The later round that takes the numbers; None where the headings, or the latest round, decide.
        sheet: The sheet.
        how: How it is written.
        new: Figures that the plan does not have yet, by their ids.
        language: What the comments of a new file are written in.

    Raises:
        Refusal: The sheet lacks a column or needs a convention, or a file cannot be changed safely.
    """
    headed = _headed(loaded, sheet, how)
    into, before = _rounds(loaded, named, headed)
    additions: list[Addition] = []
    for column, each in into:
        brought = {change.figure for one in additions for change in one.proposal.changes}
        still_new = {name: figure._replace(added=name not in brought) for name, figure in new.items()}
        known = {**still_new, **known_figures(loaded, each)}
        found = proposal(sheet, known, how, headed, column)
        _require_declared(found)
        change = _file_change(loaded, each, known, found, language)
        additions.append(Addition(each, known, _said_once(found, additions), change))
    odd = tuple(column.heading for column, each in into if named and not _covers(column.heading.stated, each))
    return Bringing(
        tuple(additions),
        headed.unused,
        before,
        tuple(each for each in odd if each.stated),
        tuple(_hidden(sheet, headed)),
    )


def _said_once(found: Proposal, before: Sequence[Addition]) -> Proposal:
    """A proposal without the doubtful cells that the columns before it share with it: names and units of rows."""
    told = {(each.at, each.problem) for one in before for each in one.proposal.doubtful}
    offered = {each.cell for one in before for each in one.proposal.unknown}
    return found._replace(
        doubtful=tuple(each for each in found.doubtful if (each.at, each.problem) not in told),
        unknown=tuple(each for each in found.unknown if each.cell not in offered),
    )


def _headed(loaded: Loaded, sheet: Sheet, how: HowRead) -> HeadedSheet:
    """What the columns of a sheet are; where nobody said, the advice is what probably should be."""
    try:
        return headed_sheet(sheet, how.columns)
    except RepeatedColumns:
        raise
    except Refusal as refused:
        figures = {name: figure for each in loaded.plan.rounds for name, figure in each.figures.items()}
        likely = likely_columns(sheet, (each for name, figure in figures.items() for each in (name, *figure.name)))
        if not likely:
            raise
        advice = Text('Có lẽ là --columns "{likely}". ', 'Probably --columns "{likely}". ').fill(likely=likely)
        raise Refusal(refused.problem, advice + refused.advice) from None


def _rounds(
    loaded: Loaded, named: RoundFigures | None, headed: HeadedSheet
) -> tuple[list[tuple[ValueColumn, RoundFigures]], tuple[Heading, ...]]:
    """Which column goes into which round, in the order of their dates; and the columns that are too early.

    Raises:
        Refusal: Nobody can tell, or nothing is left.
    """
    if named is not None:
        return [(_column_of(named, headed), named)], ()
    baseline = loaded.plan.baseline
    early = [
        each
        for each in headed.values
        if each.heading.stated
        and (_covers(each.heading.stated, baseline) or each.heading.stated.day <= baseline.round.date)
    ]
    found = [(each, _round_of(loaded, each.heading)) for each in headed.values if each not in early]
    if not found:
        raise Refusal(
            Text("{columns}: không sau năm gốc ({date})", "{columns}: not after the baseline ({date})").fill(
                columns=", ".join(each.heading.name for each in early), date=baseline.round.date
            ),
            Text("Nêu đợt nhận số liệu bằng --round.", "Name the round that takes the numbers with --round."),
        )
    _require_own_rounds(found)
    return sorted(found, key=lambda each: each[1].round.date), tuple(each.heading for each in early)


def _require_own_rounds(found: Sequence[tuple[ValueColumn, RoundFigures]]) -> None:
    """Each column has a round of its own: of two that go into one file the second would undo the first.

    Raises:
        Refusal: Two columns go into one round, however their headings write it.
    """
    columns: dict[str, str] = {}
    for column, into in found:
        name = column.heading.name
        if into.id in columns:
            raise Refusal(
                Text("{first} và {second} cùng vào đợt {round}", "{first} and {second} both go into {round}").fill(
                    first=columns[into.id], second=name, round=into.id
                ),
                Text(
                    'Giữ một cột, hoặc nêu ngày của từng cột: --columns "{name}=NGÀY"; không đọc: {name}=unused.',
                    'Keep one, or say the date of each: --columns "{name}=DATE"; to leave one out: {name}=unused.',
                ).fill(name=" ".join(column.heading.cells)),
            )
        columns[into.id] = name


def _column_of(named: RoundFigures, headed: HeadedSheet) -> ValueColumn:
    """The column of a round that was named: the only one, or the one that states its date."""
    found = (
        headed.values
        if len(headed.values) == 1
        else [each for each in headed.values if _covers(each.heading.stated, named)]
    )
    if len(found) == 1:
        return found[0]
    raise Refusal(
        Text("không có cột nào của đợt {round}", "no column is of the round {round}").fill(round=named.id),
        Text("Các cột: {listed}.", "Columns: {listed}.").fill(
            listed=", ".join(each.heading.name for each in headed.values)
        ),
    )


def _covers(stated: PublishedDate | None, each: RoundFigures) -> bool:
    """Whether a date that a heading states is that of a round."""
    date = each.round.date
    return stated is not None and stated.first_day <= date <= stated.day


def _round_of(loaded: Loaded, heading: Heading) -> RoundFigures:
    """The round that the numbers of a column are of: the latest, that of its date, or a new one.

    Raises:
        Refusal: Several are.
    """
    if heading.stated is None:
        return chosen_round(loaded, None)
    found = [each for each in loaded.plan.rounds[1:] if _covers(heading.stated, each)]
    exact = [each for each in found if each.round.date == heading.stated.day]
    if len(found) > 1 and not exact:
        raise Refusal(
            Text("{column}: có nhiều đợt ({rounds})", "{column}: several rounds ({rounds})").fill(
                column=heading.name, rounds=", ".join(each.id for each in found)
            ),
            Text(
                'Nêu ngày của cột: --columns "{name}={date}".', 'Say the date of the column: --columns "{name}={date}".'
            ).fill(name=" ".join(heading.cells), date=found[-1].id),
        )
    return (exact or found or [new_round(heading.stated.day)])[0]


def _require_declared(found: Proposal) -> None:
    undeclared = next((each for each in found.doubtful if each.problem == UNDECLARED.problem), None)
    if undeclared is None:
        return
    options = " | ".join(f"--numbers {each}" for each in CONVENTIONS)
    raise Refusal(
        Text("{cell}: {shown} có hai cách đọc", "{cell}: {shown} can be read in two ways").fill(
            cell="!".join(map(str, undeclared.at)), shown=undeclared.shown
        ),
        Text(
            "Nêu cách viết số của trang: {options} (vi: 1.234,5; en: 1,234.5; fr: 1 234,5).",
            "Say how the sheet writes numbers: {options} (vi: 1.234,5; en: 1,234.5; fr: 1 234,5).",
        ).fill(options=options),
    )


def _file_change(
    loaded: Loaded, into: RoundFigures, known: Mapping[str, KnownFigure], found: Proposal, language: Language
) -> FileChange:
    entries = {each.figure: _keys(each, known[each.figure], loaded.plan.languages) for each in found.changes}
    source = loaded.rounds.get(into.id)
    if source is None:
        file = Path(loaded.folder) / ROUNDS_FOLDER / f"{into.id}.yaml"
        return FileChange(file, None, round_text(loaded.plan, into.round, entries, language).encode("utf-8"))
    file = Path(source.file)
    read = file.read_bytes()
    text = read.decode("utf-8", "replace")
    if text.removeprefix("\ufeff") != source.text:
        raise changed(file)
    content = with_keys(text, "figures", entries) if entries and not found.doubtful else text
    return FileChange(file, read, content.encode("utf-8"))


def _keys(each: NewNumber, known: KnownFigure, languages: Sequence[str]) -> dict[str, str]:
    """What the round's file is to say of a figure, as YAML writes it.

    A name or a note of a sheet is in one language, nobody knows which: it stands in each of the plan's. In a plan of
    one language it is plain text.
    """
    keys = languages if len(languages) > 1 else ("name",)
    names = {key: yaml_text(known.name.en) for key in keys}
    named = {**names, "unit": known.unit_id} if known.added else {}
    same = known.value is not None and str(known.value) == str(each.new)
    number = {} if same else {"value": written(each.new)}
    beside = {key: value for key, value in each.beside.items() if known.entry.get(key) != value}
    said = {key: _note(value, languages) if key == "note" else str(value) for key, value in beside.items()}
    return {**named, **number, **said}


def _note(words: str, languages: Sequence[str]) -> str:
    if len(languages) == 1:
        return yaml_text(words)
    return "{" + ", ".join(f"{code}: {yaml_text(words)}" for code in languages) + "}"


def _hidden(sheet: Sheet, headed: HeadedSheet) -> Iterator[str]:
    """Rows with a value, and columns, that are read though nobody sees them."""
    columns = [each.heading.column for each in headed.values]
    for row in sorted(sheet.hidden_rows):
        if row > headed.row and any(sheet.content(row, column) != "" for column in columns):
            yield cell_name(row, headed.figure)
    for column in sorted(sheet.hidden_columns.intersection((headed.figure, *columns))):
        yield column_name(column)


def changed(file: Path) -> Refusal:
    """The refusal of a file that no longer holds what was read."""
    return Refusal(
        Text("{file} vừa bị sửa ở nơi khác; không ghi gì", "{file} was changed meanwhile; nothing was written").fill(
            file=file
        ),
        Text("Xem lại tệp rồi chạy lại.", "Look at the file, then run this again."),
    )


def chosen_round(loaded: Loaded, name: str | None) -> RoundFigures:
    """The later round of a name; the latest without one.

    Raises:
        Refusal: There is none.
    """
    rounds = {each.id: each for each in loaded.plan.rounds}
    if len(rounds) == 1:
        raise Refusal(
            Text("kế hoạch chưa có đợt nào sau năm gốc", "the plan has no round after the baseline yet"),
            Text("Tạo một đợt: {command}", "Make one: {command}").fill(command=_new_round(loaded, name)),
        )
    if name is None:
        return loaded.plan.rounds[-1]
    found = [name] if name in rounds else meant_among(name, {id_: each.round.date for id_, each in rounds.items()})
    if len(found) != 1:
        raise _no_such_round(loaded, name, found)
    if found[0] == loaded.plan.baseline.id:
        raise Refusal(
            Text("{name} là năm gốc", "{name} is the baseline").fill(name=name),
            Text("Sửa năm gốc bằng tay.", "Change the baseline by hand."),
        )
    return rounds[found[0]]


def _no_such_round(loaded: Loaded, name: str, found: Sequence[str]) -> Refusal:
    """The refusal of a name that is of no round, or of several."""
    later = [each.id for each in loaded.plan.rounds[1:]]
    if found:
        return Refusal(
            Text("{name}: có nhiều đợt", "{name}: several rounds").fill(name=name),
            Text("Nêu một trong các đợt: {listed}.", "Name one of them: {listed}.").fill(listed=", ".join(found)),
        )
    asked = period(name)
    near = suggestion(name, later) if asked is None else EMPTY
    new = asked is not None and asked.last > loaded.plan.baseline.round.date
    made = Text(" Tạo mới: {command}", " To make it: {command}") if asked and new else EMPTY
    return Refusal(
        Text("không có đợt {name}", "there is no round {name}").fill(name=name),
        Text("{near}Các đợt: {listed}.", "{near}Rounds: {listed}.").fill(near=near, listed=", ".join(later))
        + made.fill(command=_new_round(loaded, name)),
    )


def _new_round(loaded: Loaded, name: str | None) -> str:
    """The command that makes the round of a date; where that is none, or too early, of the year after the baseline."""
    asked, first = period(name) if name else None, loaded.plan.baseline.round.date
    date = asked.last if asked and asked.last > first else datetime.date(first.year + 1, 12, 31)
    return f"qt-ict round new {date.isoformat()} --data {shlex.quote(str(loaded.folder))}"


def chosen_sheet(sheets: Sequence[Sheet], name: str | None, declared: Mapping[str, str]) -> Sheet:
    """The sheet of a name; without one the only sheet that is seen, else the only one with the two columns.

    Raises:
        Refusal: There is none, or it is not clear which.
    """
    listed = ", ".join(each.name for each in sheets)
    if name is not None:
        named = next((each for each in sheets if each.name == name), None)
        if named is None:
            near = suggestion(name, [each.name for each in sheets])
            raise Refusal(
                Text("không có trang {name}", "there is no sheet {name}").fill(name=name),
                Text("{near}Các trang: {listed}.", "{near}Sheets: {listed}.").fill(near=near, listed=listed),
            )
        return named
    seen = [each for each in sheets if not each.hidden]
    headed = seen if len(seen) == 1 else [each for each in seen if has_headings(each, declared)]
    if len(headed) == 1:
        return headed[0]
    if not headed:
        problem = Text("không trang nào có các cột figure và value", "no sheet has the columns figure and value")
    else:
        problem = Text("nhiều trang có các cột figure và value", "several sheets have the columns figure and value")
    raise Refusal(
        problem,
        Text("Nêu --sheet. Các trang: {listed}.", "Name one with --sheet. Sheets: {listed}.").fill(listed=listed),
    )
