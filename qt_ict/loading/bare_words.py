"""Bare words of YAML: numbers, dates, true and false, text; and what readers disagree on."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text

MAYBE_SPECIAL = frozenset("0123456789+-.~nNtTfFyYoO")
"""First characters of every bare word that may be anything but text."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What YAML calls no value."""

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})\Z")
_DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,17})\.[0-9]{1,18}\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_BOOLEANS = {"true": True, "false": False}
_AMBIGUOUS_WORDS = frozenset(("true", "false", "yes", "no", "on", "off", "y", "n"))
_PLAIN_DIGITS = Text(
    "Nếu là số, viết chữ số và dấu chấm thập phân: 12 hoặc 0.5. Nếu là chữ, đặt trong dấu nháy.",
    "For a number write digits and a decimal point: 12 or 0.5. For text put it in quotes.",
)
_NUMBER_OR_TEXT = Text("số viết bằng chữ số hoặc chữ trong dấu nháy", "a number in digits or text in quotes")
_WORD = Complaint(
    Text(
        "true, false, số viết bằng chữ số hoặc chữ trong dấu nháy", "true, false, a number in digits or text in quotes"
    ),
    Text(
        "Đúng hoặc sai: viết true hoặc false. Số: viết chữ số. Chữ: đặt trong dấu nháy.",
        "For true or false write true or false, for a number digits, for text put it in quotes.",
    ),
    Text("đúng hoặc sai", "true or false"),
)
NORWEGIAN = Complaint(
    Text('"no" trong dấu nháy, hoặc nb', '"no" in quotes, or nb'),
    Text(
        'Mã của tiếng Na Uy viết "no" trong dấu nháy ở mọi chỗ, hoặc nb; khóa khác cũng đặt trong dấu nháy.',
        'Write the code of the Norwegian language "no" in quotes everywhere, or nb; another key in quotes too.',
    ),
    _WORD.shown,
)
"""What is wrong with the code of a language that other readers take for false."""
_AMBIGUOUS = (
    (
        r"[-+]?\.(?i:inf|nan)\Z",
        Text("vô cực hoặc không phải số", "infinity or no number"),
        _NUMBER_OR_TEXT,
        _PLAIN_DIGITS,
    ),
    (
        r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9]*)?\Z",
        Text("số hệ 60", "a number to base 60"),
        _NUMBER_OR_TEXT,
        _PLAIN_DIGITS,
    ),
    (
        r"[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt\s].*)?\Z",
        Text("ngày giờ", "a date or time"),
        Text("một ngày có thật, không kèm giờ", "a day that exists, without a time"),
        Text(
            "Viết năm-tháng-ngày của một ngày có thật: 2010-12-31.",
            "Write year-month-day of a day that exists: 2010-12-31.",
        ),
    ),
    (r"[-+]?0[0-9_]+\Z", Text("số hệ 8", "a number to base 8"), _NUMBER_OR_TEXT, _PLAIN_DIGITS),
    (
        r"[-+]?0[xob][0-9a-fA-F_]+\Z",
        Text("số hệ 16, 8 hoặc 2", "a number to base 16, 8 or 2"),
        _NUMBER_OR_TEXT,
        _PLAIN_DIGITS,
    ),
    (
        r"-?[0-9]{19,}(\.[0-9]*)?\Z|-?[0-9]+\.[0-9]{19,}\Z",
        Text("một số nhiều hơn 18 chữ số", "a number of more than 18 digits"),
        Text("nhiều nhất 18 chữ số", "at most 18 digits"),
        Text("Viết nhiều nhất 18 chữ số ở mỗi bên dấu chấm.", "Write at most 18 digits on either side of the point."),
    ),
    (
        r"[-+]?([0-9][0-9_]*(\.[0-9_]*)?|\.[0-9][0-9_]*)([eE][-+]?[0-9]+)?\Z",
        Text("một số", "a number"),
        _NUMBER_OR_TEXT,
        _PLAIN_DIGITS,
    ),
)
"""What readers disagree on, what some take it for, what is expected, what to write; compiled when needed."""


def value(word: str) -> Any:
    """What a bare word is: a number, date, true or false, text; a complaint where readers disagree.

    >>> value("0.60"), value("2010-12-31"), value("households")
    (Decimal('0.60'), datetime.date(2010, 12, 31), 'households')
    >>> value("012").shown.en
    'a number to base 8'
    """
    if word[:1].isalpha() and word.lower() not in _AMBIGUOUS_WORDS:
        return word
    if _INTEGER.match(word):
        return int(word)
    if _DECIMAL.match(word):
        return Decimal(word)
    if word in _BOOLEANS:
        return _BOOLEANS[word]
    return day(word) or _ambiguity(word) or word


def day(word: str) -> date | None:
    """The day that a word names; None for one that does not exist, or for another word.

    >>> day("2010-12-31"), day("2010-02-30"), day("20101231")
    (datetime.date(2010, 12, 31), None, None)
    """
    try:
        return date.fromisoformat(word) if _DATE.match(word) else None
    except ValueError:
        return None


def _ambiguity(word: str) -> Complaint | None:
    """What readers disagree on; None where all read text."""
    if word.lower() in _AMBIGUOUS_WORDS:
        return _WORD
    found = next((each for each in _AMBIGUOUS if re.match(each[0], word)), None)
    if found is None:
        return None
    _, reading, expected, advice = found
    return Complaint(expected, advice, reading)
