"""``qt-ict validate``."""

import os
from pathlib import Path
from typing import Annotated, Any

from qt_ict.cli.failures import Exit, say
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
        from qt_ict.report.scope import scope

        named = folders(paths or [], data, os.environ.get("QT_ICT_DATA"))
        asked = scope(select or (), ignore or (), *_changed(named, changed_since))
        found = report.validated(named, asked, strict)
        _deliver(found, form_of(form, output, _BY_ENDING), output, force, lang)
        if found.unreadable:
            return Exit.COULD_NOT_RUN
        return Exit.DONE if found.passes else Exit.DATA_BREAK_A_RULE


def _changed(folders: list[Path], revision: str | None) -> tuple[frozenset[Path] | None, dict[Path, Any]]:
    """The files changed since a revision, and what was found in every plan then; None where none is named."""
    if revision is None:
        return None, {}
    from qt_ict.loading.git.calls import Git
    from qt_ict.loading.git.revisions import changed_since, plan_at
    from qt_ict.loading.snapshot import load_files
    from qt_ict.report.scope import found_in

    git = Git()
    changed: frozenset[Path] = frozenset().union(*(changed_since(folder, revision, git) for folder in folders))
    then = {folder: plan_at(folder, revision, git) for folder in folders}
    return changed, {
        folder: found_in(load_files(files, f"{revision}:")[0]) if files else frozenset()
        for folder, files in then.items()
    }


def _deliver(found: Any, form: FindingsFormat, output: Path | None, force: bool, language: Language) -> None:
    """Print or write a report, and say beside it what it had no room for."""
    from qt_ict.presentation.stream import speaks_unicode
    from qt_ict.presentation.validation import written

    screen = None if output else require_output()
    if screen and form == "text" and screen.isatty():
        from qt_ict.presentation.terminal_findings import show_report

        show_report(found, language, screen)
        return
    done = written(found, form, language, _root(found), ascii_only=output is None and not speaks_unicode())
    if output is not None:
        write_file(output, done.text, force=force)
    else:
        print_text(done.text)
    if done.left_out:
        say(f"qt-ict: {done.left_out.say(language)}\n")


def _root(found: Any) -> Path:
    """The folder that programs outside count the paths of a report from."""
    from qt_ict.presentation.paths import repository_root

    plans = [Path(each.folder) for each in found.plans]
    return repository_root(Path(), plans, os.environ.get("GITHUB_WORKSPACE"))
