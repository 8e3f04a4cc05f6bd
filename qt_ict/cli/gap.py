"""``qt-ict gap``."""

from typing import Any

from qt_ict.cli import assessing
from qt_ict.cli.help import Commands
from qt_ict.cli.options import Options
from qt_ict.language import Text

_ABOUT = Text(
    "Khoảng cách đến mục tiêu.\n\nNăm gốc ở đâu, kế hoạch hứa gì, đã đạt bao nhiêu, còn thiếu bao nhiêu.",
    "Gaps to the targets.\n\nWhere the baseline stands, what is promised, what is attained, what is missing.",
)
_EXAMPLES = (
    "qt-ict gap --year 2015",
    "qt-ict gap --year 2015 --domain households --growth households=1.2%",
    "qt-ict gap --sort shortfall -o gap.csv",
)


def register(commands: Commands, options: Options) -> None:
    """Add the command."""
    assessing.register(commands, options, "gap", _ABOUT, _EXAMPLES, _report)


def _report() -> Any:
    from qt_ict.report import gap

    return gap
