"""What every kind of field wants, and how to give it: the words of findings of shape."""

from datetime import date
from decimal import Decimal
from typing import Any

from qt_ict.diagnostics.finding import excerpt
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text

LINE_OF_TEXT = Complaint(
    Text("một dòng chữ không trống", "one line of text that is not blank"),
    Text(
        "Viết một dòng chữ; nếu trông như số thì đặt trong dấu nháy.",
        "Write one line of text; put it in quotes if it looks like a number.",
    ),
)
LIST = Complaint(
    Text("một danh sách [a, b]", "a list [a, b]"),
    Text(
        "Đặt trong ngoặc vuông, cách nhau bằng dấu phẩy.",
        "Put the entries in square brackets, separated by commas.",
    ),
)
LANGUAGE_CODES = Complaint(
    Text("danh sách mã ngôn ngữ [vi, en]", "a list of codes of languages [vi, en]"),
    Text("Viết languages: [vi, en], [en] hoặc [fr].", "Write languages: [vi, en], [en] or [fr]."),
)
KEYS = Complaint(
    Text("các khóa thụt vào bên dưới", "keys indented below"),
    Text("Viết mỗi khóa một dòng, thụt vào hai dấu cách.", "Write one key a line, indented by two spaces."),
)
EXPECTED = {
    "number": Complaint(
        Text("một số", "a number"),
        Text(
            "Viết chữ số, dấu chấm thập phân, không dấu nháy: 145470 hoặc 31.24.",
            "Write digits with a decimal point, without quotes: 145470 or 31.24.",
        ),
    ),
    "two_ends": Complaint(
        Text("một số, hoặc hai số", "a number, or two of them"),
        Text("Viết value: [{low}, {high}] với between.", "Write value: [{low}, {high}] with between."),
    ),
    "int_type": Complaint(
        Text("một số nguyên", "a whole number"),
        Text("Viết liền các chữ số, không dấu nháy.", "Write the digits together, without quotes."),
    ),
    "greater_than": Complaint(
        Text("một số lớn hơn 0", "a number greater than 0"),
        Text(
            "Viết 100 cho % và cho tỷ lệ trên 100, 1 nếu không nhân.",
            "Write 100 for % and rates per 100, 1 for no factor.",
        ),
    ),
    "positive": Complaint(
        Text("một số lớn hơn 0", "a number greater than 0"),
        Text(
            "Chép số của nguồn; nếu nguồn không nêu thì bỏ khóa này.",
            "Copy the number of the source; drop the key where it gives none.",
        ),
    ),
    "confidence": Complaint(
        Text("độ tin cậy trên 0 và dưới 100%", "a level of confidence above 0 and below 100%"),
        Text(
            "Thường là 95; nếu nguồn không nêu thì bỏ khóa này.", "Mostly 95; drop the key where the source gives none."
        ),
    ),
    "from_baseline": Complaint(
        Text(
            "double, halve, x 1.5, +10 points, -30% hoặc +200 và mã đơn vị tính, không dưới -100%",
            "double, halve, x 1.5, +10 points, -30% or +200 and the unit of measure, not below -100%",
        ),
        Text(
            "Điểm phần trăm: +10 points. Phần trăm của chính giá trị năm gốc: +10%. Số tuyệt đối: +200 schools.",
            "For percentage points: +10 points. For a part of the baseline itself: +10%. For things: +200 schools.",
        ),
    ),
    "bool_type": Complaint(
        Text("true hoặc false", "true or false"),
        Text("Viết true hoặc false, không dấu nháy.", "Write true or false, without quotes."),
    ),
    "date_type": Complaint(
        Text("một ngày dạng 2010-12-31", "a date such as 2010-12-31"),
        Text("Viết năm-tháng-ngày, không dấu nháy.", "Write year-month-day, without quotes."),
    ),
    "published_date": Complaint(
        Text("một ngày, tháng hoặc năm: 2012-03-31, 2012-03, 2012", "a day, month or year: 2012-03-31, 2012-03, 2012"),
        Text(
            "Viết năm-tháng-ngày, năm-tháng hoặc năm, không dấu nháy.",
            "Write year-month-day, year-month or a year, without quotes.",
        ),
    ),
    "column_meaning": Complaint(
        Text(
            "figure, value, flag, note, date, unit, comparator, unused hoặc một ngày",
            "figure, value, flag, note, date, unit, comparator, unused or a date",
        ),
        Text(
            "Viết tiêu đề: nghĩa, như Chỉ tiêu: figure hoặc Thực hiện: value.",
            "Write heading: meaning, as in Indicator: figure or Actual: value.",
        ),
    ),
    "due": Complaint(
        Text("một hạn, năm từ 1900 đến 2099", "a due date, years from 1900 to 2099"),
        Text(
            "Viết 2015, 2015-06, 2015-06-30, 2015-Q2, before 2015, after 2015, 2011-2020 (gạch nối thường), yearly, "
            "yearly 2011-2015 hoặc [2015, 2020].",
            "Write 2015, 2015-06, 2015-06-30, 2015-Q2, before 2015, after 2015, 2011-2020 (a plain hyphen), yearly, "
            "yearly 2011-2015 or [2015, 2020].",
        ),
    ),
    "due_year": Complaint(
        Text("một năm từ 1900 đến 2099", "a year from 1900 to 2099"),
        Text(
            "Danh sách chỉ gồm các năm mà văn bản để ngỏ: [2015, 2020]; hạn khác viết không có ngoặc: due: 2015-06.",
            "A list holds the years of which the document leaves open which is due: [2015, 2020]; any other due date "
            "goes without brackets: due: 2015-06.",
        ),
    ),
    "due_again": Complaint(
        Text("một năm chưa có trong danh sách", "a year that is not in the list yet"),
        Text(
            "Ghi mỗi năm một lần: [2015, 2020]; chỉ một năm thì viết không có ngoặc: due: 2015.",
            "Name each year once: [2015, 2020]; a year alone goes without brackets: due: 2015.",
        ),
    ),
    "backwards": Complaint(
        Text("một kỳ có năm đầu trước năm cuối", "a period whose first year comes before its last"),
        Text("Viết năm đầu trước: {start}-{end}.", "Write the earlier year first: {start}-{end}."),
    ),
    "milestones": Complaint(
        Text("các mốc, mỗi mốc một hạn và một số", "milestones, a date and a number each"),
        Text(
            "Viết milestones: {2012: 91, 2013: 92.5}; mục tiêu không có mốc thì bỏ khóa này.",
            "Write milestones: {2012: 91, 2013: 92.5}; drop the key of a target without any.",
        ),
    ),
    "milestone_date": Complaint(
        Text("hạn của một mốc, năm từ 1900 đến 2099", "the date of a milestone, years from 1900 to 2099"),
        Text(
            "Viết 2012, 2012-Q2, 2012-06 hoặc 2012-06-30; kỳ như 2012-2013 thì viết năm cuối: 2013.",
            "Write 2012, 2012-Q2, 2012-06 or 2012-06-30; of a period such as 2012-2013 its last year: 2013.",
        ),
    ),
    "same_day": Complaint(
        Text("một ngày khác ngày của mốc {first}", "another day than that of the milestone {first}"),
        Text(
            "Năm, quý, tháng là ngày cuối của nó: giữ một trong hai mốc, hoặc sửa một ngày.",
            "A year, quarter or month is its last day: keep one of the two, or correct one date.",
        ),
    ),
    "due_inferred": Complaint(
        Text("true, item, clause hoặc title", "true, item, clause or title"),
        Text(
            "Viết true (năm nêu gần nhất trước đó trong mục), clause (vế khác của câu) hoặc title (tên văn bản khác).",
            "Write true (the last year named before it in its item), clause (another clause of its sentence) or title "
            "(the title of another document).",
        ),
    ),
    "formula": Complaint(
        Text(
            "mã số liệu, danh sách mã, {at_least, at_most} hoặc {joint}",
            "a figure, a list of figures, {at_least, at_most} or {joint}",
        ),
        Text("Xem các ví dụ ở đầu indicators.yaml.", "See the examples at the top of indicators.yaml."),
    ),
    "reference": Complaint(
        Text(
            "tên một nhóm tham chiếu, hoặc {class, without, note}",
            "the name of a reference class, or {class, without, note}",
        ),
        Text(
            "Viết reference: internet_users, hoặc class, without, note thụt vào bên dưới.",
            "Write reference: internet_users, or class, without, note indented below.",
        ),
    ),
    "text_or_list": Complaint(
        Text("chữ hoặc một danh sách chữ", "text or a list of text"),
        Text(
            "Viết một tên, hoặc một danh sách [a, b]; số thì đặt trong dấu nháy.",
            "Write one name, or a list [a, b]; put numbers in quotes.",
        ),
    ),
    "string_type": LINE_OF_TEXT,
    "string_too_long": Complaint(
        Text("một dòng chữ ngắn hơn", "a shorter line of text"),
        Text(
            "Rút gọn; ghi chú dài thì viết thành chú thích #.",
            "Shorten it; write long remarks as # comments.",
        ),
    ),
    "said": Complaint(
        Text("một dòng chữ, hoặc vi và en", "one line of text, or vi and en"),
        Text("Viết một dòng chữ, hoặc vi: … và en: …", "Write one line of text, or vi: … and en: …"),
    ),
    "code": Complaint(
        Text("mã quy tắc từ QT300 đến QT899", "the code of a rule, QT300 to QT899"),
        Text(
            "Chép mã đứng ở phát hiện được chấp nhận; lỗi đọc tệp (QT1, QT2) thì phải sửa.",
            "Copy the code of the finding that is accepted; errors of reading (QT1, QT2) are to be mended.",
        ),
    ),
    "seen": Complaint(
        Text("danh sách số như [68, 67.31]", "a list of numbers such as [68, 67.31]"),
        Text("Chép dòng accept mà phát hiện đã in.", "Copy the line accept that the finding prints."),
    ),
    "dict_type": KEYS,
    "tuple_type": LIST,
    "model_type": KEYS,
}
UNEXPECTED = Complaint(
    Text("một giá trị khác", "another value"),
    Text("So với các mục khác trong tệp.", "Compare with the other entries of the file."),
)
SEPARATORS = Text(
    "Dấu chấm hay phẩy có thể là hàng nghìn hoặc thập phân nên không được đoán: "
    "số đếm viết liền (20181), tỷ lệ dùng dấu chấm thập phân (31.24).",
    "A point or comma may mean thousands or decimals, so it is not guessed: "
    "write counts without signs (20181), rates with a decimal point (31.24).",
)
UNQUOTE = Text("Bỏ dấu nháy quanh số.", "Take the quotes off the number.")


def described(value: Any, raw: str | None) -> Text:
    """What stands there, in words.

    Args:
        value: The value as read.
        raw: The value as written, where it stands on one line.
    """
    if isinstance(value, list):
        return Text("một danh sách", "a list") if value else Text("một danh sách rỗng", "an empty list")
    if isinstance(value, dict):
        return Text("một nhóm khóa", "a group of keys") if value else Text("một nhóm rỗng", "an empty group")
    if isinstance(value, str) and not value.strip():
        return Text("chữ trống", "blank text")
    written = raw if raw is not None else str(value).strip().splitlines()[0]
    shown = excerpt(written)
    for kind, vietnamese, english in _KINDS:
        if isinstance(value, kind):
            return Text(vietnamese, english) + f" {shown}"
    return Text.same(shown)


_KINDS: tuple[tuple[type | tuple[type, ...], str, str], ...] = (
    (bool, "giá trị", "the value"),
    ((int, Decimal), "số", "the number"),
    (date, "ngày", "the date"),
    (str, "chữ", "the text"),
)
