"""Tables on terminals of every width: straight, whole, quiet."""

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest
from rich.cells import cell_len

from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.loading.folder import Loaded, load
from qt_ict.methods.catalogue import METHODS
from qt_ict.presentation.layout import cell_text
from qt_ict.presentation.terminal import bar, show
from qt_ict.report import by_method, explain, gap, growth, methods, path, progress, targets
from qt_ict.report import show as baseline
from qt_ict.report.assessed import assessed
from qt_ict.report.page import Group, Page
from qt_ict.report.selection import Selection
from qt_ict.report.tracked import tracked, tracked_indicator
from tests.conftest import ROOT

WIDTHS = (60, 80, 100, 120, 160, 200)

PAGES: dict[str, Callable[[Loaded], Page]] = {
    "gap": lambda plan: gap.page(assessed(plan, Selection(year=2015), {})),
    "gap of all years": lambda plan: gap.page(assessed(plan, Selection(), {})),
    "growth": lambda plan: growth.page(assessed(plan, Selection(), {})),
    "targets": lambda plan: targets.page(assessed(plan, Selection(), {})),
    "show": lambda plan: baseline.page(baseline.show(plan, None)),
    "explain": lambda plan: explain.page(explain.explain(plan, "computer_and_broadband_2015", {})),
    "progress": lambda plan: progress.page(tracked(plan, EVERY_ROUND)),
    "progress of the nation": lambda plan: progress.page(tracked(nation(), IN_2013)),
    "progress by a method": lambda plan: by_method.page(tracked(nation(), IN_2013), METHODS["escap"]),
    "path": lambda plan: path.page(tracked_indicator(nation(), IN_2013, "internet_users"), half_years=True),
    "methods": lambda plan: methods.page(tracked_indicator(nation(), IN_2013, "internet_users")),
}
IN_2013 = Choice(as_of=date(2013, 12, 31))


@pytest.fixture(scope="module")
def page_of(shipped: Loaded) -> Callable[[str], Page]:
    """Every page by its name, made once for all widths."""
    return cache(lambda name: PAGES[name](shipped))


@pytest.fixture(scope="module")
def terminal(page_of: Callable[[str], Page]) -> Callable[[str, int], str]:
    """What a terminal of some width shows of a page by its name, printed once."""

    @cache
    def shown(name: str, width: int) -> str:
        with pytest.MonkeyPatch.context() as environment:
            return printed(page_of(name), width, environment)

    return shown


@cache
def nation() -> Loaded:
    """The national example."""
    found, _ = load(ROOT / "examples" / "vietnam")
    assert found is not None
    return found


def texts_of(page: Page) -> Iterator[str]:
    """Everything a page says but the headings of its columns, which a narrow terminal may leave out."""
    for text in (page.title, *page.notes, *page.closing, *(section.heading for section in page.sections)):
        yield text.say("vi")
    for section in page.sections:
        for row in section.rows:
            yield from [row.name.say("vi")] if isinstance(row, Group) else [cell_text(cell, "vi") for cell in row]


def printed(page: Page, width: int, monkeypatch: pytest.MonkeyPatch) -> str:
    """What a terminal of some width shows."""
    monkeypatch.setenv("COLUMNS", str(width))
    stream = io.StringIO()
    show(page, "vi", stream)
    return stream.getvalue()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_wider_than_the_terminal(terminal: Callable[[str, int], str], name: str, width: int) -> None:
    """A wider line would be broken by the terminal and the columns with it."""
    for line in terminal(name, width).splitlines():
        assert cell_len(line) <= width


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_narrow_terminals_lose_no_word(
    page_of: Callable[[str], Page], terminal: Callable[[str, int], str], name: str, width: int
) -> None:
    """Everything the piped text says stands on the terminal too, wrapped or stacked, never cut."""

    def letters(text: str) -> Counter[str]:
        return Counter(re.sub(r"[\s─━╍╌]", "", text))

    shown, whole = letters(terminal(name, width)), letters("".join(texts_of(page_of(name))))

    assert "…" not in shown
    assert not whole - shown


@pytest.mark.parametrize("width", [100, 160])
def test_columns_stand_under_their_headings(shipped: Loaded, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """Diacritics take no cell of their own: every status begins in the same column."""
    lines = printed(PAGES["gap"](shipped), width, monkeypatch).splitlines()
    heading = next(line for line in lines if line.rstrip().endswith("Kết quả"))
    statuses = [line for line in lines if re.search(r"chưa (đạt|xác định)\s*$", line)]

    starts = {cell_len(line[: line.rindex("chưa")]) for line in statuses}

    assert starts == {cell_len(heading[: heading.rindex("Kết quả")])}


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

    text = printed(PAGES["gap"](shipped), 100, monkeypatch)

    assert not re.search("\x1b\\[(3|4|9)[0-9]", text)
