"""What a cell holds for a value of a data file, and back: whatever a cell shows is read as it was written.

Text stands as it is, a list as ``a, b``. What that cannot say (keys below keys, a blank at the end) is written as
in the files, in brackets or quotes. Every value is read again before its cell is used.
"""

import datetime
import json
import re
from decimal import Decimal
from typing import Any

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.loading.bare_words import day
from qt_ict.loading.bare_words import value as bare_value
from qt_ict.loading.plan_sheets.field_kinds import FieldKind
from qt_ict.loading.sheet import DATE_OR_TIME, Content, PerCent, RoundedNumber
from qt_ict.loading.yaml import DATED, parse
from qt_ict.loading.yaml_lines import NUMBERED, UNSEEN, in_flow, quoted

Written = str | int | Decimal | datetime.date
"""What is written into a cell."""

_SURE_DIGITS = 15
"""Digits of a number that every spreadsheet keeps."""
_FIRST_DAY = datetime.date(1900, 3, 1)
"""The first day that all spreadsheets count alike."""
_PARTED = re.compile("[,;\n]")


def written(value: Any, kind: FieldKind) -> Written:
    """What a cell holds for a value.

    Args:
        value: Plain data as a data file says it.
        kind: What stands under its key.

    >>> from qt_ict.loading.plan_sheets.field_kinds import FieldKind
    >>> written(["a", "b"], FieldKind(frozenset({"array"}), items=frozenset({"string"})))
    'a, b'
    """
    if isinstance(value, datetime.date) and kind.may_be("date") and value >= _FIRST_DAY:
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool) and kind.may_be("number", "integer"):
        return value if _is_kept(value) else in_flow(value)
    shown = _shown(value)
    if UNSEEN.search(shown) or NUMBERED.search(shown) or shown != shown.strip() or not _same(read(shown, kind), value):
        return quoted(shown) if isinstance(value, str) else in_flow(value)
    return shown


def _is_kept(value: int | Decimal) -> bool:
    """True of a number whose digits all come back from a cell that holds it as a number."""
    digits = in_flow(value).replace("-", "").replace(".", "").lstrip("0")
    return len(digits) <= _SURE_DIGITS


def _shown(value: Any) -> str:
    """A value as people would type it."""
    if isinstance(value, list) and value and not any(isinstance(each, list | dict) for each in value):
        return ", ".join(map(_shown, value))
    return value if isinstance(value, str) else in_flow(value)


def read(content: Content, kind: FieldKind) -> Any:
    """The value that a cell holds, as a data file would say it; a complaint where it cannot be taken at its word.

    Args:
        content: The cell, not an empty one.
        kind: What stands under its key.
    """
    if isinstance(content, Complaint):
        return _doubtful(content, kind)
    if isinstance(content, str):
        return _of_text(content, kind)
    return _of_number(content, kind)


def _of_number(content: int | Decimal | RoundedNumber | PerCent, kind: FieldKind) -> Any:
    """A number with the digits that its cell shows; what is text elsewhere stays text: -30%."""
    if kind.may_be("number", "integer"):
        match content:
            case RoundedNumber():
                return content.shown
            case PerCent():
                return content.number
        return content
    shown = f"{content:f}" if isinstance(content, Decimal) else str(content)
    return [shown] if kind.types == {"array"} else shown


def _doubtful(content: Complaint, kind: FieldKind) -> Any:
    """True and false, and dates as exact as they are shown, where such a thing is wanted."""
    shown = content.shown.en
    if shown in _TRUTHS and kind.may_be("boolean"):
        return _TRUTHS[shown]
    if content.problem == DATE_OR_TIME and kind.may_be("date"):
        # What takes a whole year takes a month.
        found = day(shown) or (_word(shown, kind) if kind.may_be("integer") else None)
        return found or content._replace(advice=_SHOW_THE_DAY)
    if kind.only_text and (shown in _TRUTHS or content.problem == DATE_OR_TIME):
        return content._replace(advice=_AS_TEXT)
    return content


_AS_TEXT = Text("Định dạng ô là văn bản rồi gõ lại.", "Format the cell as text, then type it again.")
_SHOW_THE_DAY = Text(
    "Định dạng ô để hiện đủ ngày, như 2012-06-30.", "Format the cell so that it shows the day, such as 2012-06-30."
)


