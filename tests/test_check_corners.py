"""What checks must not say of plans that are right, and must say of some that look right."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qt_ict.checks.validation import Validation, validation
from qt_ict.loading.folder import load
from tests.conftest import Result, edit
from tests.examples import plan_files, write

BASELINE = "baseline_2010.yaml"
SCHOOLS = "units:\n  schools: {vi: trường, en: schools, one: school, kind: count}\n"


def named(text: str) -> str:
    """The keys that every figure needs, in one line."""
    name = text.replace('"', "")
    return f'{{vi: "{name}", en: b, source: I, {text}}}'


def share(text: str) -> str:
    """The keys of a figure that is a percentage."""
    return named(f"{text}, unit: '%'")


def validated(folder: Path, entries: str) -> Validation:
    """What is found in the plan of the examples with some entries more."""
    example = folder / "example.yaml"
    example.write_text(entries, encoding="utf-8")
    plan = folder / "plan"
    plan.mkdir(exist_ok=True)
    write(plan_files(example), plan)
    loaded, broken = load(plan)
    assert loaded is not None, [(str(each.place), each.problem.en) for each in broken]
    return validation(loaded)


def codes(folder: Path, entries: str) -> set[str]:
    """The codes of what is found beyond unused entries."""
    return {finding.rule.code for finding in validated(folder, entries).findings} - {"QT801"}


def printed(ratio: str, part: int, whole: int) -> str:
    """A figure with a printed ratio of another."""
    part_of = named(f'value: {part}, unit: schools, of: whole, printed: "{ratio}"')
    return f"{SCHOOLS}figures:\n  whole: {named(f'value: {whole}, unit: schools')}\n  part: {part_of}\n"


@pytest.mark.parametrize(
    ("ratio", "part", "whole"),
    [
        ("5‰", 5, 1000),
        ("0,5 phần nghìn", 5, 10000),
        ("45 phần trăm", 45, 100),
        ("45％", 45, 100),
        ("năm 2010: 45%", 45, 100),
        ("12 lớp/10.000 trường", 12, 10000),
        ("12 lớp/100.000 trường", 12, 100000),
        ("2,5 lớp/ 1 000 trường", 25, 10000),
        ("2 lớp trên mỗi 100 trường", 2, 100),
        ("1 máy/25 trường", 4, 100),
        ("1.234 lớp/100 trường", 12340, 1000),
        ("khoảng 45%", 46, 100),
        ("gần 90%", 126, 141),
        ("trên 80%", 126, 141),
        ("45,65%", 4565, 10000),
        ("Trên địa bàn tỉnh: 45%", 45, 100),
        ("90% trở lên", 93, 100),
        ("≥ 90%", 95, 100),
        ("không dưới 80%", 126, 141),
        ("không quá 90%", 126, 141),
        ("chưa đến 90%", 88, 100),
        ("1 máy/ 25 trường", 4, 100),
        ("3 máy cho 10 trường", 30, 100),
        ("68 máy/trăm trường", 68, 100),
        ("1.234,5 lớp/1.000 trường", 12345, 10000),
        ("gần 90%", 90, 100),
        ("hơn 90%", 90, 100),
    ],
)
def test_a_printed_ratio_that_is_right_is_silent(tmp_path: Path, ratio: str, part: int, whole: int) -> None:
    """Documents print ratios in many ways; one that agrees is no contradiction."""
    assert codes(tmp_path, printed(ratio, part, whole)) - {"QT412"} == set()


@pytest.mark.parametrize(
    ("ratio", "part", "whole", "code"),
    [
        ("12 lớp/10.000 trường", 12, 10, "QT401"),
        ("5‰", 5, 100, "QT401"),
        ("gần 90%", 95, 100, "QT401"),
        ("trên 90%", 89, 100, "QT401"),
        ("không dưới 80%", 10, 100, "QT401"),
        ("Trên địa bàn tỉnh: 45%", 99, 100, "QT401"),
        ("3/4 số trường", 75, 100, "QT305"),
        ("45%-50%", 48, 100, "QT305"),
        ("0%", 10, 100, "QT401"),
    ],
)
def test_a_printed_ratio_that_is_wrong_or_unclear_is_said(
    tmp_path: Path, ratio: str, part: int, whole: int, code: str
) -> None:
    """Another factor, a broken bound, no single number."""
    assert code in codes(tmp_path, printed(ratio, part, whole))


def target(name: str, **keys: object) -> str:
    """A target of the indicator tv, in one line."""
    given = {"domain": "homes", "unit": '"%"', "measure": "direct", "indicator": "tv", "source": "III"} | keys
    text = ", ".join(f"{key}: {value}" for key, value in given.items())
    return f"  {name}: {{vi: {name} việc, en: {name}, {text}}}\n"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        # Per cent of per cent: denominators of their own.
        (
            f"figures:\n  a: {share('value: 95, of: households')}\n  b: {share('value: 97, of: a')}\n",
            set(),
        ),
        # A percentage with its own printed form is the ratio.
        (f"figures:\n  a: {share('value: 50, of: households, printed: 50%')}\n", set()),
        # A percentage whose own printed form says something else.
        (f"figures:\n  a: {share('value: 12, of: households, printed: 21%')}\n", {"QT401"}),
        # A total and its own part added; percentages of different wholes added.
        (
            "figures:\n  t: {vi: t1, en: t2, source: I, value: 100, unit: households, parts: [a]}\n"
            "  a: {vi: a1, en: a2, source: I, value: 100, unit: households}\n"
            "indicators:\n  i: {vi: i1, en: i2, unit: households, figure: [t, a], better: higher, domain: homes}\n",
            {"QT414"},
        ),
        (
            f"figures:\n  a: {share('value: 20, of: households')}\n  b: {share('value: 30, of: with_tv')}\n"
            "indicators:\n  i: {vi: i1, en: i2, unit: '%', figure: [a, b], better: higher, domain: homes}\n",
            {"QT421"},
        ),
        # One label under two totals.
        (
            "figures:\n  t: {vi: t1, en: t2, source: I, value: 60, unit: households, parts: [a]}\n"
            "  u: {vi: u1, en: u2, source: I, value: 30, unit: households, parts: [b]}\n"
            "  a: {vi: một, en: a2, source: I, value: 60, unit: households}\n"
            "  b: {vi: một, en: b2, source: I, value: 30, unit: households}\n",
            set(),
        ),
        # "All" is 100%; amounts of two periods; people and courses.
        (
            "targets:\n"
            + target("a", due=2020, comparator="at_least", value=100)
            + "  b: {vi: b việc, en: b, domain: homes, due: 2020, comparator: all, measure: direct, indicator: tv, "
            + "source: III}\n",
            {"QT602"},
        ),
        # "More than 40%" and 45% are both true.
        (
            "figures:\n  a: {vi: một, en: b, source: I, value: 40, comparator: more_than, unit: '%'}\n"
            "  b: {vi: một, en: c, source: I, value: 45, unit: '%'}\n",
            set(),
        ),
        # "More than 50" and 50 are not.
        (
            "figures:\n  a: {vi: một, en: b, source: I, value: 50, comparator: more_than, unit: households}\n"
            "  b: {vi: một, en: c, source: I, value: 50, unit: households}\n",
            {"QT431"},
        ),
        # One label under two wholes, as in the plan's own lists.
        (
            "figures:\n  w: {vi: khác, en: w, source: I, value: 90000, unit: households, of: households}\n"
            "  a: {vi: một, en: b, source: I, value: 5, unit: households, of: households}\n"
            "  b: {vi: một, en: c, source: I, value: 6, unit: households, of: w}\n",
            set(),
        ),
        # Due at the end of 2014 and of 2015.
        ("targets:\n" + target("a", due="before 2015", comparator="more_than", value=93), set()),
        ("targets:\n" + target("a", due="before 2015", comparator="more_than", value=97), {"QT603"}),
        # A sentence that leaves the year open is not held against one that does not.
        ("targets:\n" + target("a", due="[2015, 2020]", comparator="at_least", value=97), {"QT514"}),
        # "95" after "more than 95" asks for less.
        ("targets:\n" + target("a", due=2020, comparator="at_least", value=95), {"QT603"}),
        # Inside the range is met, beyond it is less than there is.
        ("targets:\n" + target("a", due=2014, comparator="between", value="[80, 93]"), {"QT502"}),
        ("targets:\n" + target("a", due=2014, comparator="between", value="[80, 85]"), {"QT501"}),
        # Yearly, and after a year: two statements that differ.
        (
            "targets:\n"
            + target("a", due="yearly", comparator="at_least", value=92)
            + target("b", due="yearly", comparator="at_least", value=98),
            {"QT601"},
        ),
        # Nested and due later: the parent may have grown.
        (
            SCHOOLS
            + f"figures:\n  s: {named('value: 3, unit: schools')}\n"
            + "indicators:\n  s: {vi: trường, en: s, unit: schools, figure: s, better: higher, domain: homes, "
            + "agency: office}\n"
            + "targets:\n"
            + target("a", unit="schools", indicator="s", due=2015, comparator="at_least", value=40)
            + target("b", unit="schools", indicator="s", due=2020, comparator="at_least", value=50, within="a"),
            set(),
        ),
        # Shares that are added to more than the whole.
        (
            f"figures:\n  a: {share('value: 60')}\n  b: {share('value: 70, of: a')}\n"
            "indicators:\n  i: {vi: tổng, en: sum, unit: '%', figure: [a, b], better: higher, domain: homes}\n",
            {"QT441"},
        ),
    ],
)
def test_what_is_right_stays_silent_and_what_is_not_is_said(tmp_path: Path, entries: str, expected: set[str]) -> None:
    """The corners in which a check would cry wolf, or sleep."""
    assert codes(tmp_path, entries) == expected


def revised(name: str, *versions: tuple[str, str], **keys: object) -> str:
    """A target with later versions, each by its date and what it says."""
    listed = ", ".join(
        f"{{document: 5/QĐ-{number}, date: {day}, {said}}}" for number, (day, said) in enumerate(versions)
    )
    return target(name, **{"comparator": "at_least"} | keys, revisions=f"[{listed}]")


def counted(name: str, *versions: tuple[str, str], **keys: object) -> str:
    """The same of schools, three of which there are."""
    return revised(name, *versions, unit="schools", indicator="s", due=2020, **keys)


COUNTED = (
    f"{SCHOOLS}figures:\n  s: {named('value: 3, unit: schools')}\n"
    "indicators:\n  s: {vi: trường, en: s, unit: schools, figure: s, better: higher, domain: homes, agency: office}\n"
)


@pytest.mark.parametrize(
    ("promised", "expected"),
    [
        # Lowered, as targets are; raised; put in words.
        ([revised("a", ("2013-05-06", "comparator: between, value: [96, 97]"), due=2020, value=99)], set()),
        ([revised("a", ("2013-05-06", "comparator: between, value: [91, 93]"), due="yearly", value=97)], set()),
        ([revised("a", ("2013-05-06", "comparator: at_least, value: 100"), due=2020, value=99)], set()),
        ([revised("a", ("2013-05-06", "comparator: nearly_all"), due=2020, value=99)], set()),
        # Lowered to where the baseline is, or to less.
        ([revised("a", ("2013-05-06", "comparator: between, value: [85, 93]"), due="yearly", value=97)], {"QT502"}),
        ([revised("a", ("2013-05-06", "comparator: at_least, value: 80"), due="yearly", value=97)], {"QT501"}),
        # The first statement was wrong; the revision mends it from then on.
        ([revised("a", ("2013-05-06", "comparator: at_least, value: 97"), due="yearly", value=80)], {"QT501"}),
        # What nobody can reach, the wrong way round, in another unit.
        ([revised("a", ("2013-05-06", "comparator: more_than, value: 100"), due="yearly", value=97)], {"QT503"}),
        ([revised("a", ("2013-05-06", "comparator: at_most, value: 40"), due="yearly", value=97)], {"QT504"}),
        (
            [revised("a", ("2013-05-06", "comparator: at_least, value: 97, unit: households"), due="yearly", value=97)],
            {"QT505"},
        ),
        # Less than what is due earlier; earlier than the revision, it binds no more.
        ([revised("a", ("2015-05-06", "comparator: at_least, value: 93"), due=2020, value=99)], {"QT603"}),
        ([revised("a", ("2016-05-06", "comparator: at_least, value: 93"), due=2020, value=99)], set()),
        # Both lowered by one document, or one of them by a later one.
        (
            [
                revised("a", ("2013-05-06", "comparator: at_least, value: 96"), due=2018, value=98),
                revised("b", ("2013-05-06", "comparator: at_least, value: 97"), due=2020, value=99),
            ],
            set(),
        ),
        (
            [
                revised("a", ("2014-05-06", "comparator: at_least, value: 96"), due=2018, value=98),
                revised("b", ("2013-05-06", "comparator: at_least, value: 97"), due=2020, value=99),
            ],
            {"QT603"},
        ),
        # Twins of which one is revised; of which both are.
        (
            [
                revised("a", ("2013-05-06", "comparator: at_least, value: 98"), due=2020, value=97),
                target("b", due=2020, comparator="at_least", value=97),
            ],
            {"QT601", "QT602"},
        ),
        ([revised(name, ("2013-05-06", "comparator: all"), due=2020, value=97) for name in "ab"], {"QT602"}),
        # A later document says what the revision says; it says something else; it never met the first statement.
        (
            [
                revised("a", ("2013-05-06", "comparator: at_least, value: 98"), due=2020, value=97),
                target("b", due=2020, comparator="at_least", value=98, document="5/QĐ", date="2013-05-06"),
            ],
            {"QT602"},
        ),
        (
            [
                target("a", due=2020, comparator="at_least", value=97),
                target("b", due=2020, comparator="at_least", value=98, document="5/QĐ", date="2013-05-06"),
            ],
            {"QT601"},
        ),
    ],
)
def test_every_version_of_a_target_is_looked_at(tmp_path: Path, promised: list[str], expected: set[str]) -> None:
    """A revision that a slip spoils decides the verdict; a target that is lowered is nothing unusual."""
    assert codes(tmp_path, f"targets:\n{''.join(promised)}") == expected


@pytest.mark.parametrize(
    ("comparator", "value"),
    [
        ("at_most", 40),
        ("at_most", 95),
        ("less_than", 0),
        ("at_least", 150),
        ("at_least", 10),
        ("more_than", 100),
        ("between", "[85, 93]"),
        ("between", "[91, 93]"),
        ("about", 89),
    ],
)
def test_a_revision_is_judged_as_a_first_statement_would_be(tmp_path: Path, comparator: str, value: object) -> None:
    """Whatever it says: the same words, the same findings."""
    words = f"comparator: {comparator}, value: {value}"

    first = codes(tmp_path, "targets:\n" + target("a", due="yearly", comparator=comparator, value=value))

    assert codes(tmp_path, "targets:\n" + revised("a", ("2013-05-06", words), due="yearly", value=97)) == first


@pytest.mark.parametrize(
    ("parent", "nested", "expected"),
    [
        ([], [("2013-05-06", "comparator: at_least, value: 50")], {"QT604"}),
        (
            [("2013-05-06", "comparator: at_least, value: 60")],
            [("2013-05-06", "comparator: at_least, value: 50")],
            set(),
        ),
        (
            [("2014-05-06", "comparator: at_least, value: 60")],
            [("2013-05-06", "comparator: at_least, value: 50")],
            {"QT604"},
        ),
    ],
)
def test_nested_targets_are_compared_as_they_were_in_force(
    tmp_path: Path, parent: list[tuple[str, str]], nested: list[tuple[str, str]], expected: set[str]
) -> None:
    """30 of 40 schools become 50 of 40, unless the whole is revised by then."""
    entries = counted("a", *parent, value=40) + counted("b", *nested, value=30, within="a")

    assert codes(tmp_path, f"{COUNTED}targets:\n{entries}") == expected


def test_a_revision_is_said_where_it_stands(tmp_path: Path) -> None:
    """Down to its line and column, with the document that words it so."""
    versions = ("2013-05-06", "comparator: at_least, value: 97"), ("2014-05-06", "comparator: at_least, value: 80")

    (finding,) = validated(tmp_path, "targets:\n" + revised("a", *versions, due="yearly", value=98)).findings

    assert (finding.rule.code, finding.at) == ("QT501", ("targets", "a", "revisions", 1, "value"))
    assert finding.place.text[finding.place.column - 1 :].startswith("80}")
    assert finding.problem.en == "the target is ≥ 80% as of 5/QĐ-1, the baseline is 89.82% already"
    assert finding.seen[:2] == ("at_least", 80)


def test_versions_with_one_fault_are_one_finding_and_one_exception(tmp_path: Path) -> None:
    """At the first of them, the others beside it; one more brings it back."""
    ceilings = ("2013-05-06", "comparator: at_most, value: 94"), ("2014-05-06", "comparator: at_most, value: 93")
    accept = "{QT504: {why: x, seen: [at_most, 95, at_most, 94]}}"

    def found(*versions: tuple[str, str], **keys: object) -> Validation:
        entry = revised("a", *versions, due="yearly", comparator="at_most", value=95, **keys)
        return validated(tmp_path, f"targets:\n{entry}")

    once = [each for each in found(*ceilings).findings if each.rule.code == "QT504"]
    assert [each.at for each in once] == [("targets", "a", "comparator")]
    assert [each.text.en for each in once[0].sides[1:]] == ["≤ 94% as of 5/QĐ-0", "≤ 93% as of 5/QĐ-1"]
    assert [each.finding.rule.code for each in found(ceilings[0], accept=accept).accepted] == ["QT504"]
    assert "QT504" in {each.rule.code for each in found(*ceilings, accept=accept).findings}


def test_an_exception_holds_whatever_the_order_of_the_file(plan_copy: Path) -> None:
    """Entries moved about are the same plan."""
    text = (plan_copy / "targets.yaml").read_text(encoding="utf-8")
    start, end = text.index("  mobile_broadband_2015_tasks:\n"), text.index("  mobile_broadband_2020_tasks:\n")
    moved = text[:start] + text[end:]
    first = moved.index("  mobile_broadband_2015:\n")
    (plan_copy / "targets.yaml").write_text(moved[:first] + text[start:end] + moved[first:], encoding="utf-8")

    loaded, _ = load(plan_copy)

    assert loaded is not None
    assert not [each for each in validation(loaded).findings if each.rule.code in ("QT601", "QT804")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (
            "targets.yaml",
            '    value: 80\n    unit: "%"\n    measure: none\n    conflicts_with: [mobile_broadband_2015_tasks]\n',
            '    value: 85\n    unit: "%"\n    measure: none\n    conflicts_with: [mobile_broadband_2015_tasks]\n',
            "QT601",
        ),
        (BASELINE, "    value: 408000\n", "    value: 408001\n", "QT401"),
        (BASELINE, '    printed: "68 thuê bao/100dân"\n', '    printed: "86 thuê bao/100dân"\n', "QT401"),
        (BASELINE, "    value: 1435\n", "    value: 1436\n", "QT411"),
        (BASELINE, "  date: 2010-12-31\n  date_assumed", "  date: 2100-12-31\n  date_assumed", "QT433"),
    ],
)
def test_an_exception_hides_no_later_slip(plan_copy: Path, file: str, old: str, new: str, code: str) -> None:
    """A number, a date or a comparator that changes brings the finding back."""
    edit(plan_copy / file, old, new)

    loaded, _ = load(plan_copy)

    assert loaded is not None
    assert code in {finding.rule.code for finding in validation(loaded).findings}


def test_a_fault_of_the_data_files_cannot_be_accepted(tmp_path: Path) -> None:
    """A figure that is part of itself is mended; no document can be the cause."""
    accept = "accept: {QT413: {why: x}}"
    found = codes(tmp_path, f"figures:\n  a: {named(f'value: 5, unit: households, of: a, {accept}')}\n")

    assert found == {"QT413", "QT804"}


def test_every_whole_that_a_part_exceeds_is_named(tmp_path: Path) -> None:
    """One accepted does not hide another."""
    entries = (
        f"figures:\n  a: {named('value: 100, unit: households')}\n"
        f"  t: {named('value: 50, unit: households, parts: [c]')}\n"
        f"  c: {named('value: 120, unit: households, of: a, accept: {QT412: {why: x, seen: [120, 100]}}')}\n"
    )

    assert "QT412" in codes(tmp_path, entries)


@pytest.mark.parametrize(
    "entries",
    [
        # One day left for a long way: a yearly factor beyond all numbers.
        "round: {vi: Gốc, en: Baseline, document: d, date: 2015-12-30, transcribed: true}\n"
        "figures:\n  s: {vi: s1, en: s2, value: 20, unit: households, source: I}\n"
        "indicators:\n  s: {vi: s3, en: s4, unit: households, figure: s, better: higher, domain: homes}\n"
        "targets:\n" + target("a", unit="households", indicator="s", due=2015, comparator="at_least", value=200),
        # Fewer than no things.
        "figures:\n  none: {vi: s1, en: s2, value: 0, comparator: less_than, unit: households, source: I}\n"
        "indicators:\n  s: {vi: s3, en: s4, unit: '%', numerator: households, denominator: none, factor: 100, "
        "better: higher, domain: homes}\n"
        "targets:\n" + target("a", indicator="s", due=2015, comparator="at_least", value=95),
    ],
)
def test_no_plan_that_loads_crashes_a_command(tmp_path: Path, qt_ict: Callable[..., Result], entries: str) -> None:
    """Whatever cannot be computed has a reason."""
    validated(tmp_path, entries)

    for command in (("gap",), ("growth",), ("show",), ("targets",), ("explain", "a")):
        assert qt_ict(*command, "--data", str(tmp_path / "plan")).code == 0


def test_one_plan_named_twice_is_checked_once(qt_ict: Callable[..., Result], plan_copy: Path) -> None:
    """By its folder, by a file, by a way round."""
    twice = qt_ict("validate", str(plan_copy), str(plan_copy / "targets.yaml"), str(plan_copy / ".." / "plan"))

    assert twice.out == qt_ict("validate", str(plan_copy)).out


def test_a_plan_named_in_two_ways_is_refused(qt_ict: Callable[..., Result], plan_copy: Path) -> None:
    """Neither is silently left out."""
    assert qt_ict("validate", str(plan_copy), "--data", "data")[:2] == (2, "")


def test_what_was_left_out_is_said(qt_ict: Callable[..., Result]) -> None:
    """A narrowed run does not look like a clean plan."""
    assert "The codes QT5 were left out." in qt_ict("validate", "--ignore", "QT5", "--lang", "en").out
    assert "Chỉ xem các mã QT401." in qt_ict("validate", "--select", "QT401", "--lang", "vi").out


MIXED = """
units:
  persons: {vi: người, en: persons, one: person, kind: count}
