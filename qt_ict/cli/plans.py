"""The plan of a command, or everything that is wrong with it."""

import os
from pathlib import Path

from qt_ict.cli.failures import Broken
from qt_ict.cli.given import Given
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.diagnostics.reading import UNREADABLE_FILE
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded, folder_of, load, plan_folder, plan_in, shipped_folder


def loaded(data: Path | None) -> Loaded:
    """The plan named, the one in the current folder, or the shipped one.

    Raises:
        Broken: It cannot be loaded.
    """
    try:
        plan, findings = load(plan_folder(data, Path()))
    except OSError as error:
        # A name too long, or a current folder that is gone.
        place = Place(str(data) if data else ".")
        raise Broken([Finding(UNREADABLE_FILE, place, {"cause": error.strerror or str(error)})]) from None
    if plan is None:
        raise Broken(findings)
    return plan


def folders(paths: list[Path], data: Path | None, usual: str | None) -> list[Path]:
    """The folders of the plans that paths mean, each once; the default plan without any.

    Args:
        paths: Folders, and files in them.
        data: The plan of ``--data``.
        usual: The plan of the environment, which paths replace.

    Raises:
        Refusal: Plans are named in both ways.
    """
    if not paths:
        return [plan_folder(data, Path())]
    if data is not None and str(data) != usual:
        raise Refusal(
            Text("nêu kế hoạch hai cách: --data và tham số", "plans are named twice: by --data and as arguments"),
            Text("Bỏ --data.", "Leave out --data."),
        )
    return list({os.path.realpath(folder): folder for folder in map(folder_of, reversed(paths))}.values())[::-1]


def other_plans(given: Given) -> Text:
    """What to say before an answer for which nobody named a plan, where other plans lie nearby; else nothing.

    Args:
        given: The command line.
    """
    if given.data is not None or plan_in(Path()) is not None or not _answers_from_a_plan(given):
        return EMPTY
    from qt_ict.loading.near_plans import near_plans

    shipped = shipped_folder().resolve()
    try:
        found = [each for each in near_plans(Path()) if each.folder.resolve() != shipped]
    except OSError:
        # The current folder is gone.
        return EMPTY
    if not found:
        return EMPTY
    nearest = found[0]
    said = _OTHER if nearest.whole else _RESEMBLES
    more = _MORE.fill(n=len(found) - 1) if len(found) > 1 else EMPTY
    return said.fill(folder=nearest.folder, more=more)


def _answers_from_a_plan(given: Given) -> bool:
    """True where a command reads the plan that nobody named: neither folders nor tables stand on its line."""
    named = given.paths or given.plans or given.input or given.forecast_input
    return not named and not any(each and Path(each).is_dir() for each in (given.old, given.new))


_OTHER = Text(
    "thư mục hiện tại không có kế hoạch nên dùng kế hoạch kèm theo qt-ict, không phải kế hoạch ở {folder}{more}\n"
    "  = Thêm --data {folder} để dùng kế hoạch ấy.",
    "the current folder holds no plan, so the plan shipped with qt-ict is used, not the one in {folder}{more}\n"
    "  = Add --data {folder} to use that one.",
)
_RESEMBLES = Text(
    "thư mục hiện tại không có kế hoạch nên dùng kế hoạch kèm theo qt-ict; {folder} giống một kế hoạch nhưng thiếu "
    "targets.yaml{more}\n  = Xem còn thiếu gì: qt-ict validate {folder}",
    "the current folder holds no plan, so the plan shipped with qt-ict is used; {folder} resembles a plan but has no "
    "targets.yaml{more}\n  = See what is missing: qt-ict validate {folder}",
)
_MORE = Text(" (và {n} thư mục khác)", " (and {n} more)")
