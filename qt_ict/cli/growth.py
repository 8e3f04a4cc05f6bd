"""``qt-ict growth``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _growth(given: Given) -> Reply:
    from qt_ict.cli.asking import answered
    from qt_ict.report.growth import reply

    return reply(answered(given))


COMMAND = Command(
    "growth",
    Text(
        "Tăng trưởng cần thiết mỗi năm.\n\nTrên ba thang (tuyến tính, tăng kép, log-odds) và theo số lượng.",
        "Required growth every year.\n\nOn three scales (linear, compound, log-odds) and in whole things.",
    ),
    ("qt-ict growth --year 2015", "qt-ict growth --year 2020 --sort gap --lang vi"),
    (*WHICH, "status", "sort", "growth", "by", "round", "as_of", "carry", *DELIVERY),
    _growth,
)
