"""What checks say of later rounds, where they say it, and of what they say nothing."""

from pathlib import Path

import pytest

from qt_ict.checks.validation import Validation, validation
from qt_ict.loading.folder import load
from tests.examples import plan_files, write

HEADER = "round: {{vi: Đợt, en: Round, document: 2/BC, date: {date}, transcribed: true}}\n"
STATIONS = (
    "units:\n  stations: {vi: trạm, en: stations, kind: count}\n"
    "indicators:\n  built: {vi: Trạm xây, en: b, unit: stations, figure: stations, better: higher, domain: homes}\n"
)
"""An indicator whose figure only a later round has."""
NEW = "figures:\n  stations: {{vi: Trạm, en: Stations, unit: stations, value: {}}}\n"
"""That figure in the first round that has it."""


def validated(folder: Path, *rounds: str, entries: str = "") -> Validation:
    """What is found in the plan of the examples with the ends of 2011, 2012 … as later rounds."""
    example = folder / "example.yaml"
    later = (
        f"--- # rounds/{year}-12-31.yaml\n{'' if 'round:' in text else HEADER.format(date=f'{year}-12-31')}{text}"
        for year, text in enumerate(rounds, 2011)
    )
    example.write_text(entries + "".join(later), encoding="utf-8")
    plan = folder / "plan"
    plan.mkdir(exist_ok=True)
    write(plan_files(example), plan)
    loaded, broken = load(plan)
    assert loaded is not None, [(str(each.place), each.problem.en) for each in broken]
    return validation(loaded)


def codes(folder: Path, *rounds: str, entries: str = "") -> list[str]:
    """The codes of what is found."""
    return [each.rule.code for each in validated(folder, *rounds, entries=entries).findings]


def figures(**entries: str) -> str:
    """The figures of a round, one a line."""
    return "figures:\n" + "".join(f"  {name}: {{{keys}}}\n" for name, keys in entries.items())


SILENT = {
    "nothing reported": ["figures: {}\n"],
    "a numerator without its denominator": [figures(with_tv="value: 131000")],
    "forms left empty": [figures(households="value: ", with_tv="value: ")],
    "equal values": [figures(households="value: 145470", with_tv="value: 130654")],
    "less after a new definition of both": [
        figures(households="value: 1000, definition: đã kiểm", with_tv="value: 500, definition: đã kiểm")
    ],
    "more, and earlier publications kept": [
        figures(
            households="value: 146000, restates: [{value: 999, document: 1/BC}]",
            with_tv="value: 140000, restates: [{value: 200000, document: 1/BC}]",
        )
    ],
    "last year's number said again with its date": [figures(households="value: 145470, date: 2010-12-31")],
    "all figures of another date": [
        figures(households="value: 146000, date: 2011-06-30", with_tv="value: 140000, date: 2011-06")
    ],
    "a numerator that rises without its denominator": [figures(with_tv="value: 130655")],
    "a numerator that falls without its denominator, and counts something else": [
        figures(with_tv="value: 120000, definition: đang dùng")
    ],
    "nothing more of what only the baseline has": [
        figures(households="value: 146000"),
        figures(households="value: 147000"),
    ],
    "a figure of the month of the round": [figures(households="value: 146000, date: 2011-12")],
    "a figure of the year of the round": [
        "round: {vi: a, en: b, document: d, date: 2011-12-31, transcribed: true}\n"
        + figures(households="value: 146000, date: 2011")
    ],
    "a bound that may hold": [figures(households="value: 146000", with_tv="value: 100000, comparator: more_than")],
    "a document each": [
        "round: {vi: a, en: b, document: , date: 2011-12-31, transcribed: true}\n"
        + figures(households="value: 146000, document: 3/BC")
    ],
}


@pytest.mark.parametrize("rounds", SILENT.values(), ids=SILENT.keys())
def test_rounds_that_are_right_are_silent(tmp_path: Path, rounds: list[str]) -> None:
    """Half-filled reports, numbers restated, definitions that changed and say so."""
    assert codes(tmp_path, *rounds) == []


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (150, 14, ["QT704"]),
        (150, 1499, []),
        (150, 1500, ["QT704"]),
        (3, 60, []),
        (0, 5000, []),
        (500, 101, ["QT705"]),
        (500, 100, ["QT704"]),
        (500, 499, ["QT705"]),
        (500, 500, []),
    ],
)
def test_jumps_and_falls(tmp_path: Path, before: int, after: int, found: list[str]) -> None:
    """A digit too many or too few is one finding; small counts and a start from nothing are none."""
    entries = STATIONS + figures(stations=f"vi: Trạm, en: Stations, value: {before}, unit: stations, source: I")

    assert codes(tmp_path, figures(stations=f"value: {after}"), entries=entries) == found


