"""From what a command line says to a question about a plan."""

from qt_ict.cli.choices import choice
from qt_ict.cli.given import Given
from qt_ict.cli.growth_rates import rates
from qt_ict.cli.plans import loaded
from qt_ict.diagnostics.refusal import unknown
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.methods.series import Method
from qt_ict.model.plan import Plan
from qt_ict.report.answer import Answer, answer, answer_on
from qt_ict.report.question import Question, Selection


def question(given: Given, plan: Plan) -> Question:
    """What is asked of a plan.

    Raises:
        Refusal: A date, rate, figure or method is not understood.
    """
    return Question(
        Selection(given.year, given.domain, given.agency, given.status, given.sort),
        choice(plan, given.round, given.carry or (), given.as_of),
        rates(given.growth or (), plan),
        known_method(given.method) if given.method else None,
    )


def asked(given: Given) -> tuple[Loaded, Question]:
    """The plan of a command line, and what is asked of it.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: What is asked is not understood.
    """
    plan = loaded(given.data)
    return plan, question(given, plan.plan)


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
    return answer_on(*asked(given), given.indicator)


def known_method(name: str) -> Method:
    """The method of a name.

    Raises:
        Refusal: There is none.
    """
    from qt_ict.methods.by_name import METHODS

    if name not in METHODS:
        raise unknown(Text("phương pháp", "method"), name, {id_: each.title for id_, each in METHODS.items()})
    return METHODS[name]
