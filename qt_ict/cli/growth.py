"""``qt-ict growth``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import ON_SCREEN, WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _growth(given: Given) -> Reply:
    from qt_ict.cli.asking import answered
    from qt_ict.report.growth import reply

    return reply(answered(given))


COMMAND = Command(
    "growth",
    Text(
        "Mức tăng cần thiết mỗi năm.\n\nTheo ba thang (tuyến tính, tăng bình quân năm, logit) và theo số lượng.",
        "Required growth every year.\n\nOn three scales (linear, compound, logit) and in whole things.",
    ),
    ("qt-ict growth --year 2015", "qt-ict growth --year 2020 --sort gap --lang vi"),
    (*WHICH, "status", "sort", "growth", "by", "round", "as_of", "carry", *ON_SCREEN),
    _growth,
)
