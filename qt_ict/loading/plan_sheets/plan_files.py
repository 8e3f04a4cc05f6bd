"""The files of a plan as plain data, as somebody wrote them, and where each section stands."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from qt_ict.language import LANGUAGES
from qt_ict.loading.folder import MAY_BE_EMPTY, ROUNDS_FOLDER, TARGETS_FILE, Loaded
from qt_ict.loading.headings import without_headings
from qt_ict.loading.plan_languages import DECLARED, NAME
from qt_ict.loading.sections import CATALOGUE, PLAN, TARGETS, Sections
from qt_ict.loading.yaml import NO_KEYS, parse
from qt_ict.positions import MarkedText

PlainFiles = dict[str, dict[str, Any]]
"""Plain data by name of the file, as seen from the plan's folder: ``rounds/2012-12-31.yaml``."""
PLAN_FILE, CATALOGUE_FILE = "plan.yaml", "indicators.yaml"
OTHER_FILES: Mapping[str, Sections] = {PLAN_FILE: PLAN, CATALOGUE_FILE: CATALOGUE, TARGETS_FILE: TARGETS}
"""The files that hold no round, with their sections."""


def home_of(section: str) -> str:
    """The file of a section that belongs to no round."""
    return next(name for name, sections in OTHER_FILES.items() if section in sections)


def baseline_of(files: PlainFiles) -> str:
    """The name of the file that holds the first round."""
    return next(name for name in files if name not in OTHER_FILES and not name.startswith(f"{ROUNDS_FOLDER}/"))


def rounds_of(files: PlainFiles) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every round with its id, the first one first, the others by date."""
    first = baseline_of(files)
    later = sorted(name for name in files if name.startswith(f"{ROUNDS_FOLDER}/"))
    for name in (first, *later):
        yield Path(name).stem, files[name]


def plain_files(loaded: Loaded) -> PlainFiles:
    """What the files of a plan say."""
    found = {name: _plain(loaded.sources[next(iter(each))]) for name, each in OTHER_FILES.items()}
    found[f"{loaded.plan.baseline.id}.yaml"] = _plain(loaded.rounds[loaded.plan.baseline.id])
    for each in loaded.plan.rounds[1:]:
        found[f"{ROUNDS_FOLDER}/{each.id}.yaml"] = _plain(loaded.rounds[each.id], MAY_BE_EMPTY)
    return found


def _plain(source: MarkedText, may_be_empty: frozenset[str] = NO_KEYS) -> dict[str, Any]:
    data, marked, _ = parse(source.text, source.file, may_be_empty)
    found, _, _ = without_headings(data, marked)
    assert isinstance(found, dict), "loading has read the same text"
    return found


def name_keys(files: PlainFiles) -> tuple[str, ...]:
    """The keys that hold names: ``name`` in a plan of one language, else one for each."""
    said = files[PLAN_FILE].get(DECLARED, list(LANGUAGES))
    codes = tuple(said) if isinstance(said, list) else (str(said),)
    used = [each for each in codes if each in files[PLAN_FILE]["plan"]]
    return codes if len(codes) > 1 else tuple(used) or (NAME,)
