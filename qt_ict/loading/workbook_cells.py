"""What the cells of a workbook hold, and which of them cannot be taken at their word.

An error, a formula that was never computed, a number whose format hides some of its digits: to a reader of values
alone these are empty cells and numbers like any other, and a figure would silently stay, or change.
"""

import datetime
import math
import re
from decimal import Context, Decimal
from typing import NamedTuple
from xml.etree.ElementTree import Element

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.loading.sheet import DATE_OR_TIME, Content, PerCent, RoundedNumber
from qt_ict.loading.shown_digits import NumberFormat, number_format


def tag_of(element: Element) -> str:
    """The name of an element without its namespace; there are two editions of it."""
    return element.tag.rpartition("}")[2]


def text_of(element: Element) -> str:
    """The text of a string: its own and that of its runs, without the phonetic hints."""
    if tag_of(element) == "t":
        return element.text or ""
    return "".join(text_of(each) for each in element if tag_of(each) in ("t", "r"))


class CellContents(NamedTuple):
    """What cells refer to."""

    shared: list[str]
    """Texts that stand once for the whole workbook."""
    formats: tuple[str, ...]
    """The number format of each style."""
    stale: bool
    """True where the program that wrote it left the formulas to be computed by whoever opens it."""
    since_1904: bool = False
    """True where days are counted from 1904 on, as some programs do."""

    def content(self, cell: Element) -> Content:
        """What a cell holds."""
        parts = {tag_of(each): each for each in cell}
        value = (parts["v"].text or "") if "v" in parts else ""
        formula = (parts["f"].text or "") if "f" in parts else None
        match cell.get("t", "n"):
            case "e":
                return Complaint(_ERROR, _COMPUTE, Text.same(value))
            case kind if formula is not None and (self.stale or (not value and kind != "str")):
                return Complaint(_NOT_COMPUTED, _COMPUTE, Text.same(f"={formula}"))
            case "s":
                return self._shared(value)
            case "str":
                return value.strip()
            case "inlineStr":
                return text_of(parts["is"]).strip() if "is" in parts else ""
            case "b":
                return Complaint(_TRUE_OR_FALSE, _TYPE, Text.same("TRUE" if value in TRUE else "FALSE"))
            case "n":
                return self._number(value, cell.get("s", "0"), formula is not None) if value else ""
        return Complaint(DATE_OR_TIME, _TYPE, Text.same(value.removesuffix("T00:00:00").removesuffix("Z")))

    def _shared(self, index: str) -> Content:
        if re.fullmatch("[0-9]{1,9}", index.strip()) and int(index) < len(self.shared):
            return self.shared[int(index)].strip()
        return Complaint(_NO_TEXT.fill(index=index), _SAVE_AGAIN, Text.same(index))

    def _number(self, value: str, style: str, computed: bool) -> Content:
        """The number of a cell with the digits that it shows."""
        double = float(value) if _NUMBER.fullmatch(value.strip()) else math.nan
        if not math.isfinite(double):
            return Complaint(_NO_NUMBER, _TYPE, Text.same(value))
        number = _held(double)
        known = style.isdecimal() and int(style) < len(self.formats)
        shown = number_format(self.formats[int(style)] if known else "General", number)
        match shown.kind:
            case "date" | "month" | "year":
                held = _day(double + _DAYS_TO_1904 if self.since_1904 else double)
                return Complaint(DATE_OR_TIME, _TYPE, Text.same(held[: _PRECISION[shown.kind]]))
            case "scaled":
                return Complaint(_SCALED, _TYPE, Text.same(f"{number:f}"))
            case "nothing":
                return Complaint(_NOTHING_SHOWN, _TYPE, Text.same(f"{number:f}"))
            case "general":
                return _unformatted(number)
        return _formatted(number, shown, computed)


def repeated(contents: list[Content]) -> Complaint:
    """Why a cell that stands several times in a file is not read."""
    said = ", ".join(map(str, (each for each in contents if not isinstance(each, Complaint))))
    return Complaint(_REPEATED.fill(times=len(contents)), _SAVE_AGAIN, Text.same(said))