def test_the_official_falls_are_warnings_and_can_be_accepted(tmp_path: Path) -> None:
    """69.85% in 2018, 68.66% in 2019: published so; another number brings the finding back."""
    entries = (
        "figures:\n  users: {vi: Người dùng, en: Users, value: 69.85, unit: '%', source: I}\n"
        "indicators:\n  use: {vi: Dùng Internet, en: Use, unit: '%', figure: users, better: higher, domain: homes}\n"
    )
    why = "accept: {QT705: {why: Published so, seen: [69.85, 68.66]}}"

    result = validated(tmp_path, figures(users=f"value: 68.66, {why}"), entries=entries)
    assert ([*result.findings], [each.finding.rule.severity for each in result.accepted]) == ([], ["warning"])
    assert codes(tmp_path, figures(users=f"value: 68.65, {why}"), entries=entries) == ["QT705"]


def test_a_cumulative_count_that_falls_is_said_once(tmp_path: Path) -> None:
    """Its own rule says more than that of indicators."""
    keys = "vi: Trạm, en: Stations, value: 500, unit: stations, source: I, cumulative: true"

    assert codes(tmp_path, figures(stations="value: 499"), entries=STATIONS + figures(stations=keys)) == ["QT703"]


INSTALLED = (
    "figures:\n"
    "  installed: {vi: Đã lắp, en: Installed, value: 50000, unit: households, cumulative: true, source: I}\n"
    "indicators:\n"
    "  lines: {vi: Lắp, en: Lines, unit: '%', numerator: installed, denominator: households, factor: 100, "
    "better: higher, domain: homes}\n"
)
"""A share of a cumulative count."""


def test_a_cumulative_count_is_compared_with_its_last_report(tmp_path: Path) -> None:
    """Whatever rounds lie between, with or without the denominator; said once."""
    fallen = figures(households="value: 146000", installed="value: 49999")
    reports = figures(installed="value: 51000"), "figures: {}\n", figures(installed="value: 50999")

    assert codes(tmp_path, fallen, entries=INSTALLED) == ["QT703"]
    result = validated(tmp_path, *reports, entries=INSTALLED)
    assert [(each.rule.code, each.at) for each in result.findings] == [
        ("QT702", ("2012-12-31", "round", "date")),
        ("QT703", ("2013-12-31", "figures", "installed", "value")),
    ]


def test_a_share_of_a_cumulative_count_can_move_away(tmp_path: Path) -> None:
    """More households, no more lines: the count did not fall, so its own rule says nothing."""
    grown = figures(households="value: 150000", installed="value: 50001")

    assert codes(tmp_path, grown, entries=INSTALLED) == ["QT705"]


@pytest.mark.parametrize(
    ("reported", "found"), [(120000, ["QT705"]), (130653, ["QT705"]), (13065, ["QT704"]), (130654, [])]
)
def test_a_numerator_that_falls_alone_is_said(tmp_path: Path, reported: int, found: list[str]) -> None:
    """A digit lost or mistyped shows before the denominator comes."""
    assert codes(tmp_path, figures(with_tv=f"value: {reported}")) == found


def test_a_rise_of_what_should_be_less_is_not_judged_by_the_numerator_alone(tmp_path: Path) -> None:
    """The households may have become more, too; a fall is what is wanted."""
    entries = (
        "figures:\n  offline: {vi: Chưa có mạng, en: Offline, value: 50000, unit: households, source: I}\n"
        "indicators:\n  offline: {vi: Chưa có, en: Offline share, unit: '%', numerator: offline, "
        "denominator: households, factor: 100, better: lower, domain: homes}\n"
    )

    assert codes(tmp_path, figures(offline="value: 50500"), figures(offline="value: 49000"), entries=entries) == []


def test_the_year_in_which_a_round_lies_is_no_other_date(tmp_path: Path) -> None:
    """A report of six months says of what year it is; December is another month."""
    header = "round: {vi: a, en: b, document: d, date: 2011-06-30, transcribed: true}\n"
    half_year = "--- # rounds/2011-06-30.yaml\n" + header + "figures:\n  with_tv: {value: 131500}\n"

    assert codes(tmp_path, entries=f"{half_year}  households: {{value: 145900, date: 2011}}\n") == []
    assert codes(tmp_path, entries=f"{half_year}  households: {{value: 145900, date: 2011-05}}\n") == ["QT434"]


