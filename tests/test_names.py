"""Names as they are printed are names that are taken; a heading means one thing in every command."""

import importlib
import json
import pkgutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal
from unicodedata import normalize

import pytest
import yaml

import qt_ict.report
from qt_ict.language import LANGUAGES
from qt_ict.loading.folder import Loaded
from qt_ict.report.field import Field
from qt_ict.report.names import explained, indicator_named, meant
from tests.conftest import Result, edit
from tests.plans_with_rounds import write_plan

Run = Callable[..., Result]
TV = "Hộ có máy thu hình"


@pytest.mark.parametrize(
    "said",
    [
        "tv",
        "TV",
        "tv_2015",
        "tv-2015",
        "households-with-tv",
        TV,
        TV.upper(),
        f"  {TV.replace(' ', '  ')} ",
        normalize("NFD", TV),
        f"{TV} ¹ ²",
        "Households with a television set",
    ],
)
def test_an_indicator_goes_by_every_name_that_is_printed(shipped: Loaded, said: str) -> None:
    """By its id, that of its target or figure, and their names, however they are typed."""
    assert indicator_named(shipped.plan, said) == "tv"


def test_every_printed_name_leads_somewhere(shipped: Loaded) -> None:
    """Of targets, indicators and figures, in both languages, decomposed and in capitals."""
    plan = shipped.plan
    for kind, entries in (("target", plan.targets), ("indicator", plan.indicators), ("figure", plan.figures)):
        for id_, entry in entries.items():
            for name in (entry.vi, entry.en):
                typed = normalize("NFD", name.upper())
                assert (kind, id_) in {(each.kind, each.id) for each in meant(plan, typed)}


@pytest.mark.parametrize("command", ["explain", "path", "methods", "forecast", "chart"])
def test_commands_take_the_name_in_place_of_the_id(qt_ict: Run, command: str) -> None:
    """What is read off one table is typed into the next."""
    nation = ("--data", "examples/vietnam", "--as-of", "2013")
    options = nation[:2] if command == "explain" else nation
    by_id = "internet_users" if command != "explain" else "internet_users_2015"
    name = by_id if command == "explain" else "NGƯỜI DÂN sử dụng Internet"

    assert qt_ict(command, name, *options) == qt_ict(command, by_id, *options)


def test_several_meanings_are_refused_in_one_clear_message(qt_ict: Run) -> None:
    """All of them listed with their ids, nothing chosen in silence."""
    of_figure = qt_ict("path", "households", "--lang", "en")
    assert of_figure.code == 2
    assert "households may be any of 2 entries" in of_figure.err
    assert "computer_and_broadband (indicator: Households with computer and broadband); tv (" in of_figure.err


def test_targets_of_one_name_are_explained_by_the_indicator_that_measures_them_all(qt_ict: Run) -> None:
    """As the other commands take that name; each of the targets stands in a table, with its own id."""
    of_name = qt_ict("explain", "Người dân sử dụng Internet", "--lang", "vi")
    assert of_name == qt_ict("explain", "internet_users", "--lang", "vi")
    assert of_name.code == 0
    said = " ".join(of_name.out.split())
    assert "Người dân sử dụng Internet 2015 ≥ 50% chưa đạt internet_users_2015" in said
    assert "Người dân sử dụng Internet 2020 > 70% chưa đạt internet_users_2020" in said


def test_targets_of_one_name_that_are_measured_otherwise_are_several(qt_ict: Run, plan_copy: Path) -> None:
    """Nothing is chosen in silence: one of them is not measured at all."""
    measured = '    value: 70\n    unit: "%"\n    measure: bounds\n    indicator: internet_users\n'
    edit(plan_copy / "targets.yaml", measured, '    value: 70\n    unit: "%"\n    measure: none\n')
    of_name = qt_ict("explain", "Người dân sử dụng Internet", "--lang", "vi", "--data", str(plan_copy))
    assert of_name.code == 2
    assert all(
        each in of_name.err for each in ("internet_users_2015", "internet_users_2020", "internet_users (chỉ tiêu")
    )


