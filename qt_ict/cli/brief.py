"""``qt-ict brief``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _brief(given: Given) -> Reply:
    from qt_ict.cli.asking import asked
    from qt_ict.report.brief.one_page import reply

    return reply(*asked(given))


COMMAND = Command(
    "brief",
    Text(
        "Một trang cho cuộc họp.\n\nTình hình chung, mục tiêu thấp nhất, khả năng đạt, việc cần quyết định; mặc định "
        "là năm đích gần nhất.",
        "One page for a committee.\n\nThe state, what is worst, what is likely, what is to be decided; of the next due "
        "year by default.",
    ),
    (
        "qt-ict brief",
        "qt-ict brief --add households_with_tv=2000",
        "qt-ict brief --year 2020 -o brief.docx",
    ),
    (*WHICH, "growth", "add", "by", "as_of", "carry", *DELIVERY),
    _brief,
)
