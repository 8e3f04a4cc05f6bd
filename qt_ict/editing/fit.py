"""Whether a number can be one of a unit of measure."""

from decimal import Decimal

from qt_ict.arithmetic.numerals import CHECK_IT, Numeral, overlong
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.model.indicators import CEILING, Unit


def misfit(number: Numeral, unit: Unit) -> Complaint | None:
    """Why a number cannot be one of a unit of measure, or of any; None where it can.

    Args:
        number: What a cell says [unit].
        unit: The unit of measure.
    """
    if number < 0:
        return Complaint(
            Text("số âm: số liệu không âm", "below 0: figures are not negative"),
            CHECK_IT,
        )
    if unit.kind == "count" and isinstance(number, Decimal):
        return Complaint(
            Text(
                "đọc được {number}, không phải số nguyên; đơn vị tính ({unit}) đếm từng cái",
                "this reads {number}, no whole number; the unit of measure ({unit}) counts whole things",
            ).fill(number=number, unit=unit.name),
            Text(
                "Viết liền các chữ số, không dấu chấm, dấu phẩy; kiểm tra --numbers.",
                "Write the digits together, without point or comma; check --numbers.",
            ),
        )
    if unit.kind == "share" and number > CEILING:
        return Complaint(
            Text("đọc được {number}, lớn hơn 100%", "this reads {number}, more than 100%").fill(number=number),
            Text("Kiểm tra lại con số, và --numbers.", "Check the number, and --numbers."),
        )
    return overlong(number)
