"""Which rows a reader asks for, and in what order."""

from collections.abc import Callable, Iterable, Iterator

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.engine.evidence import unit_of
from qt_ict.engine.reasons import Outcome, Reason
from qt_ict.engine.standing import Standing
from qt_ict.engine.thresholds import Status
from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.report import words
from qt_ict.report.names import known
from qt_ict.report.question import Selection, SortKey


def selected(plan: Plan, rows: Iterable[Standing], selection: Selection) -> list[Standing]:
    """The rows a selection asks for, in its order; undated rows close the list.

    Raises:
        Refusal: A year, domain or agency that the plan does not have.
    """
    domain = known_domain(plan, selection.domain)
    agency = known_agency(plan, selection.agency)
    every = list(rows)
    _check_year(plan, every, selection.year)
    chosen = [
        row
        for row in of_year(every, selection.year)
        if domain in (None, row.target.domain)
        and agency in (None, row.target.agency)
        and (selection.status is None or selection.status == row.status)
    ]
    return sorted(chosen, key=_order(plan, selection.sort))


def of_year(rows: Iterable[Standing], year: int | None) -> Iterator[Standing]:
    """The rows listed under a year, all of them without one; of a target that is due every year that year."""
    for row in rows:
        if year in (None, row.year):
            yield row
        else:
            yield from (each for each in (*row.years, *row.years_to_come) if each.year == year)


def of_indicator(rows: Iterable[Standing], id_: str) -> tuple[Standing, ...]:
    """The rows whose target an indicator measures itself.

    Raises:
        Refusal: There is none.
    """
    found = tuple(row for row in rows if row.target.indicator == id_ and row.target.measure != "proxy")
    if not found:
        raise Refusal(
            Text("không có mục tiêu nào đo bằng {id}", "no target is measured by {id}").fill(id=id_),
            Text("Xem các mục tiêu: qt-ict targets.", "See the targets: qt-ict targets."),
        )
    return found


def known_domain(plan: Plan, name: str | None) -> str | None:
    """A domain's id, given by id or by name.

    Raises:
        Refusal: There is no such domain.
    """
    return known(Text("lĩnh vực", "domain"), name, plan.domains)


def known_agency(plan: Plan, name: str | None) -> str | None:
    """An agency's id, given by id or by name.

    Raises:
        Refusal: There is no such agency.
    """
    return known(Text("cơ quan", "agency"), name, plan.agencies)


def narrowed(plan: Plan, selection: Selection) -> Text:
    """Of which targets of a plan an answer speaks, as said behind the plan's name; the due year is said elsewhere."""
    said = EMPTY
    if domain := known_domain(plan, selection.domain):
        said += Text(", lĩnh vực ", ", domain: ") + plan.domains[domain].name
    if agency := known_agency(plan, selection.agency):
        said += Text(", phần việc của ", ", tasks of the ") + plan.agencies[agency].name
    if selection.status:
        said += Text(", các mục tiêu ", ", targets ") + words.STATUSES[selection.status]
    return said


def _check_year(plan: Plan, rows: Iterable[Standing], year: int | None) -> None:
    """Refuse a year in which no target is due.

    Raises:
        Refusal: There is none.
    """
    years = years_listed(plan, rows)
    if year is not None and year not in years:
        raise Refusal(
            Text("không có mục tiêu nào cho năm {year}", "no target is due in {year}").fill(year=str(year)),
            Text("Các năm có mục tiêu: {years}.", "Years with targets: {years}.").fill(years=", ".join(map(str, years)))
            if years
            else Text("Kế hoạch không có mục tiêu nào có năm.", "No target of the plan has a year."),
        )


def years_listed(plan: Plan, rows: Iterable[Standing]) -> list[int]:
    """The years under which targets are listed; of one that is due every year those in which it is judged."""
    of_yearly = (each.year for row in rows for each in (*row.years, *row.years_to_come) if each.year)
    return sorted({*of_yearly, *(each for target in plan.targets.values() for each in target.years_due)})


WITHIN_UNITS: tuple[SortKey, ...] = ("gap", "shortfall")
"""What is sorted within each unit of measure: households are never compared with schools."""


def rank_unit(row: Standing, sort: SortKey) -> str | None:
    """The unit of measure that a row is sorted within; None where it lacks the quantity."""
    if isinstance(row.distance.gap if sort == "gap" else row.distance.shortfall, Reason):
        return None
    if sort == "gap":
        return unit_of(row.plan, row.target)
    return row.observed.value.unit if row.observed else None


def _order(plan: Plan, sort: SortKey) -> Callable[[Standing], tuple[float, ...]]:
    """Keys: yearly targets after dated ones, undated last; then the wish, units of measure kept apart.

    Rows without the quantity stand after those with it. Sorting is stable, so ties keep the plan's order.
    """
    domains = list(plan.domains)
    agencies = list(plan.agencies)
    units = list(plan.units)
    statuses: list[Status] = list(WORST_FIRST)

    def key(row: Standing) -> tuple[float, ...]:
        undated = 0.0 if row.year is not None else 1.0 if is_yearly(row) else 2.0
        match sort:
            case "year":
                return undated, float(row.due_day.toordinal() if row.due_day else 0)
            case "attainment":
                return undated, *_ascending(row.distance.attainment)
            case "pace":
                return undated, *_ascending(row.course.ratio)
            case "gap" | "shortfall":
                unit = rank_unit(row, sort)
                among = float(units.index(unit) if unit else len(units))
                return undated, among, *_descending(row.distance.gap if sort == "gap" else row.distance.shortfall)
            case "status":
                return undated, float(statuses.index(row.status))
            case "agency":
                return undated, float(agencies.index(row.target.agency) if row.target.agency else len(agencies))
            case "plan":
                return undated, float(domains.index(row.target.domain))

    return key


def is_yearly(row: Standing) -> bool:
    """True of a target that is due every year."""
    return row.target.due is not None and row.target.due.kind == "yearly"


WORST_FIRST: tuple[Status, ...] = ("not_met", "undecided", "met", "not_measurable")
"""The order of statuses where rows are sorted by them."""


def _ascending(outcome: Outcome) -> tuple[float, float]:
    """By the upper end of a range: it may be as much as that."""
    if isinstance(outcome, Reason):
        return 1.0, 0.0
    return 0.0, float(outcome.high) if outcome.high is not None else float("inf")


def _descending(outcome: Outcome) -> tuple[float, float]:
    """By the lower end of a range: so much is missing for certain."""
    if isinstance(outcome, Reason):
        return 1.0, 0.0
    return 0.0, -float(outcome.low) if outcome.low is not None else float("inf")
