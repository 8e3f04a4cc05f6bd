"""A plan of every kind of number and target, as its readers get it on screens and on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from qt_ict.language import LANGUAGES, Language
from tests.conftest import Result

EVERY_KIND = Path(__file__).parent / "every_kind"
"""Flows, bands, milestones, amounts, an index, a rank, rates per 1 000, yearly targets, breaks, flags, due quarters."""
AS_OF = "2013-09-30"
Run = Callable[..., Result]


def said(qt_ict: Run, command: str, language: str = "vi") -> list[str]:
    """The lines that a command says of the plan, for 100 columns."""
    done = qt_ict(command, "--data", str(EVERY_KIND), "--as-of", AS_OF, "--lang", language)
    assert done.code == 0, done.err
    return done.out.splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", ["gap", "progress", "growth"])
def test_long_units_leave_a_table_a_table(command: str, language: Language, qt_ict: Run) -> None:
    """The target says the unit once, on the line of its name where need be: a list of facts is compared by nobody."""
    lines = said(qt_ict, command, language)

    assert max(map(cell_len, lines)) <= 100
    assert not any(line.strip().startswith(("Mục tiêu  ", "Target  ")) for line in lines)


def test_progress_says_a_long_unit_once(qt_ict: Run) -> None:
    """On the line of the name, with the year and the number; below it what was measured."""
    lines = said(qt_ict, "progress")
    place = next(number for number, line in enumerate(lines) if line.startswith("Tỷ suất tử vong"))

    assert lines[place].endswith("· 2015 · ≤ 17,62 trên 1.000 trẻ đẻ sống (mức 2010 − 30%)")
    assert lines[place + 1].split() == ["23,08", "(2012)", "27,8%", "−1,05", "−2,42", "chưa", "đạt", "tiến", "độ"]
    assert "Nội dung · Năm đích · Mục tiêu" in lines


def test_quarters_and_flags_stay_with_their_numbers(qt_ict: Run) -> None:
    """A line that ends in "quý", or begins with (p), is read twice."""
    lines = said(qt_ict, "growth")

    assert not any(line.rstrip().endswith("quý") or line.lstrip().startswith("(p)") for line in lines)
