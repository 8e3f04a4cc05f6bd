"""``qt-ict explain NAME``."""

from pathlib import Path
from typing import Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Một chỉ tiêu hoặc mục tiêu, đầy đủ.\n\nCông thức, số liệu với tệp và dòng, từng bước tính, lý do nếu phải dừng.",
    "One indicator or target in full.\n\n"
    "Formula, inputs with file and line, each step of the arithmetic, the reason if it stops.",
)
_EXAMPLES = ("qt-ict explain tv_2015", "qt-ict explain computer_and_broadband --lang vi")


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("explain", _ABOUT, _EXAMPLES)
    def explain(
        name: Annotated[str, o.name],
        growth: Annotated[list[str] | None, o.growth] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.growth_rates import rates
        from qt_ict.cli.plan import loaded
        from qt_ict.report import explain as report

        plan = loaded(data)
        found = report.explain(plan, name, rates(growth or (), plan.plan))
        Output(lang, form, output, force).deliver(
            lambda: report.page(found), lambda: report.document(found), report.columns(found)
        )
