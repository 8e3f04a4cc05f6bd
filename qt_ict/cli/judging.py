"""A table of series, judged by a published method and delivered."""

from pathlib import Path

from qt_ict.cli.failures import Broken
from qt_ict.cli.output import Output
from qt_ict.diagnostics.refusal import unknown
from qt_ict.language import Text
from qt_ict.methods.by_name import METHODS
from qt_ict.methods.series import Method


def judge_table(input: Path, method: str, output: Output) -> None:
    """Judge every series of a CSV file.

    Args:
        input: The file.
        method: Name of the method.
        output: Where the judgements go.

    Raises:
        Refusal: There is no such method, or the output cannot be written.
        Broken: The table breaks a rule; nothing is judged then.
    """
    from qt_ict.loading.series_table import load
    from qt_ict.report import judged

    asked = known_method(method)
    rows, findings = load(input)
    if findings:
        raise Broken(findings)
    found = judged.judged(rows, asked)
    output.deliver(lambda: judged.page(found), lambda: judged.document(found), judged.COLUMNS)


def known_method(name: str) -> Method:
    """The method of a name.

    Raises:
        Refusal: There is none.
    """
    if name not in METHODS:
        raise unknown(Text("phương pháp", "method"), name, {id_: each.title for id_, each in METHODS.items()})
    return METHODS[name]
