"""A file's bytes to text, refusing what is not a small UTF-8 text file."""

import re
import stat
from pathlib import Path

from qt_ict.diagnostics import reading
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.language import Text
from qt_ict.positions import LINE_END, place_in

LIMIT_MB = 32
"""Largest file that is read [MB]; 20 000 figures need about 4."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_NOT_FILES = (
    (stat.S_ISDIR, Text("một thư mục", "a folder")),
    (stat.S_ISFIFO, Text("một ống dẫn", "a pipe")),
    (stat.S_ISSOCK, Text("một socket", "a socket")),
    (stat.S_ISCHR, Text("một thiết bị", "a device")),
    (stat.S_ISBLK, Text("một thiết bị", "a device")),
)


def read(path: Path, file: str, tabs: bool = False) -> tuple[str, list[Finding]]:
    """The text of a file, without byte order mark; empty where a finding stops it.

    Args:
        path: Where it stands.
        file: How the user knows it.
        tabs: True where tabs may stand in it, unlike in YAML.
    """
    whole = Place(file)
    try:
        status = path.stat()
        for is_kind, kind in _NOT_FILES:
            if is_kind(status.st_mode):
                return "", [Finding(reading.NOT_A_FILE, whole, {"kind": kind})]
        if status.st_size > LIMIT_MB * 10**6:
            size = status.st_size // 10**6
            return "", [Finding(reading.HUGE_FILE, whole, {"size": size, "limit": LIMIT_MB})]
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return "", [Finding(reading.MISSING_FILE, whole)]
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        return "", [Finding(reading.UNREADABLE_FILE, whole, {"cause": cause})]
    return _decoded(content, file, tabs)


def _decoded(content: bytes, file: str, tabs: bool) -> tuple[str, list[Finding]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or content[:200].count(0) > len(content[:200]) // 4:
        return "", [Finding(reading.NOT_UTF8, Place(file), {"encoding": "UTF-16"})]
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # What went before is UTF-8; the rest of the line is shown byte by byte.
        before = content[: error.start].decode("utf-8-sig")
        rest = LINE_END.split(content[error.start : error.start + 200].decode("latin-1"))[0]
        line, column = _line_and_column(before)
        shown = LINE_END.split(before)[line] + rest
        place = Place(file, line + 1, column + 1, 1, shown)
        encoding = Text("Latin-1 hoặc TCVN", "Latin-1 or TCVN")
        return "", [Finding(reading.NOT_UTF8, place, {"encoding": encoding})]
    return text, _forbidden(text, file, tabs)


def _forbidden(text: str, file: str, tabs: bool) -> list[Finding]:
    found = []
    control = _CONTROL.search(text)
    if control:
        character = f"U+{ord(control.group()):04X}"
        place = place_in(file, LINE_END.split(text), *_line_and_column(text[: control.start()]))
        found.append(Finding(reading.CONTROL_CHARACTER, place, {"character": character}))
    if "\t" in text and not tabs:
        found += _tabs(text, file)
    return found


def _tabs(text: str, file: str) -> list[Finding]:
    """The first tab outside a comment; one is enough to mend them all."""
    for number, line in enumerate(LINE_END.split(text)):
        column = line.find("\t")
        if column >= 0 and not re.search(r"(^|\s)#", line[:column]):
            return [Finding(reading.TAB, Place(file, number + 1, column + 1, 1, line))]
    return []


def _line_and_column(before: str) -> tuple[int, int]:
    lines = LINE_END.split(before)
    return len(lines) - 1, len(lines[-1])
