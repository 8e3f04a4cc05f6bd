"""What an argument of Python may be: each kind of argument checked and made plain in one place."""

import os
from collections.abc import Iterable, Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from decimal import Decimal
from fractions import Fraction
from numbers import Integral, Real
from reprlib import repr as shortened
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator, StringConstraints

from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Text
from qt_ict.report.growth_rates import rate
from qt_ict.report.what_if import is_amount

Day = date | str
"""A day, or how people write one: 2012-06-30, 30/6/2012; a month, a quarter or a year for its last day."""
YearlyAmount = int | float | Decimal | Fraction | str
"""What a year adds, in the figure's own unit; text for a percentage a year: "5%"."""
_MOST = 10**12
"""What a year adds is less than this [unit of the figure]; the command line takes twelve digits."""
_MOST_DIGITS = 18
"""A decimal with more zeros than this is a typing error, and slow to make exact."""


def _whole(said: Any) -> object:
    """A whole number of any library; pandas makes them floats where a column has gaps."""
    if isinstance(said, bool):
        return said
    whole = isinstance(said, Integral) or (isinstance(said, float) and said.is_integer())
    return int(said) if whole else said


def _written(said: object) -> object:
    """A day as text; of a moment its day."""
    day = said.date() if isinstance(said, datetime) else said
    return day.isoformat() if isinstance(day, date) else day


def _several(said: Any) -> object:
    """One text or several, as several."""
    if isinstance(said, str | bytes):
        return (said,)
    try:
        return tuple(said)
    except TypeError:  # Nothing that has members; some arrays say so only when they are asked.
        return said


def _path(said: object) -> object:
    """The name of a file or folder as the system can take it.

    Raises:
        ValueError: It is none.
    """
    named = os.fspath(said) if isinstance(said, os.PathLike) else said
    if isinstance(named, str) and (not named or b"\0" in os.fsencode(named)):
        raise ValueError
    return named


def _rate(said: object) -> str:
    """Per cent a year, as written.

    Raises:
        ValueError: It is none.
    """
    if not isinstance(said, str) or rate(said) is None:
        raise ValueError
    return said


def _amount(said: object) -> Fraction | str:
    """What a year adds, exact; text is read with the figure that it is of.

    Raises:
        ValueError: It is no number, or none of this world.
    """
    if isinstance(said, str) and is_amount(said):
        return said
    if isinstance(said, bool) or not isinstance(said, Real | Decimal):
        raise ValueError
    if isinstance(said, Decimal) and abs(said.adjusted()) > _MOST_DIGITS:
        raise ValueError
    # A float is meant as it is written: 0.1 is a tenth.
    found = Fraction(int(said)) if isinstance(said, Integral) else Fraction(str(said))
    if abs(found) >= _MOST:
        raise ValueError
    return found


Year = Annotated[int, BeforeValidator(_whole), Field(ge=MINYEAR, le=MAXYEAR)]
"""A calendar year."""
OneDay = Annotated[str, BeforeValidator(_written)]
"""A day, as people write it."""
Several = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""One text or several."""
FilePath = Annotated[str, BeforeValidator(_path)]
"""A file or folder."""
FigureName = Annotated[str, StringConstraints(pattern=r"\S")]
"""What a figure is called."""
Rate = Annotated[str, PlainValidator(_rate)]
"""What grows, per cent a year."""
AddedAmount = Annotated[Fraction | str, PlainValidator(_amount)]
"""What a year adds: a number, or text."""


_TEXT = Text("chuỗi ký tự", "text")
_TRUTH = Text("True hoặc False", "True or False")
_A_DAY = Text(
    'một ngày (date), hoặc chuỗi ký tự như "2012-06-30", "2012-06", "2012-Q2", "2012"',
    'a date, or text such as "2012-06-30", "2012-06", "2012-Q2", "2012"',
)
_CODES = Text('mã quy tắc như "QT4", hoặc nhiều mã', 'the code of a rule, such as "QT4", or several')
_PATH = Text("đường dẫn, là chuỗi ký tự hoặc Path", "a path, as text or as a Path")
EXPECTED: Mapping[str, Text] = {
    "folder": _PATH,
    "year": Text("một năm, như 2015", "a year, such as 2015"),
    "as_of": _A_DAY,
    "by": _A_DAY,
    "carry": Text("mã số liệu, hoặc nhiều mã", "the id of a figure, or several"),
    "growth": Text(
        'phần trăm mỗi năm của mỗi số liệu, trên -100% và đến 1000%: {"households": "1.2%"}',
        'per cent a year of each figure, above -100% and up to 1000%: {"households": "1.2%"}',
    ),
    "additions": Text(
        'lượng thêm mỗi năm của mỗi số liệu, dưới 10^12: {"households_with_tv": 2000}; hoặc phần trăm, trên -100% và '
        'đến 1000%: {"households_with_tv": "5%"}',
        'what a year adds to each figure, less than 10^12: {"households_with_tv": 2000}; or per cent, above -100% and '
        'up to 1000%: {"households_with_tv": "5%"}',
    ),
    "reference": Text("tên nhóm tham chiếu, hoặc đường dẫn", "the name of a reference class, or a path"),
    "half_years": _TRUTH,
    "only_unmeasured": _TRUTH,
    "select": _CODES,
    "ignore": _CODES,
    "accepted": _TRUTH,
}
"""What arguments may be that are not plain text."""


def impossible(argument: str, within: Iterable[object], said: object) -> Refusal:
    """The refusal of an argument of a wrong type.

    Args:
        argument: Its name.
        within: The keys or places within it.
        said: What stands there.
    """
    place = argument + "".join(f"[{each!r}]" for each in within if each != "[key]")
    return Refusal(
        Text("{place} không thể là {said}", "{place} cannot be {said}").fill(place=place, said=shown(said)),
        Text("Cần {expected}.", "Give {expected}.").fill(expected=EXPECTED.get(argument, _TEXT)),
    )


def shown(said: object) -> str:
    """What somebody gave, in a line that is not too long."""
    try:
        return " ".join(shortened(said).split())
    except ValueError:  # A whole number of more digits than Python writes.
        return type(said).__name__
