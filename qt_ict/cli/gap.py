"""``qt-ict gap``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _gap(given: Given) -> Reply:
    from qt_ict.cli.asking import answered
    from qt_ict.report.gap import reply

    return reply(answered(given))


COMMAND = Command(
    "gap",
    Text(
        "Khoảng cách đến mục tiêu.\n\nNăm gốc ở đâu, kế hoạch hứa gì, đã đạt bao nhiêu, còn thiếu bao nhiêu.",
        "Gaps to the targets.\n\nWhere the baseline stands, what is promised, what is attained, what is missing.",
    ),
    (
        "qt-ict gap --year 2015",
        "qt-ict gap --year 2015 --domain households --growth households=1.2%",
        "qt-ict gap --year 2015 --add households_with_tv=2000",
        "qt-ict gap --sort shortfall -o gap.xlsx",
    ),
    (*WHICH, "status", "sort", "growth", "add", "by", "round", "as_of", "carry", *DELIVERY),
    _gap,
)
