"""What headings, labels and numbers of an answer say to its readers, tried on a plan of every kind of target."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import load
from qt_ict.presentation.html.page import html
from qt_ict.presentation.markdown import markdown
from qt_ict.report.document import Document
from qt_ict.report.plan_report.whole import whole
from qt_ict.report.question import Question
from tests.conftest import Result

EVERY_KIND = Path(__file__).parent / "every_kind"
Run = Callable[..., Result]


def lines(qt_ict: Run, *arguments: str, language: Language = "en") -> list[str]:
    """The lines that a command says of the plan."""
    done = qt_ict(*arguments, "--data", str(EVERY_KIND), "--lang", language)
    assert done.code == 0, done.err
    return done.out.splitlines()


def report() -> Document:
    """The report of the plan."""
    loaded, _ = load(EVERY_KIND)
    return whole(loaded, Question())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", [html, markdown])
def test_every_heading_of_a_table_is_on_the_page(draw: Callable[[Document, Language], str], language: Language) -> None:
    """Targets that were due stood below a second heading of their domain, with no word why."""
    document = report()
    headings = {each.heading.say(language) for part in document.parts for each in part.tables} - {""}
    drawn = re.findall(r"^#+ (.*)$|<h[23][^>]*>(.*)</h[23]>", draw(document, language), re.M)
    on_page = [one or other for one, other in drawn]

    overdue = {"vi": "Mục tiêu đã đến hạn", "en": "Targets that were due"}[language]

    assert not [each for each in headings if not any(said.startswith(each) for said in on_page)]
    assert f"{overdue}: Thông tin số cho hộ gia đình" in on_page


@pytest.mark.parametrize("command", ["gap", "growth", "targets"])
def test_no_heading_stands_twice_in_a_table(command: str, qt_ict: Run) -> None:
    """Yearly targets close the list: their headings say that they are of them."""
    said = lines(qt_ict, command)

    assert said.count("Y tế") == said.count("Nguồn nhân lực") == 1
    assert said.count("Yearly targets: Y tế") == said.count("Yearly targets: Nguồn nhân lực") == 1
    assert lines(qt_ict, command, language="vi").count("Mục tiêu hằng năm: Y tế") == 1


def test_columns_stand_in_one_order(qt_ict: Run) -> None:
    """Subject, due, target: in the table of each year as everywhere."""
    heads = [line.split() for line in lines(qt_ict, "progress") if line.startswith("Subject")]

    assert all(each.index("Due") < each.index("Target") for each in heads)
    assert len(heads) == 3
