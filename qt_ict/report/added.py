"""What is supposed of a figure, in words."""

from decimal import Decimal

from qt_ict.arithmetic.interval import point
from qt_ict.engine.additions import Increment
from qt_ict.language import Text
from qt_ict.model.indicators import Unit
from qt_ict.report.cells import points
from qt_ict.wording import terms
from qt_ict.wording.quantities import plain, with_unit
from qt_ict.wording.statements import named


def addition_text(unit: Unit, addition: Increment) -> Text:
    """What is supposed to happen every year: "gains 2,000 households every year", "falls by 5% every year".

    >>> from fractions import Fraction
    >>> addition_text(Unit(vi="hộ", en="households", kind="count"), Increment(Fraction(-50))).vi
    'mỗi năm bớt 50 hộ'
    """
    size = abs(addition.amount) * (100 if addition.compound else 1)
    number = plain(size.numerator if size.denominator == 1 else Decimal(size.numerator) / size.denominator)
    falls = addition.amount < 0
    if addition.compound:
        return (_FALLS if falls else _GROWS).fill(number=number + terms.PERCENT)
    amount = number + points(unit) if unit.kind == "share" else with_unit(number, named(unit, point(size)))
    return (_LOSES if falls else _GAINS).fill(amount=amount)


_GROWS = Text("mỗi năm tăng {number}", "grows by {number} every year")
_FALLS = Text("mỗi năm giảm {number}", "falls by {number} every year")
_GAINS = Text("mỗi năm thêm {amount}", "gains {amount} every year")
_LOSES = Text("mỗi năm bớt {amount}", "loses {amount} every year")
