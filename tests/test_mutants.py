"""``make mutants`` finds what no test notices, and says it."""

import ast
import random
from pathlib import Path

import pytest

from scripts.changes import changes
from scripts.mutants import (
    FOLDERS,
    ROOT,
    Suite,
    changes_in,
    equivalents,
    mistaken,
    not_noticed,
    summary,
    trials,
    wilson,
)

MODULE = """
LAST = 3

def late(day):
    return day > LAST

def never():
    return not True
"""
TESTS = """
from small.days import late

def test_of_late():
    assert late(4)
    assert not late(2)
"""
PROFILE = """
from hypothesis import settings

import small.days

settings.register_profile("mutants")
"""
"""What a conftest imports is seen too."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A tree of one module whose limit is tested from one side, and of one function that is not tested at all."""
    for name, text in {
        "small/days.py": MODULE,
        "small/__init__.py": "",
        "test_days.py": TESTS,
        "conftest.py": PROFILE,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_no_test_notices_is_listed_and_the_share_of_the_rest_is_said(small: Path) -> None:
    """A later limit is noticed; day 3 itself is in no test, and one function is run by none."""
    suite = Suite(small, "small", jobs=1)

    found = list(trials(changes_in(small, ["small"]), suite, [small]))

    assert summary(found) == "1 of 4 changes noticed: 25.0% [4.6%, 69.9%]"
    assert [not_noticed(each) for each in found if not each.noticed] == [
        "small/days.py:5: late: day > LAST -> day >= LAST (tests that run it: 1)",
        "small/days.py:8: never: not True -> True (tests that run it: none)",
        "small/days.py:8: never: True -> False (tests that run it: none)",
    ]
    assert mistaken(found, small) == []
    assert (small / "small" / "days.py").read_text(encoding="utf-8") == MODULE


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("low <= x < high", ["low <= x < high -> low < x < high", "low <= x < high -> low <= x <= high"]),
        ("max(a.low, 2)", ["max -> min", "a.low -> a.high", "2 -> 3"]),
        ("a and not b", ["a and (not b) -> a or not b", "not b -> b"]),
        ("[x for x in xs if x]", ["x -> not x"]),
        ("f(a, key=b)", ["key=b -> nothing"]),
        ("[a, b]", ["a -> nothing", "b -> nothing"]),
        ("Interval(a, b)", ["Interval(a, b) -> Interval(b, a)"]),
        ("d[-1]", ["-1 -> 1", "1 -> 2"]),
        ("a + b", ["a + b -> a - b"]),
        ("a + 'b'", []),
        ("Text('một', 'one').fill(n=a)", []),
        ("0.5 * a", ["0.5 * a -> 0.5 / a", "0.5 -> 1.0"]),
    ],
)
def test_changes_are_of_the_kinds_that_people_make(code: str, said: list[str]) -> None:
    """And none of words."""
    found = changes("m.py", f"def f(): return {code}".encode())

    assert sorted(each.said for each in found) == sorted(said)
    assert {each.function for each in found} <= {"f"}


def test_every_change_can_be_made_and_every_equivalent_is_one() -> None:
    """What is listed as changing nothing is still there to be changed, and says why."""
    every = changes_in(ROOT, FOLDERS)
    known = equivalents()

    assert set(known) <= {(each.module, each.function, each.said) for each in every}
    assert all(known.values())
    for each in random.Random(0).sample(every, 50):
        text = (ROOT / each.module).read_bytes()
        assert ast.dump(ast.parse(each.made(text))) != ast.dump(ast.parse(text)), each


def test_the_interval_is_wilson_s() -> None:
    """122 of 147 by hand; all of ten leave room below, none of ten above."""
    assert wilson(122, 147) == pytest.approx((0.7610, 0.8821), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=1e-4)
