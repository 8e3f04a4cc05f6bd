"""Number formats of a workbook: how many digits of a number a cell shows, and whether as per cent or a date.

A format has up to four sections, for numbers above 0, below 0, for 0 and for text (ECMA-376, 18.8.31).
"""

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

FormatKind = Literal["general", "digits", "date", "month", "year", "scaled", "nothing"]
"""general: as many digits as the column is wide; digits: as many as the format says; date: a day or a time; month,
year: a date without its day, or without its month; scaled: thousands or millions of what the cell holds; nothing: no
digit at all."""


class NumberFormat(NamedTuple):
    """What one section of a format shows of a number."""

    kind: FormatKind
    fewest: int = 0
    """Decimals that are always shown."""
    most: int = 0
    """Decimals that are shown where the number has them."""
    percent: bool = False
    """True where it shows a hundred times the number, and a per cent sign."""

    def shown(self, number: Decimal) -> Decimal:
        """The digits that stand in the cell.

        >>> NumberFormat("digits", 1, 1).shown(Decimal(8)), NumberFormat("digits", 0, 2).shown(Decimal("67.340"))
        (Decimal('8.0'), Decimal('67.34'))
        """
        rounded = number.quantize(Decimal(1).scaleb(-self.most), ROUND_HALF_UP, _WIDE)
        digits = f"{rounded:f}"
        while self.most > self.fewest and digits[-1] == "0" and -_exponent(digits) > self.fewest:
            digits = digits[:-1]
        return Decimal(digits.rstrip("."))


_WIDE = Context(prec=400)
"""Holds every double with all its digits."""


def _exponent(digits: str) -> int:
    """The power of ten of the last digit.

    >>> _exponent("67.340"), _exponent("67.")
    (-3, 0)
    """
    return -len(digits.partition(".")[2])


def number_format(code: str, number: Decimal) -> NumberFormat:
    """What a format shows of a number.

    Args:
        code: The format, of one or more sections.
        number: What the cell holds.

    >>> number_format("#,##0.00", Decimal(8))
    NumberFormat(kind='digits', fewest=2, most=2, percent=False)
    >>> number_format("0.0%;[Red]-0.0%", Decimal("0.45")).percent, number_format("General", Decimal(8)).kind
    (True, 'general')
    """
    return _format(code, 0 if number > 0 else 1 if number < 0 else 2)


@lru_cache(maxsize=1024)
def _format(code: str, wanted: int) -> NumberFormat:
    sections = list(_sections(code))
    bare = _bare(sections[wanted] if wanted < len(sections) else sections[0])
    if re.search("[dmyhs]", bare, re.IGNORECASE) and not re.search("general", bare, re.IGNORECASE):
        return NumberFormat(_of_date(bare.lower()))
    if re.search("general|@|[0#?][eE]|/", bare, re.IGNORECASE) or _CONDITION.search(code):
        return NumberFormat("general")
    if not re.search("[0#?]", bare):
        return NumberFormat("nothing")
    if re.search(r"[0#?],+(?![0#?,])", bare):
        return NumberFormat("scaled")
    decimals = "".join(re.findall("[0#?]", bare.partition(".")[2]))
    fewest = len(decimals.rstrip("#"))
    return NumberFormat("digits", fewest, len(decimals), "%" in bare)


def _of_date(bare: str) -> Literal["date", "month", "year"]:
    """What a format of dates shows.

    >>> _of_date("mmm-yy"), _of_date("yyyy"), _of_date("mm:ss"), _of_date("dd/mm/yyyy")
    ('month', 'year', 'date', 'date')
    """
    if re.search("[dhs]", bare):
        return "date"
    return "month" if "m" in bare else "year"


def _sections(code: str) -> Iterator[str]:
    """The sections of a format; a semicolon in quotes or behind a backslash separates none."""
    section = ""
    for found in _PIECE.finditer(code):
        if found.group() == ";":
            yield section
            section = ""
        else:
            section += found.group()
    yield section


def _bare(section: str) -> str:
    """A section without what stands for itself, or names a colour or a language."""
    return _QUIET.sub("", section)


_PIECE = re.compile(r'"[^"]*"|\\.|.', re.DOTALL)
_QUIET = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
"""A section for numbers above or below some limit of its own."""


def built_in_format(id_: int) -> str:
    """The format of a number that every workbook has without saying it (ECMA-376, 18.8.30); ``General`` of others.

    >>> built_in_format(2), built_in_format(10), built_in_format(14), built_in_format(17), built_in_format(99)
    ('0.00', '0.00%', 'yyyy-mm-dd', 'mmm-yy', 'General')
    """
    return _BUILT_IN.get(id_, "yyyy-mm-dd" if id_ in _DATES else "General")


_WHOLE, _HUNDREDTHS = "#,##0", "#,##0.00"
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: _WHOLE,
    4: _HUNDREDTHS,
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
    **dict.fromkeys((5, 6, 37, 38, 41, 42), _WHOLE),
    **dict.fromkeys((7, 8, 39, 40, 43, 44), _HUNDREDTHS),
}
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Dates and times, those of East Asia too."""
