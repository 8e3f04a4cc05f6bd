"""``qt-ict path INDICATOR``."""

from pathlib import Path
from typing import Annotated, Literal

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Lộ trình của một chỉ tiêu.\n\n"
    "Từng năm lẽ ra phải đạt bao nhiêu trên mỗi thang, thực tế ra sao, đà này dẫn đến đâu; có biểu đồ.",
    "The path of one indicator.\n\n"
    "Year by year the value due on each scale, what was observed, where the pace so far leads; with a chart.",
)
_EXAMPLES = (
    "qt-ict path tv",
    "qt-ict path internet_users --data examples/vietnam --every half-year",
)


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("path", _ABOUT, _EXAMPLES)
    def path(
        indicator: Annotated[str, o.indicator],
        every: Annotated[Literal["year", "half-year"], o.every] = "year",
        as_of: Annotated[str | None, o.as_of] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.tracking import of_indicator
        from qt_ict.report import path as report

        found = of_indicator(indicator, data, as_of, carry)
        half_years = every == "half-year"
        Output(lang, form, output, force).deliver(
            lambda: report.page(found, half_years), lambda: report.document(found, half_years), report.COLUMNS
        )