figures:
  people: {vi: Người, en: People, value: 600000, unit: persons, source: I}
indicators:
  mixed:
    vi: Trên tất cả
    en: Of all
    unit: "%"
    numerator: with_tv
    denominator: [households, people]
    factor: 100
    better: higher
    domain: homes
"""


def test_a_denominator_of_unlike_things_is_one_fault(tmp_path: Path) -> None:
    """Households and persons do not add up; what they should be divided by is then nobody's question."""
    assert codes(tmp_path, MIXED) == {"QT421"}


def percentage(value: object, ratio: str, whole: int, accept: str = "") -> str:
    """A percentage of a count, printed as another one."""
    figure = share(f'value: {value}, of: whole, printed: "{ratio}"{accept}')
    return f"{SCHOOLS}figures:\n  whole: {named(f'value: {whole}, unit: schools')}\n  part: {figure}\n"


def test_the_exception_of_a_percentage_names_ratio_figure_and_whole(tmp_path: Path) -> None:
    """It is printed twice, and differently; whichever of the three numbers changes, the exception lapses."""
    accept = ", accept: {QT401: {why: x, seen: [45, 50, 100]}}"

    def found(*numbers: object) -> set[str]:
        value, ratio, whole = numbers
        return codes(tmp_path, percentage(value, f"{ratio}%", int(str(whole)), accept)) & {"QT401", "QT804"}

    (said,) = [each for each in validated(tmp_path, percentage(50, "45%", 100)).findings if each.rule.code == "QT401"]
    assert said.seen == (45, 50, 100)
    assert found(50, 45, 100) == set()
    assert [found(50, 44, 100), found(51, 45, 100), found(50, 45, 101)] == [{"QT401"}] * 3


