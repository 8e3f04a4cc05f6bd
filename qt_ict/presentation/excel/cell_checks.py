"""What may be typed into a cell of a plan: drop-downs, and checks with a hint."""

import datetime
from typing import Any

from qt_ict.language import Language, Text
from qt_ict.loading.plan_sheets.plan_grids import GridColumn
from qt_ict.model.entry import LONGEST

_MOST_ROWS = 2_000
"""So many entries a drop-down looks through."""
_LONGEST_LIST, _LONGEST_HINT = 250, 250
"""Characters that a list of words, and a hint, may have."""
_HUGE = 10**17


def validation_of(
    column: GridColumn, sheets: frozenset[str], unique: str | None, first: int, language: Language
) -> dict[str, Any] | None:
    """What a column lets people type; None where it takes any text.

    Args:
        column: The column.
        sheets: Names of the sheets of the workbook.
        unique: The formula that holds for an id that stands there once; None where it may stand there again.
        first: The row of the first entry of every sheet, from 0.
        language: Language of the hints.
    """
    kind = column.kind
    if column.names in sheets:
        several = kind.may_be("array") or bool(kind.types & {"object"})
        return _list(_ids(str(column.names), first), _ONE_OF.fill(sheet=column.names), language, strict=not several)
    if kind.words and len(", ".join(kind.words)) < _LONGEST_LIST:
        return _list(list(kind.words), _WORDS.fill(words=", ".join(kind.words)), language, strict=True)
    if kind.types == {"boolean"}:
        return _list(["true", "false"], _WORDS.fill(words="true, false"), language, strict=True)
    if unique is not None:
        return {"validate": "custom", "value": f"={unique}", **_said(_UNIQUE, language, "stop")}
    if kind.types and kind.types <= {"number", "integer"}:
        number = {"criteria": "between", "minimum": -_HUGE, "maximum": _HUGE}
        validate = "integer" if kind.types == {"integer"} else "decimal"
        return {"validate": validate, **number, **_said(_NUMBER, language, "stop")}
    if kind.types == {"date", "string"}:
        day = {"criteria": ">=", "value": datetime.date(1900, 1, 1)}
        return {"validate": "date", **day, **_said(_DAY, language, "warning")}
    if kind.only_text:
        return {"validate": "length", "criteria": "<=", "value": LONGEST, **_said(_LONG, language, "stop", hint=False)}
    return None


def with_example(found: dict[str, Any] | None, example: str) -> dict[str, Any]:
    """What a column lets people type, with an example in its hint.

    >>> with_example(None, "Such as 80.")
    {'validate': 'any', 'input_message': 'Such as 80.'}
    """
    said = found or {"validate": "any"}
    return {**said, "input_message": f"{said.get('input_message', '')} {example}".strip()[:_LONGEST_HINT]}


def _ids(sheet: str, first: int) -> str:
    """The ids of a sheet, as many as there are."""
    top, bottom = first + 1, first + _MOST_ROWS
    return f"=OFFSET({sheet}!$A${top},0,0,MAX(1,COUNTA({sheet}!$A${top}:$A${bottom})),1)"


def _list(source: Any, said: Text, language: Language, *, strict: bool) -> dict[str, Any]:
    """A drop-down; where several may be named, other text is let in too."""
    return {"validate": "list", "source": source, "show_error": strict, **_said(said, language, "warning")}


def _said(said: Text, language: Language, error: str, *, hint: bool = True) -> dict[str, Any]:
    text = said.say(language)[:_LONGEST_HINT]
    return {"error_type": error, "error_message": text, **({"input_message": text} if hint else {})}


_ONE_OF = Text("Một mã của trang {sheet}.", "An id of the sheet {sheet}.")
_WORDS = Text("Một trong: {words}.", "One of: {words}.")
_UNIQUE = Text(
    "Mã riêng của hàng này: chữ thường không dấu, chữ số, gạch dưới.",
    "An id that no other row has: lower-case letters, digits, underscores.",
)
_NUMBER = Text("Một số; ô hiện bao nhiêu chữ số thì đọc bấy nhiêu.", "A number; the digits that the cell shows count.")
_DAY = Text("Một ngày, như 2024-12-31.", "A day such as 2024-12-31.")
_LONG = Text("Nhiều nhất 500 ký tự.", "At most 500 characters.")
