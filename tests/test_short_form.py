"""What an entry leaves to another one: the shipped plan is the same as spelled out, and every fault keeps its place."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from qt_ict.diagnostics.finding import Finding
from qt_ict.loading.folder import Loaded, load
from qt_ict.model.indicators import Joint, Sum
from tests.conftest import DATA, SPELLED_OUT, Result

Run = Callable[..., Result]

PLAN = """\
plan: {vi: Kế hoạch, en: Plan, number: "1", date: 2011-01-01, issuer: {vi: A, en: A1}, area: {vi: B, en: B1}}
sources:
  I.4: {vi: Phổ cập, en: Access}
  III.2.4: {vi: Mục tiêu, en: Goals, domain: homes}
agencies:
  office: {vi: Văn phòng, en: Office, source: I.4}
  bureau: {vi: Cục, en: Bureau, source: I.4}
duties: {}
"""
CATALOGUE = """\
units:
  "%": {vi: "%", en: "%", kind: share}
  households: {vi: hộ, en: households, one: household, kind: count}
  lines: {vi: thuê bao, en: lines, kind: count}
  per_100: {vi: trên 100 hộ, en: per 100 households, kind: density, per: households, factor: 100}
domains:
  homes: {vi: Hộ, en: Homes}
  other: {vi: Khác, en: Other}
indicators:
  homes:
    tv:
      numerator: households_with_tv
      agency: office
    both:
      vi: Cả hai
      en: Both
      numerator: {joint: [households_with_tv, households_with_radio]}
    either:
      vi: Cộng lại
      en: Added
      numerator: [households_with_tv, towns_with_tv]
    density:
      vi: Mật độ
      en: Density
      unit: per_100
      numerator: phone_lines
      denominator: households
    sets:
      figure: households_with_tv
"""
BASELINE = """\
round: {vi: Gốc, en: Baseline, document: d, date: 2010-12-31, transcribed: true}
figures:
  I.4:
    households:
      vi: Hộ
      en: Households
      value: 1000
      unit: households
    households_with_tv:
      vi: Hộ có máy thu hình
      en: Households with a television set
      value: 900
      of: households
      conflicts_with: [households_with_radio]
    households_with_radio: {vi: Hộ có đài, en: Households with a radio, value: 800, of: households}
    towns: {vi: Hộ ở phố, en: Town households, value: 100, unit: households}
    towns_with_tv: {vi: Hộ phố có máy, en: Town sets, value: 90, of: towns}
  phone_lines: {vi: Thuê bao, en: Lines, value: 500, unit: lines, source: I.4}
"""
TARGETS = """\
targets:
  III.2.4:
    tv_2015:
      due: 2015
      comparator: at_least
      value: 95
      indicator: tv
    both_2015: {due: 2015, comparator: at_least, value: 50, indicator: both}
    quality:
      vi: Chất lượng
      en: Quality
      comparator: some
      proxy: tv
    unmeasured: {vi: Chưa đo, en: Not measured, comparator: all, conflicts_with: [quality]}
"""
FILES = {
    "plan.yaml": PLAN,
    "indicators.yaml": CATALOGUE,
    "baseline_2010.yaml": BASELINE,
    "targets.yaml": TARGETS,
}


def written(folder: Path, **changed: str) -> Path:
    """The small plan of this file in a folder, some of its files otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in FILES.items():
        (folder / name).write_text(changed.get(name.split(".")[0], text), encoding="utf-8")
    return folder


def plan_of(folder: Path) -> Loaded:
    """The plan of a folder that has no fault."""
    found, findings = load(folder)
    assert findings == []
    assert found is not None
    return found


def faults(folder: Path) -> list[tuple[str, str, int]]:
    """Code, file and line of everything wrong with a plan."""
    return [(each.rule.code, Path(each.place.file).name, each.place.line) for each in load(folder)[1]]


def line_of(text: str, part: str) -> int:
    """The line of a text in which something stands first, from 1."""
    return next(number for number, line in enumerate(text.splitlines(), start=1) if part in line)


def _entries(found: Loaded) -> Iterator[tuple[str, Any]]:
    """Everything a plan says, entry by entry; but not the domains of items, which only the short form has."""
    plan = found.plan
    yield "identity", plan.identity
    for section in ("agencies", "duties", "documents", "units", "domains", "indicators", "targets"):
        yield from ((f"{section}.{name}", entry) for name, entry in getattr(plan, section).items())
    yield from ((f"sources.{name}", (each.name, each.accept)) for name, each in plan.sources.items())
    for each in plan.rounds:
        yield each.id, each.round
        yield from ((f"{each.id}.{name}", figure) for name, figure in each.figures.items())