@pytest.mark.parametrize(("dated", "line"), [(", date: 2010-12-31", "part"), ("", "round")])
def test_the_side_of_a_target_due_too_early_is_the_date_that_makes_it_so(tmp_path: Path, dated: str, line: str) -> None:
    """The figure's own where it states one, else the round's."""
    figure = named(f"value: 5, unit: households{dated}")
    indicator = "{vi: a, en: b, unit: households, figure: part, better: higher, domain: homes}"
    early = target("early", indicator="part", unit="households", due=2009, comparator="at_least", value=9)

    result = validated(tmp_path, f"figures:\n  part: {figure}\nindicators:\n  part: {indicator}\ntargets:\n{early}")

    ((side,),) = [each.sides for each in result.findings if each.rule.code == "QT510"]
    assert side.place.text.strip().partition(":")[0] == line
    assert side.text.en == "2010-12-31"


@pytest.mark.parametrize(("day", "wrong"), [("2010-12-30", True), ("2010-12-31", True), ("2011-01-01", False)])
def test_a_round_of_the_baselines_own_day_is_not_after_it(tmp_path: Path, day: str, wrong: bool) -> None:
    """No time lies between the two, and no growth."""
    head = f"round: {{vi: Đợt sau, en: Later round, document: d, date: {day}, transcribed: true}}"
    found = codes(tmp_path, f"--- # rounds/{day}.yaml\n{head}\nfigures:\n  with_tv: {{value: 130655}}\n")

    assert ("QT701" in found) == wrong


