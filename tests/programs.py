"""Programs that tests look with: a browser, an office suite. Where one is absent a test skips by its name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

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
