"""Tables on terminals of every width: straight, whole, quiet."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from rich.cells import cell_len

from qt_ict.engine.observations import Choice
from qt_ict.loading.folder import Loaded, load
from qt_ict.methods.by_name import METHODS
from qt_ict.presentation.layout import cell_text
from qt_ict.presentation.terminal import bar, show
from qt_ict.report import explain, gap, growth, methods, path, progress, targets
from qt_ict.report import show as baseline
from qt_ict.report.answer import Answer, answer, answer_on
from qt_ict.report.document import Document, Group
from qt_ict.report.question import EVERYTHING, Question, Selection
from qt_ict.report.reply import Reply
from tests.conftest import ROOT

WIDTHS = (60, 80, 100, 120, 160, 200)

REPLIES: dict[str, Callable[[Loaded], Reply]] = {
    "gap": lambda plan: gap.reply(answer(plan, Question(Selection(year=2015)))),
    "gap of all years": lambda plan: gap.reply(answer(plan, EVERYTHING)),
    "growth": lambda plan: growth.reply(answer(plan, EVERYTHING)),
    "targets": lambda plan: targets.reply(answer(plan, EVERYTHING)),
    "show": lambda plan: baseline.reply(baseline.inventory(plan, None)),
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
    lines = printed(said("gap", shipped), width, monkeypatch).splitlines()
    heading = next(line for line in lines if line.rstrip().endswith("Đánh giá"))
    statuses = [line for line in lines if re.search(r"chưa (đạt|xác định)\s*$", line)]

    starts = {cell_len(line[: line.rindex("chưa")]) for line in statuses}

    assert starts == {cell_len(heading[: heading.rindex("Đánh giá")])}


def test_bars_show_what_is_certain_possible_and_missing() -> None:
    """Eight cells; nothing but a whole bar for a whole attainment."""
    assert bar(1.0, 1.0).plain == "━━━━━━━━"
    assert bar(0.0, 0.0).plain == "╌╌╌╌╌╌╌╌"
    assert bar(0.945, 0.945).plain == "━━━━━━━╌"
    assert bar(0.0, 0.355).plain == "╍╍╍╌╌╌╌╌"
    assert bar(0.79, 1.0).plain == "━━━━━━╍╍"


def test_colour_stays_off_when_asked(shipped: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_COLOR is honoured even on a terminal."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")

    text = printed(said("gap", shipped), 100, monkeypatch)

    assert not re.search("\x1b\\[(3|4|9)[0-9]", text)
