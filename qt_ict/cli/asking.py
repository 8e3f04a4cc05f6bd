"""From what a command line says to a question about a plan."""

from collections.abc import Iterable
from datetime import date

from qt_ict.cli.given import TAKEN, Given
from qt_ict.cli.plans import loaded
from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.engine.observations import Choice
from qt_ict.engine.standing import as_of
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.methods.series import Method
from qt_ict.model.plan import Plan
from qt_ict.nearest import ids_meant
from qt_ict.report.answer import Answer, answer, answer_on
from qt_ict.report.choices import choice
from qt_ict.report.growth_rates import rates
from qt_ict.report.question import Question, Selection
from qt_ict.report.what_if import additions, by_day


def question(given: Given, plan: Plan) -> Question:
    """What is asked of a plan.

    Raises:
        Refusal: A date, rate, figure or method is not understood.
    """
    chosen, growing = choice(plan, given.round, given.carry or (), given.as_of), rates(given.growth or (), plan)
    return Question(
        Selection(given.year, given.domain, given.agency, given.status, given.sort),
        chosen,
        growing,
        additions(given.add or (), plan, growing),
        by_day(given.by, _now(plan, chosen)),
        known_method(given.method) if given.method else None,
    )


def _now(plan: Plan, chosen: Choice) -> date:
    """The day that what is to come is counted from: that of a round asked for, else the last day known."""
    asked = next((each.round.date for each in plan.rounds if each.id == chosen.round), None)
    return asked or as_of(plan, chosen)


def with_reference(asked: Question, given: Given, plan: Loaded) -> Question:
    """A question that says itself whose past cases are counted.

    Raises:
        Broken: Something is wrong with the file of the class.
        Refusal: There is no such class or area.
    """
    if given.reference is None and given.without is None:
        return asked
    from qt_ict.report.reference_classes import area_of, reference_named, without_alone

    if given.reference is None:
        raise without_alone()
    reference = reference_named(given.reference, plan)
    return asked._replace(reference=reference, without=area_of(given.without, reference))


def asked(given: Given) -> tuple[Loaded, Question]:
    """The plan of a command line, and what is asked of it.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: What is asked is not understood.
    """
    plan = loaded(given.data)
    return plan, with_reference(question(given, plan.plan), given, plan)


def answered(given: Given) -> Answer:
    """The targets that a command line asks for.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: What is asked is not understood, or names something that the plan does not have.
    """
    return answer(*asked(given))


def answered_on_indicator(given: Given) -> Answer:
    """The targets of the indicator that a command line names.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: There is no such indicator, or no target of its own; or what is asked is not understood.
    """
    return answer_on(*asked(given), given.indicator or given.any_indicator or "")


def only_of_a_plan(given: Given, names: Iterable[str]) -> None:
    """Refuse what has no meaning for a table of series.

    Raises:
        Refusal: Something of that kind stands on the command line.
    """
    typed = [TAKEN[name].how for name in names if name in given.typed]
    named = ", ".join(each.names[0] if each.names else each.metavar or "" for each in typed)
    if named:
        raise Refusal(
            Text("{named} chỉ dùng cho kế hoạch, không cho --input", "{named} is for a plan, not for --input").fill(
                named=named
            ),
            Text("Bỏ {named}, hoặc bỏ --input.", "Leave out {named}, or leave out --input.").fill(named=named),
        )


def only_of_a_table(given: Given) -> None:
    """Refuse what says how a table of series is written, where there is none.

    Raises:
        Refusal: Something of that kind stands on the command line.
    """
    named = ", ".join(TAKEN[name].how.names[0] for name in ("columns", "numbers", "last_year") if name in given.typed)
    if named:
        raise Refusal(
            Text("{named} chỉ dùng cùng --input", "{named} goes with --input").fill(named=named),
            Text("Thêm --input, hoặc bỏ {named}.", "Add --input, or leave out {named}.").fill(named=named),
        )


def known_method(name: str) -> Method:
    """The method of a name.

    Raises:
        Refusal: There is none.
    """
    from qt_ict.methods.by_name import METHODS

    titles = {id_: each.title for id_, each in METHODS.items()}
    found = ids_meant(name, titles)
    if len(found) != 1:
        raise unknown(Text("phương pháp", "method"), name, titles)
    return METHODS[found[0]]
