"""What the other columns of a sheet say of a number: its unit, comparator, date, flag and note."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, get_args

from pydantic_core import PydanticCustomError

from qt_ict.arithmetic.typed_dates import in_order
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.loading.bare_words import day
from qt_ict.loading.sheet import DATE_OR_TIME, Content
from qt_ict.model.figures import FigureComparator, Flag, published_date
from qt_ict.model.incoming import ColumnRole
from qt_ict.model.indicators import Unit
from qt_ict.nearest import folded


class Beside(NamedTuple):
    """Something said of a number, as the round's file holds it."""

    key: str
    value: Any


def said_beside(role: ColumnRole, content: Content, unit: Unit, flags: Mapping[str, Flag]) -> Beside | Complaint | None:
    """What a cell says of the number in its row; None where it says nothing that is to be written.

    The advice of a complaint leaves ``{column}`` open, the heading of the cell.

    Args:
        role: What its column is.
        content: What it holds.
        unit: The unit of measure of the figure.
        flags: What letters mean.
    """
    text = content.shown.en if isinstance(content, Complaint) else str(content)
    if isinstance(content, Complaint) and not (role == "date" and content.problem == DATE_OR_TIME):
        return content
    match role:
        case "unit":
            return None if not text or is_called(unit, text) else _other_unit(text, unit)
        case "comparator":
            return _comparator(text)
        case "date":
            return _date(text)
        case "flag":
            return _flag(text, flags)
        case "note" if text:
            return Beside("note", " ".join(text.split()))
    return None


def _other_unit(text: str, unit: Unit) -> Complaint:
    return Complaint(
        Text(
            "đơn vị tính trong bảng là {text}, trong kế hoạch là {unit}", "the sheet says {text}, the plan {unit}"
        ).fill(text=text, unit=unit.name),
        Text(
            'Đổi số và đơn vị tính theo kế hoạch; nếu chỉ là tên gọi khác, thêm --columns "{column}=unused".',
            "Convert the number to the unit of the plan; if it is but another word for it, add "
            '--columns "{column}=unused".',
        ),
    )


def is_called(unit: Unit, text: str) -> bool:
    """Whether a text is a name of a unit of measure."""
    names = {folded(each) for each in unit.name} | (
        {folded(each) for each in _PER_CENT} if unit.is_percentage else set()
    )
    return folded(" ".join(text.split())) in names


_PER_CENT = ("%", "per cent", "percent", "phần trăm", "pour cent")


def _comparator(text: str) -> Beside | Complaint | None:
    if text in ("", "="):
        return None
    found = _COMPARATORS.get(folded(text))
    if found is None:
        return Complaint(
            Text("không hiểu so sánh này", "no comparator"),
            Text("Viết more_than, at_least, less_than, at_most hoặc để trống.", _ONE_OF),
        )
    return Beside("comparator", found)


_ONE_OF = "Write more_than, at_least, less_than, at_most, or leave it empty."
_COMPARATORS: dict[str, FigureComparator] = {
    **{each: each for each in get_args(FigureComparator)},
    **dict.fromkeys((">", folded("hơn"), folded("trên")), "more_than"),
    **dict.fromkeys(("≥", ">=", folded("ít nhất")), "at_least"),
    **dict.fromkeys(("<", folded("dưới")), "less_than"),
    **dict.fromkeys(("≤", "<=", folded("nhiều nhất")), "at_most"),
}


def _date(text: str) -> Beside | Complaint | None:
    if not text:
        return None
    said = in_order(text) or text
    value = day(said) or (int(said) if re.fullmatch("[0-9]{4}", said) else said)
    try:
        published_date(value)
    except PydanticCustomError:
        return Complaint(
            Text("không phải một ngày", "no date"),
            Text("Viết 2024-06-30, 2024-06 hoặc 2024.", "Write 2024-06-30, 2024-06 or 2024."),
        )
    return Beside("date", value)


def _flag(text: str, flags: Mapping[str, Flag]) -> Beside | Complaint | None:
    if not text:
        return None
    found = next((each for each in get_args(Flag) if each == text), None) or flags.get(text.strip("()"))
    if found is None:
        return Complaint(
            Text("chưa rõ dấu hiệu này là gì", "nobody has said what this flag means"),
            Text('Thêm --flags "{text}=provisional".', 'Add --flags "{text}=provisional".').fill(text=text),
        )
    return Beside("flag", found)


def with_flag(text: str, flags: Mapping[str, Flag]) -> tuple[str, Beside | None]:
    """A number as text without the flag behind it, and the flag: "13.5 (p)", "13,5 b".

    >>> with_flag("13.5 (p)", {"p": "provisional"})
    ('13.5', Beside(key='flag', value='provisional'))
    >>> with_flag("13.5 (p)", {})
    ('13.5 (p)', None)
    """
    found = re.fullmatch(r"(.*?)\s*(?:\(([A-Za-z]{1,3})\)|([A-Za-z]{1,3}))", text.strip(), re.DOTALL)
    name = flags.get(found.group(2) or found.group(3)) if found else None
    return (found.group(1), Beside("flag", name)) if found and name else (text, None)
