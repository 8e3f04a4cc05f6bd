"""Figures that a plan does not have yet, and that a sheet brings: named and measured by whoever adds them."""

import re
from collections.abc import Iterable, Mapping

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.editing.known import KnownFigure
from qt_ict.language import Text
from qt_ict.model.indicators import Unit
from qt_ict.nearest import folded, suggestion


def figure_id(name: str, taken: Iterable[str] = ()) -> str:
    """An id for a figure of a name: its words without accents.

    >>> figure_id("Xã có Wi-Fi miễn phí"), figure_id("2G"), figure_id("TV", ["tv"])
    ('xa_co_wi_fi_mien_phi', 'figure_2g', 'tv_2')
    """
    words = re.sub("[^a-z0-9]+", "_", folded(name)).strip("_")
    base = words if words[:1].isalpha() else f"figure_{words}".rstrip("_")
    known, id_, number = set(taken), base, 2
    while id_ in known:
        id_, number = f"{base}_{number}", number + 1
    return id_


def new_figures(said: Iterable[str], units: Mapping[str, Unit], known: Iterable[str]) -> dict[str, KnownFigure]:
    """What ``--new`` says: name by name the unit of measure.

    Args:
        said: As typed: ``Communes with Wi-Fi=communes``.
        units: The units of measure of the plan.
        known: The ids of the figures it has.

    Raises:
        Refusal: One of them names no unit.
    """
    found: dict[str, KnownFigure] = {}
    for each in said:
        name, told, unit = (part.strip() for part in each.rpartition("="))
        named = [id_ for id_, one in units.items() if folded(unit) in {folded(id_), *map(folded, one.name)}]
        if not told or not name or len(named) != 1:
            raise Refusal(
                Text("--new: không hiểu {text}", "--new: {text} cannot be read").fill(text=each),
                Text(
                    '{near}Viết "tên=đơn vị tính"; các đơn vị: {units}.',
                    '{near}Write "name=unit of measure"; units: {units}.',
                ).fill(near=suggestion(unit, units), units=", ".join(units)),
            )
        id_ = figure_id(name, {*known, *found})
        found[id_] = KnownFigure(Text.same(name), units[named[0]], None, added=True, unit_id=named[0])
    return found
