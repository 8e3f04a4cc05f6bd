"""``qt-ict explain NAME``: an indicator, a target, or the rule behind a code."""

import re

from qt_ict.cli.command import Command
from qt_ict.cli.given import DELIVERY, Given
from qt_ict.language import Text
from qt_ict.report.reply import Reply

_CODE = re.compile(r"qt[0-9]*\Z", re.IGNORECASE)
"""What the code of a rule looks like, or its beginning."""


def _explain(given: Given) -> Reply:
    if _CODE.match(given.name) or "-" in given.name:
        from qt_ict.report import rule as manual

        rules = manual.known_rules(given.name) if _CODE.match(given.name) else manual.rules_named(given.name)
        if rules:
            return manual.reply(rules)
    from qt_ict.cli.asking import asked
    from qt_ict.report.explain import explain, reply

    plan, question = asked(given)
    return reply(explain(plan, given.name, question))


COMMAND = Command(
    "explain",
    Text(
        "Một chỉ tiêu hoặc mục tiêu, đầy đủ.\n\n"
        "Công thức, số liệu với tệp và dòng, từng bước tính, lý do nếu phải dừng."
        " Hoặc quy tắc của một mã như QT401.",
        "One indicator or target in full.\n\n"
        "Formula, inputs with file and line, each step of the arithmetic, the reason if it stops."
        " Or the rule behind a code such as QT401.",
    ),
    ("qt-ict explain tv_2015", "qt-ict explain computer_and_broadband --lang vi", "qt-ict explain QT401"),
    ("name", "growth", "round", "carry", *DELIVERY),
    _explain,
)
