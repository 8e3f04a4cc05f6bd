"""From what a command line says to a question about a plan."""

from collections.abc import Iterable

from qt_ict.cli.given import TAKEN, Given
from qt_ict.cli.placeholders import placeholder
from qt_ict.cli.plans import loaded
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.report.answer import Answer, answer, answer_on
from qt_ict.report.question import Question, Selection
from qt_ict.report.said_question import SaidQuestion


def asked(given: Given) -> tuple[Loaded, Question]:
    """The plan of a command line, and what is asked of it.

    Raises:
        Broken: The plan cannot be loaded.
        Refusal: What is asked is not understood.
    """
    plan = loaded(given.data)
    said = SaidQuestion(
        Selection(given.year, given.domain, given.agency, given.status, given.sort),
        given.round,
        given.as_of,
        given.carry or (),
        given.growth or (),
        given.add or (),
        by=given.by,
        method=given.method or None,
        reference=given.reference,
        without=given.without,
    )
    return plan, said.question(plan)


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
    named = Text.each(
        lambda language: ", ".join(
            each.names[0] if each.names else placeholder(each.metavar or "", language) for each in typed
        )
    )
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
