"""What slips in the data files are answered with, whole. ``make golden`` writes it.

Every way of going wrong that ``tests/test_loading.py`` knows, a block each: what was written, and all that is said in
Vietnamese and in English, with the place and the characters that are meant.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from qt_ict.diagnostics.finding import Finding
from qt_ict.loading.folder import load
from tests.conftest import DATA, SPELLED_OUT, edit
from tests.test_loading import BASELINE, ENTRIES, FILES, NUMBERS, VALUE

ANSWERS = Path(__file__).with_name("slips.txt")


def answers() -> str:
    """All slips with their answers."""
    with TemporaryDirectory() as name:
        return "\n".join(block for slip in _slips() for block in _block(Path(name, "plan"), *slip))


def _slips() -> Iterator[tuple[str, str | None, str | bytes]]:
    """A file, what stands in it, and what stands there instead; None for all that stands in it."""
    yield from ((BASELINE, VALUE, f"    value: {written}\n") for written, *_ in NUMBERS)
    yield from ((file, old, new) for file, old, new, *_ in ENTRIES)
    yield from ((BASELINE, None, content) for content, *_ in FILES)


def _block(folder: Path, file: str, old: str | None, new: str | bytes) -> Iterator[str]:
    """A slip and what is said of it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DATA, folder)
    shutil.copytree(SPELLED_OUT, folder, dirs_exist_ok=True)
    if isinstance(new, bytes):
        (folder / file).write_bytes(new)
    else:
        edit(folder / file, old or "", new)
    yield f"{file}: {_shortened(f'{old!r} -> {new!r}' if old else repr(new))}"
    for finding in load(folder)[1]:
        yield from (f"    {line}".replace(str(folder), "plan") for line in _said(finding))
    yield ""


def _said(finding: Finding) -> Iterator[str]:
    place = finding.place
    meant = place.text[place.column - 1 :][: place.width]
    yield f"{finding.rule.code} {Path(place.file).name}:{place.line}:{place.column} {_shortened(repr(meant))}"
    for text in (finding.problem, finding.advice):
        yield from (f"  {_shortened(each)}" for each in text)
    for side in finding.sides:
        yield f"  {Path(side.place.file).name}:{side.place.line}:{side.place.column} {side.text.en}".rstrip()


def _shortened(text: str) -> str:
    """As much of a text as a line holds; its control characters as Python writes them."""
    shown = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
    return shown if len(shown) <= 300 else f"{shown[:150]}…{shown[-150:]}"
