"""``qt-ict rename OLD NEW``: an id under another name in every file of a plan."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qt_ict.cli.command import Command
from qt_ict.cli.given import PLAN, Given
from qt_ict.cli.output import print_text
from qt_ict.language import Text

if TYPE_CHECKING:
    from qt_ict.editing.renaming import RenamedFile


def _rename(given: Given) -> None:
    from qt_ict.cli.folders import write_changed
    from qt_ict.cli.plans import loaded
    from qt_ict.cli.round import require_own
    from qt_ict.editing.renaming import renaming

    plan = loaded(given.data)
    require_own(plan, named=given.data is not None)
    found = renaming(plan, given.old_id, given.new_id)
    if not given.dry_run:
        folder = Path(plan.folder)
        write_changed(
            folder,
            {_name(each.file, folder): each.content for each in found},
            {_name(each.file, folder): each.read for each in found},
        )
    for each in found:
        print_text("".join(f"{line.file}:{line.line}: {line.text}\n" for line in each.lines))
    print_text(_said(found, given.dry_run).say(given.language) + "\n")


def _name(file: Path, folder: Path) -> str:
    """The name of a file as seen from the plan's folder."""
    return file.relative_to(folder).as_posix()


def _said(found: Sequence["RenamedFile"], dry_run: bool) -> Text:
    """How many lines were changed, or would be."""
    lines = sum(len(each.lines) for each in found)
    return (_NOT_WRITTEN if dry_run else _WRITTEN).fill(lines=lines, files=len(found))


_WRITTEN = Text("Đã đổi: {lines} dòng, {files} tệp.", "Changed: lines {lines}, files {files}.")
_NOT_WRITTEN = Text(
    "Không ghi gì. Sẽ đổi: {lines} dòng, {files} tệp.", "Nothing was written. To change: lines {lines}, files {files}."
)

COMMAND = Command(
    "rename",
    Text(
        "Đổi mã của một số liệu, chỉ tiêu, mục tiêu, cơ quan, lĩnh vực, đơn vị tính hay mục của văn bản.\n\n"
        "Trong mọi tệp của kế hoạch, tất cả hoặc không gì cả; chú thích và cách trình bày giữ nguyên. Mã có ở nhiều "
        "nhóm thì nêu cả nhóm: figures.households.",
        "Give a figure, indicator, target, agency, domain, unit or item of the document another id.\n\n"
        "In every file of the plan, all of it or nothing; comments and layout stay. An id that several sections have "
        "is named with its section: figures.households.",
    ),
    (
        "qt-ict rename households_with_tv tv_households --dry-run",
        "qt-ict rename figures.households all_households --data my_plan",
    ),
    ("old_id", "new_id", "dry_run", *PLAN),
    _rename,
)
