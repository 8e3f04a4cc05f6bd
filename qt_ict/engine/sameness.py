"""Which indicators of several plans are the same, by what the plans themselves declare; never by how names sound."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from qt_ict.model.indicators import Indicator
from qt_ict.model.plan import Plan

MatchedBy = Literal["code", "id"]
"""What makes two indicators the same: the international code with its edition, else the id."""
MATCHED_BY: tuple[MatchedBy, ...] = ("code", "id")
Otherwise = Literal["alone", "other-unit", "other-direction", "other-edition", "other-code"]
"""Why an indicator is matched with none: no other plan has it, or what it shares with one says something else."""
OTHERWISE: tuple[Otherwise, ...] = ("alone", "other-unit", "other-direction", "other-edition", "other-code")


Member = tuple[int, str]
"""The place of a plan, from 0, and the id of one of its indicators."""
Members = list[Member]


class Same(NamedTuple):
    """An indicator that several plans have."""

    by: MatchedBy
    """What made it known; by id where one pair of the plans has nothing else."""
    ids: tuple[str | None, ...]
    """Its id in each of the plans; None where a plan has none."""


class Unmatched(NamedTuple):
    """An indicator of one plan that no other has."""

    plan: int
    """The place of its plan, from 0."""
    id: str
    why: Otherwise


def same_indicators(plans: Sequence[Plan]) -> tuple[tuple[Same, ...], tuple[Unmatched, ...]]:
    """The indicators that at least two of some plans have, in the order of the first; and those that only one has.

    Two are the same where both name the same code of the same edition, or, where not both name a code, the same id;
    and where unit of measure and better direction are the same too. Each indicator is in one group at most.

    Args:
        plans: The plans.
    """
    groups: list[Members] = []
    for place, plan in enumerate(plans):
        left = dict.fromkeys(plan.indicators)
        for way in MATCHED_BY:
            for id_ in list(left):
                group = next((each for each in groups if _fits(plans, each, (place, id_), way)), None)
                if group is not None:
                    group.append((place, id_))
                    del left[id_]
        groups += [[(place, id_)] for id_ in left]
    shared = tuple(_same(plans, group) for group in groups if len(group) > 1)
    alone = [group[0] for group in groups if len(group) == 1]
    return shared, tuple(Unmatched(*each, _why(plans, each)) for each in alone)


def _fits(plans: Sequence[Plan], group: Members, each: Member, way: MatchedBy) -> bool:
    """True where an indicator is the same as every one of a group, in a way as one; none of them is of its own plan."""
    if any(place == each[0] for place, _ in group):
        return False
    found = [_compared(plans, other, each) for other in group]
    return way in found and all(each in MATCHED_BY for each in found)


def _same(plans: Sequence[Plan], group: Members) -> Same:
    ids = dict(group)
    first, *others = group
    ways = {_compared(plans, first, other) for other in others}
    return Same("code" if ways == {"code"} else "id", tuple(ids.get(place) for place in range(len(plans))))


def _why(plans: Sequence[Plan], each: Member) -> Otherwise:
    """Why an indicator is the same as none."""
    others = ((place, id_) for place, plan in enumerate(plans) if place != each[0] for id_ in plan.indicators)
    for other in others:
        match _compared(plans, each, other):
            case None | "code" | "id":
                # What is the same as another of this plan's own belongs to that one.
                continue
            case why:
                return why
    return "alone"


def _compared(plans: Sequence[Plan], one: Member, other: Member) -> MatchedBy | Otherwise | None:
    """What makes two indicators the same, or in what they differ although they share code or id; None of others."""
    first, second = (plans[place].indicators[id_] for place, id_ in (one, other))
    way = _declared(first, second, same_id=one[1] == other[1])
    if way not in MATCHED_BY:
        return way
    if _measure(plans[one[0]], first) != _measure(plans[other[0]], second):
        return "other-unit"
    return way if first.better == second.better else "other-direction"


def _declared(one: Indicator, other: Indicator, *, same_id: bool) -> MatchedBy | Otherwise | None:
    """What code and id say of two indicators."""
    if one.code is None or other.code is None:
        return "id" if same_id else None
    if one.code != other.code:
        return "other-code" if same_id else None
    return "code" if one.edition == other.edition else "other-edition"


def _measure(plan: Plan, indicator: Indicator) -> tuple[object, ...]:
    """What tells units of measure apart, whatever their names: kind, limits; of rates per what, of others the thing."""
    unit = plan.units[indicator.unit]
    thing = None if unit.kind in ("share", "density") else indicator.unit
    return unit.kind, thing, unit.per, unit.factor, unit.least, unit.most
