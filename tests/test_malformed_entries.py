"""Malformed entries of a small plan: every fault is one finding at its own place, and all of them come in one run."""

from pathlib import Path

import pytest

from qt_ict.diagnostics.finding import Finding
from qt_ict.editing.small_plan import plan_language, small_plan, small_plan_files
from qt_ict.report.checked import checked
from qt_ict.report.scope import Scope
from tests.conftest import edit


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small plan that init writes, in English alone; nothing is wrong with it."""
    english = plan_language("en", "en")
    for name, content in small_plan_files(small_plan(english, 2025), english).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def found(folder: Path) -> tuple[Finding, ...]:
    """What validate says of a plan."""
    return checked(folder, Scope()).findings


def marked(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Code and marked text of every finding."""
    return [(each.rule.code, each.place.text[each.place.column - 1 :][: each.place.width]) for each in findings]


def with_milestones(folder: Path, written: str, value: int = 80) -> None:
    """80% of the households by 2029, from 45% in 2024, with milestones."""
    edit(folder / "targets.yaml", f"    value: {value}\n", f"    value: {value}\n    milestones: {written}\n")


# Milestones.

MILESTONES: list[tuple[str, list[tuple[str, str]]]] = [
    ("{}", [("QT203", "{")]),
    ("[50, 60]", [("QT203", "[")]),
    ("fifty", [("QT203", "fifty")]),
    ("true", [("QT203", "true")]),
    ("\n      - 2027: 60\n      - 2028: 70", [("QT203", "milestones")]),
    ("{2012-13: 60, 2027: many}", [("QT203", "2012-13"), ("QT203", "many")]),
    ("{before 2027: 60, 1800: 61, 2027-Q5: 62}", [("QT203", "before 2027"), ("QT203", "1800"), ("QT203", "2027-Q5")]),
    ("{2027: '60', 2028: [61]}", [("QT203", "'60'"), ("QT203", "[")]),
    ("{2027: 60, 2027-12-31: 65, 2027-Q4: 66}", [("QT203", "2027-12-31"), ("QT203", "2027-Q4")]),
    ("{2027: yes, 2028: no, 2026: x}", [("QT115", "yes"), ("QT115", "no"), ("QT203", "x")]),
    ("{2030: 60}", [("QT525", "60")]),
    ("{2027: 60, 2028: 55, 2031: 90}", [("QT525", "55"), ("QT525", "90")]),
    ("{2025: 30, 2026: 95}", [("QT525", "30"), ("QT525", "95")]),
    ("{2012-13: 60, 2028: 95, 2027: 9x}", [("QT203", "2012-13"), ("QT525", "95"), ("QT203", "9x")]),
    ("\n      2027: 60\n      2028: 9x\n      2030: 70", [("QT203", "9x"), ("QT525", "70")]),
    ("{2026: -5, 2027: 95, 2028: -6}", [("QT301", "-5"), ("QT525", "95"), ("QT301", "-6")]),
]
"""Milestones, and the code of every finding with the text it points at."""


@pytest.mark.parametrize(("written", "findings"), MILESTONES)
def test_every_fault_of_milestones_is_said_at_its_own_place(
    small: Path, written: str, findings: list[tuple[str, str]]
) -> None:
    """A row of milestones is copied in one go, and mended in one go."""
    with_milestones(small, written)

    assert sorted(marked(found(small))) == sorted(findings)


def test_a_milestone_of_two_numbers_is_told_that_it_has_one(small: Path) -> None:
    """Whoever writes a band on the way to a band is not helped by how decimals are written."""
    with_milestones(small, "{2027: [53, 60]}")

    (finding,) = found(small)

    assert finding.problem.en == "here is a list, expected one number a milestone"
    assert finding.advice.en == (
        "Write one, such as {2013: 53}; a target of two numbers (between) has no milestones: make each a target."
    )


WHY: list[tuple[str, str, str]] = [
    ("{2030: 90}", "not before the target is due (2029), beyond the target itself; higher is better here", "2030: 90"),
    ("{2026: 60, 2027: 55}", "behind the milestone before it (2026: 60); higher is better here", "2027: 55"),
    ("{2026: 40}", "the baseline is beyond it already; higher is better here", "2026: 40"),
    ("{2029: 70}", "not before the target is due (2029)", "2029: 70"),
]


@pytest.mark.parametrize(("written", "why", "milestone"), WHY)
def test_a_milestone_off_the_way_is_told_all_that_is_wrong_with_it(
    small: Path, written: str, why: str, milestone: str
) -> None:
    """Mending the date alone would bring the next finding."""
    with_milestones(small, written)

    (finding,) = found(small)

    assert finding.problem.en == f"milestone {milestone} of Households with Internet: {why}"


