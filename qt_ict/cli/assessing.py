"""What ``gap`` and ``growth`` share: the same targets and options, two questions."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Literal

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

StatusName = Literal["met", "not_met", "undecided", "not_measurable"]
SortName = Literal["plan", "year", "attainment", "gap", "shortfall", "status", "agency"]

Module = Callable[[], Any]
"""Gives the module of a report, imported only when its command runs."""


def register(commands: Commands, o: Options, name: str, about: Text, lines: tuple[str, ...], report: Module) -> None:
    """Add a command that assesses targets."""

    @commands.command(name, about, lines)
    def command(
        year: Annotated[int | None, o.year] = None,
        domain: Annotated[str | None, o.domain] = None,
        agency: Annotated[str | None, o.agency] = None,
        status: Annotated[StatusName | None, o.status] = None,
        sort: Annotated[SortName, o.sort] = "plan",
        growth: Annotated[list[str] | None, o.growth] = None,
        round: Annotated[str | None, o.round] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.growth_rates import rates
        from qt_ict.cli.plan import loaded
        from qt_ict.cli.rounds import choice
        from qt_ict.report.assessed import assessed
        from qt_ict.report.selection import Selection

        plan = loaded(data)
        selection = Selection(year, domain, agency, status, sort)
        found = assessed(plan, selection, rates(growth or (), plan.plan), choice(plan.plan, round, carry or ()))
        module, where = report(), Output(lang, form, output, force)
        where.deliver(lambda: module.page(found), lambda: module.document(found), module.COLUMNS)