def test_a_target_explains_itself_by_its_name(shipped: Loaded) -> None:
    """Where no other has it, though its indicator has the same; a figure leads to what rests on it."""
    assert explained(shipped.plan, TV).id == "tv_2015"
    assert explained(shipped.plan, "households_with_tv").id == "tv"


def test_a_name_that_is_none_offers_those_that_resemble_it(qt_ict: Run) -> None:
    """By name where a name was typed."""
    assert "tv_2015" in qt_ict("path", "Hộ có máy thu hinh", "--lang", "vi").err


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("said", ["Hạ tầng hoà mạng", "hạ tầng  HÒA mạng", "D"])
def test_domains_go_by_their_names_however_they_are_composed(
    qt_ict: Run, tmp_path: Path, said: str, form: Literal["NFC", "NFD"]
) -> None:
    """A plan typed on one system is asked on another."""
    folder = write_plan(tmp_path / "plan", {"2010-12-31": {"part": 30, "whole": 100}}, {"value": 50, "due": 2015})
    catalogue = yaml.safe_load((folder / "indicators.yaml").read_text("utf-8"))
    catalogue["domains"]["d"]["vi"] = normalize(form, "Hạ tầng hòa mạng")
    (folder / "indicators.yaml").write_text(yaml.safe_dump(catalogue, allow_unicode=True), "utf-8")

    found = qt_ict("gap", "--data", str(folder), "--domain", said, "--format", "json")

    assert [row["domain"] for row in json.loads(found.out)["rows"]] == ["d"]


def fields(value: Any) -> Iterator[Field[Any, Any]]:
    """Every field that something holds."""
    if isinstance(value, Field):
        yield value
        for each in value.fields:
            yield from fields(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from fields(each)


ALIKE = (
    {"target", "figure", "indicator", "id"},
    {"year", "due"},
    {"years", "years_from_now"},
    {"first", "baseline"},
    {"target", "target_value"},
    {"reason", "why"},
    {"status", "result", "progress"},
    {"shortfall", "missing"},
    {"date", "day"},
    {"duty", "name"},
    {"value", "judged"},
)
"""Keys that say the same of different things, and so stand under one heading."""


def test_a_heading_means_the_same_in_every_command() -> None:
    """Whoever has read "attained" in one table reads it in the next without asking."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for module in pkgutil.walk_packages(qt_ict.report.__path__, "qt_ict.report."):
        for value in vars(importlib.import_module(module.name)).values():
            for field in fields(value):
                for language in LANGUAGES if field.heading else ():
                    keys[field.heading.say(language)].add(field.key)

    several = {heading: found for heading, found in keys.items() if len(found) > 1}
    assert {heading: found for heading, found in several.items() if not any(found <= each for each in ALIKE)} == {}


TYPED = [lambda name: normalize("NFD", name), lambda name: normalize("NFC", name).upper(), lambda name: f" {name} "]
"""How a name of a plan may come from a keyboard, a file name or a table."""


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize(
    ("command", "option", "name"),
    [
        *((command, "--domain", "Phổ cập thông tin đến hộ gia đình") for command in ("gap", "show", "progress")),
        *((command, "--agency", "Sở Thông tin và Truyền thông") for command in ("gap", "targets", "forecast")),
        *((command, "", TV) for command in ("explain", "path", "methods", "forecast", "chart")),
        ("path tv", "--add", f"{TV}=2000"),
        ("gap", "--growth", "Hộ gia đình=1.2%"),
        ("gap", "--carry", "Hộ gia đình"),
        ("methods tv", "--carry", "Hộ gia đình"),
        ("gap", "--round", "Trả lời báo chí của Sở Thông tin và Truyền thông, tháng 7/2012"),
        ("forecast tv", "--reference internet_users --without", "Việt Nam"),
    ],
)
def test_names_are_compared_as_they_are_read_wherever_one_is_typed(
    qt_ict: Run, command: str, option: str, name: str, typed: Callable[[str], str]
) -> None:
    """MacOS decomposes, some keyboards put the tone elsewhere: to a reader it is the same name."""
    start = (*command.split(), *option.split())

    as_printed, as_typed = (qt_ict(*start, said, "--lang", "en") for said in (name, typed(name)))

    assert as_printed.code == 0, as_printed.err
    assert (as_typed.code, as_typed.out) == (0, as_printed.out)
