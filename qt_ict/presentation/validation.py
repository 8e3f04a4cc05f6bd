"""A validation in each of its forms; every form is imported only when it is asked for."""

from pathlib import Path
from typing import Literal, NamedTuple

from qt_ict.language import EMPTY, Language, Text
from qt_ict.report.validate import Report

Form = Literal["text", "json", "github", "sarif", "junit"]


class Written(NamedTuple):
    """A report in one of its forms."""

    text: str
    left_out: Text = EMPTY
    """What the form had no room for, to be said beside it; empty where everything found it."""


def written(report: Report, form: Form, language: Language, root: Path | None, ascii_only: bool) -> Written:
    """A report in one of its forms.

    Args:
        report: What one run found.
        form: For people, programs, GitHub, code scanning or viewers of test reports.
        language: The reader's; programs get both.
        root: Folder of the repository that others count paths from; None leaves them as they are.
        ascii_only: Let the forms for programs escape every other character.
    """
    match form:
        case "text":
            return Written(_text(report, language))
        case "json":
            from qt_ict.presentation.data import as_json
            from qt_ict.report.validate import document

            return Written(as_json(document(report), ascii_only))
        case "github":
            from qt_ict.presentation.github import annotations

            return Written(annotations(report, language, root))
        case "sarif":
            from qt_ict.presentation.sarif import sarif

            return Written(*sarif(report, root, ascii_only))
        case "junit":
            from qt_ict.presentation.junit import junit

            return Written(junit(report, language, root, ascii_only))


def _text(report: Report, language: Language) -> str:
    from qt_ict.presentation import findings, plain
    from qt_ict.report.validate import page

    shown = (*findings.lines(report.findings, language), *findings.accepted_lines(report.accepted, language))
    return findings.plain(shown) + plain.plain(page(report), language)
