"""``--round``, ``--carry`` and ``--as-of``: which rounds count, checked against the plan."""

from collections.abc import Iterable
from datetime import date

from qt_ict.arithmetic.typed_dates import looks_like_date, meant_among, period
from qt_ict.diagnostics.finding import LONGEST_ASKED, excerpt
from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.engine.observations import Choice
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.nearest import is_called
from qt_ict.report.growth_rates import known_denominator
from qt_ict.wording.dates import day as said_day


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
    carried = dict.fromkeys(known_denominator(each, plan) for each in carry)
    return Choice(_round(plan, named), tuple(carried), _as_of(plan, as_of))


def day(written: str, option: str) -> date:
    """A day as people write it: 2012-06-30 or 30/6/2012; of a month, a quarter or a year its last day.

    Args:
        written: What was typed.
        option: The option that it was typed for.

    Raises:
        Refusal: There is no such day.

    >>> day("30/6/2012", "--as-of") == day("2012-06", "--as-of") == day("6/2012", "--as-of")
    True
    >>> day("2012", "--as-of"), day("2012-Q2", "--as-of")
    (datetime.date(2012, 12, 31), datetime.date(2012, 6, 30))
    """
    found = period(written)
    if found is None:
        raise Refusal(
            Text("{option}: {written} không phải là một ngày", "{option}: {written} is no day").fill(
                option=option, written=excerpt(written, LONGEST_ASKED)
            ),
            Text(
                "Viết năm-tháng-ngày, như 2012-06-30; hoặc một tháng, một quý, một năm, tức là ngày cuối: 2012-06, "
                "2012-Q2, 2012.",
                "Write year-month-day, such as 2012-06-30; or a month, quarter or year for its last day: 2012-06, "
                "2012-Q2, 2012.",
            ),
        )
    return found.last


def _round(plan: Plan, named: str | None) -> str | None:
    if named is None:
        return None
    ids = {each.id: each.round.name for each in plan.rounds}
    if named in ids:
        return named
    if looks_like_date(named):
        day(named, "--round")
        found = meant_among(named, {each.id: each.round.date for each in plan.rounds})
        if len(found) == 1:
            return found[0]
    called = [id_ for id_, name in ids.items() if is_called(name, named)]
    if len(called) == 1:
        return called[0]
    raise unknown(Text("đợt số liệu", "round"), named, ids)


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