def test_where_less_is_better_a_milestone_that_rises_is_said_to_fall_back(small: Path) -> None:
    """The words name the direction: 30 after 20 looks like progress."""
    edit(small / "indicators.yaml", "  internet:\n", "  internet:\n    better: lower\n")
    edit(small / "targets.yaml", "at_least\n    value: 80\n", "at_most\n    value: 10\n")
    with_milestones(small, "{2026: 20, 2027: 30}", 10)

    (finding,) = (each for each in found(small) if each.rule.code == "QT525")

    assert finding.problem.en.endswith(": behind the milestone before it (2026: 20); lower is better here")


def test_two_milestones_of_one_day_name_each_other(small: Path) -> None:
    """2027 and its last day are one date, which nobody sees by comparing the keys."""
    with_milestones(small, "{2027: 60, 2027-12-31: 65}")

    (finding,) = found(small)

    assert finding.problem.en == "here is the key 2027-12-31, expected another day than that of the milestone 2027"
    assert finding.problem.vi == "ở đây là khóa 2027-12-31, cần một ngày khác ngày của mốc 2027"


# Due dates.

DUE: list[tuple[str, list[str]]] = [
    ("[]", ["["]),
    ("[2029, 2029]", ["2029"]),
    ("[2029, 2030, 2029, 2030]", ["2029", "2030"]),
    ("[2029-06, 2030, yearly]", ["2029-06", "yearly"]),
    ("[2029, x, 1800]", ["x", "1800"]),
    ("'2029'", ["'2029'"]),
    ("2031-2029", ["2031-2029"]),
    ("{2029: 1}", ["{"]),
    ("Q2 2029", ["Q2 2029"]),
    ("29", ["29"]),
]
"""A due date as somebody may write it, and the text each finding points at."""


@pytest.mark.parametrize(("written", "texts"), DUE)
def test_every_fault_of_a_due_date_is_said_at_its_own_place(small: Path, written: str, texts: list[str]) -> None:
    """Of a list of years, each that is none or stands twice."""
    edit(small / "targets.yaml", "    due: 2029\n", f"    due: {written}\n")

    assert marked(found(small)) == [("QT203", text) for text in texts]


@pytest.mark.parametrize(("written", "codes"), [("[2029]", []), ("[2030, 2029]", ["QT514"]), ("2029-2029", [])])
def test_a_due_date_that_means_one_thing_is_read(small: Path, written: str, codes: list[str]) -> None:
    """A list of one year is that year; years left open have no order; a period may be one year."""
    edit(small / "targets.yaml", "    due: 2029\n", f"    due: {written}\n")

    assert [each.rule.code for each in found(small)] == codes


def test_the_next_step_for_a_due_date_fits_what_is_wrong_with_it(small: Path) -> None:
    """A list of all forms there are helps nobody who has the right one."""
    edit(small / "targets.yaml", "    due: 2029\n", "    due: 2031-2029\n")
    edit(small / "targets.yaml", "    due: 2027\n", '    due: "2027"\n')

    advice = [each.advice.en for each in found(small)]

    assert advice == ["Write the earlier year first: 2029-2031.", "Take the quotes off the number."]


# Languages.

LANGUAGES: list[tuple[str, list[tuple[str, str]], str]] = [
    ("languages: [en, en]", [("QT206", "en")], "Keep one"),
    ("languages:\n  - en\n  - en\n  - en", [("QT206", "en"), ("QT206", "en")], "Keep one"),
    ("languages: []", [("QT203", "[")], "languages: [vi, en]"),
    ("languages: 5", [("QT203", "5")], "languages: [vi, en]"),
    ("languages: {en: 1}", [("QT203", "{")], "languages: [vi, en]"),
    ("languages: English", [("QT220", "English")], "Did you mean en?"),
    ("languages: [vn, gb]", [("QT220", "vn"), ("QT220", "gb")], "Did you mean vi?"),
    ("languages: [en-GB]", [("QT220", "en-GB")], "Did you mean en?"),
    ("languages: [eng]", [("QT220", "eng")], "Did you mean en?"),
    ("languages: [to]", [("QT220", "to")], "Did you mean ton?"),
    ("languages: ['']", [("QT220", "''")], "Write the code"),
    ("languages: [no]", [("QT115", "no")], "quotes"),
    ("languages:", [("QT114", "")], "Write the value"),
    ("language: [en]", [("QT201", "language")], "Did you mean languages?"),
    ("Languages: [en]", [("QT201", "Languages")], "Did you mean languages?"),
    ("lang: en", [("QT201", "lang")], "Did you mean languages?"),
    ("languages: [en, fr]", [("QT221", "name")], "languages: [en]"),
]
"""The languages of a plan as somebody may write them, code and text of every finding, and the next step."""


@pytest.mark.parametrize(("written", "findings", "step"), LANGUAGES)
def test_a_fault_of_the_languages_is_said_where_it_is_and_of_no_name(
    small: Path, written: str, findings: list[tuple[str, str]], step: str
) -> None:
    """What every name of the plan is in must not be guessed from a slip, nor held against the names."""
    edit(small / "plan.yaml", "languages: [en]\n", f"{written}\n")

    said = found(small)

    assert [(code, text.strip()) for code, text in marked(said)] == findings
    assert step in said[0].advice.en