TRUE = ("1", "true")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DIGITS_KEPT = 15
"""Significant digits that spreadsheets keep of what is typed; what a double has behind them is noise."""
_DIGITS_SHOWN = 11
"""Significant digits that a cell without a format shows at most."""


def _held(double: float) -> Decimal:
    """The number that a double stands for, without the noise of the binary system.

    >>> _held(67.33999999999999), _held(82.50000000000001), _held(8.0)
    (Decimal('67.34'), Decimal('82.5'), Decimal('8'))
    """
    if double.is_integer():
        return Decimal(int(double))
    return Context(prec=_DIGITS_KEPT).create_decimal(repr(double)).normalize()


def _unformatted(number: Decimal) -> Content:
    """A number in a cell without a format: all its digits, unless they are more than any column shows."""
    if number == number.to_integral_value():
        return int(number)
    if len(number.as_tuple().digits) > _DIGITS_SHOWN:
        return Complaint(_NO_FORMAT, _FORMAT, Text.same(f"{number:f}"))
    return number


def _formatted(number: Decimal, shown: NumberFormat, computed: bool) -> Content:
    """A number with the digits that its format shows; doubtful where it hides some that were typed."""
    held = number * 100 if shown.percent else number
    digits = shown.shown(held)
    read = digits if "." in f"{digits:f}" else int(digits)
    if digits != held and not (computed or len(number.as_tuple().digits) > _DIGITS_SHOWN):
        sign = "%" if shown.percent else ""
        return Complaint(_HIDES.fill(held=f"{held.normalize():f}{sign}"), _FORMAT, Text.same(f"{digits:f}{sign}"))
    if shown.percent:
        return PerCent(read)
    return read if digits == held else RoundedNumber(read, held)


_DAYS_TO_1904 = 1462
"""Days between the two first days from which workbooks count."""
_PRECISION = {"date": None, "month": len("2012-06"), "year": len("2012")}
"""How much of a date is shown [characters]."""


def _day(days: float) -> str:
    """A number of days as the date that spreadsheets show for it; the number itself where there is no such date."""
    try:
        day = datetime.datetime(1899, 12, 30) + datetime.timedelta(days)
    except OverflowError:
        return repr(days)
    if 0 <= days < 1:
        return str(day.time().replace(microsecond=0))
    return str(day.date() if day.time() == datetime.time() else day.replace(microsecond=0))


_ERROR = Text("công thức báo lỗi", "the formula ends in an error")
_NOT_COMPUTED = Text("công thức chưa được tính", "the formula was not computed")
_TRUE_OR_FALSE = Text("ô đúng/sai", "true or false")
_NO_TEXT = Text(
    "tệp không có đoạn chữ số {index} mà ô này dẫn", "the file has no text {index}, which the cell refers to"
)
_NO_NUMBER = Text("không phải số viết bằng chữ số 0–9", "not a number in the digits 0–9")
_REPEATED = Text("ô này có {times} lần trong tệp", "the cell stands {times} times in the file")
_SCALED = Text("định dạng hiện số theo nghìn hoặc triệu", "its format shows it in thousands or millions")
_NOTHING_SHOWN = Text("định dạng không hiện chữ số nào", "its format shows no digit")
_NO_FORMAT = Text(
    "ô chưa có định dạng nên không rõ lấy bao nhiêu chữ số",
    "without a format nobody knows how many of its digits count",
)
_HIDES = Text("ô chứa {held}, định dạng hiện ít chữ số hơn", "it holds {held}, its format shows fewer digits")
_FORMAT = Text(
    "Định dạng ô với số chữ số thập phân cần lấy, hoặc gõ lại con số đã làm tròn.",
    "Format the cell with the decimals that count, or type the rounded number.",
)
_TYPE = Text("Định dạng ô là số rồi gõ lại.", "Format the cell as a number, then type it again.")
_SAVE_AGAIN = Text(
    "Mở tệp bằng bảng tính, sửa ô này rồi lưu.", "Open the file in a spreadsheet, mend the cell and save it."
)
_COMPUTE = Text(
    "Mở tệp bằng bảng tính, tính lại và lưu; hoặc gõ thẳng con số.",
    "Open the file in a spreadsheet, compute and save it; or type the number itself.",
)
