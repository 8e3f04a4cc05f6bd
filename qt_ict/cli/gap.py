"""``qt-ict gap``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import ON_SCREEN, WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _gap(given: Given) -> Reply:
    from qt_ict.cli.asking import answered
    from qt_ict.report.gap import reply

    return reply(answered(given))


COMMAND = Command(
    "gap",
    Text(
        "Chênh lệch so với mục tiêu.\n\nGiá trị năm gốc, mục tiêu đề ra, mức đã đạt, số còn thiếu.",
        "Gaps to the targets.\n\nThe value of the baseline, the target, what is attained, what is missing.",
    ),
    (
        "qt-ict gap --year 2015",
        "qt-ict gap --year 2015 --domain households --growth households=1.2%",
        "qt-ict gap --year 2015 --add households_with_tv=2000",
        "qt-ict gap --sort shortfall -o gap.xlsx",
    ),
    (*WHICH, "status", "sort", "growth", "add", "by", "round", "as_of", "carry", *ON_SCREEN),
    _gap,
)
