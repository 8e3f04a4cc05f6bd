"""``qt-ict validate``."""

import sys
from pathlib import Path
from typing import Annotated, Any

from qt_ict.cli.help import Commands
from qt_ict.cli.options import FindingsFormat, Options
from qt_ict.cli.output import form_of, print_text, require_output, write_file
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Kiểm tra dữ liệu có tự nhất quán không.\n\n"
    "Số nào lệch với số nào, ở dòng nào, và phải làm gì. Mã thoát 1 nếu có lỗi.",
    "Check that the data agree with each other.\n\n"
    "Which figures disagree, in which lines, and what to do. Exit code 1 if there is an error.",
)
_EXAMPLES = (
    "qt-ict validate",
    "qt-ict validate my_plan --strict --ignore QT8",
    "qt-ict validate --changed-since main --format github",
    "qt-ict validate -o findings.sarif",
)
_BY_ENDING: dict[str, FindingsFormat] = {
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".txt": "text",
    "": "text",
}


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("validate", _ABOUT, _EXAMPLES)
    def validate(
        paths: Annotated[list[Path] | None, o.paths] = None,
        strict: Annotated[bool, o.strict] = False,
        select: Annotated[list[str] | None, o.select] = None,
        ignore: Annotated[list[str] | None, o.ignore] = None,
        changed_since: Annotated[str | None, o.changed_since] = None,
        form: Annotated[FindingsFormat | None, o.findings_format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> int:
        from qt_ict.cli.plan import folders
        from qt_ict.report import validate as report

        named = folders(paths or [], data)
        changed = _changed(named, changed_since)
        scope = report.scope(select or (), ignore or (), changed)
        found = report.Report(tuple(report.checked(folder, scope) for folder in named))
        form = form_of(form, output, _BY_ENDING)
        if output is not None:
            write_file(output, _text(found, form, lang), force=force)
        elif form == "text" and require_output().isatty():
            from qt_ict.presentation.terminal import show, show_findings

            show_findings(found, lang, sys.stdout)
            show(report.page(found), lang, sys.stdout)
        else:
            print_text(_text(found, form, lang))
        return report.exit_code(found, strict)


def _changed(folders: list[Path], revision: str | None) -> frozenset[Path] | None:
    """The files changed since a revision; None where none is named."""
    if revision is None:
        return None
    from qt_ict.cli.revisions import changed_since

    return frozenset().union(*(changed_since(folder, revision) for folder in folders))


def _text(found: Any, form: FindingsFormat, language: Language) -> str:
    """A report in one of its forms."""
    match form:
        case "json":
            from qt_ict.presentation.data import as_json
            from qt_ict.report.validate import document

            return as_json(document(found))
        case "github":
            from qt_ict.presentation.github import annotations

            return annotations(found, language)
        case "sarif":
            from qt_ict.presentation.sarif import sarif

            return sarif(found)
        case "junit":
            from qt_ict.presentation.junit import junit

            return junit(found, language)
        case "text":
            from qt_ict.presentation.findings import accepted_lines, lines, plain
            from qt_ict.presentation.plain import plain as plain_page
            from qt_ict.report.validate import page

            shown = (*lines(found.findings, language), *accepted_lines(found.accepted, language))
            return plain(shown) + plain_page(page(found), language)
