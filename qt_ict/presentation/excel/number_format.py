"""How a number looks in a workbook: as its text does, whatever stands around the number."""

from qt_ict.language import Language
from qt_ict.presentation.characters import storable
from qt_ict.report.document import Amount

LONGEST = 250
"""A number format may have 255 characters."""


def number_format(text: str, amount: Amount, language: Language) -> str:
    """The format under which an amount reads as its text.

    A minus is the text's own sign in front of the number; a text that does not hold the number stands for it whole.

    Args:
        text: What is to be read.
        amount: One number.
        language: The language of the text.

    >>> from qt_ict.arithmetic.interval import point
    >>> number_format("> 1.386 hộ", Amount(point(1386), 0), "vi")
    '"> "#,##0" hộ";"> "−#,##0" hộ"'
    >>> number_format("tất cả", Amount(point(100), 0), "vi")
    '"tất cả";"tất cả";"tất cả"'
    """
    digits = ("#,##0" if amount.grouped else "0") + ("." + "0" * amount.digits if amount.digits else "")
    said = (amount.number(language) or "").removeprefix("−")
    before, number, after = text.partition(said)
    if number:
        before, after = _literal(before.removesuffix("−")), _literal(after)
        found = f"{before}{digits}{after};{before}−{digits}{after}"
    else:
        found = ";".join([_literal(text)] * 3)
    return found if len(found) <= LONGEST else digits


def _literal(text: str) -> str:
    """A text as a number format spells it."""
    escaped = storable(text).replace('"', '"\\""')
    return f'"{escaped}"' if text else ""
