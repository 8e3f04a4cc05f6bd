"""Charts: what is drawn is what the tables say, in a picture that no text leaves."""

import struct
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from qt_ict.arithmetic.interval import Interval
from qt_ict.language import LANGUAGES, Language, Text
from qt_ict.loading.folder import load
from qt_ict.presentation.plotted import drawn as characters
from qt_ict.presentation.svg.bullet import bullet_svg
from qt_ict.presentation.svg.drawing import Canvas, picture
from qt_ict.presentation.svg.free_places import Box
from qt_ict.presentation.svg.lines import lines_svg
from qt_ict.presentation.svg.stacked import stacked_svg
from qt_ict.presentation.svg.widths import width
from qt_ict.report.answer import answer
from qt_ict.report.chart import TargetCharts, charts
from qt_ict.report.plot import Bullet, Chart, ChartPoint, Line, LineKind
from qt_ict.report.question import EVERYTHING
from tests.conftest import Result
from tests.plans_with_rounds import COUNT, PRINTED, write_plan
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


def test_a_long_name_is_wrapped_and_a_hostile_one_is_text() -> None:
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
    path = next(each.path for each in drawn(PLANS[1])["internet_users"] if each.path)
    day = path.lines[0].points[0].day
    points = (ChartPoint(day, 4e9, 5e9), ChartPoint(day.replace(year=2015), -3.0, 1.0))
    large = Line("observed", WIDE, points, WIDE, WIDE, WIDE)
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
    for each in drawn(PLANS[1])["internet_users"]:
        assert each.path is not None
        lines = {line.kind: line for line in each.path.lines}
        assert lines["path"].points[0] == lines["observed"].points[0]


class Said(NamedTuple):
    """A text of a picture, with the room it takes."""

    text: str
    box: Box


ROUNDED = 0.01
"""Places are written with two decimals [pixels]."""


def outside(svg: str) -> list[str]:
    """Texts that reach beyond the picture."""
    root = ElementTree.fromstring(svg)
    right, bottom = float(root.get("width") or 0), float(root.get("height") or 0)
    return [
        text
        for text, box in texts(root)
        if min(box.left, box.top, right - box.right, bottom - box.bottom) < -ROUNDED or not text.strip()
    ]


def covering(svg: str) -> list[tuple[str, str]]:
    """Texts that cover each other."""
    found = list(texts(ElementTree.fromstring(svg)))
    return [(one.text, other.text) for one, other in combinations(found, 2) if one.box.meets(other.box)]


def texts(element: ElementTree.Element, left: float = 0, top: float = 0) -> Iterator[Said]:
    moved = element.get("transform")
    if moved:
        across, down = moved.removeprefix("translate(").removesuffix(")").split()
        left, top = left + float(across), top + float(down)
    if element.tag == f"{SVG}text":
        size, text = float(element.get("font-size") or 0), element.text or ""
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[element.get("text-anchor") or "start"]
        x, y = left + float(element.get("x") or 0) - back * width(text, size), top + float(element.get("y") or 0)
        yield Said(text, Box(x, y - 0.75 * size, x + width(text, size), y + 0.2 * size))
    for child in element:
        yield from texts(child, left, top)


def test_a_value_of_half_the_scale_is_a_bar_of_half_the_room() -> None:
    example = drawn(PLANS[0])["tv"][0].bullet
    assert example is not None
    half = example._replace(
        value=example.value._replace(low=50.0, high=50.0), end=100.0, target=(75.0, 75.0), met_from=75.0
    )
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


KINDS: tuple[LineKind, ...] = ("observed", "path", "projected", "forecast", "target")
NUMBERS = st.floats(0, 1e7).map(lambda value: round(value, 2))


