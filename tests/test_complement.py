"""Every share rewritten from "with" to "without", as plans in files: the status never changes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.arithmetic.interval import Interval
from qt_ict.engine.observations import EVERY_ROUND, Choice
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.standing import Standing
from qt_ict.engine.values import value
from qt_ict.loading.folder import load
from qt_ict.model.figures import Figure
from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan
from tests.conftest import DATA, ROOT
from tests.plans_with_rounds import PRINTED, SHARE, rows_of, write_plan

DAYS = ("2010-12-31", "2012-06-30", "2013-12-31")
LATER = (date(2015, 6, 30), date(2018, 1, 1))
"""Days without news: when the last value is still new, and when it is old."""
PROMISED = (
    ("0", 2015),
    ("12.3", 2020),
    ("50", 2012),
    ("50", 2015),
    ("70.7", 2020),
    ("95", 2015),
    ("95", 2016),
    ("100", 2020),
)
MIRRORED = {
    "at_least": "at_most",
    "at_most": "at_least",
    "more_than": "less_than",
    "less_than": "more_than",
    "between": "between",
}
BOUNDED = {**SHARE, "numerator": {"at_least": "low", "at_most": "high"}}
BETWEEN_SHARES = {"unit": "%", "figure": {"at_least": "at_least", "at_most": "at_most"}}


class Baseline(NamedTuple):
    """A share of a plan: how it is computed here, and its figures."""

    indicator: Mapping[str, Any]
    figures: Mapping[str, Any]


def shares() -> dict[str, Baseline]:
    """Every share of the shipped plan and of the national one, with its figures in the baseline."""
    found = {}
    for folder in (DATA, ROOT / "examples" / "vietnam"):
        loaded, _ = load(folder)
        assert loaded is not None
        plan = loaded.plan
        for name, indicator in plan.indicators.items():
            if plan.units[indicator.unit].kind == "share" and plan.has(indicator):
                found[f"{folder.name}-{name}"] = _share(plan, indicator)
    return found


def _share(plan: Plan, indicator: Indicator) -> Baseline:
    now = value(plan, indicator)
    if now.denominator is not None:
        return _counted(now.counted, now.denominator.high)
    if len(indicator.figures) == 1:
        return _printed(plan.figures[indicator.figures[0]])
    low, high = (Decimal(str(float(end or 0))) for end in now.counted.ends)
    return Baseline(BETWEEN_SHARES, {"at_least": low, "at_most": high})


def _printed(figure: Figure) -> Baseline:
    comparator = {"comparator": figure.comparator} if figure.comparator else {}
    return Baseline(PRINTED, {"printed": {"value": figure.value, **comparator}})


def _counted(counted: Interval, whole: Any) -> Baseline:
    if counted.is_point:
        return Baseline(SHARE, {"part": counted.low, "whole": whole})
    return Baseline(BOUNDED, {"low": counted.low, "high": counted.high, "whole": whole})


def later(share: Baseline, part: float) -> dict[str, Any]:
    """Figures of a later round: a part of the way to all (above 0), or of the way to none."""
    whole = share.figures.get("whole", 100)
    found: dict[str, Any] = {"whole": whole} if "whole" in share.figures else {}
    for name, said in share.figures.items():
        now = said["value"] if isinstance(said, Mapping) else said
        end = whole if part > 0 else 0
        if name != "whole":
            found[name] = round(now + (end - now) * Decimal(str(abs(part))))
    return found


def without(figures: Mapping[str, Any]) -> dict[str, Any]:
    """The same things counted by what they lack."""
    whole = figures.get("whole", 100)
    other = {"low": "high", "high": "low", "at_least": "at_most", "at_most": "at_least"}
    found = {other.get(name, name): _rest(whole, said) for name, said in figures.items() if name != "whole"}
    return {**found, "whole": whole} if "whole" in figures else found


def _rest(whole: Any, said: Any) -> Any:
    if not isinstance(said, Mapping):
        return whole - said
    comparator = {"comparator": MIRRORED[said["comparator"]]} if "comparator" in said else {}
    return {**said, "value": whole - said["value"], **comparator}


def promises(comparators: tuple[str, str]) -> list[dict[str, Any]]:
    """Targets passed and to come, the weak and the strict comparator in turn, strict ones where they can be met."""
    return [
        {"comparator": comparators[n % 2 if 0 < float(number) < 100 else 0], "value": Decimal(number), "due": due}
        for n, (number, due) in enumerate(PROMISED)
    ]


def told(rows: list[Standing]) -> list[Any]:
    """What the status of every target is, why there is none, and between which ratios."""
    return [(row.course.judged, _ends(row.course.ratio), row.decides, row.passed) for row in rows]


def _ends(outcome: Outcome) -> Any:
    """Half a digit is rounded up on either side of the mirror: which end is excluded differs, the ends do not."""
    return outcome.ends if isinstance(outcome, Interval) else outcome


def assert_alike(folder: Path, share: Baseline, rounds: Mapping[str, Mapping[str, Any]], better: str) -> None:
    """Both ways of counting are judged alike, on at least some targets."""
    targets = promises(("at_least", "more_than") if better == "higher" else ("at_most", "less_than"))
    mirrored = [{**each, "comparator": MIRRORED[each["comparator"]], "value": 100 - each["value"]} for each in targets]
    shown = {"indicator": share.indicator, "transcribed": share.indicator is PRINTED}
    other = {day: without(figures) for day, figures in rounds.items()}

    one = write_plan(folder / "with", rounds, *targets, better=better, **shown)
    two = write_plan(folder / "without", other, *mirrored, better="lower" if better == "higher" else "higher", **shown)

    for choice in (EVERY_ROUND, *(Choice(as_of=day) for day in LATER)):
        assert told(rows_of(one, choice)) == told(rows_of(two, choice))
    assert any(each[0].status for each in told(rows_of(one)))


ALL = shares()


@pytest.mark.parametrize(
    "way", [(0.1, 0.3), (0.5, 1), (0.4, -0.2), (-0.3, -1)], ids=["slow", "to all", "back", "to none"]
)
@pytest.mark.parametrize("name", ALL)
def test_every_share_of_both_plans_is_judged_alike(tmp_path: Path, name: str, way: tuple[float, float]) -> None:
    """Counts, bounds and printed digits, to 0 and 100% too; the very same ratio, and the same when values are old."""
    share = ALL[name]
    rounds = {DAYS[0]: share.figures, DAYS[1]: later(share, way[0]), DAYS[2]: later(share, way[1])}

    assert_alike(tmp_path, share, rounds, "higher")


@settings(max_examples=40)
@given(data=st.data())
def test_any_count_is_judged_alike(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Exact, "more than" and "fewer than", of wholes that grow, better higher or lower."""
    rounds = {}
    for day in DAYS:
        whole = data.draw(st.integers(1, 1000))
        said: dict[str, Any] = {"value": data.draw(st.integers(0, whole))}
        comparator = data.draw(st.sampled_from([None, None, "at_least", "at_most", "more_than", "less_than"]))
        if comparator and 0 < said["value"] < whole:
            said["comparator"] = comparator
        rounds[day] = {"part": said, "whole": whole}

    assert_alike(
        tmp_path_factory.mktemp("plans"), Baseline(SHARE, {}), rounds, data.draw(st.sampled_from(["higher", "lower"]))
    )
