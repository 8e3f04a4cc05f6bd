"""A plan that stands in no folder: its files as somebody else keeps them."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.loading.folder import Loaded, loadable
from qt_ict.positions import MarkedText
from qt_ict.scratch import ScratchFolder

Renamed = Callable[[str], str]
"""Turns the path of a file into what its readers call it."""


def load_files(files: Mapping[str, bytes], place: str) -> tuple[Loaded | None, list[Finding]]:
    """The plan that some files make up; None with findings where the data break a rule of loading.

    Args:
        files: Their contents by name, as seen from the plan's folder.
        place: What stands before those names wherever a file is named.
    """
    loaded, findings = loadable_files(files, place)
    return (None if findings else loaded), findings


def loadable_files(files: Mapping[str, bytes], place: str) -> tuple[Loaded | None, list[Finding]]:
    """What can be looked at of the plan that some files make up, and where they break a rule of loading.

    Args:
        files: Their contents by name, as seen from the plan's folder.
        place: What stands before those names wherever a file is named.
    """
    with ScratchFolder() as folder:
        for name, content in files.items():
            file = folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        loaded, findings = loadable(folder)

        def renamed(path: str) -> str:
            return place + Path(os.path.relpath(path, folder)).as_posix()

        return loaded and _loaded(loaded, place, renamed), [_finding(each, renamed) for each in findings]


def _loaded(loaded: Loaded, place: str, renamed: Renamed) -> Loaded:
    return loaded._replace(
        folder=place.rstrip("/"),
        sources={section: _source(each, renamed) for section, each in loaded.sources.items()},
        rounds={id_: _source(each, renamed) for id_, each in loaded.rounds.items()},
    )


def _source(source: MarkedText, renamed: Renamed) -> MarkedText:
    origins = {path: each._replace(file=renamed(each.file)) for path, each in source.origins.items()}
    return MarkedText(renamed(source.file), source.text, source.marks, origins)


def _finding(finding: Finding, renamed: Renamed) -> Finding:
    def moved(place: Place) -> Place:
        return place._replace(file=renamed(place.file))

    values = {key: renamed(str(value)) if key == _FILE else value for key, value in finding.values.items()}
    return finding._replace(
        place=moved(finding.place),
        values=values,
        sides=tuple(side._replace(place=moved(side.place)) for side in finding.sides),
    )


_FILE = "home"
"""The one value of a finding that is a file: where an entry that is missing should stand."""
