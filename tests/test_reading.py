"""What headings, labels and numbers of an answer say to its readers, tried on a plan of every kind of target."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from qt_ict.language import LANGUAGES, Language
from qt_ict.loading.folder import load
from qt_ict.methods.by_name import METHODS
from qt_ict.presentation.html.page import html
from qt_ict.presentation.markdown import markdown
from qt_ict.report.document import Document
from qt_ict.report.plan_report.whole import whole
from qt_ict.report.question import Question
from tests.conftest import Result

EVERY_KIND = Path(__file__).parent / "every_kind"
Run = Callable[..., Result]


def lines(qt_ict: Run, *arguments: str, language: Language = "en") -> list[str]:
    """The lines that a command says of the plan."""
    done = qt_ict(*arguments, "--data", str(EVERY_KIND), "--lang", language)
    assert done.code == 0, done.err
    return done.out.splitlines()


def report() -> Document:
    """The report of the plan."""
    loaded, _ = load(EVERY_KIND)
    return whole(loaded, Question())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draw", [html, markdown])
def test_every_heading_of_a_table_is_on_the_page(draw: Callable[[Document, Language], str], language: Language) -> None:
    """Targets that were due stood below a second heading of their domain, with no word why."""
    document = report()
    headings = {each.heading.say(language) for part in document.parts for each in part.tables} - {""}
    drawn = re.findall(r"^#+ (.*)$|<h[23][^>]*>(.*)</h[23]>", draw(document, language), re.M)
    on_page = [one or other for one, other in drawn]

    overdue = {"vi": "Mục tiêu đã đến hạn", "en": "Targets that were due"}[language]

    assert not [each for each in headings if not any(said.startswith(each) for said in on_page)]
    assert f"{overdue}: Thông tin số cho hộ gia đình" in on_page


@pytest.mark.parametrize("command", ["gap", "growth", "targets"])
def test_no_heading_stands_twice_in_a_table(command: str, qt_ict: Run) -> None:
    """Yearly targets close the list: their headings say that they are of them."""
    said = lines(qt_ict, command)

    assert said.count("Y tế") == said.count("Nguồn nhân lực") == 1
    assert said.count("Yearly targets: Y tế") == said.count("Yearly targets: Nguồn nhân lực") == 1
    assert lines(qt_ict, command, language="vi").count("Mục tiêu hằng năm: Y tế") == 1


def test_what_is_due_every_year_stands_before_what_has_no_year(qt_ict: Run) -> None:
    """Mixed, each heading of a domain would come again and again."""
    done = qt_ict("targets", "--lang", "en")
    said = [line for line in done.out.splitlines() if line.startswith(("Yearly targets: ", "No due year: "))]

    assert len(said) == len(set(said)) == 9
    assert said == sorted(said, key=lambda line: line.startswith("No due year"))


def test_columns_stand_in_one_order(qt_ict: Run) -> None:
    """Subject, due, target: in the table of each year as everywhere."""
    heads = [line.split() for line in lines(qt_ict, "progress") if line.startswith("Subject")]

    assert all(each.index("Due") < each.index("Target") for each in heads)
    assert len(heads) == 3


def test_explain_names_each_due_day(qt_ict: Run) -> None:
    """A milestone of 2014-Q3 and a target of 2015-Q2 are not "2014" and "2015"."""
    said = [line for line in lines(qt_ict, "explain", "internet_2015") if line.startswith("Against the target")]

    assert [line.removeprefix("Against the target ") for line in said] == [
        "2012 (milestone)",
        "2014-Q3 (milestone)",
        "2015-Q2",
    ]
    assert "Against the target, yearly" in lines(qt_ict, "explain", "trained_yearly")


def test_what_is_due_from_a_value_on_is_called_no_path(qt_ict: Run) -> None:
    """A path runs from the baseline: 92.93 is due by it in 2013, 93.54 by equal steps from the value of 2012 on."""
    said = lines(qt_ict, "explain", "tv_2015")
    place = len(said) - 1 - said[::-1].index("Due, from the value of 2012-12-31 on")

    assert said[place + 3].split() == ["2013", "93.54", "93.54", "93.63"]
    assert "Path" not in said
    assert "Mức cần đạt, tính từ giá trị ngày 31/12/2012" in lines(qt_ict, "explain", "tv_2015", language="vi")


def test_people_and_ranks_are_written_whole_on_the_way(qt_ict: Run) -> None:
    """Nobody trains 1,497.53 people, no province is the 38.00th; what lies between ranks keeps one decimal."""
    people, ranks = lines(qt_ict, "path", "trained_2015"), lines(qt_ict, "path", "competitiveness")

    def day(said: list[str], name: str) -> str:
        return next(line for line in said if line.startswith(name + " ")).removeprefix(name).strip()

    assert re.split("  +", day(people, "2013-06-30"))[0::2] == ["1,498", "1,450"]
    assert day(people, "2013").startswith("1,800 ")
    assert day(people, "2013").endswith(" 1,743")
    assert day(ranks, "2010") == "38"
    assert day(ranks, "2012").split()[0] == "28.8"
    assert day(ranks, "2012").split()[-1] == "24"


def test_steps_of_people_are_whole(qt_ict: Run) -> None:
    """1,030.5 people a year beside 1,031 people a year are one number twice."""
    said = "\n".join(lines(qt_ict, "growth", "--by", "2014-12-31"))

    assert re.search(r"1,031 người +1,031 người +619\n", said)


def test_a_time_has_one_length(qt_ict: Run) -> None:
    """0.25 years are not 0.3 beside it, and what is missing is missing in that time: points and households alike."""
    wide = lines(qt_ict, "growth", "--wide", "--as-of", "2013-09-30")
    row = re.split("  +", next(line for line in wide if "2013 (milestone)" in line and "hộ" in line))

    assert row[-4:] == ["0.25", "0.69 pp in 0.25 years", "1,020 hộ in 0.25 years", "not met"]
    amount = next(line for line in wide if "2013 (milestone)" in line and "tỷ đồng" in line)
    assert "47.05–47.15 tỷ đồng in 0.25 years" in amount


def test_ranks_have_no_ratio_anywhere(qt_ict: Run) -> None:
    """A place in an order is no multiple of another: no factor, no rate, and no method that takes one."""
    growth = next(line for line in lines(qt_ict, "growth", "--wide") if line.startswith("Xếp hạng năng lực"))
    path = lines(qt_ict, "path", "competitiveness")
    explained = lines(qt_ict, "explain", "rank_2015")
    methods = lines(qt_ict, "methods", "competitiveness", "--all")

    assert "no ratio of ranks" in growth
    assert "%" not in growth
    assert "Day   Linear  Observed  Projected" in path
    assert not [line for line in explained if "Compound" in line]
    refused = {line.split("(")[-1].split(")")[0] for line in methods if line.rstrip().endswith("no ratio of ranks")}
    assert refused == {"statcan", "un2024", "aarr", "eurostat"}
    assert [line for line in methods if line.startswith("Ratio of linear steps (linear)") and "1.5217" in line]


def test_only_the_methods_that_take_a_multiple_are_refused_for_ranks() -> None:
    """Those that subtract alone judge places in an order too."""
    assert {name for name, each in METHODS.items() if each.by_ratios} == {"statcan", "un2024", "aarr", "eurostat"}


def test_a_way_ends_in_the_year_of_its_target() -> None:
    """A target of a quarter or a month had no value in its year, as if nothing were due there."""
    part = next(each for each in report().parts if each.key == "paths")
    heads = [each.heading.say("en") for each in part.tables[0].columns]
    rows = [dict(zip(heads, (cell.text.say("en") for cell in row), strict=True)) for row in part.tables[0].rows]
    found = {(row["Subject"][:6], row["Due"]): row for row in rows}

    assert found["Hộ có ", "2015-Q2"]["2015"] == "40.00 (2015-06-30)"
    assert found["Hộ có ", "2014-Q3 (milestone)"]["2014"] == "34.00 (2014-09-30)"
    assert found["Diện t", "2014-06"]["2014"] == "35.50 (2014-06-30)"
    assert found["Doanh ", "2015-Q4"]["2015"] == "824.90–825.10"
    assert found["Tỷ suấ", "2015"]["2015"] == "17.62"


def test_a_year_that_is_not_over_is_said_so_once(tmp_path: Path, qt_ict: Run) -> None:
    """Under a ceiling of things that add up nothing else is known of it."""
    folder = copytree(EVERY_KIND, tmp_path / "plan")
    targets = folder / "targets.yaml"
    said = targets.read_text(encoding="utf-8")
    changed = re.sub(r"(trained_yearly: \{[^}]*)at_least", r"\1at_most", said)
    targets.write_text(changed, encoding="utf-8")
    done = qt_ict("gap", "--data", str(folder), "--lang", "en")

    assert said != changed
    assert "Year by year: 2011 missed; 2012 met; 2013 not over." in done.out


def test_a_hint_names_no_column_that_is_shown(qt_ict: Run) -> None:
    """What stands in the first table was offered again because the second one leaves it out."""
    hint = next(line for line in lines(qt_ict, "progress") if line.startswith("More with --wide"))

    assert "Way covered" not in hint
    assert "Latest" not in hint
    assert "Last step" in hint


def test_a_decision_names_no_target_twice() -> None:
    """Where a milestone and its target stand side by side, each says when it is due."""
    part = next(each for each in report().parts if each.key == "decide")
    speed = next(each.say("en") for each in part.paragraphs if "Speed up" in each.say("en"))

    name = "Doanh thu công nghiệp công nghệ thông tin"
    assert f"{name} (milestone 2013), {name} (2015-Q4) and 1 more" in speed


def test_charts_say_the_target_as_a_label_does() -> None:
    """A target of all, without a colon, reads as all targets."""
    drawings = [each for part in report().parts for each in part.drawings]

    assert any(each.chart.said.vi.startswith("Mục tiêu: tất cả; năm gốc 68,79%") for each in drawings)
