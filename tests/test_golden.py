"""The shipped plan's outputs, whole."""

from collections.abc import Callable

import pytest

from tests.conftest import Result
from tests.golden import FOLDER, OUTPUTS


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_as_expected(qt_ict: Callable[..., Result], name: str) -> None:
    """A difference is either a mistake or a change to read and commit: ``make golden``."""
    assert qt_ict(*OUTPUTS[name].split()).out.encode() == (FOLDER / name).read_bytes()


def test_no_expected_output_is_left_over() -> None:
    """Every file in the folder is compared."""
    assert {each.name for each in FOLDER.iterdir()} == set(OUTPUTS)