@st.composite
def made_charts(draw: st.DrawFn) -> Chart:
    """Charts of all kinds of lines, as a plan could have them: few and many points, values near each other and far."""
    base = draw(NUMBERS)
    near = st.floats(0, draw(st.sampled_from((0.1, 10.0, 1e7)))).map(lambda more: base + round(more, 2))
    days = sorted(draw(st.sets(st.dates(date(1995, 1, 1), date(2040, 12, 31)), min_size=2, max_size=20)))
    lines = []
    for kind in draw(st.lists(st.sampled_from(KINDS), min_size=1, max_size=5, unique=True)):
        held = days[: draw(st.integers(1, len(days)))] if kind == "observed" else days[draw(st.integers(0, 1)) :]
        pairs = [sorted((draw(near), draw(near))) if draw(st.booleans()) else [draw(near)] * 2 for _ in held]
        points = tuple(ChartPoint(day, low, high) for day, (low, high) in zip(held, pairs, strict=True))
        said = draw(st.sampled_from((Text("45,65% (2010)", "45.65% (2010)"), Text("≥ 8 thuê bao", "8 lines"))))
        lines.append(Line(kind, Text("thực tế", "observed"), points, said, said, Text("mục tiêu", "target")))
    return Chart(Text("Hộ", "Households"), Text("trên 100 dân", "per 100"), tuple(lines), Text("", ""), days[-1])


@settings(max_examples=150)
@given(made_charts(), st.sampled_from((360, 560, 672)))
def test_no_label_leaves_the_picture_and_none_covers_another(chart: Chart, room: float) -> None:
    """However near the ends of lines lie, and however narrow the picture is."""
    svg = lines_svg(chart, "vi", room)

    assert not outside(svg)
    assert not covering(svg)


@settings(max_examples=100)
@given(made_charts(), st.integers(20, 110))
def test_a_chart_of_characters_keeps_to_its_width(chart: Chart, room: int) -> None:
    """Title and meanings are words, which the terminal wraps; the plane cannot be."""
    _, *lines = characters(chart, "vi", room)
    plane = lines[1 : lines.index("", 1)] if "" in lines[1:] else []

    assert all(cell_len(line) <= room for line in plane)


@settings(max_examples=50)
@given(made_charts())
def test_a_chart_of_characters_says_every_end(chart: Chart) -> None:
    """Beside its line or below the plane, at 80 columns and at 100 alike."""
    for room in (20, 80, 100):
        said = "\n".join(characters(chart, "vi", room))
        for line in chart.lines:
            assert all(text.vi in said for _, text in line.ends)


def test_both_charts_have_the_same_round_numbers() -> None:
    """The axis is one, whoever draws it."""
    path = drawn(PLANS[1])["internet_users"][0].path
    assert path is not None
    numbers = ["0", "20", "40", "60", "80"]

    assert [line.split("┤")[0].strip() for line in characters(path, "vi", 100) if "┤" in line] == numbers[::-1]
    assert numbers == [
        said.text for said in texts(ElementTree.fromstring(lines_svg(path, "vi"))) if said.text in numbers
    ]


def test_a_cut_axis_says_so(tmp_path: Path) -> None:
    """To those who see the chart, on a picture and on a terminal, and to those who hear it."""
    path = chart_of(tmp_path, [145470, 145800, 147000], COUNT, value=150000, due=2016)
    assert path is not None
    breaks = Text("trục đứng bắt đầu từ 144.000, không từ 0", "vertical axis from 144,000, not from 0")

    for language in LANGUAGES:
        said = breaks.say(language)
        svg = lines_svg(path, language)
        assert any(said in each.text for each in texts(ElementTree.fromstring(svg)))
        assert said in (ElementTree.fromstring(svg).get("aria-label") or "")
        assert said in characters(path, language, 80)[0]


def test_an_axis_from_0_says_nothing(tmp_path: Path) -> None:
    path = chart_of(tmp_path, [20, 40], COUNT, value=60, due=2016)
    assert path is not None
    assert "trục" not in lines_svg(path, "vi")


