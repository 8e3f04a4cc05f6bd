"""What is said of the value due on a day on the way to a target, on each scale."""

from collections.abc import Callable
from typing import Any

from qt_ict.engine.milestones import Milestone
from qt_ict.engine.reasons import Outcome
from qt_ict.engine.scales import SCALES, Scale
from qt_ict.report import words
from qt_ict.report.cells import outcome_cell
from qt_ict.report.document import Cell
from qt_ict.report.field import Field
from qt_ict.wording.quantities import written


def _on(scale: Scale) -> Callable[[Any, Milestone], Outcome]:
    return lambda _, due: due.on(scale)


def _cell_on(scale: Scale) -> Callable[[int, Milestone], Cell]:
    return lambda digits, due: outcome_cell(due.on(scale), lambda each: written(each, digits))


DUE_ON_SCALES: tuple[Field[Any, Milestone], ...] = tuple(
    Field(
        scale,
        f"the value due on the scale {scale} [`unit`]",
        _on(scale),
        "quantity",
        heading=words.SCALE_HEADINGS[scale],
        cell=_cell_on(scale),
        numeric=True,
    )
    for scale in SCALES
)
"""Of as many decimals as are asked for."""