@pytest.mark.parametrize(
    ("file", "section", "keys"),
    [
        ("plan.yaml", "sources", "{}"),
        ("plan.yaml", "agencies", "{source: III}"),
        ("plan.yaml", "duties", "{agency: office, to: office, every: [year], source: III}"),
        ("indicators.yaml", "domains", "{}"),
        ("indicators.yaml", "indicators", "{unit: households, figure: households, better: higher, domain: homes}"),
        (BASELINE, "figures", "{value: 5, unit: households, source: I}"),
        ("targets.yaml", "targets", "{domain: homes, due: 2015, comparator: some, measure: none, source: III}"),
    ],
)
def test_a_name_that_was_not_translated_is_found_in_every_section(
    tmp_path: Path, file: str, section: str, keys: str
) -> None:
    """Copied from one language to the other, it reads as if it were meant."""
    validated(tmp_path, "")
    plan = tmp_path / "plan"
    edit(plan / file, f"{section}:\n", f"{section}:\n  new: {{vi: Internet, en: Internet, {keys.strip('{}')}}}\n")

    loaded, _ = load(plan)

    assert loaded is not None
    assert [each.at for each in validation(loaded).findings if each.rule.code == "QT802"] == [(section, "new", "en")]


@pytest.mark.parametrize("values", [(45, 50), (50, 45), (45, 45, 50), (50, 45, 45)])
def test_namesakes_that_cannot_both_be_true_are_found_in_any_order(tmp_path: Path, values: tuple[int, ...]) -> None:
    """The same thing, counted on the same day, has one number."""
    same = "vi: Trường học, en: Schools, unit: schools, source: I"
    figures = "".join(f"  s{index}: {{{same}, value: {value}}}\n" for index, value in enumerate(values))

    assert "QT431" in codes(tmp_path, f"{SCHOOLS}figures:\n{figures}")