MIXED = figures(households="value: 145900, date: 2011-01-01", with_tv="value: 131500")
"""Households of one day, those of them with a television of another."""


def test_a_later_round_does_not_divide_across_dates_unsaid(tmp_path: Path) -> None:
    """Where the odd date stands, though the baseline was right; every round anew."""
    result = validated(tmp_path, MIXED, figures(households="value: 146000, date: 2012-06", with_tv="value: 133000"))

    assert [(each.rule.code, each.rule.severity, each.at, each.place.line) for each in result.findings] == [
        ("QT434", "warning", ("2011-12-31", "figures", "households", "date"), 3),
        ("QT434", "warning", ("2012-12-31", "figures", "households", "date"), 3),
    ]
    first = result.findings[0]
    assert first.place.text[first.place.column - 1 :].startswith("2011-01-01")
    assert first.problem.en == "divides or adds figures of different dates: 2011-01-01, 2011-12-31"


def test_indicators_across_the_same_dates_are_one_finding_that_can_be_accepted(tmp_path: Path) -> None:
    """The figure names the date once; another date brings the finding back."""
    entries = (
        "figures:\n  with_radio: {vi: Đài, en: Radio, value: 4255, unit: households, source: I}\n"
        "indicators:\n  radio: {vi: Có đài, en: Radio share, unit: '%', numerator: with_radio, "
        "denominator: households, factor: 100, better: higher, domain: homes}\n"
    )
    radio = MIXED + "  with_radio: {value: 4900}\n"
    accept = ", accept: {QT434: {why: Counted in June, seen: [2011, 1, 1, 2011, 12, 31]}}}"

    (finding,) = validated(tmp_path, radio, entries=entries).findings
    assert [each.text.en for each in finding.sides[:2]] == ["Radio share", "Share with television"]
    assert codes(tmp_path, radio.replace("01-01}", f"01-01{accept}"), entries=entries) == []
    assert codes(tmp_path, radio.replace("01-01}", f"01-02{accept}"), entries=entries) == ["QT434"]


def test_an_indicator_may_wait_for_a_later_round(tmp_path: Path) -> None:
    """The baseline lacks its figure, which is used all the same; without the indicator it is not."""
    unused = STATIONS.partition("indicators:")[0]

    assert codes(tmp_path, NEW.format(500), entries=STATIONS) == []
    assert codes(tmp_path, NEW.format(500), figures(stations="value: 510"), entries=unused) == ["QT801"]


def test_formulas_are_checked_in_the_first_round_that_has_their_figures(tmp_path: Path) -> None:
    """Once, in the catalogue, whichever round that is."""
    entries = STATIONS.replace("unit: stations, figure", "unit: households, figure")

    result = validated(tmp_path, NEW.format(500), figures(stations="value: 510"), entries=entries)

    assert [(each.rule.code, each.at) for each in result.findings] == [("QT423", ("indicators", "built", "unit"))]


def test_every_round_is_looked_at_in_its_own_file(tmp_path: Path) -> None:
    """The same slip in two rounds is two findings, told apart by the round."""
    wrong = figures(households="value: 146000", with_tv="value: 146001")

    result = validated(tmp_path, wrong, wrong)

    assert [(each.rule.code, each.at, Path(each.place.file).name, each.place.line) for each in result.findings] == [
        ("QT412", ("2011-12-31", "figures", "with_tv", "value"), "2011-12-31.yaml", 4),
        ("QT412", ("2012-12-31", "figures", "with_tv", "value"), "2012-12-31.yaml", 4),
    ]


def test_a_share_above_100_is_said_in_the_round_that_has_it(tmp_path: Path) -> None:
    """Its formula was right in the baseline."""
    entries = (
        "figures:\n  with_radio: {vi: Đài, en: Radio, value: 4255, unit: households, source: I}\n"
        "indicators:\n  media: {vi: Có đài, en: Radio share, unit: '%', numerator: with_radio, "
        "denominator: households, factor: 100, better: higher, domain: homes}\n"
    )

    result = validated(tmp_path, figures(households="value: 40000", with_radio="value: 42000"), entries=entries)

    assert [(each.rule.code, each.at) for each in result.findings] == [
        ("QT441", ("2011-12-31", "figures", "with_radio", "value"))
    ]