def test_the_shipped_plan_says_what_it_says_spelled_out() -> None:
    """Shorter is not less: every figure, indicator and target, in its order, key by key."""
    assert list(_entries(plan_of(DATA))) == list(_entries(plan_of(SPELLED_OUT)))


def test_the_shipped_plan_is_short() -> None:
    """1 500 lines; spelled out it has 2 732."""
    lines = sum(len(file.read_text(encoding="utf-8").splitlines()) for file in DATA.glob("*.yaml"))

    assert lines <= 1500


def test_nothing_is_said_twice_in_the_shipped_plan(tmp_path: Path) -> None:
    """A share whose whole is named, a target whose indicator is named: each takes over what that one says."""
    text = (DATA / "baseline_2010.yaml").read_text(encoding="utf-8")
    targets = (DATA / "targets.yaml").read_text(encoding="utf-8")

    assert "    source: " not in text
    assert "measure:" not in targets


def test_what_a_figure_leaves_out_is_said_by_its_whole_and_its_heading(tmp_path: Path) -> None:
    """Unit of measure, and part and item of the document."""
    figure = plan_of(written(tmp_path)).plan.figures["households_with_tv"]

    assert (figure.unit, figure.source) == ("households", "I.4")


def test_what_an_indicator_leaves_out_is_said_by_its_figures(tmp_path: Path) -> None:
    """A share has name, denominator, unit and factor of what it counts; better is higher."""
    found = plan_of(written(tmp_path)).plan.indicators

    tv = found["tv"]
    assert (tv.name.en, tv.unit, tv.denominator, tv.factor, tv.better, tv.domain) == (
        "Households with a television set",
        "%",
        Sum(("households",)),
        100,
        "higher",
        "homes",
    )
    assert found["both"].denominator == Sum(("households",))
    assert isinstance(found["both"].counted, Joint)
    assert found["either"].denominator == Sum(("households", "towns"))
    assert (found["density"].factor, found["sets"].unit, found["sets"].factor) == (100, "households", None)


def test_what_a_target_leaves_out_is_said_by_its_indicator_or_its_item(tmp_path: Path) -> None:
    """Name, unit, domain and measure; of a proxy neither name nor unit, since it counts something else."""
    found = plan_of(written(tmp_path)).plan.targets

    tv = found["tv_2015"]
    assert (tv.name.en, tv.unit, tv.domain, tv.measure, tv.source) == (
        "Households with a television set",
        "%",
        "homes",
        "direct",
        ("III.2.4",),
    )
    assert found["both_2015"].measure == "bounds"
    assert (found["quality"].measure, found["quality"].indicator, found["quality"].domain) == ("proxy", "tv", "homes")
    assert (found["unmeasured"].measure, found["unmeasured"].domain) == ("none", "homes")


def test_the_agency_of_a_target_is_that_of_its_indicator(tmp_path: Path, qt_ict: Run) -> None:
    """One fact everywhere: nobody is asked to name an agency that the plan names; a proxy counts another's things."""
    folder = written(tmp_path)
    found = plan_of(folder).plan.targets

    assert (found["tv_2015"].agency, found["both_2015"].agency, found["quality"].agency) == ("office", None, None)
    listed = json.loads(qt_ict("gap", "--agency", "office", "--data", str(folder), "--format", "json").out)
    assert [each["target"] for each in listed["rows"]] == ["tv_2015"]
    explained = " ".join(qt_ict("explain", "tv_2015", "--data", str(folder), "--lang", "en").out.split())
    assert "Agency Office" in explained
    assert f"agency: tv ({folder}/indicators.yaml:{line_of(CATALOGUE, 'agency: office')})" in explained


def test_an_agency_that_a_target_names_itself_wins(tmp_path: Path) -> None:
    """Its own word counts, as with all that may be left out."""
    text = TARGETS.replace("      indicator: tv\n", "      indicator: tv\n      agency: bureau\n")

    assert plan_of(written(tmp_path, targets=text)).plan.targets["tv_2015"].agency == "bureau"


def test_a_contradiction_said_on_one_side_is_known_on_both(tmp_path: Path) -> None:
    """Who looks at the other one learns of it too."""
    plan = plan_of(written(tmp_path)).plan

    assert plan.figures["households_with_radio"].conflicts_with == ("households_with_tv",)
    assert plan.targets["quality"].conflicts_with == ("unmeasured",)


