"""What a command line can say: every option and argument of every command, each once."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, get_args

from qt_ict.cli.options.arguments import Arguments
from qt_ict.cli.options.by_which_figures import ByWhichFigures
from qt_ict.cli.options.into_a_round import IntoARound
from qt_ict.cli.options.parameter import Parameter
from qt_ict.cli.options.where_to import WhereTo
from qt_ict.cli.options.which_findings import WhichFindings
from qt_ict.cli.options.which_plan import WhichPlan
from qt_ict.cli.options.which_targets import WhichTargets
from qt_ict.language import Language


@dataclass(frozen=True, kw_only=True)
class Given(WhichTargets, ByWhichFigures, WhichFindings, IntoARound, WhereTo, WhichPlan, Arguments):
    """Everything that a command line says, or its default."""

    language: Language = "en"
    """The reader's."""
    command_writes_documents: bool = False
    """True of a command whose documents are handed on; whoever makes them, they are read where the plan is."""
    fits_screen: bool = False
    """True of a command whose tables fit a screen unless it is asked for all of them."""
    typed: frozenset[str] = frozenset()
    """Names of what stands on the command line itself, and not in the environment."""

    @property
    def asked_form(self) -> str | None:
        """The form asked for, whatever forms the command has."""
        return self.form or self.report_form or self.findings_form or self.chart_form


REQUIRED = frozenset(("name", "indicator", "old", "new", "old_id", "new_id", "date", "sheet_file"))
"""Arguments that a command cannot do without."""
WHICH = ("year", "domain", "agency")
"""Which targets."""
PLAN = ("data", "lang")
"""Which plan, in which language."""
DELIVERY = ("form", "output", "force", *PLAN)
"""Where the answer goes and in what form; which plan, in which language."""
ON_SCREEN = ("unfolded", "wide", *DELIVERY)
"""The same of an answer of which a screen shows the most important."""


class Taken(NamedTuple):
    """Something that a command takes."""

    type: Any
    default: Any
    how: Parameter


def _taken() -> Iterator[tuple[str, Taken]]:
    for each in fields(Given):
        match get_args(each.type):
            case (stated, Parameter() as how):
                yield each.name, Taken(stated, each.default, how)


TAKEN: dict[str, Taken] = dict(_taken())
"""Everything that commands take, by name."""
