"""``qt-ict explain NAME``: an indicator, a target, or the rule behind a code."""

import re
from pathlib import Path
from typing import Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Một chỉ tiêu hoặc mục tiêu, đầy đủ.\n\nCông thức, số liệu với tệp và dòng, từng bước tính, lý do nếu phải dừng."
    " Hoặc quy tắc của một mã như QT401.",
    "One indicator or target in full.\n\n"
    "Formula, inputs with file and line, each step of the arithmetic, the reason if it stops."
    " Or the rule behind a code such as QT401.",
)
_EXAMPLES = ("qt-ict explain tv_2015", "qt-ict explain computer_and_broadband --lang vi", "qt-ict explain QT401")
_CODE = re.compile(r"qt[0-9]*\Z", re.IGNORECASE)
"""What the code of a rule looks like, or its beginning."""


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("explain", _ABOUT, _EXAMPLES)
    def explain(
        name: Annotated[str, o.name],
        growth: Annotated[list[str] | None, o.growth] = None,
        round: Annotated[str | None, o.round] = None,
        carry: Annotated[list[str] | None, o.carry] = None,
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        where = Output(lang, form, output, force)
        if (_CODE.match(name) or "-" in name) and _rules_explained(name, where):
            return
        from qt_ict.cli.growth_rates import rates
        from qt_ict.cli.plan import loaded
        from qt_ict.cli.rounds import choice
        from qt_ict.report import explain as report

        plan = loaded(data)
        found = report.explain(plan, name, rates(growth or (), plan.plan), choice(plan.plan, round, carry or ()))
        where.deliver(lambda: report.page(found), lambda: report.document(found), report.columns(found))


def _rules_explained(name: str, where: Output) -> bool:
    """Deliver the manual pages of the rules of a code or name; False where there are none."""
    from qt_ict.report import rule as manual

    rules = manual.known_rules(name) if _CODE.match(name) else manual.rules_named(name)
    if rules:
        where.deliver(lambda: manual.page(rules), lambda: manual.document(rules), manual.COLUMNS)
    return bool(rules)
