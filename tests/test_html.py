"""The web page: one file that asks nobody, sorts and filters, and can be read by everyone."""

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.presentation.html.addresses import addresses, referring
from qt_ict.presentation.html.page import html
from qt_ict.report.document import Document, Group, Table
from tests.programs import browser
from tests.test_excel import HOSTILE, renamed
from tests.test_report import PLANS, described, newly_described


class Reader(HTMLParser):
    """The texts, addresses and tags of a page."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.addresses: list[str] = []
        self.tags: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href", "srcset", "action", "data")]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.texts)).replace("\xa0", " ")


def tables(report: Document) -> Iterator[Table]:
    for part in report.parts:
        yield from (*part.tables, *(drawing.table for drawing in part.drawings if drawing.table))


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_everything_the_report_says(folder: Path, language: Language) -> None:
    report = described(folder)
    text = Reader(_kept(folder, language)).text
    said = [each.say(language) for each in report.notes]
    said += [paragraph.say(language) for part in report.parts for paragraph in part.paragraphs]
    found = [cell for table in tables(report) for row in table.rows if not isinstance(row, Group) for cell in row]
    said += [cell.text.say(language) for cell in found if not cell.segments]
    said += [f"{part.sign} {part.number}" for cell in found if cell.segments for part in cell.segments.parts]
    assert len(said) > 200
    known = addresses(Reader(_kept(folder, language)).addresses)
    for each in said:
        assert " ".join(referring(each, known).striptags().split()) in text


@pytest.mark.parametrize("folder", PLANS)
def test_every_address_stands_once_as_a_link_and_the_others_are_places_of_the_page(folder: Path) -> None:
    """The page loads nothing; its sources can be looked up."""
    content = Reader(_kept(folder, "vi"))
    outside = [each for each in content.addresses if not each.startswith("#")]
    assert content.addresses
    assert all(each.startswith("https://") for each in outside)
    assert len(outside) == len(set(outside))
    assert all(content.text.count(each) == 1 for each in outside)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_data_are_the_same_page(language: Language) -> None:
    assert _kept(PLANS[0], language) == html(newly_described(PLANS[0]), language)


def test_hostile_names_are_text() -> None:
    report = described(PLANS[0])
    clean, hostile = Reader(html(report, "vi")), Reader(html(renamed(report), "vi"))
    # A name that holds an address is listed with its link.
    hostile_tags, clean_tags = ([tag for tag in each.tags if tag not in ("a", "li")] for each in (hostile, clean))
    assert hostile_tags == clean_tags
    known = addresses(hostile.addresses)
    for text in HOSTILE:
        said = str(referring(text.replace("\x00", "\ufffd").replace("\x07", "\ufffd"), known).striptags())
        assert said in hostile.text


def test_five_hundred_targets_are_a_page() -> None:
    report = described(PLANS[0])
    part = report.part("targets")
    assert part is not None
    (table,) = part.tables
    many = part._replace(tables=(table._replace(rows=table.rows * 50),))
    page = html(report._replace(parts=tuple(many if each is part else each for each in report.parts)), "vi")
    assert page.count("<svg") >= 500


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


class Opened:
    """A page in a browser, with what it asked for and complained about."""

    def __init__(self, browser: Browser, file: Path, width: int = 1280, scheme: str = "light") -> None:
        self.page: Page = browser.new_page(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
        )
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(file.as_uri())

    def column(self, heading: str) -> list[str]:
        """The cells of the first table that has such a column, as they stand."""
        return self.page.evaluate(  # type: ignore[no-any-return]
            """heading => { for (const table of document.querySelectorAll('#targets table.sortable')) {
                const place = [...table.tHead.rows[0].cells].findIndex(c => c.textContent.trim() === heading);
                if (place >= 0) return [...table.tBodies[0].rows].map(r => r.cells[place].innerText.trim());
            } }""",
            heading,
        )

    def shown(self) -> int:
        return self.page.locator("tr[data-status]:not([hidden])").count()


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    file = tmp_path / "report.html"
    file.write_text(_kept(PLANS[0], "vi"), encoding="utf-8")
    return file


@cache
def _kept(folder: Path, language: Language) -> str:
    """The page of a plan that no test changes, written once."""
    return html(described(folder), language)


def test_the_page_opens_asks_nobody_and_complains_of_nothing(chromium: Browser, page_file: Path) -> None:
    opened = Opened(chromium, page_file)
    assert opened.asked == [page_file.as_uri()]
    assert opened.complaints == []
    assert opened.page.title().startswith("Tình hình thực hiện")


def test_a_click_on_a_heading_sorts_by_size_and_a_second_one_turns_it(chromium: Browser, page_file: Path) -> None:
    opened = Opened(chromium, page_file)
    heading = opened.page.locator("#targets table.sortable th", has_text=re.compile("^Mục tiêu$")).first
    heading.locator("button").click()
    assert [each.replace("\xa0", " ") for each in opened.column("Mục tiêu")] == ["≥ 50%", "≥ 50%", "> 70%"]
    assert heading.get_attribute("aria-sort") == "ascending"
    heading.locator("button").click()
    assert opened.column("Mục tiêu")[0].replace("\xa0", " ") == "> 70%"
    assert heading.get_attribute("aria-sort") == "descending"


def test_sorting_works_with_the_keyboard(chromium: Browser, page_file: Path) -> None:
    opened = Opened(chromium, page_file)
    button = opened.page.locator("table.sortable th button").first
    button.focus()
    opened.page.keyboard.press("Enter")
    assert opened.page.locator("th[aria-sort=ascending]").count() == 1


def test_the_filter_finds_words_without_their_marks_and_statuses(chromium: Browser, page_file: Path) -> None:
    opened = Opened(chromium, page_file)
    assert opened.shown() == 73
    opened.page.locator("#filter input").fill("truyen hinh so")
    assert 0 < opened.shown() < 10
    assert opened.page.locator("#filter output").inner_text() == f"{opened.shown()} / 73 dòng"
    assert opened.page.locator("#unmeasured details").first.get_attribute("open") is not None
    opened.page.locator("#filter input").fill("")
    opened.page.locator("#filter select[name=status]").select_option("mới có số liệu ban đầu")
    assert opened.shown() == 10
    opened.page.locator("#filter select[name=year]").select_option("2015")
    assert opened.shown() == 8
    assert not opened.page.locator("h3", has_text="Công nghiệp CNTT").first.is_visible()


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("width", [1280, 768, 400, 320])
def test_nothing_is_wider_than_the_window(chromium: Browser, tmp_path: Path, folder: Path, width: int) -> None:
    """A verdict that one must scroll sideways for is not read."""
    file = tmp_path / "report.html"
    file.write_text(_kept(folder, "vi"), encoding="utf-8")
    wider = Opened(chromium, file, width).page.evaluate(
        """() => [...document.querySelectorAll('details')].forEach(d => { d.open = true; }) ||
            [...document.querySelectorAll('body *')].filter(each => !each.closest('.unseen, .skip, svg'))
                .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
                .map(each => each.outerHTML.slice(0, 120))"""
    )
    assert wider == []


def test_on_a_phone_the_page_is_a_third_of_what_it_was(chromium: Browser, page_file: Path) -> None:
    """48 900 pixels, before rows became cards and appendices were folded."""
    opened = Opened(chromium, page_file, 400)
    assert opened.page.evaluate("document.documentElement.scrollHeight") <= 48_900 / 3


def test_what_is_copied_from_a_quantity_is_its_number(chromium: Browser, page_file: Path) -> None:
    opened = Opened(chromium, page_file)
    copied = opened.page.evaluate(
        """() => { const cell = [...document.querySelectorAll('td')].find(c => c.innerText.includes('95,92'));
            getSelection().selectAllChildren(cell); return getSelection().toString().trim(); }"""
    )
    assert copied == "95,92"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("folder", PLANS)
def test_everyone_can_read_it(chromium: Browser, tmp_path: Path, folder: Path, width: int, scheme: str) -> None:
    file = tmp_path / "report.html"
    file.write_text(_kept(folder, "en"), encoding="utf-8")
    opened = Opened(chromium, file, width, scheme)
    found = Axe().run(opened.page)
    assert found.violations_count == 0, found.generate_report()
    assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_it_is_a_plain_report(chromium: Browser, page_file: Path) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(page_file.as_uri())
    assert page.locator("tbody tr").count() > 71
    assert not page.locator("#filter").is_visible()


def test_a_name_that_is_a_script_does_not_run(chromium: Browser, tmp_path: Path) -> None:
    text = "<script>document.title='taken'</script><img src=x onerror=alert(1)>"
    report = described(PLANS[0])._replace(title=Text(text, text))
    file = tmp_path / "report.html"
    file.write_text(html(renamed(report), "vi"), encoding="utf-8")
    opened = Opened(chromium, file)
    assert opened.page.title() == text
    assert opened.asked == [file.as_uri()]
    assert opened.complaints == []
