"""How much room a table needs, and so on which screens it is one; on narrower ones its rows are cards."""

from qt_ict.language import Language
from qt_ict.presentation.svg.widths import width
from qt_ict.report.document import Column, Group, Table

WHOLE = 24
"""Characters up to which a cell that is not to be broken is not: longer ones would make a table too wide."""
_LIMITS = {"few": 294, "some": 690, "many": 1124}
"""What the style has room for on screens of 320, 736 and 1 200 pixels [pixels]."""
_SIZE, _PADDING, _CHART = 14.72, 16, 110
"""Of the letters, of the cells of one column, of a chart in a cell [pixels]."""
_LINES = 4
"""Over which a text may be broken in its cell."""
_SORT = "\N{NO-BREAK SPACE}↕"
"""Stands behind a heading that sorts."""


def breadth(table: Table, columns: tuple[Column, ...], language: Language) -> str:
    """The class of a table: ``few``, ``some``, ``many``, or ``vast`` where no screen has room for it.

    Args:
        table: What it says.
        columns: Those of its columns that are shown.
        language: In which language.
    """
    room = sum(_room(table, column, language) + _PADDING for column in columns)
    return next((name for name, limit in _LIMITS.items() if room <= limit), "vast")


def _room(table: Table, column: Column, language: Language) -> float:
    """The least room of a column: its longest word, and its longest text in few lines [pixels]."""
    place = table.columns.index(column)
    cells = [row[place].text.say(language) for row in table.rows if not isinstance(row, Group)]
    heading = column.heading.say(language) + _SORT
    words = [word for text in (heading, *cells) for word in text.split(" ")]
    kept = [text for text in cells if column.whole and len(text) <= WHOLE]
    longest = max(width(text, _SIZE) for text in (heading, *cells)) / _LINES
    charts = _CHART if column.key == "bullet" else 0
    return max(charts, longest, *(width(each, _SIZE) for each in (*words, *kept)))