def test_a_figure_of_a_later_round_has_the_unit_of_its_whole(tmp_path: Path) -> None:
    """Be the whole of that round or of an earlier one."""
    folder = written(tmp_path)
    (folder / "rounds").mkdir()
    (folder / "rounds" / "2011-12-31.yaml").write_text(
        "round: {vi: S, en: L, document: d, date: 2011-12-31, transcribed: true}\n"
        "figures:\n  p. 3:\n    cable: {vi: Cáp, en: Cable, value: 9, of: households}\n    households: {value: 1010}\n",
        encoding="utf-8",
    )

    cable = plan_of(folder).plan.rounds[1].figures["cable"]

    assert (cable.unit, cable.source, cable.of) == ("households", "p. 3", "households")


def test_a_heading_may_stand_beside_what_names_its_source_itself(tmp_path: Path) -> None:
    """A source of its own wins over the heading."""
    text = BASELINE.replace("value: 100, unit: households}", "value: 100, unit: households, source: III.2.4}")

    figures = plan_of(written(tmp_path, baseline_2010=text)).plan.figures

    assert (figures["towns"].source, figures["towns_with_tv"].source) == ("III.2.4", "I.4")


MISSING: list[tuple[str, str, str, str, str, str]] = [
    (
        "baseline_2010",
        "      value: 1000\n      unit: households\n",
        "      value: 1000\n",
        "    households:",
        "unit",
        "of:",
    ),
    ("baseline_2010", "unit: lines, source: I.4", "unit: lines", "  phone_lines:", "source", "heading"),
    ("indicators", "      vi: Cả hai\n      en: Both\n", "", "    both:", "vi", "one figure"),
    ("indicators", "      unit: per_100\n", "", "    density:", "unit", "share"),
    ("targets", "      vi: Chất lượng\n      en: Quality\n", "", "    quality:", "vi", "indicator:"),
    ("targets", "  III.2.4:\n", "  I.4:\n", "    quality:", "domain", "sources"),
]
"""File, what is replaced and by what, the entry that lacks something, what, and a word of where it could come from."""


@pytest.mark.parametrize(("file", "old", "new", "entry", "key", "whence"), MISSING)
def test_what_nothing_says_is_missing_at_the_entry(
    tmp_path: Path, file: str, old: str, new: str, entry: str, key: str, whence: str
) -> None:
    """With the place of the entry, and where what is missing could come from."""
    text = next(each for name, each in FILES.items() if name.startswith(file))
    assert old in text
    changed = text.replace(old, new)

    findings = load(written(tmp_path, **{file: changed}))[1]

    place, found = _missing(findings, key)
    assert place == line_of(changed, entry)
    assert whence in found.advice.en
    assert found.advice.vi != found.advice.en


def _missing(findings: list[Finding], key: str) -> tuple[int, Finding]:
    said = (each for each in findings if each.rule.code == "QT202")
    found = next(each for each in said if key in each.problem.en.replace(",", "").split())
    return found.place.line, found


def test_a_heading_that_names_no_item_is_a_fault_of_its_own_line(tmp_path: Path) -> None:
    """However many figures stand under it."""
    changed = BASELINE.replace("  I.4:\n", "  I.5:\n")

    assert faults(written(tmp_path, baseline_2010=changed)) == [
        ("QT207", "baseline_2010.yaml", line_of(changed, "I.5:"))
    ]


def test_an_entry_under_two_headings_is_a_repeated_key(tmp_path: Path) -> None:
    """Neither of the two is dropped without a word."""
    changed = BASELINE + "  III.2.4:\n    towns: {vi: T, en: T, value: 3, unit: households}\n"

    assert faults(written(tmp_path, baseline_2010=changed)) == [
        ("QT110", "baseline_2010.yaml", len(changed.splitlines()))
    ]


def test_a_target_has_an_indicator_or_a_proxy(tmp_path: Path) -> None:
    """Both at once would be two answers to one question."""
    changed = TARGETS.replace("      proxy: tv\n", "      proxy: tv\n      indicator: both\n")

    assert faults(written(tmp_path, targets=changed)) == [("QT206", "targets.yaml", line_of(changed, "proxy: tv"))]


def test_a_finding_about_what_is_inherited_stands_at_the_entry(tmp_path: Path, qt_ict: Run) -> None:
    """It has no line of its own; the entry that leaves it out has."""
    loaded = plan_of(written(tmp_path))

    place = loaded.sources["targets"].place_of_value(("targets", "tv_2015", "unit"))

    assert (place.line, place.column, place.width) == (line_of(TARGETS, "    tv_2015:"), 5, len("tv_2015"))