def test_one_language_may_stand_without_brackets(small: Path) -> None:
    """It means one thing."""
    edit(small / "plan.yaml", "languages: [en]\n", "languages: en\n")

    assert found(small) == ()


# Numbers that are none of their unit of measure.


def ranked(folder: Path, keys: str = "kind: index\n    rank: true") -> None:
    """Services are a place in an order, 18 in 2024 and 25 in 2025, on the way to 10; or of another kind."""
    edit(folder / "indicators.yaml", "    name: services\n    kind: count\n", f"    name: services\n    {keys}\n")
    edit(folder / "indicators.yaml", "  online_services:\n", "  online_services:\n    better: lower\n")
    edit(folder / "targets.yaml", "more_than\n    value: 60\n", "at_most\n    value: 10\n")


@pytest.mark.parametrize(
    ("value", "code", "problem", "step"),
    [
        ("-5", "QT301", "-5 is less than 0", "a rank is a whole number from 1 on"),
        ("10.5", "QT302", "10.5 is no rank (services)", "Copy the rank from the source; points, or a mean of ranks"),
    ],
)
def test_what_no_rank_can_be_is_advised_as_a_rank(small: Path, value: str, code: str, problem: str, step: str) -> None:
    """A rank has no negative: true to declare, and its point means no thousands."""
    ranked(small)
    edit(small / "targets.yaml", "    value: 10\n", f"    value: {value}\n")

    (finding,) = (each for each in found(small) if each.rule.severity == "error")

    assert finding.rule.code == code
    assert finding.problem.en.startswith(problem)
    assert step in finding.advice.en


@pytest.mark.parametrize(("kind", "declared"), [("count", False), ("share", False), ("amount", True), ("index", True)])
def test_negative_true_is_advised_where_it_may_be_declared(small: Path, kind: str, declared: bool) -> None:
    """Advice that the next run refuses leads in a circle."""
    ranked(small, f"kind: {kind}")
    edit(small / "targets.yaml", "    value: 10\n", "    value: -10\n")

    (finding,) = (each for each in found(small) if each.rule.code == "QT301")

    assert ("say negative: true there" in finding.advice.en) == declared


# Missing keys.


def test_all_that_an_entry_lacks_is_one_finding(small: Path) -> None:
    """What it lacks and where each key could come from instead, at its id."""
    edit(small / "baseline_2024.yaml", "figures:\n", "figures:\n  schools: {}\n")

    (finding,) = found(small)

    assert (finding.rule.code, finding.place.line) == ("QT202", 12)
    assert finding.problem.en.startswith("figure schools lacks the keys ")
    assert {"name", "value", "unit", "source"} == set(str(finding.values["missing"]).split(", "))
    assert "source: … (or put it under the item of the document as a heading (I.4:))" in finding.advice.en


# Headings.


@pytest.mark.parametrize(
    ("file", "section", "words"),
    [("baseline_2024.yaml", "figures", "figures"), ("targets.yaml", "targets", "targets")],
)
@pytest.mark.parametrize(
    ("written", "shown"), [("{}", "an empty group"), ("[]", "an empty list"), ("soon", "the text soon")]
)
def test_a_heading_with_nothing_under_it_is_one_finding(
    small: Path, file: str, section: str, words: str, written: str, shown: str
) -> None:
    """An item of the document is no id: it is not taken for an entry that lacks everything."""
    edit(small / file, f"{section}:\n", f"{section}:\n  II: {written}\n")

    (finding,) = found(small)

    assert (finding.rule.code, finding.place.column) == ("QT203", 7)
    assert finding.problem.en == f"here is {shown}, expected {words} under the heading II"


def test_an_empty_heading_left_open_is_one_finding(small: Path) -> None:
    """Nothing behind the colon is said once."""
    edit(small / "baseline_2024.yaml", "figures:\n", "figures:\n  II:\n")

    assert [each.rule.code for each in found(small)] == ["QT114"]


@pytest.mark.parametrize("key", ["value: 5", "note: A remark", "source: I", "name: Where we stand"])
def test_what_belongs_to_a_figure_and_stands_at_a_heading_is_one_finding(small: Path, key: str) -> None:
    """It says which of the two is meant; the figures below are read."""
    lines = "    name: Households\n    value: 12000\n    unit: households\n"
    below = "".join(f"  {line}\n" for line in lines.splitlines())
    edit(
        small / "baseline_2024.yaml",
        f"  households:\n{lines}    source: I\n",
        f"  I:\n    {key}\n    households:\n{below}",
    )

    (finding,) = found(small)

    name = key.partition(":")[0]
    assert finding.problem.en == f"{name} stands at I, which is the heading of the figures below it"
    assert finding.place.text == f"    {key}"
