"""Rounding, done once and only when a number is shown."""

import math
import re
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.interval import Number


def half_up(value: Number, digits: int) -> Decimal:
    """The nearest decimal; a tie goes away from zero, the plan's own habit.

    >>> half_up(Fraction(4255 * 100, 145470), 2)
    Decimal('2.93')
    >>> half_up(Fraction(-1, 8), 2)
    Decimal('-0.13')
    """
    scaled = Fraction(value) * 10**digits
    whole = math.floor(abs(scaled) + Fraction(1, 2))
    return _decimal(whole if scaled >= 0 else -whole, digits)


def half_even(value: Number, digits: int) -> Decimal:
    """The nearest decimal; a tie goes to the even digit.

    >>> half_even(Fraction(1, 8), 2)
    Decimal('0.12')
    """
    return _decimal(round(Fraction(value) * 10**digits), digits)


def truncated(value: Number, digits: int) -> Decimal:
    """The decimal with the further digits cut off.

    >>> truncated(Fraction(686 * 100, 1492), 2)
    Decimal('45.97')
    """
    return _decimal(math.trunc(Fraction(value) * 10**digits), digits)


def rounded_down(value: Number, digits: int) -> Decimal:
    """The largest decimal that does not exceed the value: outward for a lower end.

    >>> rounded_down(Fraction(-1, 3), 2)
    Decimal('-0.34')
    """
    return _decimal(math.floor(Fraction(value) * 10**digits), digits)


def rounded_up(value: Number, digits: int) -> Decimal:
    """The smallest decimal not below the value: outward for an upper end.

    >>> rounded_up(Fraction(10338 * 100, 145470), 2)
    Decimal('7.11')
    """
    return _decimal(math.ceil(Fraction(value) * 10**digits), digits)


def digits_of(value: Decimal) -> int:
    """Number of decimals that were written.

    >>> digits_of(Decimal("0.60")), digits_of(Decimal("22"))
    (2, 0)
    """
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def printed_number(text: str) -> Decimal | None:
    """The first number of a ratio as printed, decimal comma or point; None without one.

    A ratio is read as a decimal number, never with thousands signs.

    >>> printed_number("45,65%"), printed_number("3,3 thuê bao/100 dân")
    (Decimal('45.65'), Decimal('3.3'))
    """
    found = re.search(r"[0-9]{1,15}(?:[.,][0-9]{1,15})?", text)
    return Decimal(found.group().replace(",", ".")) if found else None


def printed_factor(text: str) -> int:
    """What a ratio as printed is multiplied by: 100 for a percentage, the number of "per 100", else 1.

    >>> printed_factor("45,65%"), printed_factor("3,3 thuê bao/100 dân"), printed_factor("8 máy/trường")
    (100, 100, 1)
    """
    if "%" in text:
        return 100
    found = re.search(r"(?:/|trên|per) ?(1[.,]?000|10+)(?![0-9])", text)
    return int(re.sub("[.,]", "", found.group(1))) if found else 1


def _decimal(scaled: int, digits: int) -> Decimal:
    # Built from its digits: arithmetic on decimals would round to 28 of them.
    sign, written, _ = Decimal(scaled).as_tuple()
    return Decimal((sign, written, -digits))
