"""``qt-ict validate``."""

import os
from pathlib import Path
from typing import Any

from qt_ict.cli.command import Command
from qt_ict.cli.failures import Exit
from qt_ict.cli.given import PLAN, Given
from qt_ict.language import Text


def _validate(given: Given) -> int:
    from qt_ict.cli.delivery import deliver
    from qt_ict.cli.plans import folders
    from qt_ict.report.checked import validated
    from qt_ict.report.scope import scope
    from qt_ict.report.validate import reply

    named = folders(given.paths or [], given.data, os.environ.get("QT_ICT_DATA"))
    asked = scope(given.select or (), given.ignore or (), *_changed(named, given.changed_since))
    found = validated(named, asked, given.strict)
    deliver(reply(found), given, "text")
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


COMMAND = Command(
    "validate",
    Text(
        "Kiểm tra dữ liệu có tự nhất quán không.\n\n"
        "Số nào lệch với số nào, ở dòng nào, và phải làm gì. Mã thoát 1 nếu có lỗi.",
        "Check that the data agree with each other.\n\n"
        "Which figures disagree, in which lines, and what to do. Exit code 1 if there is an error.",
    ),
    (
        "qt-ict validate",
        "qt-ict validate my_plan --strict --ignore QT8",
        "qt-ict validate --changed-since main --format github",
        "qt-ict validate -o findings.sarif",
    ),
    ("paths", "strict", "select", "ignore", "changed_since", "findings_form", "output", "force", *PLAN),
    _validate,
)
