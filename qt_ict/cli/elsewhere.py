"""What is said before an answer from the shipped plan where another plan lies nearby."""

from pathlib import Path

from qt_ict.cli.given import Given
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import plan_in, shipped_folder


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
