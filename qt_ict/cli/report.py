"""``qt-ict report``."""

import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Options
from qt_ict.cli.output import form_of, print_text, write_bytes
from qt_ict.language import Language, Text

if TYPE_CHECKING:
    from qt_ict.report.plan_report.description import PlanReport

_ABOUT = Text(
    "Báo cáo để gửi đi.\n\nTrang web, Word, Excel hoặc Markdown theo đuôi tệp của -o; không có -o thì in Markdown. "
    "Mặc định bằng tiếng Việt.",
    "A report to hand on.\n\nWeb page, Word, Excel or Markdown by the ending of -o; Markdown is printed without it. "
    "In Vietnamese by default.",
)
_EXAMPLES = (
    "qt-ict report -o report.html",
    "qt-ict report -o report.docx --year 2015",
    "qt-ict report -o report.xlsx --lang en",
)
_BY_ENDING = {".html": "html", ".docx": "docx", ".xlsx": "xlsx", ".md": "md", "": "md"}
_DRAWINGS = {
    "html": ("qt_ict.presentation.html.page", "html"),
    "docx": ("qt_ict.presentation.word.document", "word"),
    "xlsx": ("qt_ict.presentation.excel.workbook", "excel"),
    "md": ("qt_ict.presentation.plan_markdown", "plan_markdown"),
}
"""The modules that draw a report, with their functions."""


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("report", _ABOUT, _EXAMPLES)
    def report(
        year: Annotated[int | None, o.year] = None,
        domain: Annotated[str | None, o.domain] = None,
        agency: Annotated[str | None, o.agency] = None,
        growth: Annotated[list[str] | None, o.growth] = None,
        as_of: Annotated[str | None, o.as_of] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language | None, o.document_lang] = None,
    ) -> None:
        from qt_ict.cli.growth_rates import rates
        from qt_ict.cli.languages import document_language
        from qt_ict.cli.tracking import plan_and_choice
        from qt_ict.report.plan_report.content import plan_report
        from qt_ict.report.selection import Selection

        form = form_of(None, output, _BY_ENDING, option=None)
        language = document_language(lang, os.environ)
        draw = _drawing(form)
        plan, chosen = plan_and_choice(data, as_of, carry)
        found = plan_report(plan, Selection(year, domain, agency), rates(growth or (), plan.plan), chosen)
        content = draw(found, language)
        if output is None and isinstance(content, str):
            print_text(content)
        elif output is not None:
            write_bytes(output, content.encode() if isinstance(content, str) else content, force=force)


def _drawing(form: str) -> "Callable[[PlanReport, Language], str | bytes]":
    """What draws a report in a form; its libraries are imported here and nowhere before.

    Raises:
        Refusal: They are not installed.
    """
    from qt_ict.cli.extras import report_extra

    module, name = _DRAWINGS[form]
    with report_extra():
        draw: Callable[[PlanReport, Language], str | bytes] = getattr(import_module(module), name)
    return draw
