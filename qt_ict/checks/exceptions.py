"""Accepted exceptions: findings that the data themselves explain, as long as their numbers stay."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from qt_ict.arithmetic.rounding import digits_of, half_up
from qt_ict.checks.check import Found, Seen
from qt_ict.diagnostics.finding import Rule
from qt_ict.language import Text

EXCEPTION_WITHOUT_FINDING = Rule(
    "QT804",
    "exception-without-finding",
    Text("{code} không có gì để chấp nhận ở đây", "there is nothing of {code} to accept here"),
    Text("{nearest}Bỏ ngoại lệ này.", "{nearest}Drop this exception."),
    Text(
        "Ngoại lệ (accept) này không có gì để chấp nhận: số liệu đã được sửa, mã gõ nhầm, hoặc đó là lỗi của chính tệp "
        "dữ liệu, phải sửa chứ không chấp nhận.\n\n"
        "Ngoại lệ thừa che mất lỗi sau này, nên phải bỏ đi.",
        "An exception has nothing to accept: the data were corrected, the code is mistyped, or it is a fault of the "
        "data files themselves, which is mended and not accepted.\n\n"
        "An exception left over would hide a later mistake, so it has to go.",
    ),
    "warning",
    called="ngoại lệ không có phát hiện",
)


def accepts(seen: Sequence[int | Decimal | str], found: Found) -> bool:
    """Whether the numbers an exception was given for are still those of a finding.

    Published numbers must be equal. Computed ones must agree at the decimals that were written, and
    these must be at least as many as the finding shows.

    >>> found = Found((), numbers=(68, Fraction(40800000, 606178)), digits=2)
    >>> accepts((68, Decimal("67.31")), found), accepts((68, 67), found), accepts((86, Decimal("67.31")), found)
    (True, False, False)
    """
    numbers = found.numbers
    if len(seen) != len(numbers):
        return False
    return all(_agree(one, other, found.digits) for one, other in zip(seen, numbers, strict=True))


def _agree(seen: int | Decimal | str, number: Seen, digits: int) -> bool:
    if seen == number:
        return True
    if isinstance(seen, str) or not isinstance(number, Fraction):
        return False
    written = Decimal(seen)
    return digits_of(written) >= digits and half_up(number, digits_of(written)) == written


def to_accept(found: Found) -> tuple[int | Decimal | str, ...]:
    """The numbers of a finding as an exception should name them: enough decimals to notice every change.

    >>> to_accept(Found((), numbers=(68, Fraction(40800000, 606178)), digits=2, step=Fraction(1, 9006)))
    (68, Decimal('67.3070'))
    """
    return tuple(_written(number, found) for number in found.numbers)


def _written(number: Seen, found: Found) -> int | Decimal | str:
    if not isinstance(number, Fraction):
        return number
    digits = found.digits
    while Fraction(1, 10**digits) > found.step:
        digits += 1
    return half_up(number, digits)
