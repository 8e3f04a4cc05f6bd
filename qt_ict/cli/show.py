"""``qt-ict show``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _show(given: Given) -> Reply:
    from qt_ict.cli.plans import loaded
    from qt_ict.report.show import inventory, reply

    return reply(inventory(loaded(given.data), given.domain, given.shown_round))


COMMAND = Command(
    "show",
    Text(
        "Số liệu và chỉ tiêu của một đợt, mặc định là năm gốc.\n\n"
        "Tử số, mẫu số, giá trị tính được bên cạnh giá trị in trong văn bản.",
        "Figures and indicators of one round, the baseline by default.\n\n"
        "Numerator, denominator, computed value beside the one the document prints.",
    ),
    ("qt-ict show --domain households", "qt-ict show --round 2012-07-17 --lang vi"),
    ("domain", "shown_round", "wide", *DELIVERY),
    _show,
)
