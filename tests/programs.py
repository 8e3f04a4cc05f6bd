"""Programs that tests look with: a browser, an office suite. Where one is absent a test skips by its name."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
    profile = (folder / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", ending, "--outdir"]
    subprocess.run([*command, str(folder), str(file)], check=True, capture_output=True, timeout=180)
    found = folder / f"{file.stem}.{ending}"
    assert found.is_file()
    return found


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
