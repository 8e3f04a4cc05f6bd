"""``qt-ict chart [INDICATOR]``."""

from pathlib import Path
from typing import TYPE_CHECKING

from qt_ict.cli.command import Command
from qt_ict.cli.given import Given
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.report.reply import Reply

if TYPE_CHECKING:
    from qt_ict.report.answer import Answer


def _chart(given: Given) -> Reply | None:
    from qt_ict.cli.asking import answered
    from qt_ict.report.chart import reply

    _require_one(given)
    found = answered(given)
    if given.all is None:
        return reply(found, given.any_indicator or "")
    _write_all(found, given, given.all)
    return None


def _write_all(found: "Answer", given: Given, folder: Path) -> None:
    """Write the charts of every indicator into a folder."""
    from qt_ict.cli.delivery import language_of
    from qt_ict.cli.folders import say_written, write_all
    from qt_ict.presentation.formats import Setting, chosen, named
    from qt_ict.report.chart import charts, of_charts

    language = language_of(given, found.plan.readers)
    form = chosen(given.chart_form, None, "svg", named("charts"))
    replies = {name: of_charts(drawn, language) for name, drawn in charts(found).items()}
    pictures = {
        f"{name}{form.endings[0]}": form.in_file(form.written(each, Setting(language))[0])
        for name, each in replies.items()
    }
    write_all(folder, pictures, given.force)
    say_written(folder, len(pictures), language)


def _require_one(given: Given) -> None:
    """One indicator or all of them.

    Raises:
        Refusal: Neither, or both.
    """
    indicator, every, output = given.any_indicator, given.all, given.output
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


COMMAND = Command(
    "chart",
    Text(
        "Biểu đồ của một chỉ tiêu, dạng SVG hoặc PNG.\n\nMỗi mục tiêu một biểu đồ mức đã đạt và một lộ trình. "
        "Không có -o thì in SVG. Mặc định bằng ngôn ngữ đầu tiên của kế hoạch.",
        "Charts of one indicator, as SVG or PNG.\n\nFor each target how far it is met, and the path to it. "
        "SVG is printed without -o. In the first language of the plan by default.",
    ),
    (
        "qt-ict chart tv -o tv.svg",
        "qt-ict chart internet_users --data examples/vietnam -o internet.png --lang en",
        "qt-ict chart --all charts --format png",
    ),
    ("any_indicator", "all", "chart_form", "as_of", "carry", "output", "force", "data", "document_lang"),
    _chart,
    usual="svg",
)
