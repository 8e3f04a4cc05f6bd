"""Standard output and files: any encoding, nothing of a user's ever lost."""

import codecs
import os
import sys
from pathlib import Path

_STAND_INS = {
    "đ": "d",
    "Đ": "D",
    "–": "-",
    "…": "...",
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "−": "-",
    "→": "->",
    "━": "=",
    "╍": "~",
    "╌": ".",
    "─": "-",
    **{mark: f"^{digit}" for digit, mark in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
}


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """The nearest ASCII of characters that an encoding lacks."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(map(_ascii, text)), error.end


def _ascii(character: str) -> str:
    from unicodedata import combining, normalize

    if character in _STAND_INS:
        return _STAND_INS[character]
    letters = "".join(each for each in normalize("NFKD", character) if not combining(each))
    return letters if letters.isascii() else "?"


def printable(text: str) -> str:
    """A text without characters that move a terminal's cursor or hide what stands there."""
    return "".join(character if character.isprintable() else "\ufffd" for character in text)


codecs.register_error("qt_ict.stand_in", _stand_in)


def prepare() -> None:
    """Make standard output and error able to print everything, whatever their encoding."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="qt_ict.stand_in")


def speaks_unicode() -> bool:
    """True where standard output can print every character."""
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")


class NotAFileError(OSError):
    """Something else than a file stands where one should be written."""


def write(path: Path, text: str, *, force: bool, mark: bool = False) -> None:
    """Write a whole file or nothing.

    Args:
        path: The file.
        text: Its text.
        force: Replace a file that is there.
        mark: Begin with the byte order mark that spreadsheets need.

    Raises:
        FileExistsError: The file is there and force is not given.
        NotAFileError: A folder, device or pipe stands in its place.
        OSError: It cannot be written.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise NotAFileError(str(path))
    if not force:
        # Claims the name: of two writers, one is told.
        path.open("x").close()
    try:
        _replace(path, text.encode("utf-8-sig" if mark else "utf-8", "qt_ict.stand_in"))
    except BaseException:
        if not force:
            path.unlink(missing_ok=True)
        raise


def _replace(path: Path, content: bytes) -> None:
    # Imported here: only -o pays for it.
    import tempfile

    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    written = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        written.chmod(path.stat().st_mode if path.exists() else 0o644)
        written.replace(path)
    except BaseException:
        written.unlink(missing_ok=True)
        raise
