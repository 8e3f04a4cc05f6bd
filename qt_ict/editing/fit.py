"""Whether a number can be one of a unit of measure."""

from decimal import Decimal

from qt_ict.arithmetic.numerals import Numeral, overlong
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.model.indicators import Unit


def misfit(number: Numeral, unit: Unit) -> Complaint | None:
    """Why a number cannot be one of a unit of measure, or of any; None where it can.

    Args:
        number: What a cell says [unit].
        unit: The unit of measure.
    """
    if number < 0 and not unit.negative:
        return Complaint(
            Text("số âm, mà {unit} không âm", "below 0, which {unit} are not").fill(unit=unit.name),
            Text(
                "Kiểm tra lại con số; đại lượng có thể âm thì khai báo negative: true ở đơn vị tính.",
                "Check the number; where the unit of measure can be below 0, say negative: true there.",
            ),
        )
    if unit.is_counted and isinstance(number, Decimal):
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
    beyond = _beyond(number, unit)
    if beyond is not None:
        return Complaint(
            Text("đọc được {number}, {beyond}", "this reads {number}, {beyond}").fill(number=number, beyond=beyond),
            Text("Kiểm tra lại con số, và --numbers.", "Check the number, and --numbers."),
        )
    return overlong(number)


def _beyond(number: Numeral, unit: Unit) -> Text | None:
    """That a number lies beyond what its unit of measure allows; None where it does not."""
    end = Text.same("%") if unit.is_percentage else Text.same("")
    if unit.most is not None and number > unit.most:
        return Text("lớn hơn {most}", "more than {most}").fill(most=unit.most) + end
    if unit.least is not None and number < unit.least:
        return Text("nhỏ hơn {least}", "less than {least}").fill(least=unit.least)
    return None
