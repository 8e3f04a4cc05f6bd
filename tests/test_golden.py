"""The shipped plan's outputs, whole."""

from collections.abc import Callable

import pytest

from tests.conftest import Result
from tests.golden import FOLDER, OUTPUTS
from tests.slips import ANSWERS, answers


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_expected(qt_ict: Callable[..., Result], name: str) -> None:
    """A difference is either a mistake or a change to read and commit: ``make golden``."""
    assert qt_ict(*OUTPUTS[name].split()).out.encode() == (FOLDER / name).read_bytes()


def test_no_expected_output_is_left_over() -> None:
    """Every file in the folder is compared."""
    assert {each.name for each in FOLDER.iterdir()} == set(OUTPUTS)


def test_slips_are_answered_as_expected() -> None:
    """What is there, what was expected and what to do next, in both languages, at its characters."""
    assert answers() == ANSWERS.read_text(encoding="utf-8")
