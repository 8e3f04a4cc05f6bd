"""``qt-ict targets``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, WHICH, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _targets(given: Given) -> Reply:
    from qt_ict.cli.asking import answered
    from qt_ict.report.targets import reply, unmeasured

    found = answered(given)
    return reply(unmeasured(found) if given.unmeasured else found)


COMMAND = Command(
    "targets",
    Text(
        "Mọi mục tiêu của kế hoạch.\n\nNguồn, cơ quan, cách đo; và ai phải báo cáo gì cho ai.",
        "All targets of the plan.\n\nSource, agency, how they are measured; and who reports what to whom.",
    ),
    (
        "qt-ict targets --year 2020",
        "qt-ict targets --unmeasured",
        "qt-ict targets --agency so_gddt --lang vi",
    ),
    ("unmeasured", *WHICH, "status", "sort", "round", "wide", *DELIVERY),
    _targets,
)
