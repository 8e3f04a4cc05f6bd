"""What stands beside an answer where its question assumes something, or names a day to meet the targets by."""

from collections.abc import Iterable, Iterator

from qt_ict.engine.standing import Standing
from qt_ict.language import Text
from qt_ict.report import assumed, needed
from qt_ict.report.answer import Answer
from qt_ict.report.assumed import ASSUMED
from qt_ict.report.document import Cell, Part
from qt_ict.report.field import Field, Fields
from qt_ict.report.gap_fields import STATUS
from qt_ict.report.needed import BY

WHAT_IF: Fields[Answer] = (ASSUMED, BY)
"""What rows say where something is assumed, and where a day is asked about."""


def asked(answer: Answer, fields: Fields[Answer]) -> Fields[Answer]:
    """The fields of a row, and those of what is assumed and of the day asked about where the question says so."""
    question = answer.question
    return (*fields, *((ASSUMED,) if question.additions else ()), *((BY,) if question.by else ()))


def parts(answer: Answer, status: Field[Answer, Standing] = STATUS) -> tuple[Part, ...]:
    """What is assumed and what follows, and what it takes by a day: apart from what the data say.

    Args:
        answer: The answer.
        status: What stands beside the assumed status: that of the data.
    """
    question = answer.question
    supposed = (assumed.part(answer, status),) if question.additions else ()
    return (*supposed, *((needed.part(answer),) if question.by else ()))


def stated(answer: Answer, row: Standing) -> Iterator[tuple[Text, Cell]]:
    """The same of one target, as labelled facts."""
    yield from assumed.stated(answer, row)
    yield from needed.stated(answer, row)


_OF_THESE = Text(" (các mục tiêu nêu trên)", " (those above)")


def in_short(answer: Answer, listed: Iterable[Standing]) -> tuple[Part, ...]:
    """The same in a sentence a target, for a page that has no room for tables.

    Args:
        answer: The answer.
        listed: The targets of which it is said what they take by the day asked about.
    """
    found = []
    if answer.question.additions:
        said = assumed.sentences(answer)
        found.append(Part("assumed", assumed.heading(answer), said))
    if answer.question.by:
        found.append(Part("by", needed.by_heading(answer) + _OF_THESE, tuple(needed.sentences(answer, listed))))
    return tuple(found)
