"""Standard output: any encoding, and what a text becomes where letters are missing."""

import codecs
import sys

_STAND_INS = {
    "đ": "d",
    "Đ": "D",
    "–": "-",
    "…": "...",
    "“": '"',
    "”": '"',
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "−": "-",
    "→": "->",
    "━": "=",
    "╍": "~",
    "╌": ".",
    "─": "-",
    "│": "|",
    "┤": "|",
    "└": "+",
    "┬": "+",
    "●": "*",
    "○": "o",
    "·": ".",
    "░": ":",
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
