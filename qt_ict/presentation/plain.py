"""A document as plain text for pipes and files: aligned, whole, without colour or box drawing."""

from qt_ict.language import Language
from qt_ict.presentation.typeset import Room, page
from qt_ict.report.document import Document

WIDTH = 100
"""Room for a line [cells]."""
_UNLIMITED = 10_000
"""Room for a line of a table that is to stand whole, however wide it is [cells]."""


def plain(document: Document, language: Language, *, whole: bool = False) -> str:
    """The document as lines of at most WIDTH cells.

    Args:
        document: What is said.
        language: The reader's.
        whole: Let every row of a table stand on one line, as long as that needs to be.
    """
    room = Room(language, WIDTH, tables=_UNLIMITED if whole else None)
    lines = ("".join(piece.text for piece in line).rstrip() for line in page(document, room))
    return "\n".join(lines) + "\n"
