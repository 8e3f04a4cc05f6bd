"""The shipped plan says what the document says."""

import csv
from pathlib import Path

from qt_ict.engine.values import parts_differ
from qt_ict.loading.folder import Loaded
from qt_ict.model.figures import Figure
from qt_ict.model.targets import Target
from qt_ict.wording.statements import target_text

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


def test_every_target_agrees_with_a_second_reading(shipped: Loaded) -> None:
    """Items, due years, comparator and number, read a second time from parts III, IV and VIII."""
    with (HERE / "second_reading.csv").open(encoding="utf-8") as file:
        second = {row["target"]: (row["items"], row["due"], row["words"]) for row in csv.DictReader(file)}

    first = {
        name: (" ".join(target.source), _due(target), target_text(shipped.plan, target).en)
        for name, target in shipped.plan.targets.items()
        if target.comparator != "qualitative"
    }

    assert first == second


def _due(target: Target) -> str:
    if target.due is None:
        return ""
    years = " ".join(map(str, target.due.years))
    return years if target.due.kind == "by" else f"{target.due.kind} {years}".strip()


def test_contradictions_of_the_document_are_kept(shipped: Loaded) -> None:
    """None is repaired: both sides of each stand in the data and name each other."""
    plan = shipped.plan

    assert parts_differ(plan, "online_services")
    assert parts_differ(plan, "province_officials")
    assert plan.figures["adsl_subscriptions"].value == plan.figures["xdsl_subscriptions"].value == 20181
    assert plan.figures["dedicated_staff_denied"].value == 0
    for name, target in plan.targets.items():
        for other in target.conflicts_with:
            assert name in plan.targets[other].conflicts_with


def test_vague_numbers_stay_bounds(shipped: Loaded) -> None:
    """The words "more than 40%" are not the number 40."""
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

    assert (len(plan.figures), len(plan.indicators), len(plan.targets)) == (79, 68, 69)
    assert (len(plan.agencies), len(plan.duties)) == (11, 6)


def test_ids_are_unique_across_the_plan(shipped: Loaded) -> None:
    """``qt-ict explain NAME`` must never be in doubt."""
    plan = shipped.plan
    names = [*plan.figures, *plan.indicators, *plan.targets]

    assert len(names) == len(set(names))
