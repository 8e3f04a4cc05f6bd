"""Numbers of a sheet brought into a round's file: all of them or none."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from qt_ict.arithmetic.numerals import CONVENTIONS, UNDECLARED, Convention
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing.known import KnownFigure, known_figures
from qt_ict.editing.proposal import Proposal, has_headings, proposal
from qt_ict.editing.splice import with_values
from qt_ict.editing.writing import replace_unchanged
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.loading.sheet import Sheet
from qt_ict.model.figures import RoundFigures
from qt_ict.nearest import suggestion


class Addition(NamedTuple):
    """What is to be written, and into which file."""

    into: RoundFigures
    """The round."""
    file: Path
    """Its file, as the user knows it."""
    known: Mapping[str, KnownFigure]
    """The figures it can take a number for."""
    proposal: Proposal
    read: bytes
    """What the file held when it was read."""
    content: bytes
    """What it is to hold."""

    def write(self) -> None:
        """Write the file.

        Raises:
            OSError: It cannot be written, or no longer holds what was read; see ``writing``.
        """
        replace_unchanged(self.file, self.content, self.read)


def addition(loaded: Loaded, into: RoundFigures, sheet: Sheet, convention: Convention | None) -> Addition:
    """What a sheet brings into a round.

    Args:
        loaded: The plan.
        into: One of its later rounds.
        sheet: The sheet.
        convention: How numbers are written in it; None where nobody said.

    Raises:
        Refusal: The sheet lacks a column or needs a convention, or the file cannot be changed safely.
    """
    known = known_figures(loaded, into)
    found = proposal(sheet, known, convention)
    undeclared = next((each for each in found.doubtful if each.problem == UNDECLARED.problem), None)
    if undeclared:
        cell = "!".join(map(str, undeclared.at))
        options = " | ".join(f"--numbers {each}" for each in CONVENTIONS)
        raise Refusal(
            Text("{cell}: {shown} có hai cách đọc", "{cell}: {shown} can be read in two ways").fill(
                cell=cell, shown=undeclared.shown
            ),
            Text(
                "Nêu cách viết số của trang: {options} (vi: 1.234,5; en: 1,234.5).",
                "Say how the sheet writes numbers: {options} (vi: 1.234,5; en: 1,234.5).",
            ).fill(options=options),
        )
    source = loaded.rounds[into.id]
    file = Path(source.file)
    read = file.read_bytes()
    text = read.decode("utf-8", "replace")
    if text.removeprefix("\ufeff") != source.text:
        raise changed(file)
    values = {each.figure: each.new for each in found.changes}
    content = with_values(text, "figures", values) if values and not found.doubtful else text
    return Addition(into, file, known, found, read, content.encode("utf-8"))


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
    later = {each.id: each for each in loaded.plan.rounds[1:]}
    if not later:
        raise Refusal(
            Text("kế hoạch chưa có đợt nào sau năm gốc", "the plan has no round after the baseline yet"),
            Text("Tạo một đợt: qt-ict round new 2012-06-30", "Make one: qt-ict round new 2012-06-30"),
        )
    if name is None:
        return loaded.plan.rounds[-1]
    if name == loaded.plan.baseline.id:
        raise Refusal(
            Text("{name} là năm gốc", "{name} is the baseline").fill(name=name),
            Text("Sửa năm gốc bằng tay.", "Change the baseline by hand."),
        )
    if name not in later:
        near, listed = suggestion(name, later), ", ".join(later)
        raise Refusal(
            Text("không có đợt {name}", "there is no round {name}").fill(name=name),
            Text(
                "{near}Các đợt: {listed}. Tạo mới: qt-ict round new {name}",
                "{near}Rounds: {listed}. To make it: qt-ict round new {name}",
            ).fill(near=near, listed=listed, name=name),
        )
    return later[name]


def chosen_sheet(sheets: Sequence[Sheet], name: str | None) -> Sheet:
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
    headed = seen if len(seen) == 1 else [each for each in seen if has_headings(each)]
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