def test_an_exception_left_over_in_a_round_is_said(tmp_path: Path) -> None:
    """At its place in that file."""
    result = validated(tmp_path, figures(households="value: 146000, accept: {QT704: {why: x}}"))

    assert [(each.rule.code, each.at) for each in result.findings] == [
        ("QT804", ("2011-12-31", "figures", "households", "accept", "QT704"))
    ]


def test_what_went_missing_is_said_once(tmp_path: Path) -> None:
    """In the round that lacks it, not in those after it, whether it comes back or not."""
    full, less = figures(households="value: 146000", with_tv="value: 131500"), figures(households="value: 147000")

    assert codes(tmp_path, full, less, less) == ["QT702"]
    assert codes(tmp_path, full, less, full.replace("146", "148").replace("131", "135")) == ["QT702"]


def test_what_is_missing_is_accepted_by_name(tmp_path: Path) -> None:
    """Another figure that goes missing is a finding again."""
    full = figures(households="value: 146000", with_tv="value: 131500")
    header = "round:\n  {{vi: a, en: b, document: d, date: 2012-12-31, transcribed: true, accept: {{QT702: {}}}}}\n"
    less = header.format("{why: Not counted any more, seen: [with_tv]}") + figures(households="value: 146000")
    none = header.format("{why: Not counted any more, seen: [with_tv]}") + "figures: {}\n"

    assert codes(tmp_path, full, less) == []
    assert codes(tmp_path, full, none) == ["QT702"]


def test_a_revision_keeps_the_rules_of_targets(tmp_path: Path) -> None:
    """A number where the words need one, in a unit that exists, whole where things are counted."""
    target = (
        "targets:\n  t: {vi: t1, en: t2, domain: homes, due: 2020, comparator: at_least, value: 5, unit: households, "
        "measure: none, source: III, revisions: [{document: 2/QĐ, date: 2014-01-01, %s}]}\n"
    )

    def refused(keys: str) -> list[str]:
        write(plan_files(_example(tmp_path, target % keys)), tmp_path)
        return [each.rule.code for each in load(tmp_path)[1]]

    assert refused("comparator: at_least") == ["QT206"]
    assert refused("comparator: most, value: 6") == ["QT206"]
    assert refused("comparator: between, value: 6") == ["QT206"]
    assert refused("comparator: at_least, value: 6, unit: nothing") == ["QT207"]
    assert refused("comparator: at_least, value: 6.5") == ["QT302"]
    assert refused("comparator: at_least, value: 6") == []


def test_figures_of_the_baseline_name_figures_of_the_baseline(tmp_path: Path) -> None:
    """What only a later round has cannot be the whole of anything in the first."""
    entries = STATIONS + figures(part="vi: Phần, en: Part, value: 5, unit: stations, of: stations, source: I")
    later = f"--- # rounds/2011-12-31.yaml\n{HEADER.format(date='2011-12-31')}{NEW.format(500)}"

    write(plan_files(_example(tmp_path, entries + later)), tmp_path)

    assert [(each.rule.code, Path(each.place.file).name) for each in load(tmp_path)[1]] == [
        ("QT207", "baseline_2010.yaml")
    ]


def test_a_form_left_empty_accepts_nothing(tmp_path: Path) -> None:
    """There is no number that an exception could be for."""
    later = f"--- # rounds/2011-12-31.yaml\n{HEADER.format(date='2011-12-31')}"

    write(plan_files(_example(tmp_path, later + figures(households="accept: {QT704: {why: x}}"))), tmp_path)

    assert [each.rule.code for each in load(tmp_path)[1]] == ["QT206"]


def _example(folder: Path, text: str) -> Path:
    file = folder / "example.txt"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    "named", ['of: stations, printed: "100%"', "parts: [stations]", "implies: [stations]", "conflicts_with: [stations]"]
)
def test_what_holds_is_no_part_of_what_does_not(tmp_path: Path, named: str) -> None:
    """A round that reports nothing else knows the figure that holds, and not its whole."""
    known = "vi: a, en: a, unit: stations, value: 5, source: I"
    entries = STATIONS + figures(stations=known, kept=f"{known}, holds: true, {named}")

    found = validated(tmp_path, figures(households="value: 145480"), entries=entries)

    assert not [each for each in found.findings if "kept" in each.at and "rounds" in each.place.file]
