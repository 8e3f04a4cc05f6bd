"""Parts and wholes: known parts are held against their whole, and shares of parts bound it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from qt_ict.checks.validation import validation
from qt_ict.engine.values import parts_differ
from qt_ict.loading.folder import Loaded, load
from tests.test_other_plans import HEAD, ROUND
from tests.test_validation_laws import UNITS, section

PARTS = ("north", "south", "east")
OF_PARTS = ("QT411", "QT412", "QT416")
LATER = "round: {vi: B, en: R, document: d, date: 2012-12-31, transcribed: true}\nfigures:\n"


def plan(folder: Path, unit: str, baseline: Mapping[str, str], later: Mapping[str, str]) -> Loaded:
    """A plan of one total with parts: their keys in the baseline, and in a later round."""
    keys = {name: f"vi: {name} vi, en: {name}, unit: {unit}, source: I.1, {said}" for name, said in baseline.items()}
    files = {
        "plan.yaml": HEAD,
        "indicators.yaml": section("units", UNITS) + "domains: {}\nindicators: {}\n",
        "baseline_2010.yaml": ROUND + "".join(f"  {name}: {{{said}}}\n" for name, said in keys.items()),
        "targets.yaml": "targets: {}\n",
        "rounds/2012-12-31.yaml": LATER + "".join(f"  {name}: {{{said}}}\n" for name, said in later.items()),
    }
    (folder / "rounds").mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    found, findings = load(folder)
    assert found is not None, [(str(each.place), each.problem.en) for each in findings]
    return found


def of_parts(loaded: Loaded) -> list[tuple[str, object, str]]:
    """Code, figure and words of what is found of parts in the later round."""
    found = (each for each in validation(loaded).findings if each.rule.code in OF_PARTS)
    return [(each.rule.code, each.at[2], each.problem.en) for each in found if each.at[0] == "2012-12-31"]


COUNTS = {
    "whole": f"value: 90, parts: [{', '.join(PARTS)}]",
    "north": "value: 30",
    "south": "value: 30",
    "east": "value: 30",
}


SUM = [("QT411", "whole")]


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        # One part alone is more than the whole, while the others are not reported.
        ({"whole": "value: 100", "north": "value: 120"}, [("QT412", "north")]),
        ({"whole": "value: 100", "north": "value: 100"}, []),
        # The known parts together are.
        ({"whole": "value: 100", "north": "value: 99", "south": "value: 30"}, [("QT411", "whole")]),
        ({"whole": "value: 100", "north": "value: 70", "south": "value: 30"}, []),
        # One of them is, so that the sum says nothing new.
        ({"whole": "value: 100", "north": "value: 120", "south": "value: 30"}, [("QT412", "north")]),
        # Below the whole the unknown part may make up for it.
        ({"whole": "value: 100", "north": "value: 1", "south": "value: 1"}, []),
        # Comparators and intervals leave what they leave.
        ({"whole": "value: 100, comparator: more_than", "north": "value: 99", "south": "value: 30"}, []),
        (
            {"whole": "value: 100, comparator: at_most", "north": "value: 99", "south": "value: 30"},
            [("QT411", "whole")],
        ),
        (
            {"whole": "value: 100", "north": "value: 99, comparator: at_least", "south": "value: 2"},
            [("QT411", "whole")],
        ),
        ({"whole": "value: 100", "north": "value: 99, comparator: at_most", "south": "value: 30"}, []),
        ({"whole": "value: 100, low: 90, high: 130", "north": "value: 99", "south": "value: 30"}, []),
        # Nothing to hold them against, or all of them there: as ever.
        ({"north": "value: 99", "south": "value: 30"}, []),
        ({"whole": "value: 100", **dict.fromkeys(PARTS, "value: 30")}, [("QT411", "whole")]),
        ({"whole": "value: 90", **dict.fromkeys(PARTS, "value: 30")}, []),
    ],
)
def test_known_parts_are_held_against_their_whole_where_others_are_missing(
    tmp_path: Path, later: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """A report half filled is believed no more than one that is whole: 120 of 100 is wrong today."""
    found = of_parts(plan(tmp_path, "things", COUNTS, later))

    assert [(code, figure) for code, figure, _ in found] == expected


def test_a_sum_of_known_parts_says_that_others_are_missing(tmp_path: Path) -> None:
    """The reader must not look for a number that makes them equal."""
    later = {"whole": "value: 100", "north": "value: 99", "south": "value: 30"}

    ((*_, said),) = of_parts(plan(tmp_path, "things", COUNTS, later))

    assert said == (
        "the total is 100 things (en), its parts add up to 129 although not all of them are known; "
        "exact numbers leave no tolerance"
    )


def test_a_total_whose_parts_come_one_round_later_is_held_against_them_then(tmp_path: Path) -> None:
    """Which parts it has is said once, in a round that does not have all of them."""
    baseline = {name: said for name, said in COUNTS.items() if name != "whole"}
    new = "vi: t, en: whole, unit: things"
    first = {"whole": f"{new}, value: 100, parts: [{', '.join(PARTS)}]", "north": "value: 30"}
    loaded = plan(tmp_path, "things", baseline, first)
    assert of_parts(loaded) == []

    later = {"whole": "value: 100", **dict.fromkeys(PARTS, "value: 30")}
    text = LATER.replace("2012", "2013") + "".join(f"  {name}: {{{said}}}\n" for name, said in later.items())
    (tmp_path / "rounds" / "2013-12-31.yaml").write_text(text, encoding="utf-8")
    again, _ = load(tmp_path)

    assert again is not None
    assert ("QT411", ("2013-12-31", "figures", "whole", "value")) in [
        (each.rule.code, each.at) for each in validation(again).findings
    ]


SHARES = {"whole": "value: 72.28, parts: [town, country]", "town": "value: 72.64", "country": "value: 55.6"}


@pytest.mark.parametrize("unit", ['"%"', "loose_rate"])
@pytest.mark.parametrize(
    ("whole", "town", "country", "codes"),
    [
        ("75.65", "77.59", "67.24", []),
        ("77.59", "77.59", "67.24", []),
        ("77.6", "77.59", "67.24", []),
        ("78.1", "77.59", "67.24", ["QT416"]),
        ("66.9", "77.59", "67.24", ["QT416"]),
        # Shares of one thing though nothing says so: they add up.
        ("90", "40", "50", []),
        ("92", "40", "50", ["QT416"]),
    ],
)
def test_a_share_of_a_whole_lies_between_those_of_its_parts(
    tmp_path: Path, unit: str, whole: str, town: str, country: str, codes: list[str]
) -> None:
    """Households of Da Nang with the Internet: 72.64% in town and 55.6% elsewhere are not 128.24%."""
    later = {"whole": f"value: {whole}", "town": f"value: {town}", "country": f"value: {country}"}
    loaded = plan(tmp_path, unit, SHARES, later)

    assert [code for code, *_ in of_parts(loaded)] == codes
    assert not any(parts_differ(loaded.plan.seen_in(each), "whole") for each in loaded.plan.rounds)


def test_a_share_of_a_part_may_be_above_that_of_its_whole_while_others_are_missing(
    tmp_path: Path,
) -> None:
    """The town is ahead of the province; the country is not known."""
    assert of_parts(plan(tmp_path, '"%"', SHARES, {"whole": "value: 75.65", "town": "value: 77.59"})) == []


def test_shares_of_one_figure_add_up(tmp_path: Path) -> None:
    """All say what they are taken of: the workers with a degree are those of two kinds, 70% and not between them."""
    shares = {"a": "value: 40, of: all", "b": "value: 30, of: all", "all": "value: 100"}
    baseline = {**shares, "whole": "value: 70, of: all, parts: [a, b]"}
    loaded = plan(tmp_path, '"%"', baseline, {**shares, "whole": "value: 35, of: all"})

    assert {(code, figure) for code, figure, _ in of_parts(loaded)} == {("QT411", "whole"), ("QT412", "a")}
    assert parts_differ(loaded.plan.seen_in(loaded.plan.rounds[1]), "whole")
