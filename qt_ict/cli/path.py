"""``qt-ict path INDICATOR``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _path(given: Given) -> Reply:
    from qt_ict.cli.asking import answered_on_indicator
    from qt_ict.report.path import reply

    return reply(answered_on_indicator(given), half_years=given.every == "half-year")


COMMAND = Command(
    "path",
    Text(
        "Lộ trình của một chỉ tiêu.\n\n"
        "Mức cần đạt từng năm theo mỗi thang, số thực tế, dự phóng theo mức tăng đã có; có biểu đồ.",
        "The path of one indicator.\n\n"
        "Year by year the value due on each scale, what was observed, where the pace so far leads; with a chart.",
    ),
    (
        "qt-ict path tv",
        "qt-ict path tv --add households_with_tv=2000",
        "qt-ict path internet_users --data examples/vietnam --every half-year",
    ),
    ("indicator", "every", "add", "by", "as_of", "carry", *DELIVERY),
    _path,
)
