"""Tables on terminals of every width: straight, whole, quiet."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from rich.cells import cell_len

from qt_ict.engine.observations import Choice
from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import Loaded, load
from qt_ict.methods.by_name import METHODS
from qt_ict.presentation.layout import arrangement, cell_text
from qt_ict.presentation.plain import WIDTH, plain
from qt_ict.presentation.terminal import show
from qt_ict.presentation.typeset import bar
from qt_ict.presentation.wrapping import wrapped
from qt_ict.report import explain, forecast, gap, growth, methods, path, progress, targets
from qt_ict.report import show as baseline
from qt_ict.report.answer import Answer, answer, answer_on
from qt_ict.report.document import Document, Group
from qt_ict.report.question import EVERYTHING, Question, Selection
from qt_ict.report.reply import Reply
from qt_ict.report.shortened import shortened, unfolded, widened
from tests.conftest import ROOT

WIDTHS = (60, 80, 100, 120, 160, 200)
EVERY_WIDTH = tuple(range(20, 201, 4))

REPLIES: dict[str, Callable[[Loaded], Reply]] = {
    "gap": lambda plan: gap.reply(answer(plan, Question(Selection(year=2015)))),
    "gap of all years": lambda plan: gap.reply(answer(plan, EVERYTHING)),
    "growth": lambda plan: growth.reply(answer(plan, EVERYTHING)),
    "targets": lambda plan: targets.reply(answer(plan, EVERYTHING)),
    "show": lambda plan: baseline.reply(baseline.inventory(plan, None, None)),
    "explain": lambda plan: explain.reply(explain.explain(plan, "computer_and_broadband_2015", EVERYTHING)),
    "progress": lambda plan: progress.reply(answer(plan, EVERYTHING)),
    "progress of the nation": lambda _: progress.reply(answer(nation(), Question(choice=IN_2013))),
    "progress by a method": lambda _: progress.reply(answer(nation(), BY_ESCAP)),
    "path": lambda _: path.reply(internet_users(), half_years=True),
    "methods": lambda _: methods.reply(internet_users()),
}
IN_2013 = Choice(as_of=date(2013, 12, 31))
BY_ESCAP = Question(choice=IN_2013, method=METHODS["escap"])


@pytest.fixture(scope="module")
def document_of(shipped: Loaded) -> Callable[[str], Document]:
    """Every document by its name, made once for all widths."""
    return cache(lambda name: said(name, shipped))


@pytest.fixture(scope="module")
def terminal(document_of: Callable[[str], Document]) -> Callable[[str, int], str]:
    """What a terminal of some width shows of a document by its name, printed once."""

    @cache
    def shown(name: str, width: int) -> str:
        with pytest.MonkeyPatch.context() as environment:
            return printed(document_of(name), width, environment)

    return shown


@cache
def nation() -> Loaded:
    """The national example."""
    found, _ = load(ROOT / "examples" / "vietnam")
    assert found is not None
    return found


def internet_users() -> Answer:
    """The targets for one indicator of the nation."""
    return answer_on(nation(), Question(choice=IN_2013), "internet_users")


def said(name: str, plan: Loaded) -> Document:
    """The document of a reply."""
    document = REPLIES[name](plan).document
    assert document is not None
    return document()


def texts_of(document: Document) -> Iterator[str]:
    """Everything a document says but the headings of its columns, which a narrow terminal may leave out."""
    for text in (document.title, *document.notes, *document.closing, *(table.heading for table in document.tables)):
        yield text.say("vi")
    for table in document.tables:
        for row in table.rows:
            yield from [row.name.say("vi")] if isinstance(row, Group) else [cell_text(cell, "vi") for cell in row]


def printed(document: Document, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal of some width shows."""
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    show(document, "vi", stream)
    return stream.getvalue()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPLIES)
def test_no_line_is_wider_than_the_terminal(terminal: Callable[[str, int], str], name: str, width: int) -> None:
    """A wider line would be broken by the terminal and the columns with it."""
    for line in terminal(name, width).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPLIES)
