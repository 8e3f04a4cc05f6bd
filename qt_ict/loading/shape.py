"""Plain data to typed entries: the right keys with the right kinds of values."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from qt_ict.diagnostics import figure, reading, shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.language import Text
from qt_ict.loading.schema import Section, Sections
from qt_ict.loading.yaml import UNREADABLE
from qt_ict.model.entry import Entry
from qt_ict.nearest import nearest, suggestion
from qt_ict.positions import Path, Source

ID = re.compile(r"[a-z][a-z0-9_]*\Z|%\Z")
"""An id: lower-case letters, digits, underscores; % is a unit of measure."""

_GROUPED = re.compile(r"-?\d+([.,]\d+)+\Z")


class Expectation(NamedTuple):
    """What a field wants, and how to give it."""

    expected: Text
    advice: Text


_LINE_OF_TEXT = Expectation(
    Text("một dòng chữ không trống", "one line of text that is not blank"),
    Text(
        "Viết một dòng chữ; nếu trông như số thì đặt trong dấu nháy.",
        "Write one line of text; put it in quotes if it looks like a number.",
    ),
)
_LIST = Expectation(
    Text("một danh sách [a, b]", "a list [a, b]"),
    Text(
        "Đặt trong ngoặc vuông, cách nhau bằng dấu phẩy.",
        "Put the entries in square brackets, separated by commas.",
    ),
)
_KEYS = Expectation(
    Text("các khóa thụt vào bên dưới", "keys indented below"),
    Text("Viết mỗi khóa một dòng, thụt vào hai dấu cách.", "Write one key a line, indented by two spaces."),
)
_EXPECTED = {
    "number": Expectation(
        Text("một số", "a number"),
        Text(
            "Viết chữ số, dấu chấm thập phân, không dấu nháy: 145470 hoặc 31.24.",
            "Write digits with a decimal point, without quotes: 145470 or 31.24.",
        ),
    ),
    "int_type": Expectation(
        Text("một số nguyên", "a whole number"),
        Text("Viết liền các chữ số, không dấu nháy.", "Write the digits together, without quotes."),
    ),
    "bool_type": Expectation(
        Text("true hoặc false", "true or false"),
        Text("Viết true hoặc false, không dấu nháy.", "Write true or false, without quotes."),
    ),
    "date_type": Expectation(
        Text("một ngày dạng 2010-12-31", "a date such as 2010-12-31"),
        Text("Viết năm-tháng-ngày, không dấu nháy.", "Write year-month-day, without quotes."),
    ),
    "due": Expectation(
        Text("một hạn", "a due date"),
        Text(
            "Viết 2015, before 2015, after 2015, 2011-2020, yearly hoặc [2015, 2020].",
            "Write 2015, before 2015, after 2015, 2011-2020, yearly or [2015, 2020].",
        ),
    ),
    "formula": Expectation(
        Text(
            "mã số liệu, danh sách mã, {at_least, at_most} hoặc {joint}",
            "a figure, a list of figures, {at_least, at_most} or {joint}",
        ),
        Text("Xem các ví dụ ở đầu indicators.yaml.", "See the examples at the top of indicators.yaml."),
    ),
    "text_or_list": Expectation(
        Text("chữ hoặc một danh sách chữ", "text or a list of text"),
        Text(
            "Viết I.4 hoặc [III.2.3, IV.3]; số thì đặt trong dấu nháy.",
            "Write I.4 or [III.2.3, IV.3]; put numbers in quotes.",
        ),
    ),
    "string_type": _LINE_OF_TEXT,
    "string_pattern_mismatch": _LINE_OF_TEXT,
    "string_too_short": _LINE_OF_TEXT,
    "string_too_long": Expectation(
        Text("một dòng chữ ngắn hơn", "a shorter line of text"),
        Text(
            "Rút gọn; ghi chú dài thì viết thành chú thích #.",
            "Shorten it; write long remarks as # comments.",
        ),
    ),
    "tuple_type": _LIST,
    "model_type": _KEYS,
}
_UNEXPECTED = Expectation(
    Text("một giá trị khác", "another value"),
    Text("So với các mục khác trong tệp.", "Compare with the other entries of the file."),
)
_SEPARATORS = Text(
    "Dấu chấm hay phẩy có thể là hàng nghìn hoặc thập phân nên không được đoán: "
    "số đếm viết liền (20181), tỷ lệ dùng dấu chấm thập phân (31.24).",
    "A point or comma may mean thousands or decimals, so it is not guessed: "
    "write counts without signs (20181), rates with a decimal point (31.24).",
)
_UNQUOTE = Text("Bỏ dấu nháy quanh số.", "Take the quotes off the number.")


def entries(data: Any, source: Source, sections: Sections) -> tuple[dict[str, Any], list[Finding]]:
    """The entries of one file by section (a single entry where the section is one).

    Entries with findings are left out; a section that is missing is an empty mapping.
    """
    if data is UNREADABLE:
        return {}, []
    if data is None or data == {}:
        names = ", ".join(sections)
        return {}, [Finding(reading.EMPTY_FILE, source.place_of_key(()), {"sections": names})]
    if not isinstance(data, dict):
        place = source.place_of_key(())
        return {}, [_wrong_kind(place, _described(data, ""), _KEYS)]
    found: dict[str, Any] = {}
    findings = [_unknown_key(source, (key,), key, sections) for key in data if key not in sections]
    for key, section in sections.items():
        if key not in data:
            findings.append(_missing(source, (), key, Text("tệp", "the file")))
        elif section.single:
            found[key], problems = _entry(data[key], source, (key,), section)
            findings += problems
        else:
            found[key], problems = _mapping(data[key], source, key, section)
            findings += problems
    return found, findings


def _mapping(data: Any, source: Source, key: str, section: Section) -> tuple[dict[str, Entry], list[Finding]]:
    if data is UNREADABLE:
        return {}, []
    if not isinstance(data, dict):
        path = (key,)
        described = _described(data, source.text_at(path))
        return {}, [_wrong_kind(source.place_of_value(path), described, _KEYS)]
    found = {}
    findings = []
    for name, raw in data.items():
        if not ID.match(name):
            findings.append(Finding(shape.BAD_ID, source.place_of_key((key, name)), {"key": name}))
        entry, problems = _entry(raw, source, (key, name), section)
        findings += problems
        if entry is not None:
            found[name] = entry
    return found, findings


def _entry(raw: Any, source: Source, path: Path, section: Section) -> tuple[Entry | None, list[Finding]]:
    try:
        return section.model.model_validate(raw), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    slips = _mistyped(details, section)
    found = [
        _finding(each, source, (*path, *each["loc"]), section)
        for each in details
        if not _already_found(each["input"]) and not (each["type"] == "missing" and each["loc"][-1] in slips)
    ]
    return None, list({(each.place, each.rule.code): each for each in found}.values())


def _mistyped(details: list[ErrorDetails], section: Section) -> set[str]:
    """Keys that an unknown key was probably meant to be: they are not missing as well."""
    unknown = [str(each["loc"][-1]) for each in details if each["type"] == "extra_forbidden"]
    return {near for key in unknown for near in nearest(key, section.model.model_fields)}


def _already_found(value: Any) -> bool:
    """True where reading has complained about the value, or about something inside it."""
    if isinstance(value, list | dict):
        inside = value.values() if isinstance(value, dict) else value
        return any(_already_found(each) for each in inside)
    return value is UNREADABLE


def _finding(error: ErrorDetails, source: Source, path: Path, section: Section) -> Finding:
    kind = error["type"]
    if kind == "missing":
        where = Text(*(f"{name} {path[-2]}" for name in section.name))
        return _missing(source, path[:-1], str(path[-1]), where)
    if kind == "extra_forbidden":
        return _unknown_key(source, path, str(path[-1]), section.model.model_fields)
    place = source.place_of_value(_known_part(source, path))
    raw = source.text_at(path)
    if kind in ("negative", "greater_than"):
        return Finding(figure.NEGATIVE, place, {"found": raw})
    if kind == "literal_error":
        known = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        shown = str(error["input"])
        near = suggestion(shown, known.split(", "))
        return Finding(shape.UNKNOWN_WORD, place, {"found": shown, "known": known, "nearest": near})
    expectation = _EXPECTED.get(kind, _UNEXPECTED)
    if kind in ("number", "int_type"):
        expectation = expectation._replace(advice=_number_advice(raw, expectation.advice))
    return _wrong_kind(place, _described(error["input"], raw), expectation)


def _known_part(source: Source, path: Path) -> Path:
    """The longest beginning of a path that stands in the file."""
    while path and not source.line_of(path):
        path = path[:-1]
    return path


def _number_advice(raw: str, usual: Text) -> Text:
    bare = raw.strip("\"'")
    if _GROUPED.match(bare):
        return _SEPARATORS
    return _UNQUOTE if bare.isdigit() and bare != raw else usual


def _wrong_kind(place: Any, found: Text, expectation: Expectation) -> Finding:
    values = {"found": found, "expected": expectation.expected, "advice": expectation.advice}
    return Finding(shape.WRONG_KIND, place, values)


def _missing(source: Source, path: Path, key: str, where: Text) -> Finding:
    return Finding(shape.MISSING_KEY, source.place_of_key(path), {"where": where, "key": key})


def _unknown_key(source: Source, path: Path, key: str, known: Mapping[str, Any]) -> Finding:
    values = {"key": key, "known": ", ".join(known), "nearest": suggestion(key, known)}
    return Finding(shape.UNKNOWN_KEY, source.place_of_key(path), values)


def _described(value: Any, raw: str) -> Text:
    """What stands there, in words."""
    shown = raw if len(raw) <= 40 else raw[:40] + "…"
    if isinstance(value, bool):
        return Text(f"giá trị {shown}", f"the value {shown}")
    if isinstance(value, int | Decimal):
        return Text(f"số {shown}", f"the number {shown}")
    if isinstance(value, date):
        return Text(f"ngày {shown}", f"the date {shown}")
    if isinstance(value, str):
        return Text(f"chữ {shown}", f"the text {shown}") if value.strip() else Text("chữ trống", "blank text")
    if isinstance(value, list):
        return Text("một danh sách", "a list")
    return Text("một nhóm khóa", "a group of keys")
