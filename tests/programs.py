"""Programs that tests look with: a browser, an office suite. Where one is absent a test skips by its name."""

import atexit
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest
from playwright.sync_api import Browser, sync_playwright

NO_SKIPS = "QT_ICT_NO_SKIPS"
"""Set where every program is installed: then an absent one is a failure."""


def needs(program: str) -> str:
    """The path of an installed program; the test skips without it."""
    found = shutil.which(program)
    if found:
        return found
    if os.environ.get(NO_SKIPS):
        pytest.fail(f"{program} is not installed")
    pytest.skip(f"{program} is not installed")


def converted(file: Path, ending: str, folder: Path) -> Path:
    """A document as LibreOffice writes it in another form."""
    office = needs("soffice")
    command = [office, f"-env:UserInstallation={_profile()}", "--headless", "--convert-to", ending, "--outdir"]
    subprocess.run([*command, str(folder), str(file)], check=True, capture_output=True, timeout=180)
    found = folder / f"{file.stem}.{ending}"
    assert found.is_file()
    return found


@cache
def _profile() -> str:
    """The office suite's settings while this process runs: to make them anew takes as long as to convert a file."""
    folder = mkdtemp(prefix="qt-ict-office-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder).as_uri()


@contextmanager
def browser() -> Iterator[Browser]:
    """A headless Chromium that asks nobody anything."""
    program = needs("chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        try:
            yield opened
        finally:
            opened.close()


FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