@pytest.mark.parametrize(("measure", "expected"), [("direct", {"QT503", "QT601"}), ("proxy", set())])
def test_a_target_said_by_the_baseline_is_compared_where_the_baseline_counts_the_same_thing(
    tmp_path: Path, measure: str, expected: set[str]
) -> None:
    """Double of 89.8% is out of range, and not 95%; double of something related is no number."""
    double = target("a", due=2015, comparator="at_least", from_baseline="double", measure=measure)

    assert codes(tmp_path, f"targets:\n{double}") & {"QT502", "QT503", "QT601"} == expected


def test_double_of_a_baseline_without_end_is_compared_with_nothing(tmp_path: Path) -> None:
    """More than 60 may be any number."""
    entries = (
        f"figures:\n  many: {named('value: 60, comparator: more_than, unit: households')}\n"
        "indicators:\n  many: {vi: a, en: b, unit: households, figure: many, better: higher, domain: homes}\n"
        + "targets:\n"
        + target("a", indicator="many", unit="households", due=2015, comparator="at_least", from_baseline="double")
        + target("b", indicator="many", unit="households", due=2015, comparator="at_least", value=100)
    )

    assert codes(tmp_path, entries) & {"QT502", "QT601"} == set()


def ratios(*texts: str) -> str:
    """Figures with printed ratios of one whole, each of which is right."""
    figures = (
        named(f'value: {round(float(text[:-1].replace(",", ".")) * 100)}, unit: schools, of: whole, printed: "{text}"')
        for text in texts
    )
    listed = "".join(f"  part_{place}: {figure}\n" for place, figure in enumerate(figures))
    return f"{SCHOOLS}figures:\n  whole: {named('value: 10000, unit: schools')}\n{listed}"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("45,65%", "11,47%", "31.24%"), ["part_2"]),
        (("31.24%",), []),
        (("45.65%", "11.47%", "31.24%"), ["with_tv"]),
        (("45,65%", "31%"), []),
    ],
)
def test_the_rarer_decimal_sign_is_said(tmp_path: Path, texts: tuple[str, ...], found: list[str]) -> None:
    """Counted with the 89,82% of the plan they are added to; of one against one neither is wrong."""
    said = [each.at[1] for each in validated(tmp_path, ratios(*texts)).findings if each.rule.code == "QT405"]

    assert said == found


