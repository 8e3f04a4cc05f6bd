"""All checks, and all rules with their codes: gathered from the modules that declare them."""

from types import ModuleType
from typing import TypeVar

from qt_ict.checks import (
    against_baseline,
    among_rounds,
    among_targets,
    counted_periods,
    due_years,
    exceptions,
    from_a_value,
    from_round_to_round,
    new_stretches,
    one_figure,
    one_indicator,
    one_target,
    parts_of_one,
    parts_of_the_document,
    printed_ratios,
    repetitions,
    reporting_duties,
    sums,
    units,
    waypoints,
    whole_plan,
)
from qt_ict.checks.check import Check
from qt_ict.diagnostics import plan_workbook, reading, reference_table, shape, tabular
from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

T = TypeVar("T")

_MODULES = (
    one_figure,
    printed_ratios,
    sums,
    units,
    repetitions,
    one_indicator,
    one_target,
    parts_of_one,
    against_baseline,
    among_targets,
    among_rounds,
    from_round_to_round,
    new_stretches,
    counted_periods,
    waypoints,
    from_a_value,
    whole_plan,
    due_years,
    parts_of_the_document,
    reporting_duties,
)


def _declared(kind: type[T], modules: tuple[ModuleType, ...]) -> list[T]:
    return [each for module in modules for each in vars(module).values() if isinstance(each, kind)]


CHECKS: tuple[Check, ...] = tuple(sorted(_declared(Check, _MODULES), key=lambda each: each.rule.code))
"""Every check, by code."""

RULES: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        (
            *_declared(Rule, (reading, tabular, reference_table, plan_workbook, shape, exceptions)),
            *(check.rule for check in CHECKS),
        ),
        key=lambda rule: rule.code,
    )
}
"""Every rule by code: those of loading, the checks, and those of exceptions."""

STAGES: dict[str, Text] = {
    "QT1": Text("Đọc tệp", "Reading the file"),
    "QT2": Text("Hình thức", "Shape"),
    "QT3": Text("Từng số liệu", "One figure"),
    "QT4": Text("Các số liệu với nhau", "Figures among themselves"),
    "QT5": Text("Từng mục tiêu, và so với năm gốc", "One target, and against the baseline"),
    "QT6": Text("Các mục tiêu với nhau", "Targets among themselves"),
    "QT7": Text("Các đợt số liệu với nhau", "Rounds among themselves"),
    "QT8": Text("Cả kế hoạch", "The plan as a whole"),
}
"""What the first digit of a code means."""
