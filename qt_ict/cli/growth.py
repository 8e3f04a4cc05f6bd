"""``qt-ict growth``."""

from typing import Any

from qt_ict.cli import assessing
from qt_ict.cli.help import Commands
from qt_ict.cli.options import Options
from qt_ict.language import Text

_ABOUT = Text(
    "Tăng trưởng cần thiết mỗi năm.\n\nTrên ba thang (tuyến tính, tăng kép, log-odds) và theo số lượng.",
    "Required growth every year.\n\nOn three scales (linear, compound, log-odds) and in whole things.",
)
_EXAMPLES = ("qt-ict growth --year 2015", "qt-ict growth --year 2020 --sort gap --lang vi")


def register(commands: Commands, options: Options) -> None:
    """Add the command."""
    assessing.register(commands, options, "growth", _ABOUT, _EXAMPLES, _report)


def _report() -> Any:
    from qt_ict.report import growth

    return growth