def test_a_number_said_differently_in_the_goals_is_not_outside_them(tmp_path: Path) -> None:
    """It contradicts a goal, which has its own rule."""
    tasks = "sources:\n  IV: {vi: Nhiệm vụ, en: Tasks}\n"
    later = target("tv_later", due=2016, comparator="at_least", value=96)
    outside = target("tv_tasks", due=2015, comparator="at_least", value=95).replace("source: III", "source: IV")
    entries = f"{tasks}targets:\n{later}{outside}"

    assert "QT606" in codes(tmp_path, entries)
    conflicting = entries.replace("source: IV", "source: IV, conflicts_with: [tv_2015]")
    assert "QT606" not in codes(tmp_path, conflicting)


@pytest.mark.parametrize(
    ("shown", "later", "wanted", "expected"),
    [
        ("0.22", ("0.31", "0.445"), "at_least 70", True),
        ("0.65", (), "at_least 60", True),
        ("0.08", ("0.07",), "at_most 5", True),
        ("0", ("0.5",), "at_least 50", True),
        ("0.26", ("0.4",), "at_least 5", False),
        ("0.26", (), "at_least 20", False),
        ("0.6", (), "at_least 2", False),
        ("0.22", ("31",), "at_least 70", False),
        ("0", ("1",), "at_least 50", False),
        ("0.22", ("0.31",), "at_least 0.7", False),
        ("22", ("31", "44.5"), "at_least 0.7", True),
        ("22", ("31",), "at_least 1", True),
        ("35", ("20",), "at_most 0.5", False),
        ("0.4", ("0.6",), "at_least 1", False),
    ],
)
def test_a_share_of_another_scale_than_its_target_is_doubtful(
    tmp_path: Path, shown: str, later: tuple[str, ...], wanted: str, expected: bool
) -> None:
    """52% stands as 0.52 in a cell without format; a share that is small, and a small target, are what they are."""
    comparator, number = wanted.split()
    rounds = "".join(
        f"--- # rounds/{year}-12-31.yaml\n"
        f"round: {{vi: a, en: b, document: 1/BC, date: {year}-12-31, transcribed: true}}\n"
        f"figures: {{a: {{value: {each}}}}}\n"
        for year, each in enumerate(later, 2011)
    )
    better = "lower" if comparator == "at_most" else "higher"
    entries = (
        f"figures:\n  a: {share(f'value: {shown}')}\n"
        f"indicators:\n  a: {{vi: a, en: b, unit: '%', figure: a, better: {better}, domain: homes, agency: office}}\n"
        "targets:\n" + target("t", indicator="a", due=2015, comparator=comparator, value=number) + rounds
    )

    assert ("QT520" in codes(tmp_path, entries)) is expected


def test_a_share_that_is_really_small_is_accepted_once_for_all_rounds(tmp_path: Path) -> None:
    """A later report of another small number asks nobody again."""
    accept = "accept: {QT520: {why: x, seen: [0.26, at_least, 50]}}"
    entries = (
        f"figures:\n  a: {share(f'value: 0.26, {accept}')}\n"
        "indicators:\n  a: {vi: a, en: b, unit: '%', figure: a, better: higher, domain: homes, agency: office}\n"
        "targets:\n" + target("t", indicator="a", due=2015, comparator="at_least", value=50)
    )
    later = (
        "--- # rounds/2011-12-31.yaml\nround: {vi: a, en: b, document: 1/BC, date: 2011-12-31, transcribed: true}\n"
        "figures: {a: {value: 0.4}}\n"
    )

    assert not {"QT520", "QT804"} & codes(tmp_path, entries)
    assert not {"QT520", "QT804"} & codes(tmp_path, entries + later)
