"""``qt-ict targets``."""

from pathlib import Path
from typing import Annotated

from qt_ict.cli.assessing import SortName, StatusName
from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Mọi mục tiêu của kế hoạch.\n\nNguồn, cơ quan, cách đo; và ai phải báo cáo gì cho ai.",
    "All targets of the plan.\n\nSource, agency, how they are measured; and who reports what to whom.",
)
_EXAMPLES = (
    "qt-ict targets --year 2020",
    "qt-ict targets --unmeasured",
    "qt-ict targets --agency so_gddt --lang vi",
)


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("targets", _ABOUT, _EXAMPLES)
    def targets(
        unmeasured: Annotated[bool, o.unmeasured] = False,
        year: Annotated[int | None, o.year] = None,
        domain: Annotated[str | None, o.domain] = None,
        agency: Annotated[str | None, o.agency] = None,
        status: Annotated[StatusName | None, o.status] = None,
        sort: Annotated[SortName, o.sort] = "plan",
        round: Annotated[str | None, o.round] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.plan import loaded
        from qt_ict.cli.rounds import choice
        from qt_ict.report import targets as report
        from qt_ict.report.assessed import assessed
        from qt_ict.report.selection import Selection

        plan = loaded(data)
        found = assessed(plan, Selection(year, domain, agency, status, sort), {}, choice(plan.plan, round))
        if unmeasured:
            found = report.unmeasured(found)
        Output(lang, form, output, force).deliver(
            lambda: report.page(found), lambda: report.document(found), report.COLUMNS
        )
