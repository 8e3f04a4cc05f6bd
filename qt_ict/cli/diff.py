"""``qt-ict diff OLD NEW``."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply


def _diff(given: Given) -> Reply:
    from qt_ict.cli.states import versions
    from qt_ict.report.diff import reply
    from qt_ict.report.versions import compared

    return reply(compared(*versions(given.old, given.new, given.data)))


COMMAND = Command(
    "diff",
    Text(
        "Hai phiên bản của kế hoạch khác nhau ở đâu.\n\n"
        "Số liệu nào đã đổi, đánh giá nào đổi theo và vì số liệu nào. Mỗi phiên bản là một thư mục, hoặc một phiên bản "
        "git của kế hoạch ở --data. Tên vừa là thư mục vừa là phiên bản thì chỉ thư mục; viết TÊN~0 để chỉ phiên bản.",
        "What differs between two versions of a plan.\n\n"
        "Which figures changed, which verdicts changed with them, and because of which figure. Each version is a "
        "folder, or a git revision of the plan of --data. A name that is both means the folder; NAME~0 means the "
        "revision.",
    ),
    ("qt-ict diff my_plan_2011 my_plan", "qt-ict diff main data", "qt-ict diff HEAD~3 HEAD --format markdown"),
    ("old", "new", *DELIVERY),
    _diff,
)
