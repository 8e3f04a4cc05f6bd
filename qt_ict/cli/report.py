"""``qt-ict report``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _report(given: Given) -> Reply:
    from qt_ict.cli.asking import asked
    from qt_ict.report.plan_report.whole import reply

    return reply(*asked(given))


COMMAND = Command(
    "report",
    Text(
        "Báo cáo để gửi đi.\n\nTrang web, Word, Excel hoặc Markdown theo đuôi tệp của -o; không có -o thì in Markdown. "
        "Mặc định bằng ngôn ngữ đầu tiên của kế hoạch.",
        "A report to hand on.\n\nWeb page, Word, Excel or Markdown by the ending of -o; Markdown is printed without "
        "it. In the first language of the plan by default.",
    ),
    (
        "qt-ict report -o report.html",
        "qt-ict report -o report.docx --year 2015",
        "qt-ict report -o report.xlsx --lang en",
    ),
    (*WHICH, "growth", "as_of", "carry", "report_form", "output", "force", "data", "document_lang"),
    _report,
    usual="markdown",
)
