"""What a sheet brings as a percentage and is probably a part of 1: said before it is written."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from qt_ict.checks.parts_of_one import FAR, are_parts, targets_of_shares
from qt_ict.checks.versions_in_force import versions
from qt_ict.editing.addition import Bringing
from qt_ict.editing.known import LastKnown
from qt_ict.editing.proposal import NewNumber
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING
from qt_ict.model.plan import Plan
from qt_ict.wording.quantities import listed, plain


def parts_said(plan: Plan, found: Bringing) -> Iterator[Text]:
    """The sentence about percentages that are probably parts of 1, each with its cell; none without any."""
    brought = list(_parts(plan, found))
    if not brought:
        return
    more = [Text.same("…")] if len(brought) > _LISTED else []
    cells = listed([*(plain(each.new) + f" ({each.cell})" for each in brought[:_LISTED]), *more], ", ")
    first = Decimal(brought[0].new)
    yield _IS_PART.fill(cells=cells, first=plain(brought[0].new), meant=plain(_bare(first * CEILING)))


_LISTED = 12
"""Cells that the sentence lists."""
_IS_PART = Text(
    "Có phải phần của 1 thay cho phần trăm: {cells}? Nếu {first} là {meant}%, gõ {meant}, hoặc đặt định dạng % cho ô.",
    "Parts of 1 instead of per cent: {cells}? If {first} is {meant}%, type {meant}, or give the cell the format %.",
)


def _bare(number: Decimal) -> int | Decimal:
    """A number without zeros at its end."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def _parts(plan: Plan, found: Bringing) -> Iterator[NewNumber]:
    """The numbers that are probably parts of 1."""
    targets = targets_of_shares(plan, versions(plan))
    for addition in found.additions:
        before = LastKnown(plan, addition.into.round.date).figures
        for change in addition.proposal.changes:
            name = change.figure
            if addition.known[name].unit.is_percentage and 0 < change.new <= 1:
                fallen = name in before and before[name].value >= FAR * change.new
                if fallen or (targets.get(name) and are_parts(_values(plan, found, name), targets[name])):
                    yield change


def _values(plan: Plan, found: Bringing, figure: str) -> list[Fraction]:
    """What all rounds say of a figure once the sheet is in them, from the first on [unit of the figure]."""
    said = {each.round.date: each.figures[figure].value for each in plan.rounds if figure in each.figures}
    for each in found.additions:
        said.update((each.into.round.date, one.new) for one in each.proposal.changes if one.figure == figure)
    return [Fraction(said[date]) for date in sorted(said)]
