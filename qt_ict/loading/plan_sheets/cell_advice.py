"""What to do about a fault in a workbook, where the advice for data files would not fit."""

import re
from collections.abc import Mapping

from qt_ict.language import EMPTY, Text
from qt_ict.loading.expectations import EXPECTED, KEYS, LINE_OF_TEXT, LIST, UNQUOTE
from qt_ict.loading.inheritance import HEADINGS_ABOVE

_NUMBER = Text(
    "Viết chữ số, dấu chấm thập phân: 145470 hoặc 31.24; chưa có số thì để trống ô.",
    "Write digits with a decimal point: 145470 or 31.24; leave the cell empty where there is no number.",
)
_DAY = Text(
    "Viết năm-tháng-ngày, hoặc định dạng ô là ngày.", "Write year-month-day, or give the cell the format of a date."
)
_IN_CELLS: Mapping[Text, Text] = {
    EXPECTED["number"].advice: _NUMBER,
    EXPECTED["int_type"].advice: Text("Viết liền các chữ số.", "Write the digits together."),
    EXPECTED["bool_type"].advice: Text("Viết true hoặc false.", "Write true or false."),
    EXPECTED["date_type"].advice: _DAY,
    EXPECTED["published_date"].advice: Text(
        "Viết năm-tháng-ngày, năm-tháng hoặc năm.", "Write year-month-day, year-month or a year."
    ),
    EXPECTED["milestones"].advice: Text(
        "Viết {{2022: 50, 2023: 58}}; mục tiêu không có mốc thì để trống ô.",
        "Write {{2022: 50, 2023: 58}}; leave the cell empty where a target has none.",
    ).fill(),
    UNQUOTE: Text("Định dạng ô là số rồi gõ lại.", "Give the cell the format of a number, then type it again."),
    KEYS.advice: Text("Viết như ở các hàng khác của cột.", "Write it as the other rows of the column have it."),
    LINE_OF_TEXT.advice: Text("Viết một dòng chữ.", "Write one line of text."),
    EXPECTED["text_or_list"].advice: Text("Viết một tên, hoặc a, b.", "Write one name, or a, b."),
    EXPECTED["formula"].advice: Text(
        "Viết một mã, a, b để cộng, hoặc {{joint: [a, b]}}.", "Write one id, a, b to add them, or {{joint: [a, b]}}."
    ).fill(),
    LIST.advice: Text("Viết a, b.", "Write a, b."),
    **dict.fromkeys(HEADINGS_ABOVE, EMPTY),
}
"""Advice for data files, and what stands for it."""
_PARTS = (
    (Text(" ở đầu plan.yaml", " at the top of plan.yaml"), Text(" ở trang plan", " on the sheet plan")),
    (Text(", không dấu nháy", ", without quotes"), EMPTY),
)
"""Parts of advice for data files, and what stands for them."""
_LISTED = re.compile(r"\bvalue: \[([^\]]*)\]")


def in_cells(advice: Text) -> Text:
    """Advice for data files as it fits a workbook.

    >>> in_cells(EXPECTED["bool_type"].advice).en
    'Write true or false.'
    """
    found = _IN_CELLS.get(advice, advice)
    for part, instead in _PARTS:
        found = Text(found.vi.replace(part.vi, instead.vi), found.en.replace(part.en, instead.en))
    return Text(_LISTED.sub(r"\1", found.vi), _LISTED.sub(r"\1", found.en))
