"""``--round``, ``--carry`` and ``--as-of``: which rounds count, checked against the plan."""

import re
from collections.abc import Iterable
from datetime import date

from qt_ict.cli.growth_rates import known_denominator
from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.engine.observations import Choice
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.wording.dates import day as said_day

_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})\Z|([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})\Z")


def choice(plan: Plan, named: str | None = None, carry: Iterable[str] = (), as_of: str | None = None) -> Choice:
    """The rounds a reader asks for.

    Args:
        plan: The plan.
        named: Id or date of the round; None takes the latest that has all figures of an indicator.
        carry: Denominators taken from an older round where a later one lacks them.
        as_of: The last day that counts.

    Raises:
        Refusal: There is no such round or denominator, or the date is none.
    """
    carried = dict.fromkeys(known_denominator(each.replace("-", "_"), plan) for each in carry)
    return Choice(_round(plan, named), tuple(carried), _as_of(plan, as_of))


def day(written: str, option: str) -> date:
    """A day as people write it: 2012-06-30 or 30/6/2012.

    Raises:
        Refusal: There is no such day.

    >>> day("30/6/2012", "--as-of") == day("2012-06-30", "--as-of")
    True
    """
    found = _DAY.match(written.strip())
    try:
        if found:
            parts = found.group(1, 2, 3) if found.group(1) else found.group(6, 5, 4)
            return date(*map(int, parts))
    except ValueError:
        pass
    raise Refusal(
        Text("{option}: {written} không phải là một ngày", "{option}: {written} is no day").fill(
            option=option, written=written
        ),
        Text("Viết năm-tháng-ngày, như 2012-06-30.", "Write year-month-day, such as 2012-06-30."),
    )


def _round(plan: Plan, named: str | None) -> str | None:
    if named is None:
        return None
    ids = {each.id: each.round.name for each in plan.rounds}
    if named in ids:
        return named
    if _DAY.match(named):
        asked = day(named, "--round")
        for each in plan.rounds:
            if each.round.date == asked:
                return each.id
    raise unknown(Text("đợt khảo sát", "round"), named, ids)


def _as_of(plan: Plan, written: str | None) -> date | None:
    if written is None:
        return None
    asked, first = day(written, "--as-of"), plan.baseline.round.date
    if asked < first:
        raise Refusal(
            Text("--as-of {asked} trước năm gốc", "--as-of {asked} lies before the baseline").fill(
                asked=said_day(asked)
            ),
            Text("Năm gốc: {first}.", "The baseline is of {first}.").fill(first=said_day(first)),
        )
    return asked
