"""The plan of a command, or everything that is wrong with it."""

import os
from pathlib import Path

from qt_ict.diagnostics.refusal import Broken, Refusal
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded, folder_of, load, plan_folder, unreadable


def loaded(data: Path | None) -> Loaded:
    """The plan named, the one in the current folder, or the shipped one.

    Raises:
        Broken: It cannot be loaded.
    """
    try:
        plan, findings = load(plan_folder(data, Path()))
    except OSError as error:
        raise Broken([unreadable(str(data) if data else ".", error)]) from None
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