_TRUTHS = {"TRUE": True, "FALSE": False, "true": True, "false": False}


def _of_text(text: str, kind: FieldKind) -> Any:
    if text.startswith('"') and text.endswith('"') and len(text) > 1:
        return _unquoted(text)
    if kind.only_text or (kind.words and text in kind.words):
        return text
    if kind.types == {"object"} and _BY_DATE.fullmatch(text):
        return _of_flow(
            "{" + _BEFORE_NUMBER.sub(": ", text.strip("{} \n").replace(";", ",").replace("\n", ", ")) + "}", kind
        )
    if text[:1] in "[{" and kind.may_be("array", "object"):
        return _of_flow(text, kind)
    if kind.types == {"array"}:
        return [_item(each.strip(), kind) for each in _PARTED.split(text)]
    if kind.may_be("array") and _PARTED.search(text):
        parts = [each.strip() for each in _PARTED.split(text)]
        if all(re.fullmatch(r"\S+", each) for each in parts):
            return [_item(each, kind) for each in parts]
    return _word(text, kind)


_PAIR = r"(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}(?:-Q[1-4])?\s*[:=]\s*-?[0-9]+(?:[.][0-9]+)?"
_BY_DATE = re.compile(rf"\{{?\s*{_PAIR}(?:\s*[,;\n]\s*{_PAIR})*\s*\}}?")
"""Dates with a number each, with or without braces and blanks."""
_BEFORE_NUMBER = re.compile(r"\s*[:=]\s*")


def _unquoted(text: str) -> str:
    try:
        found = json.loads(text)
    except ValueError:
        return text
    return found if isinstance(found, str) else text


def _item(text: str, kind: FieldKind) -> Any:
    """An entry of a list."""
    return text if kind.items == {"string"} else _word(text, FieldKind(kind.items))


def _word(text: str, kind: FieldKind) -> Any:
    """A number, a day, true or false where such a thing is wanted; else the text."""
    if text in _TRUTHS and kind.may_be("boolean"):
        return _TRUTHS[text]
    # Blanks between groups of three can mean nothing but thousands.
    found = bare_value("".join(text.split()) if _IN_GROUPS.fullmatch(text) else text)
    match found:
        case bool():
            return text
        case int() | Decimal():
            return found if kind.may_be("number", "integer") else text
        case datetime.date():
            return found if kind.may_be("date") else text
    return text


_IN_GROUPS = re.compile("-?[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?:[.][0-9]+)?")


def _of_flow(text: str, kind: FieldKind) -> Any:
    """What stands in brackets, as the files read it; a complaint where they could not."""
    # Keys that are dates are read as such under the one key that has them, as in the files.
    found, _, findings = parse(f"{_DATED}: {text}", "")
    if findings or not isinstance(found, dict):
        cause = findings[0].problem if findings else Text.same(text)
        advice = _CLOSE_DATED if kind.types == {"object"} else _CLOSE
        return Complaint(_BROKEN.fill(cause=cause), advice, Text.same(text))
    return found.get(_DATED)


(_DATED,) = DATED


_BROKEN = Text("không đọc được: {cause}", "it cannot be read: {cause}")
_CLOSE = Text(
    "Viết như trong tệp: [a, b] hoặc {{joint: [a, b]}}; hoặc chỉ viết a, b.",
    "Write it as in the files: [a, b] or {{joint: [a, b]}}; or simply a, b.",
).fill()


_CLOSE_DATED = Text("Viết {{2022: 50, 2023: 58}}.", "Write {{2022: 50, 2023: 58}}.").fill()


def _same(found: Any, value: Any) -> bool:
    """Equal in kind and in digits; a list of one is what stands in it, as every field reads it."""
    if isinstance(value, list) and len(value) == 1 and not isinstance(found, list):
        value = value[0]
    if isinstance(value, list) and isinstance(found, list):
        return len(value) == len(found) and all(map(_same, found, value))
    if isinstance(value, dict) and isinstance(found, dict):
        return list(value) == list(found) and all(_same(found[key], value[key]) for key in value)
    return type(found) is type(value) and found == value and str(found) == str(value)
