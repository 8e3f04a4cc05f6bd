"""Accepted exceptions: findings that the data themselves explain, as long as their numbers stay."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.checks.check import Found, Seen
from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

MOST_DIGITS = 12
"""Most decimals of a computed number that are offered to be accepted."""

EXCEPTION_WITHOUT_FINDING = Rule(
    "QT804",
    "exception-without-finding",
    Text(
        "chấp nhận {code} nhưng ở đây không có phát hiện nào như vậy",
        "{code} is accepted, yet nothing of it is found here",
    ),
    Text("{nearest}Bỏ ngoại lệ này.", "{nearest}Drop this exception."),
    Text(
        "Một ngoại lệ được chấp nhận (accept) mà không còn phát hiện nào: số liệu đã được sửa, hoặc mã gõ nhầm.\n\n"
        "Ngoại lệ thừa che mất lỗi sau này, nên phải bỏ đi.",
        "An accepted exception has nothing to accept any more: the data were corrected, or the code is mistyped.\n\n"
        "An exception left over would hide a later mistake, so it has to go.",
    ),
    "warning",
)


def accepts(seen: Sequence[int | Decimal], found: Found) -> bool:
    """Whether the numbers an exception was given for are still those of a finding.

    Published numbers must be equal. Computed ones must agree at the decimals that were written, and
    these must be at least as many as the finding shows.

    >>> found = Found((), numbers=(68, Fraction(40800000, 606178)), digits=2)
    >>> accepts((68, Decimal("67.31")), found), accepts((68, 67), found), accepts((86, Decimal("67.31")), found)
    (True, False, False)
    """
    numbers = found.numbers
    return len(seen) == len(numbers) and all(map(lambda one, other: _agree(one, other, found.digits), seen, numbers))


def _agree(seen: int | Decimal, number: Seen, digits: int) -> bool:
    if seen == number:
        return True
    written = Decimal(seen)
    return (
        isinstance(number, Fraction) and digits_of(written) >= digits and half_up(number, digits_of(written)) == written
    )


def to_accept(found: Found) -> tuple[int | Decimal, ...]:
    """The numbers of a finding as an exception should name them: enough decimals to notice every change.

    >>> to_accept(Found((), numbers=(68, Fraction(40800000, 606178)), digits=2, step=Fraction(1, 9006)))
    (68, Decimal('67.3070'))
    """
    return tuple(_written(number, found) for number in found.numbers)


def _written(number: Seen, found: Found) -> int | Decimal:
    if not isinstance(number, Fraction):
        return number
    digits = found.digits
    while digits < MOST_DIGITS and Fraction(1, 10**digits) > found.step:
        digits += 1
    return half_up(number, digits)