def test_narrow_terminals_lose_no_word(
    document_of: Callable[[str], Document], terminal: Callable[[str, int], str], name: str, width: int
) -> None:
    """Everything the piped text says stands on the terminal too, wrapped or stacked, never cut."""

    def letters(text: str) -> Counter[str]:
        return Counter(re.sub(r"[\s─━╍╌]", "", text))

    shown, whole = letters(terminal(name, width)), letters("".join(texts_of(document_of(name))))

    assert "…" not in shown
    assert not whole - shown


@pytest.mark.parametrize("width", [100, 160])
def test_columns_stand_under_their_headings(shipped: Loaded, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Diacritics take no cell of their own: every status begins in the same column."""
    lines = printed(shortened(said("gap", shipped)), width, monkeypatch).splitlines()
    heading = next(line for line in lines if "Nội dung" in line and line.rstrip().endswith("Đánh giá"))
    statuses = [line for line in lines if re.search(r"chưa (đạt|kết luận được|kết luận|kết)\s*$", line)]

    starts = {cell_len(line[: line.rindex("chưa")]) for line in statuses}

    assert starts == {cell_len(heading[: heading.rindex("Đánh giá")])}


TIED = (
    re.compile(r"[−]?[0-9][0-9.,]*–[0-9][0-9.,]*(?: ?%)?"),
    re.compile(r"(?:[≥≤<>] )?[0-9][0-9.,]*(?: ?%)?"),
    re.compile(r"[^ ]+(?: [⁰¹²³⁴⁵⁶⁷⁸⁹]+)+"),
)
"""An interval, a number with its sign and per cent, a word with its footnote marks."""
WITH_UNIT = re.compile(r"(?:[−0-9.,]+(?:–| đến ))?[−0-9][0-9.,]* (?:hộ|trường|người|điểm %|dịch vụ|trên)(?![^ ])")


def tied(document: Document) -> set[str]:
    """What the cells of a document say that must not be broken."""
    cells = (cell_text(cell, "vi") for table in document.tables for row in table.rows for cell in _cells(row))
    return {found.group() for text in cells for each in (*TIED, WITH_UNIT) for found in each.finditer(text)}


def _cells(row: Any) -> tuple[Any, ...]:
    return () if isinstance(row, Group) else row


@pytest.mark.parametrize("name", ["gap", "growth", "progress of the nation"])
def test_no_number_breaks_from_what_belongs_to_it(
    document_of: Callable[[str], Document], terminal: Callable[[str, int], str], name: str
) -> None:
    """Whatever the width, as far as a line has room for it: a verdict is read off numbers, not off their halves."""
    pieces = tied(document_of(name))
    for width in EVERY_WIDTH:
        lines = terminal(name, width).splitlines()
        broken = [each for each in pieces if cell_len(each) <= width - 2 and not any(each in line for line in lines)]
        assert broken == [], width


def test_what_is_wider_than_a_line_gives_way_where_it_is_held_together_least() -> None:
    """First between words, then between a number and its unit, then between the ends of an interval."""
    assert wrapped("còn thiếu 252.108–303.089 người", 24) == ["còn thiếu", "252.108–303.089 người"]
    assert wrapped("252.108–303.089 người", 18) == ["252.108–303.089", "người"]
    assert wrapped("252.108–303.089 người", 10) == ["252.108–", "303.089", "người"]
    assert wrapped("> 95 % ¹", 3) == ["> 9", "5 %", "¹"] or wrapped("> 95 % ¹", 6) == ["> 95 %", "¹"]


SCREENS: dict[str, Callable[[Loaded], Reply]] = {
    **{name: REPLIES[name] for name in ("gap", "gap of all years", "growth", "targets", "show", "progress")},
    **{name: REPLIES[name] for name in ("progress of the nation", "progress by a method", "methods")},
    "gap of the nation": lambda _: gap.reply(answer(nation(), EVERYTHING)),
    "gap by pace": lambda _: gap.reply(answer(nation(), Question(Selection(sort="pace"), IN_2013))),
    "gap by gap": lambda plan: gap.reply(answer(plan, Question(Selection(sort="gap")))),
    "growth of the nation": lambda _: growth.reply(answer(nation(), Question(Selection(sort="shortfall"), IN_2013))),
    "targets of the nation": lambda _: targets.reply(answer(nation(), Question(Selection(sort="attainment")))),
    "forecast": lambda plan: forecast.reply(answer(plan, EVERYTHING)),
    "forecast of the nation": lambda _: forecast.reply(answer(nation(), Question(choice=IN_2013))),
}


def short(name: str, plan: Loaded) -> Document:
    """What a screen shows of a reply."""
    document = SCREENS[name](plan).document
    assert document is not None
    return shortened(document())


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_shows_eight_columns_at_most(shipped: Loaded, name: str) -> None:
    """What a planner must say; more is read by nobody."""
    assert max(len(table.columns) for table in short(name, shipped).tables) <= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_a_hundred_columns_show_rows_as_rows(shipped: Loaded, name: str, language: Language) -> None:
    """On a terminal and in a pipe: no line is wider, and names stand beside their numbers, at the worst above them."""
    document = short(name, shipped)
    forms = [arrangement(table, language, WIDTH, bars=True).form for table in document.tables]

    assert max(map(cell_len, plain(document, language).splitlines())) <= WIDTH
    assert "listed" not in forms
    assert language == "en" or "stacked" not in forms


def test_what_is_left_out_is_counted_and_can_be_had(shipped: Loaded) -> None:
    """25 targets in one line with their reasons; --all lists them, --wide shows every column and note."""
    whole = said("gap", shipped)
    brief, every, wide = shortened(whole), shortened(unfolded(whole)), shortened(widened(whole))

    line = brief.parts[1].paragraphs[0].en
    assert line.startswith("25 targets not assessed: 21 not measured in the baseline, 3 only something related")
    assert line.endswith("to list them: --all.")
    assert [len(document.tables) for document in (brief, every, wide)] == [1, 2, 1]
    assert len(every.tables[1].rows) - len(whole.tables[1].rows) == 0
    assert [len(document.tables[0].columns) for document in (brief, wide)] == [6, 9]
    assert brief.closing[-1].en.startswith("More with --wide: columns Gap, ")
    assert not wide.closing[-1].en.startswith("More")


def test_notes_are_those_of_what_is_shown(shipped: Loaded) -> None:
    """Numbered anew from 1, each called by a cell, none of a table that was left out."""
    for name in ("gap", "gap of all years", "progress"):
        document = short(name, shipped)
        called = [
            number for table in document.tables for row in table.rows for cell in _cells(row) for number in cell.notes
        ]
        assert set(called) == set(range(1, len(document.notes) + 1))
        assert len(document.notes) < len(said(name, shipped).notes)


def test_bars_show_what_is_certain_possible_and_missing() -> None:
    """Eight cells; nothing but a whole bar for a whole attainment."""

    def drawn(certain: float, possible: float) -> str:
        return "".join(piece.text for piece in bar(certain, possible))

    assert drawn(1.0, 1.0) == "━━━━━━━━"
    assert drawn(0.0, 0.0) == "╌╌╌╌╌╌╌╌"
    assert drawn(0.945, 0.945) == "━━━━━━━╌"
    assert drawn(0.0, 0.355) == "╍╍╍╌╌╌╌╌"
    assert drawn(0.79, 1.0) == "━━━━━━╍╍"


def test_colour_stays_off_when_asked(shipped: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is honoured even on a terminal."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")

    text = printed(said("gap", shipped), 100, monkeypatch)

    assert not re.search("\x1b\\[(3|4|9)[0-9]", text)
