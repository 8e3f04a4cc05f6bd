"""``qt-ict chart [INDICATOR]``."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Options
from qt_ict.cli.output import form_of, print_text, write_bytes
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text

if TYPE_CHECKING:
    from qt_ict.report.charts import TargetCharts

ChartFormat = Literal["svg", "png"]

_ABOUT = Text(
    "Biểu đồ của một chỉ tiêu, dạng SVG hoặc PNG.\n\nMỗi mục tiêu một biểu đồ mức đạt và một lộ trình. "
    "Không có -o thì in SVG. Mặc định bằng tiếng Việt.",
    "Charts of one indicator, as SVG or PNG.\n\nFor each target how far it is met, and the path to it. "
    "SVG is printed without -o. In Vietnamese by default.",
)
_EXAMPLES = (
    "qt-ict chart tv -o tv.svg",
    "qt-ict chart internet_users --data examples/vietnam -o internet.png --lang en",
    "qt-ict chart --all charts --format png",
)
_BY_ENDING: dict[str, ChartFormat] = {".svg": "svg", ".png": "png", "": "svg"}


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("chart", _ABOUT, _EXAMPLES)
    def chart(
        indicator: Annotated[str | None, o.indicator] = None,
        every: Annotated[Path | None, o.all] = None,
        form: Annotated[ChartFormat | None, o.chart_format] = None,
        as_of: Annotated[str | None, o.as_of] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language | None, o.document_lang] = None,
    ) -> None:
        from qt_ict.cli.folders import say_written, write_all
        from qt_ict.cli.languages import document_language
        from qt_ict.cli.tracking import plan_and_choice
        from qt_ict.report.charts import charts, charts_of

        _require_one(indicator, every, output)
        form = form_of(form, output, _BY_ENDING)
        language = document_language(lang, os.environ)
        found = plan_and_choice(data, as_of, carry)
        if every is not None:
            pictures = {f"{name}.{form}": _drawn(drawn, form, language) for name, drawn in charts(*found).items()}
            write_all(every, pictures, force)
            say_written(every, len(pictures), language)
            return
        content = _drawn(charts_of(*found, indicator or ""), form, language)
        if output is not None:
            write_bytes(output, content, force=force)
        elif form == "svg":
            print_text(content.decode() + "\n")
        else:
            raise Refusal(
                Text("PNG không in ra màn hình", "a PNG is not printed"),
                Text("Thêm -o TỆP.png.", "Add -o FILE.png."),
            )


def _require_one(indicator: str | None, every: Path | None, output: Path | None) -> None:
    """One indicator or all of them.

    Raises:
        Refusal: Neither, or both.
    """
    if indicator is not None and every is not None:
        raise Refusal(
            Text(
                "--all ghi mọi chỉ tiêu, không chỉ {indicator}", "--all writes every indicator, not only {indicator}"
            ).fill(indicator=indicator),
            Text("Bỏ --all, hoặc bỏ {indicator}.", "Leave out --all, or {indicator}.").fill(indicator=indicator),
        )
    if indicator is None and every is None:
        raise Refusal(
            Text("cần một chỉ tiêu, hoặc --all THƯ_MỤC", "one indicator is needed, or --all DIR"),
            Text("Xem các chỉ tiêu: qt-ict show.", "See the indicators: qt-ict show."),
        )
    if every is not None and output is not None:
        raise Refusal(
            Text("--all ghi vào thư mục của nó, không dùng -o", "--all writes into its folder and takes no -o"),
            Text("Bỏ -o; dạng tệp: --format svg|png.", "Leave out -o; the form of the files: --format svg|png."),
        )


def _drawn(charts: "Sequence[TargetCharts]", form: ChartFormat, language: Language) -> bytes:
    """The charts as a picture.

    Raises:
        Refusal: What makes PNG is not installed.
    """
    from qt_ict.cli.extras import report_extra
    from qt_ict.presentation.svg.stacked import stacked_svg

    svg = stacked_svg(charts, language)
    if form == "svg":
        return svg.encode()
    with report_extra():
        from qt_ict.presentation.svg.png import png
    return png(svg)
