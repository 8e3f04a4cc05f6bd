"""The one exception that a caller meets: what is wrong with a plan or a question, in words and as rows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from qt_ict.diagnostics.refusal import Broken, Refusal
from qt_ict.language import LANGUAGES, Language
from qt_ict.library.call_arguments import shown
from qt_ict.library.finding_rows import finding_rows
from qt_ict.library.rows import PlanRow, PlanRows


class PlanError(Exception):
    """A plan that cannot be loaded, or a question that cannot be answered as it stands."""

    def __init__(self, message: str, findings: PlanRows) -> None:
        super().__init__(message)
        self.findings = findings
        """What is wrong with the data, a row each; none where the question was at fault."""

    def __reduce__(self) -> tuple[type["PlanError"], tuple[str, PlanRows]]:
        return type(self), (str(self), self.findings)


@contextmanager
def told(language: Language) -> Iterator[None]:
    """Let what cannot be done be told as the one exception.

    Args:
        language: The language it speaks.

    Raises:
        PlanError: The plan cannot be loaded, the question not be answered, or the language is none that it speaks.
    """
    if not isinstance(language, str) or language not in LANGUAGES:
        raise PlanError(f"lang is one of {', '.join(LANGUAGES)}, not {shown(language)}", _NO_FINDINGS)
    try:
        yield
    except Broken as broken:
        findings = finding_rows(((each, None) for each in broken.findings), language)
        raise PlanError("\n".join(_line(each) for each in findings), findings) from None
    except Refusal as error:
        message = f"{error.problem.say(language)}. {error.advice.say(language)}"
        raise PlanError(_SAID.sub(lambda said: _IN_PYTHON[said[0]], message), _NO_FINDINGS) from None


_NO_FINDINGS = finding_rows((), LANGUAGES[0])
_IN_PYTHON = {
    "qt-ict targets, qt-ict show": "plan.targets(), plan.indicators()",
    "qt-ict targets --unmeasured": "plan.targets(only_unmeasured=True)",
    "qt-ict targets": "plan.targets()",
    "qt-ict show": "plan.figures()",
    **{f"--{each.replace('_', '-')}": each for each in ("as_of", "round", "growth", "by", "reference", "without")},
    "--add": "additions",
}
"""What a refusal calls by the names of the command line, in those of Python."""
_SAID = re.compile("|".join(map(re.escape, _IN_PYTHON)))


def _line(finding: PlanRow) -> str:
    """One finding in a line, its place first as editors read it."""
    place = f"{finding.file}:{finding.line}:{finding.column}" if finding.line else finding.file
    return f"{place}: {finding.code} {finding.problem}. {finding.advice}"
