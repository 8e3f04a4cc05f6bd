"""``qt-ict methods INDICATOR``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import ON_SCREEN, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _methods(given: Given) -> Reply:
    from qt_ict.cli.asking import answered_on_indicator
    from qt_ict.report.methods import reply

    return reply(answered_on_indicator(given))


COMMAND = Command(
    "methods",
    Text(
        "Cùng số liệu, mọi phương pháp đã công bố.\n\nTrị số, điểm, đánh giá cạnh nhau, và chỗ không thống nhất.",
        "The same figures under every published method.\n\n"
        "Value, score and status side by side, and where they disagree.",
    ),
    ("qt-ict methods internet_users --data examples/vietnam --as-of 2012-12-31",),
    ("indicator", "as_of", "carry", *ON_SCREEN),
    _methods,
)
