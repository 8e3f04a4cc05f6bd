"""Plans unlike the shipped one: ceilings, intervals, zeros, things already met or overdue."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qt_ict.loading.folder import load
from qt_ict.report import gap, growth, show
from qt_ict.report.answer import answer
from qt_ict.report.question import EVERYTHING
from tests.conftest import DATA, Result

HEAD = """\
plan:
  vi: Kế hoạch
  en: Plan
  number: "1"
  date: 2011-01-01
  issuer: {vi: A, en: A}
  area: {vi: B, en: B}
agencies: {}
duties: {}
"""
ROUND = "round: {vi: Gốc, en: Baseline, document: d, date: 2010-12-31, transcribed: true}\nfigures:\n"
UNITS = (DATA / "indicators.yaml").read_text(encoding="utf-8").split("\nindicators:\n")[0]


def names(text: str) -> str:
    """The keys that every entry needs."""
    return f"{{vi: x, en: x, {text}}}"


def write(folder: Path, part: int = 30, whole: int = 100, better: str = "higher", **target: str) -> Path:
    """A plan of one share (or count) and one target."""
    folder.mkdir(exist_ok=True)
    measured = {"indicator": "share", "measure": "direct", "due": "2015", "unit": '"%"'} | target
    keys = ", ".join(f"{key}: {value}" for key, value in measured.items() if value)
    share = names(f'unit: "%", numerator: part, denominator: whole, factor: 100, better: {better}, domain: industry')
    count = names(f"unit: schools, figure: part, better: {better}, domain: industry")
    files = {
        "plan.yaml": HEAD,
        "indicators.yaml": f"{UNITS}\nindicators:\n  share: {share}\n  count: {count}\n",
        "baseline_2010.yaml": ROUND
        + f"  part: {names(f'value: {part}, unit: schools, source: I.1')}\n"
        + f"  whole: {names(f'value: {whole}, unit: schools, source: I.1')}\n",
        "targets.yaml": f"targets:\n  t: {names(f'domain: industry, source: I.1, {keys}')}\n",
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def row(tmp_path: Path, qt_ict: Callable[..., Result]) -> Callable[..., Any]:
    """The JSON row of the one target of a small plan."""

    def find(*options: str, **settings: Any) -> Any:
        folder = write(tmp_path / "plan", **settings)
        result = qt_ict("gap", "--format", "json", "--data", str(folder), *options)
        assert result.code == 0, result.err
        return json.loads(result.out)["rows"][0]

    return find


def test_at_the_line_itself(row: Callable[..., Any]) -> None:
    """30 of 100 meets "at least 30" and "at most 30", not "more than" and not "less than"."""
    verdicts = {
        comparator: row(comparator=comparator, value="30")["status"]
        for comparator in ("at_least", "more_than", "at_most", "less_than", "about")
    }

    assert verdicts == {
        "at_least": "met",
        "more_than": "not_met",
        "at_most": "met",
        "less_than": "not_met",
        "about": "met",
    }
    assert row(comparator="more_than", value="30")["shortfall"] == {"low": 1, "high": 1}
    assert row(comparator="less_than", value="30")["shortfall"] == {"low": 1, "high": 1}


def test_a_ceiling_counts_what_to_remove(row: Callable[..., Any]) -> None:
    """30 of 100 down to at most 12.5%: 12 may stay, 18 must go."""
    found = row(comparator="at_most", value="12.5", better="lower")

    assert found["gap"] == {"low": 17.5, "high": 17.5}
    assert found["shortfall"] == {"low": 18, "high": 18}
    assert found["attainment"]["low"] == pytest.approx(12.5 / 30)
    assert found["required"]["linear"] == {"low": -3.5, "high": -3.5}


def test_what_is_met_requires_nothing(row: Callable[..., Any]) -> None:
    """Nothing is missing, and the gap is signed."""
    found = row(comparator="at_least", value="20")

    assert (found["status"], found["shortfall"]) == ("met", {"low": 0, "high": 0})
    assert found["gap"] == {"low": -10.0, "high": -10.0}
    assert set(found["reasons"].values()) == {"already-met"}
    assert set(found["reasons"]) == {"linear", "compound", "log_odds", "from_now.linear"}
    assert set(found["required"].values()) == {None}


@pytest.mark.parametrize(
    ("settings", "reasons"),
    [
        ({"comparator": "at_least", "value": "50", "due": "2010"}, {"linear": "due-passed"}),
        ({"comparator": "at_least", "value": "50", "due": "before 2011"}, {"linear": "due-passed"}),
        ({"comparator": "at_least", "value": "50", "due": ""}, {"linear": "no-due-year"}),
        ({"comparator": "at_least", "value": "50", "due": "after 2015"}, {"linear": "no-due-year"}),
        ({"comparator": "at_least", "value": "50", "due": "yearly"}, {"linear": "no-due-year"}),
        ({"comparator": "more_than", "value": "100"}, {"shortfall": "out-of-reach"}),
        ({"comparator": "at_least", "value": "120"}, {"shortfall": "out-of-reach", "log_odds": "outside-scale"}),
        ({"comparator": "less_than", "value": "0"}, {"shortfall": "out-of-reach", "compound": "zero-target"}),
        ({"comparator": "at_most", "value": "0"}, {"compound": "zero-target", "log_odds": "at-limit"}),
        ({"comparator": "at_least", "value": "50", "part": 0}, {"compound": "zero-base", "log_odds": "zero-base"}),
        ({"comparator": "at_least", "value": "50", "whole": 0, "part": 0}, {"value": "zero-denominator"}),
        ({"comparator": "at_least", "value": "40", "unit": "schools"}, {"gap": "unit-mismatch"}),
        (
            {"comparator": "at_least", "value": "40", "unit": "schools", "indicator": "count"},
            {"log_odds": "not-a-share"},
        ),
        ({"comparator": "all", "unit": "", "indicator": "count"}, {"gap": "no-whole", "target_value": "no-whole"}),
        ({"comparator": "most", "unit": ""}, {"gap": "no-threshold", "target_value": "no-threshold"}),
        ({"comparator": "at_least", "value": "50", "measure": "proxy"}, {"value": "proxy-only"}),
        ({"comparator": "at_least", "value": "50", "measure": "none", "indicator": ""}, {"value": "no-baseline"}),
    ],
)
def test_what_cannot_be_computed_has_a_name(
    row: Callable[..., Any], settings: dict[str, Any], reasons: dict[str, str]
) -> None:
    """Never 0, never blank, never an exception."""
    found = row(**settings)

    assert reasons.items() <= found["reasons"].items()


def plan_with(folder: Path, figures: str, indicator: str, target: str) -> Any:
    """The JSON row of a plan with its own figures, one indicator and one target."""
    write(folder, comparator="at_least", value="50")
    (folder / "baseline_2010.yaml").write_text(ROUND + figures, encoding="utf-8")
    catalogue = f"{UNITS}\nindicators:\n  i: {names(f'{indicator}, better: higher, domain: industry')}\n"
    (folder / "indicators.yaml").write_text(catalogue, encoding="utf-8")
    entry = names(f"domain: industry, source: I.1, due: 2015, measure: direct, indicator: i, {target}")
    (folder / "targets.yaml").write_text(f"targets:\n  t: {entry}\n", encoding="utf-8")
    loaded, findings = load(folder)
    assert loaded is not None, findings
    return gap.data(answer(loaded, EVERYTHING))["rows"][0]


def figure(name: str, text: str) -> str:
    """A figure on one line."""
    return f"  {name}: {names(f'source: I.1, {text}')}\n"


def test_bounds_that_exclude_each_other_are_named(tmp_path: Path) -> None:
    """At least 90 and at most 10 is no value, and above all not "met"."""
    found = plan_with(
        tmp_path / "plan",
        figure("big", "value: 90, unit: schools") + figure("small", "value: 10, unit: schools"),
        "unit: schools, figure: {at_least: big, at_most: small}",
        "comparator: at_least, value: 5, unit: schools",
    )

    assert (found["status"], found["reason"]) == ("not_measurable", "contradictory-bounds")


@pytest.mark.parametrize(
    ("indicator", "figures"),
    [
        ('unit: "%", figure: a', figure("a", "value: 6, unit: facilities")),
        (
            "unit: schools, figure: [a, b]",
            figure("a", "value: 6, unit: facilities") + figure("b", "value: 6, unit: schools"),
        ),
    ],
)
def test_units_that_differ_are_not_added_or_renamed(tmp_path: Path, indicator: str, figures: str) -> None:
    """Six facilities are not six per cent."""
    found = plan_with(tmp_path / "plan", figures, indicator, 'comparator: at_least, value: 5, unit: "%"')

    assert (found["value"], found["reason"]) == (None, "unit-mismatch")


def test_more_than_50_whole_things_are_51(tmp_path: Path) -> None:
    """Counts are whole: "more than 50 firms" meets "at least 51"."""
    found = plan_with(
        tmp_path / "plan",
        figure("firms", "value: 50, comparator: more_than, unit: enterprises"),
        "unit: enterprises, figure: firms",
        "comparator: at_least, value: 51, unit: enterprises",
    )

    assert found["value"] == {"low": 51, "high": None}
    assert (found["status"], found["shortfall"]) == ("met", {"low": 0, "high": 0})


def test_a_denominator_that_is_only_bounded(tmp_path: Path) -> None:
    """10 of fewer than 50: at least 20.4%, and nothing is zero."""
    found = plan_with(
        tmp_path / "plan",
        figure("part", "value: 10, unit: schools") + figure("whole", "value: 50, comparator: less_than, unit: schools"),
        'unit: "%", numerator: part, denominator: whole, factor: 100',
        'comparator: at_least, value: 30, unit: "%"',
    )

    assert found["value"] == {"low": pytest.approx(1000 / 49), "high": 100}
    assert (found["status"], found["shortfall"]) == ("undecided", {"low": 0, "high": 5})


@pytest.mark.parametrize(
    ("part", "whole", "comparator", "value", "status", "shortfall"),
    [
        ("40, comparator: more_than", "100", "at_most", "100", "met", {"low": 0, "high": 0}),
        ("10", "60, comparator: less_than", "at_most", "100", "met", {"low": 0, "high": 0}),
        ("10", "40, comparator: more_than", "at_least", "0", "met", {"low": 0, "high": 0}),
        ("10", "40, comparator: more_than", "more_than", "0", "met", {"low": 0, "high": 0}),
        ("10", "40, comparator: more_than", "at_most", "0", "not_met", {"low": 10, "high": 10}),
        ("0", "60, comparator: less_than", "at_least", "10", "not_met", {"low": 1, "high": 6}),
        ("0", "60, comparator: less_than", "less_than", "10", "met", {"low": 0, "high": 0}),
        ("40, comparator: more_than", "100", "less_than", "10", "not_met", {"low": 32, "high": 91}),
        ("10", "60, comparator: less_than", "less_than", "10", "not_met", {"low": 5, "high": 10}),
    ],
)
def test_status_and_shortfall_agree_where_counts_are_bounds(
    tmp_path: Path, part: str, whole: str, comparator: str, value: str, status: str, shortfall: dict[str, int]
) -> None:
    """Nothing is missing of what is met, something of what is not, never more than there is."""
    found = plan_with(
        tmp_path / "plan",
        figure("part", f"value: {part}, unit: households") + figure("whole", f"value: {whole}, unit: households"),
        'unit: "%", numerator: part, denominator: whole, factor: 100',
        f'comparator: {comparator}, value: {value}, unit: "%"',
    )

    assert (found["status"], found["shortfall"]) == (status, shortfall)


def test_a_met_target_without_a_count_lacks_nothing(tmp_path: Path) -> None:
    """0 when met, whatever the unit."""
    found = plan_with(
        tmp_path / "plan",
        figure("share", 'value: 97, comparator: more_than, unit: "%"'),
        'unit: "%", figure: share',
        'comparator: at_least, value: 90, unit: "%"',
    )

    assert (found["status"], found["shortfall"]) == ("met", {"low": 0, "high": 0})


def test_between_is_met_from_the_weaker_end(row: Callable[..., Any]) -> None:
    """50 to 60%: the gap leads to 50; falling values come from 60."""
    up = row(comparator="between", value="[60, 50]")
    down = row(comparator="between", value="[10, 20]", better="lower")

    assert up["target_value"] == [50, 60]
    assert up["gap"] == {"low": 20.0, "high": 20.0}
    assert down["gap"] == {"low": 10.0, "high": 10.0}
    assert [note["code"] for note in up["notes"]] == ["weaker-end"]


def test_before_a_year_is_due_a_year_earlier(row: Callable[..., Any]) -> None:
    """Listed under 2015, four years after the baseline."""
    found = row("--year", "2015", comparator="at_least", value="50", due="before 2015")

    assert found["year"] == 2015
    assert found["required"]["linear"] == {"low": 5.0, "high": 5.0}


def test_a_growing_denominator_can_leave_a_met_target_short(row: Callable[..., Any]) -> None:
    """30 of 100 meets 30%; of 110.4 it will not, and the assumption is printed."""
    found = row("--growth", "whole=2%", comparator="at_least", value="30")

    assert found["status"] == "met"
    assert found["shortfall"] == {"low": 4, "high": 4}
    assert "moving-denominator" in [note["code"] for note in found["notes"]]


def test_an_almost_met_target_does_not_look_met(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """49 999 of 100 000 is not shown as 50.00%, nor 100.0% attained."""
    folder = write(tmp_path / "plan", part=49999, whole=100000, comparator="at_least", value="50")

    text = qt_ict("gap", "--data", str(folder), "--wide", "--lang", "en").out

    assert "49.999%" in text
    assert "99.998%" in text
    assert "0.001 pp" in text


def test_a_plan_without_targets_is_still_a_plan(tmp_path: Path, qt_ict: Callable[..., Result]) -> None:
    """The first day of a new plan."""
    folder = write(tmp_path / "plan", comparator="at_least", value="50")
    (folder / "targets.yaml").write_text("targets: {}\n", encoding="utf-8")

    for command in ("gap", "growth", "show", "targets"):
        for form in ("table", "json", "csv", "markdown"):
            assert qt_ict(command, "--data", str(folder), "--format", form).code == 0


FILES = {path.name: path.read_text(encoding="utf-8").splitlines() for path in DATA.glob("*.yaml")}


@settings(max_examples=150)
@given(st.data())
def test_damaged_plans_never_raise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """Lines dropped, doubled, moved or retyped: findings with places, or a plan that computes."""
    folder = tmp_path_factory.mktemp("damaged")
    for name, lines in FILES.items():
        damaged = list(lines)
        if name == data.draw(st.sampled_from(sorted(FILES))):
            for _ in range(data.draw(st.integers(1, 4))):
                at = data.draw(st.integers(0, len(damaged) - 1))
                other = data.draw(st.integers(0, len(damaged) - 1))
                change = data.draw(st.sampled_from(["drop", "double", "swap", "retype", "cut", "indent"]))
                if change == "drop":
                    del damaged[at]
                elif change == "double":
                    damaged.insert(at, damaged[at])
                elif change == "swap":
                    damaged[at], damaged[other] = damaged[other], damaged[at]
                elif change == "retype":
                    word = data.draw(
                        st.sampled_from(["0", "-1", "0.5", "null", "[a]", "{b: c}", '"7"', "x", "2015", "true"])
                    )
                    damaged[at] = damaged[at].split(":")[0] + ": " + word
                elif change == "cut":
                    damaged[at] = damaged[at][: data.draw(st.integers(0, 40))]
                else:
                    damaged[at] = "  " + damaged[at]
        (folder / name).write_text("\n".join(damaged) + "\n", encoding="utf-8")

    loaded, findings = load(folder)

    assert (loaded is None) == bool(findings)
    for finding in findings:
        assert finding.problem.vi and finding.problem.en and finding.advice.vi and finding.advice.en
        assert "{" not in finding.problem.en.replace("{at_least", "").replace("{joint", "").replace("{b", "")
    if loaded is not None:
        everything = answer(loaded, EVERYTHING)
        json.dumps(gap.data(everything), allow_nan=False)
        json.dumps(growth.data(everything), allow_nan=False)
        gap.document(everything), growth.document(everything), show.document(show.inventory(loaded, None, None))