def test_numbers_are_brought_into_figures_under_headings(tmp_path: Path, qt_ict: Run) -> None:
    """The line of the number changes, and nothing else of the file."""
    folder = written(tmp_path / "plan")
    file = folder / "rounds" / "2011-12-31.yaml"
    file.parent.mkdir()
    text = (
        "round: {vi: S, en: L, document: d, date: 2011-12-31, transcribed: true}\n"
        "figures:\n  p. 3:\n    households:\n      value:  # 1000\n    cable: {vi: Cáp, en: Cable, of: households}\n"
    )
    file.write_text(text, encoding="utf-8")
    sheet = tmp_path / "s.csv"
    sheet.write_text("figure,value\nhouseholds,1010\ncable,7\n", encoding="utf-8")

    result = qt_ict("round", "add", str(sheet), "--data", str(folder), "--numbers", "en", "--yes")

    assert result.code == 0, result.err
    changed = text.replace("value:  # 1000", "value: 1010  # 1000").replace("cable: {", "cable: {value: 7, ")
    assert file.read_text(encoding="utf-8") == changed


def test_explain_says_where_an_inherited_fact_stands(tmp_path: Path, qt_ict: Run) -> None:
    """File and line, and the entry."""
    folder = written(tmp_path)

    shown = " ".join(qt_ict("explain", "tv_2015", "--data", str(folder), "--lang", "en").out.split())

    indicator = f"indicators.yaml:{line_of(CATALOGUE, '    tv:')}"
    assert "measure: tv" in shown or "name, unit: tv" in shown
    assert indicator in shown
    assert (
        f"denominator: households_with_tv ({folder}/baseline_2010.yaml:{line_of(BASELINE, 'of: households')})" in shown
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("baseline_2010", "      value: 900\n      of: households\n", "      value: 900\n      of: househlds\n"),
        ("indicators", "      numerator: households_with_tv\n", "      numerator: households_with_tvv\n"),
        ("indicators", "      figure: households_with_tv\n", "      figure: households_with_tvv\n"),
        ("indicators", "      agency: office\n", "      agency: offices\n"),
        ("targets", "      indicator: tv\n", "      indicator: tvv\n"),
        ("targets", "      proxy: tv\n", "      proxy: tvv\n"),
    ],
)
def test_a_name_mistyped_is_one_finding_not_what_could_not_be_taken_over(
    tmp_path: Path, file: str, old: str, new: str
) -> None:
    """What it should have said is not missing as well."""
    text = next(each for name, each in FILES.items() if name.startswith(file))
    assert old in text
    changed = text.replace(old, new)

    found = faults(written(tmp_path, **{file: changed}))

    assert [(code, line) for code, _, line in found] == [("QT207", line_of(changed, new.strip().splitlines()[-1]))]


JUNK = (
    "",
    "5",
    "-1",
    "x",
    '"I.4"',
    "[a, b]",
    "{a: b}",
    "[]",
    "{}",
    "true",
    "2015-13-01",
    "tv",
    "%",
    "{vi: x}",
    "[[a]]",
)
EDITS = 200


def test_no_slip_in_the_short_form_raises_or_loses_its_place(tmp_path: Path) -> None:
    """A line gone, said twice, moved or with another value: findings with places of the file, or a plan."""
    folder = Path(shutil.copytree(DATA, tmp_path / "plan"))
    random = Random(16)
    texts = {file: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.yaml"))}
    loads = 0
    for _ in range(EDITS):
        file = random.choice(list(texts))
        lines = _slip(random, texts[file].splitlines())
        file.write_text("\n".join((*lines, "")), encoding="utf-8")

        found, findings = load(folder)

        assert (found is None) == bool(findings), lines
        for each in findings:
            if Path(each.place.file).name == file.name and each.place.line:
                assert each.place.text == lines[each.place.line - 1]
                assert each.place.column - 1 + each.place.width <= len(each.place.text) + 1
            assert each.place.line or each.rule.code < "QT3", each
        loads += found is not None
        file.write_text(texts[file], encoding="utf-8")
    assert 0 < loads < EDITS


def _slip(random: Random, lines: list[str]) -> list[str]:
    """The lines of a file with one slip of the hand."""
    at = random.choice([index for index, line in enumerate(lines) if ":" in line and not line.lstrip().startswith("#")])
    line = lines[at]
    match random.randrange(4):
        case 0:
            changed = []
        case 1:
            changed = [line, line]
        case 2:
            changed = [" " * random.choice((0, 2, 4, 6)) + line.strip()]
        case _:
            changed = [f"{line.split(':')[0]}: {random.choice(JUNK)}"]
    return [*lines[:at], *changed, *lines[at + 1 :]]
