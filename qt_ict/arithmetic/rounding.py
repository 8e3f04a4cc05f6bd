"""Rounding, done once and only when a number is shown."""

import math
import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal

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
    """The number of a ratio as printed: the one before a per cent sign, else the first.

    None without one, and where there is no single decimal number: "3/4", "45%-50%". A lone point or comma
    is read as a decimal one; ``grouped_number`` is the other reading.

    >>> printed_number("năm 2010: 45,65%"), printed_number("1.234,5 lớp/1.000 trường"), printed_number("3/4 số hộ")
    (Decimal('45.65'), Decimal('1234.5'), None)
    """
    found = _found_number(text)
    if found is None:
        return None
    signs = re.sub("[0-9]", "", found)
    if len(set(signs)) > 1:
        return Decimal(found.replace(signs[0], "").replace(signs[-1], "."))
    return Decimal(re.sub("[.,]", "", found) if len(signs) > 1 else found.replace(",", "."))


def grouped_number(text: str) -> Decimal | None:
    """The number of a ratio as printed, a lone point or comma read as a thousands sign; None where it cannot be.

    >>> grouped_number("1.234 thuê bao/100 dân"), grouped_number("45,65%")
    (Decimal('1234'), None)
    """
    found = _found_number(text)
    return Decimal(re.sub("[.,]", "", found)) if found and re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", found) else None


def decimal_sign(text: str) -> str | None:
    """The sign before the decimals of a ratio as printed; None without decimals, and where it may group thousands.

    >>> decimal_sign("45,65%"), decimal_sign("31.24%"), decimal_sign("90%"), decimal_sign("1.234 thuê bao/100 dân")
    (',', '.', None, None)
    """
    found = _found_number(text)
    number = printed_number(text)
    if found is None or number is None or not digits_of(number) or grouped_number(text) is not None:
        return None
    return re.sub("[0-9]", "", found)[-1]


@lru_cache(maxsize=4096)
def _found_number(text: str) -> str | None:
    found = re.search(rf"({_NUMBER}) ?(?:{_HUNDREDTHS}|{_THOUSANDTHS})", text) or re.search(f"({_NUMBER})", text)
    if not found or re.match(rf" ?/ ?(?!{_TENS}(?![0-9])){_NUMBER}", text[found.end(1) :]):
        return None
    ranged = re.match(rf" ?(?:{_HUNDREDTHS})? ?[-–] ?{_NUMBER}", text[found.end(1) :])
    return None if ranged or re.search(r"[0-9] ?[/.,][0-9]*$", text[: found.start(1)]) else found.group(1)


def printed_factor(text: str) -> int:
    """What a ratio as printed is multiplied by: 100 for a percentage, the number of "per 100", else 1.

    >>> printed_factor("45,65%"), printed_factor("12 thuê bao/10.000 dân"), printed_factor("8 máy/trường")
    (100, 10000, 1)
    """
    if re.search(_HUNDREDTHS, text):
        return 100
    if re.search(_THOUSANDTHS, text):
        return 1000
    found = re.search(rf"(?:/|\b(?:trên|cho|per)\b) ?(?:mỗi )?({_TENS}|trăm|nghìn|ngàn)(?![0-9])|/ ?([0-9]+)", text)
    if not found:
        return 1
    return _WORDS.get(found.group(1)) or int(re.sub("[., ]", "", found.group(1) or found.group(2)))


_NUMBER = r"[0-9]{1,15}(?:[.,][0-9]{3}(?![0-9]))*(?:[.,][0-9]{1,15})?"
_TENS = r"1(?:0*(?:[., ]000)+|0+)"
_WORDS = {"trăm": 100, "nghìn": 1000, "ngàn": 1000}
_HUNDREDTHS, _THOUSANDTHS = "%|％|phần trăm|per ?cent", "‰|phần nghìn"

Vague = Literal["more", "less", "about"]


def printed_vaguely(text: str) -> Vague | None:
    """The words that make a printed ratio a bound, or only roughly right; None where it is a number as it stands.

    >>> printed_vaguely("gần 90%"), printed_vaguely("không dưới 80%"), printed_vaguely("Trên địa bàn: 45%")
    ('less', 'more', None)
    """
    found = re.search(rf"(?<!\w)({'|'.join(_VAGUE)}) ?(?=[0-9])", text, re.IGNORECASE)
    if found and not re.match(rf"{_TENS}(?! ?[%％‰0-9])", text[found.end() :]):
        return _VAGUE[found.group(1).lower()]
    return "more" if "trở lên" in text else "less" if "trở xuống" in text else None


_VAGUE: dict[str, Vague] = {
    **dict.fromkeys(("không dưới", "không ít hơn", "ít nhất", "tối thiểu", "at least"), "more"),
    **dict.fromkeys(("không quá", "không hơn", "tối đa", "chưa đến", "chưa tới", "at most"), "less"),
    **dict.fromkeys(("hơn", "trên", "over", "above", "more than", ">", "≥"), "more"),
    **dict.fromkeys(("gần", "dưới", "nearly", "almost", "under", "below", "less than", "<", "≤"), "less"),
    **dict.fromkeys(("khoảng", "xấp xỉ", "about", "~"), "about"),
}


def _decimal(scaled: int, digits: int) -> Decimal:
    # Built from its digits: arithmetic on decimals would round to 28 of them.
    sign, written, _ = Decimal(scaled).as_tuple()
    return Decimal((sign, written, -digits))
