"""``qt-ict show``."""

from pathlib import Path
from typing import Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Số liệu và chỉ tiêu của một đợt, mặc định là năm gốc.\n\n"
    "Tử số, mẫu số, giá trị tính được bên cạnh giá trị in trong văn bản.",
    "Figures and indicators of one round, the baseline by default.\n\n"
    "Numerator, denominator, computed value beside the one the document prints.",
)
_EXAMPLES = ("qt-ict show --domain households", "qt-ict show --round 2012-07-17 --lang vi")


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("show", _ABOUT, _EXAMPLES)
    def show(
        domain: Annotated[str | None, o.domain] = None,
        round: Annotated[str | None, o.shown_round] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.plan import loaded
        from qt_ict.cli.rounds import choice
        from qt_ict.report import show as report

        plan = loaded(data)
        named = choice(plan.plan, round).round
        found = report.show(plan.seen_in(named) if named else plan, domain)
        Output(lang, form, output, force).deliver(
            lambda: report.page(found), lambda: report.document(found), report.COLUMNS
        )
