"""The shipped plan says what the document says."""

import csv
from pathlib import Path

from qt_ict.loading.folder import Loaded
from qt_ict.model.figures import Figure
from qt_ict.report.notes import promise

HERE = Path(__file__).parent


def test_every_figure_agrees_with_a_second_transcription(shipped: Loaded) -> None:
    """The numbers were read from the document twice, the second time without seeing the first."""
    with (HERE / "second_transcription.csv").open(encoding="utf-8") as file:
        second = {row["figure"]: (row["item"], row["number"], row["printed"]) for row in csv.DictReader(file)}

    first = {name: (each.source, _number(each), each.printed or "") for name, each in shipped.plan.figures.items()}

    assert first == second


def _number(figure: Figure) -> str:
    sign = {"more_than": ">", "less_than": "<", None: ""}[figure.comparator]
    return f"{sign}{figure.value}"


def test_every_promise_agrees_with_a_second_transcription(shipped: Loaded) -> None:
    """Item, year, comparator and number, read a second time from parts III and IV."""
    numeric = {
        (target.source[0], target.listed_years, promise(shipped.plan, target).en)
        for target in shipped.plan.targets.values()
        if target.value is not None or (target.comparator in ("all", "nearly_all") and target.source[0] != "VIII.9")
    }

    assert numeric == SECOND_READING


SECOND_READING = {
    ("III.1", (), "all"),
    ("III.2.1", (), "≥ 100 %"),
    ("III.2.1", (2015,), "≥ 100 %"),
    ("III.2.1", (2015,), "≥ 50 %"),
    ("III.2.1", (2020,), "≥ 100 %"),
    ("III.2.1", (2015, 2020), "≥ 100 %"),
    ("III.2.1", (2015, 2020), "> 50 %"),
    ("III.2.1", (2020,), "> 70 %"),
    ("III.2.3", (2015,), "≥ 100 %"),
    ("III.2.3", (2015,), "> 80 %"),
    ("III.2.3", (2015,), "all"),
    ("III.2.3", (), "≥ 95 %"),
    ("III.2.3", (2020,), "nearly all"),
    ("III.2.3", (2020,), "≥ 100 %"),
    ("III.2.3", (2020,), "all"),
    ("III.2.4", (2015,), "> 20 %"),
    ("III.2.4", (2015,), "> 95 %"),
    ("III.2.4", (2015,), "> 80 %"),
    ("III.2.4", (2020,), "> 50 %"),
    ("III.2.4", (2020,), "> 20 %"),
    ("III.2.4", (2020,), "nearly all"),
    ("III.2.5", (2015,), "about 40 services"),
    ("III.2.5", (2015,), "≥ 10 services"),
    ("III.2.5", (2015,), "> 80 %"),
    ("III.2.5", (2020,), "nearly all"),
    ("III.2.6", (), "all"),
    ("III.2.6", (2015,), "nearly all"),
    ("IV.3", (2015,), "nearly all"),
    ("IV.3", (2015,), "all"),
    ("IV.3", (2015,), "≥ 80 %"),
    ("IV.3", (2020,), "≥ 95 %"),
    ("IV.5", (), "all"),
}


def test_contradictions_of_the_document_are_kept(shipped: Loaded) -> None:
    """None is repaired: both sides of each stand in the data and name each other."""
    plan = shipped.plan

    assert plan.parts_differ("online_services")
    assert plan.parts_differ("province_officials")
    assert plan.figures["adsl_subscriptions"].value == plan.figures["xdsl_subscriptions"].value == 20181
    assert plan.figures["dedicated_staff_denied"].value == 0
    for name, target in plan.targets.items():
        for other in target.conflicts_with:
            assert name in plan.targets[other].conflicts_with


def test_vague_numbers_stay_bounds(shipped: Loaded) -> None:
    """The words "more than 40 %" are not the number 40."""
    bounds = {name: each.comparator for name, each in shipped.plan.figures.items() if each.comparator}

    assert bounds == {
        "commune_officials_trained": "more_than",
        "officials_with_certificate_a": "more_than",
        "computer_companies": "more_than",
        "sme_portal_enterprises": "less_than",
    }


def test_counts_of_the_plan(shipped: Loaded) -> None:
    """The size of the shipped plan; a lost entry is noticed."""
    plan = shipped.plan

    assert (len(plan.figures), len(plan.indicators), len(plan.targets)) == (79, 68, 68)
    assert (len(plan.agencies), len(plan.duties)) == (11, 6)


def test_ids_are_unique_across_the_plan(shipped: Loaded) -> None:
    """``qt-ict explain NAME`` must never be in doubt."""
    plan = shipped.plan
    names = [*plan.figures, *plan.indicators, *plan.targets]

    assert len(names) == len(set(names))
