"""Charts: what is drawn is what the tables say, in a picture that no text leaves."""

import struct
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from qt_ict.arithmetic.interval import Interval
from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.loading.folder import load
from qt_ict.presentation.svg.bullet import bullet_svg
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.lines import lines_svg
from qt_ict.presentation.svg.stacked import stacked_svg
from qt_ict.presentation.svg.widths import width
from qt_ict.report.answer import answer
from qt_ict.report.chart import TargetCharts, charts
from qt_ict.report.plot import ChartPoint, Line
from qt_ict.report.question import EVERYTHING
from tests.conftest import Result
from tests.test_excel import HOSTILE
from tests.test_report import PLANS

Run = Callable[..., Result]
SVG = "{http://www.w3.org/2000/svg}"


def drawn(folder: Path) -> dict[str, list[TargetCharts]]:
    loaded, _ = load(folder)
    assert loaded is not None
    return charts(answer(loaded, EVERYTHING))


@pytest.mark.parametrize("folder", PLANS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_leaves_its_picture(folder: Path, language: Language) -> None:
    for each in drawn(folder).values():
        assert not outside(stacked_svg(each, language))


def test_a_long_name_is_cut_and_a_hostile_one_is_text() -> None:
    example = drawn(PLANS[0])["tv"][0].bullet
    assert example is not None
    for text in HOSTILE:
        name = Text(text, text)
        svg = stacked_svg([TargetCharts(example._replace(name=name, said=name), None)], "vi")
        assert not outside(svg)
        assert {element.tag.removeprefix(SVG) for element in ElementTree.fromstring(svg).iter()} <= {
            "svg",
            "g",
            "rect",
            "line",
            "text",
        }


WIDE = Text("gì đó rất dài " * 40, "something very long " * 40)


def test_nothing_leaves_the_picture_however_long_or_large() -> None:
    """Names of units, values in words, and numbers in billions."""
    example = next(each.bullet for each in drawn(PLANS[0])["tv"] if each.bullet)
    path = next(each.path for each in drawn(PLANS[0])["tv"] if each.path)
    day = path.lines[0].points[0].day
    large = Line("observed", WIDE, (ChartPoint(day, 4e9, 5e9), ChartPoint(day.replace(year=2015), -3.0, 1.0)))
    mark = example.value._replace(said=WIDE)
    charts = TargetCharts(
        example._replace(promised=WIDE, value=mark, baseline=mark),
        path._replace(unit=WIDE, lines=(large, *(line._replace(name=WIDE) for line in path.lines))),
    )

    assert charts.path is not None
    for language in LANGUAGES:
        assert not outside(stacked_svg([charts], language))
        assert not outside(lines_svg(charts.path, language))


def test_the_path_begins_where_the_baseline_stands() -> None:
    """Not a year later."""
    for each in drawn(PLANS[0])["tv"]:
        assert each.path is not None
        lines = {line.kind: line for line in each.path.lines}
        assert lines["path"].points[0] == lines["observed"].points[0]


def outside(svg: str) -> list[str]:
    """Texts that reach beyond the picture."""
    root = ElementTree.fromstring(svg)
    room = float(root.get("width") or 0)
    return [text for x, text, size in _texts(root, 0) if x < 0 or x + width(text, size) > room]


def _texts(element: ElementTree.Element, left: float) -> list[tuple[float, str, float]]:
    moved = element.get("transform")
    left += float(moved.removeprefix("translate(").split()[0]) if moved else 0
    found = []
    if element.tag == f"{SVG}text":
        size, text = float(element.get("font-size") or 0), element.text or ""
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor") or "start"]
        found.append((left + float(element.get("x") or 0) - back * width(text, size), text, size))
    return [*found, *(each for child in element for each in _texts(child, left))]


def test_a_value_of_half_the_scale_is_a_bar_of_half_the_room() -> None:
    example = drawn(PLANS[0])["tv"][0].bullet
    assert example is not None
    half = example._replace(value=example.value._replace(low=50.0, high=50.0), end=100.0, targets=(75.0,))
    root = ElementTree.fromstring(bullet_svg(half, "vi"))
    room = next(float(each.get("width") or 0) for each in root.iter() if each.get("class") == "f-track")
    bar = next(float(each.get("width") or 0) for each in root.iter() if each.get("class") == "f-value")
    assert bar == pytest.approx(room / 2, abs=0.02)


def test_what_the_figures_leave_open_is_a_band() -> None:
    open_, single = (drawn(PLANS[0])[name][0].bullet for name in ("internet_users", "tv"))
    assert open_ is not None
    assert single is not None
    assert "fill-opacity" in bullet_svg(open_, "vi")
    assert "fill-opacity" not in bullet_svg(single, "vi")


def test_less_is_better_is_met_at_the_left() -> None:
    example = drawn(PLANS[0])["tv"][0].bullet
    assert example is not None
    zones = [
        next(float(each.get("x") or 0) for each in ElementTree.fromstring(svg).iter() if each.get("class") == "f-meets")
        for svg in (bullet_svg(example, "vi"), bullet_svg(example._replace(upward=False), "vi"))
    ]
    assert zones[1] < zones[0]


def test_a_chart_says_in_words_what_it_shows() -> None:
    root = ElementTree.fromstring(stacked_svg(drawn(PLANS[0])["tv"], "vi"))
    assert root.get("role") == "img"
    assert "89,82%" in (root.get("aria-label") or "")
    assert "> 95%" in (root.get("aria-label") or "")


def test_observed_points_are_the_values_of_the_rounds() -> None:
    path = drawn(PLANS[1])["internet_users"][0].path
    assert path is not None
    observed = next(line for line in path.lines if line.kind == "observed")
    assert (observed.points[0].low, observed.points[-1].high) == (30.65, 78.08)
    assert len(observed.points) == 14


def test_a_picture_is_the_same_each_time_and_as_large_as_it_says(qt_ict: Run, tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        assert qt_ict("chart", "tv", "-o", str(tmp_path / name)).code == 0
    content = (tmp_path / "a.png").read_bytes()
    assert content == (tmp_path / "b.png").read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">I", content[16:20]) == (1440,)


def test_every_indicator_with_charts_gets_a_file(qt_ict: Run, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    assert qt_ict("chart", "--all", str(folder)).code == 0
    assert {file.stem for file in folder.iterdir()} == set(drawn(PLANS[0]))
    again = qt_ict("chart", "--all", str(folder), "--lang", "en")
    assert again.code == 2
    assert "--force" in again.err
    assert qt_ict("chart", "--all", str(folder), "--lang", "en", "--force").code == 0


def test_charts_speak_vietnamese_unless_asked_otherwise(qt_ict: Run) -> None:
    assert "mục tiêu" in qt_ict("chart", "tv").out
    assert "mục tiêu" not in qt_ict("chart", "tv", "--lang", "en").out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "--all DIR"),
        (("tv", "--all", "charts"), "Leave out --all"),
        (("phones",), "Did you mean"),
        (("phone_density",), "There are charts of"),
        (("tv", "-o", "tv.gif"), ".svg, .png"),
        (("tv", "--format", "png"), "Add -o"),
        (("tv", "-o", "README.md"), ".svg, .png"),
        (("tv", "-o", "no/folder/tv.svg"), "Check the folder"),
        (("--all", "README.md"), "is no folder"),
    ],
)
def test_what_cannot_be_drawn_is_one_clear_error(qt_ict: Run, arguments: tuple[str, ...], says: str) -> None:
    result = qt_ict("chart", *arguments)
    assert result.code == 2
    assert says in result.err


def test_marks_that_turn_the_direction_do_not_reach_the_picture() -> None:
    drawing = Canvas()
    drawing.text(0, 0, "\u202eabc", 10)
    assert "\u202e" not in picture(drawing, 10, 10, "\u202eabc")


def test_an_interval_without_an_end_is_drawn_to_the_end_of_the_scale() -> None:
    from qt_ict.report.bullets import _mark

    mark = _mark(Interval(40, None), Text("", ""), 100.0)
    assert (mark.low, mark.high) == (40.0, 100.0)
