"""``qt-ict methods INDICATOR``."""

from pathlib import Path
from typing import Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Cùng số liệu, mọi phương pháp đã công bố.\n\nTrị số, điểm, kết luận cạnh nhau, và chỗ bất đồng.",
    "The same figures under every published method.\n\nValue, score and status side by side, and where they disagree.",
)
_EXAMPLES = ("qt-ict methods internet_users --data examples/vietnam --as-of 2012-12-31",)


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("methods", _ABOUT, _EXAMPLES)
    def methods(
        indicator: Annotated[str, o.indicator],
        as_of: Annotated[str | None, o.as_of] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.tracking import of_indicator
        from qt_ict.report import methods as report

        found = of_indicator(indicator, data, as_of, carry)
        Output(lang, form, output, force).deliver(
            lambda: report.page(found), lambda: report.document(found), report.COLUMNS
        )
