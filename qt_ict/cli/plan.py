"""The plan of a command, or everything that is wrong with it."""

from pathlib import Path

from qt_ict.cli.failures import Broken
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.diagnostics.reading import UNREADABLE_FILE
from qt_ict.loading.folder import Loaded, folder_of, load, plan_folder


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


def folders(paths: list[Path], data: Path | None) -> list[Path]:
    """The folders of the plans that paths mean, each once; the default plan without any."""
    return list(dict.fromkeys(map(folder_of, paths))) or [plan_folder(data, Path())]