def test_a_bar_always_begins_at_0(tmp_path: Path) -> None:
    """Its length is compared: 147 000 of 150 000 is a bar of 98 %, whatever the axis of the chart below is."""
    example = bars_of(tmp_path, [145470, 147000], COUNT, value=150000, due=2016)
    root = ElementTree.fromstring(bullet_svg(example, "vi"))
    bar = next(float(each.get("width") or 0) for each in root.iter() if each.get("class") == "f-value")
    mark = max(float(each.get("x1") or 0) for each in root.iter() if each.get("class") == "s-target") - 2

    assert bar / mark == pytest.approx(0.98, abs=0.001)


def test_a_projection_begins_at_the_last_value_and_a_forecast_opens_there() -> None:
    """What is likely is joined to what is known."""
    loaded, _ = load(PLANS[1])
    assert loaded is not None
    asked = EVERYTHING._replace(choice=EVERYTHING.choice._replace(as_of=date(2013, 12, 31)))
    for each in charts(answer(loaded, asked))["internet_users"]:
        assert each.path is not None
        lines = {line.kind: line for line in each.path.lines}
        last = lines["observed"].points[-1]
        assert last == ChartPoint(date(2013, 12, 31), 38.5, 38.5)
        assert lines["projected"].points[0] == lines["forecast"].points[0] == last
        assert lines["forecast"].points[-1].day == each.path.due


def test_the_ends_of_lines_are_said_as_the_tables_say_them() -> None:
    """Values with unit and year, the target in the words of the plan."""
    path = drawn(PLANS[1])["internet_users"][0].path
    assert path is not None
    said = [each.text for each in texts(ElementTree.fromstring(lines_svg(path, "vi")))]

    ends = {line.kind: line for line in path.lines}
    assert ends["observed"].start.vi in said
    assert ends["observed"].end.vi in said
    assert f"mục tiêu {ends['target'].end.vi}" in said


def test_a_target_of_two_numbers_is_a_band(tmp_path: Path) -> None:
    """Met from its weaker end; both ends are drawn."""
    example = bars_of(tmp_path, [40, 45], COUNT, value=[60, 70], due=2020, comparator="between")

    assert (example.target, example.met_from) == ((60.0, 70.0), 60.0)


def test_a_target_reckoned_from_a_range_is_a_band(tmp_path: Path) -> None:
    """22 %, printed, is 21.5 to 22.5: twice that is 43 to 45, surely met from 45 on."""
    path = chart_of(tmp_path, [22, 31], PRINTED, from_baseline="double", due=2015)
    example = bars_of(tmp_path / "again", [22, 31], PRINTED, from_baseline="double", due=2015)
    assert path is not None
    target = next(line for line in path.lines if line.kind == "target")

    assert (target.points[0].low, target.points[0].high) == (43.0, 45.0)
    assert (example.target, example.met_from) == ((43.0, 45.0), 45.0)


def test_one_value_is_no_line(tmp_path: Path) -> None:
    """A chart of one point says what its bar says."""
    assert chart_of(tmp_path, [40], COUNT, value=60, due=2016) is None


def test_a_chart_has_letters_for_terminals_without_the_marks() -> None:
    """No question mark stands for a mark."""
    path = drawn(PLANS[1])["internet_users"][0].path
    assert path is not None
    said = "\n".join(characters(path, "en", 80)).encode("ascii", "qt_ict.stand_in").decode()

    assert "?" not in said
    assert "* observed" in said


def pair_of(folder: Path, values: list[int], indicator: Mapping[str, object], **target: object) -> TargetCharts:
    """The charts of a plan with one target and a value a year from 2010 on."""
    name = "printed" if indicator is PRINTED else "part"
    rounds = {f"{2010 + place}-12-31": {name: value} for place, value in enumerate(values)}
    folder.mkdir(exist_ok=True)
    return drawn(write_plan(folder, rounds, target, indicator=indicator))["i"][0]


def chart_of(folder: Path, values: list[int], indicator: Mapping[str, object], **target: object) -> Chart | None:
    return pair_of(folder, values, indicator, **target).path


def bars_of(folder: Path, values: list[int], indicator: Mapping[str, object], **target: object) -> Bullet:
    bullet = pair_of(folder, values, indicator, **target).bullet
    assert bullet is not None
    return bullet
