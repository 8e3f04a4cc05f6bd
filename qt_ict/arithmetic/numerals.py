"""Numbers as people write them, read by a declared convention and never by a guess."""

import re
from decimal import Decimal
from typing import Literal

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text

Numeral = int | Decimal
"""A number with its decimals as written: 40 is not 40.0."""
Convention = Literal["vi", "en", "fr"]
"""vi: 1.234.567,89; en: 1,234,567.89; fr: 1 234 567,89. A blank that no line breaks at groups under each of them."""
CONVENTIONS: tuple[Convention, ...] = ("vi", "en", "fr")


def numeral(text: str, convention: Convention | None) -> Numeral | Complaint:
    """The number that a text says under a convention, its decimals as written; a complaint where it is none.

    Bare digits mean the same everywhere. A point or comma needs the convention, and must fit it: groups are
    of three digits behind one to three. Whether a number can be below 0 its unit of measure says.

    >>> numeral("1.234.567,89", "vi"), numeral("31.20", "en"), numeral("145470", None)
    (Decimal('1234567.89'), Decimal('31.20'), 145470)
    >>> numeral("-1.234,5", "vi")
    Decimal('-1234.5')
    >>> numeral("1.5", "vi").problem.en
    'under vi the point groups thousands, and the digits behind it are not three'
    """
    bare = text.strip()
    if re.match("[-−][0-9]", bare):
        found = numeral(bare[1:], convention)
        return found if isinstance(found, Complaint) else -found
    if re.fullmatch(r"[0-9]+", bare):
        return _long(bare) or (_zeros() if bare[0] == "0" and bare != "0" else int(bare))
    if not re.fullmatch(rf"[0-9][0-9.,{_blanks(convention)}]*", bare):
        return _no_number(bare) if convention is None else _other_way(_no_number(bare), bare, convention)
    if convention is None:
        return UNDECLARED
    point = _point(convention)
    whole, _, decimals = bare.partition(point)
    if point in bare and not re.fullmatch("[0-9]+", decimals):
        return _other_way(_misplaced(convention, point), bare, convention)
    if not _is_whole(whole, convention):
        return _other_way(_misgrouped(convention), bare, convention)
    digits = re.sub("[^0-9]", "", whole)
    if digits[0] == "0" and digits != "0":
        return _zeros()
    return _long(digits) or _long(decimals) or (Decimal(f"{digits}.{decimals}") if decimals else int(digits))


def _blanks(convention: Convention | None) -> str:
    """The blanks that may group thousands."""
    return f"{_UNBROKEN} " if convention == "fr" else _UNBROKEN


def _point(convention: Convention) -> str:
    """What stands before the decimals."""
    return "." if convention == "en" else ","


def _is_whole(text: str, convention: Convention) -> bool:
    """Whether what stands before the decimals is a whole number, grouped or not."""
    return bool(re.fullmatch("[0-9]+", text)) or _grouped(text, _GROUPS[convention] + _blanks(convention))


def _fits(bare: str, convention: Convention) -> bool:
    """Whether a text is a number under a convention.

    >>> [_fits("23.750.000", each) for each in ("vi", "en", "fr")], [_fits("1,5", each) for each in ("vi", "en", "fr")]
    ([True, False, False], [True, False, True])
    """
    whole, point, decimals = bare.partition(_point(convention))
    return _is_whole(whole, convention) and (not point or bool(re.fullmatch("[0-9]+", decimals)))


def _other_way(complaint: Complaint, bare: str, convention: Convention) -> Complaint:
    """A complaint with the conventions under which the text would be a number."""
    others = [each for each in CONVENTIONS if each != convention and _fits(bare, each)]
    if not others:
        return complaint
    ways = " | ".join(f"--numbers {each}" for each in others)
    return complaint._replace(
        advice=Text(
            "Viết lại theo {convention} ({example}), hoặc đọc cả trang theo cách khác: {ways}.",
            "Write it the way of {convention} ({example}), or read the whole sheet another way: {ways}.",
        ).fill(convention=convention, example=_EXAMPLES[convention], ways=ways)
    )


def _grouped(whole: str, signs: str) -> bool:
    """Whether one of some signs stands between groups of three digits."""
    return any(re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(each)}[0-9]{{3}})+", whole) for each in signs)


_UNBROKEN = "\u00a0\u202f"
"""The blanks that stand inside a number in print: no line breaks at them."""
_GROUPS = {"vi": ".", "en": ",", "fr": ""}
"""What groups thousands under each convention, besides such a blank."""
_MOST_DIGITS = 18
"""Digits on either side of the point that every reader of the data files keeps."""
_SIGNS = {"vi": Text("dấu chấm", "point"), "en": Text("dấu phẩy", "comma"), "fr": Text("dấu cách", "blank")}
"""What groups thousands under each convention."""
UNDECLARED = Complaint(
    Text("dấu chấm, dấu phẩy hay dấu cách ở đây có hai cách đọc", "the sign in it can be read in two ways"),
    Text(
        "Thêm --numbers vi (1.234,5), en (1,234.5) hoặc fr (1 234,5).",
        "Add --numbers vi (1.234,5), en (1,234.5) or fr (1 234,5).",
    ),
)
"""Of a text that a declared convention would make a number."""


def overlong(number: Numeral) -> Complaint | None:
    """Why a number has too many digits to be kept; None where it has not.

    >>> overlong(10**20).problem.en, overlong(10**17)
    ('more than 18 digits', None)
    """
    whole, _, decimals = (
        f"{abs(number):f}".partition(".") if isinstance(number, Decimal) else (str(abs(number)), "", "")
    )
    return _long(whole) or _long(decimals)


CHECK_IT = Text("Kiểm tra lại con số.", "Check the number.")


def _long(digits: str) -> Complaint | None:
    if len(digits) <= _MOST_DIGITS:
        return None
    return Complaint(
        Text("nhiều hơn {most_digits} chữ số", "more than {most_digits} digits").fill(most_digits=_MOST_DIGITS),
        CHECK_IT,
    )


def _zeros() -> Complaint:
    return Complaint(
        Text("số 0 ở đầu: là một mã, không phải số lượng", "a zero in front: a code, not a quantity"),
        Text("Bỏ số 0 ở đầu nếu đây là số lượng.", "Leave out the zero in front if it is a quantity."),
    )


def _misgrouped(convention: Convention) -> Complaint:
    sign, example = _SIGNS[convention], _EXAMPLES[convention]
    return Complaint(
        Text(
            "theo {convention}, {sign} ngăn hàng nghìn, mà sau nó không phải ba chữ số",
            "under {convention} the {sign} groups thousands, and the digits behind it are not three",
        ).fill(convention=convention, sign=sign),
        Text("Viết như {example}.", "Write it as {example}.").fill(example=example),
    )


def _misplaced(convention: Convention, point: str) -> Complaint:
    example = _EXAMPLES[convention]
    return Complaint(
        Text(
            "theo {convention}, {point} là dấu thập phân và đứng sai chỗ",
            "under {convention} {point} is the decimal sign, and is misplaced",
        ).fill(convention=convention, point=point),
        Text("Viết như {example}.", "Write it as {example}.").fill(example=example),
    )


_EXAMPLES = {"vi": "1.234,5", "en": "1,234.5", "fr": "1 234,5"}


def _no_number(text: str) -> Complaint:
    return next((complaint for pattern, complaint in _KNOWN if re.search(pattern, text, re.IGNORECASE)), _OTHER)


_KNOWN = (
    (
        r"^(?:[-–—.…/\\?*x]+|n/?a\.?|null|none|không( có)?( số liệu)?|chưa có( số liệu)?|no data)$",
        Complaint(
            Text("đây là lời, không phải số", "words instead of a number"),
            Text("Để trống ô nếu không có số liệu.", "Leave the cell empty if nothing was reported."),
        ),
    ),
    (
        r"^(?:[~≈><≥≤]|=|hơn|trên|dưới|gần|khoảng|about|over|under|nearly|more|less|at)",
        Complaint(
            Text("một giới hạn hoặc một số ước chừng", "a bound or a rough number"),
            Text(
                "Chỉ viết con số; ghi comparator (more_than, less_than …) bằng tay trong tệp của đợt.",
                "Write the number alone; put comparator (more_than, less_than …) into the round's file by hand.",
            ),
        ),
    ),
    (
        r"^[-−–+(]\s*[0-9]",
        Complaint(
            Text("số viết kèm dấu cộng, gạch ngang hoặc ngoặc", "a number behind a plus, a dash or a bracket"),
            Text("Viết số âm là -12,5; số dương không có dấu.", "Write numbers below 0 as -12.5, others bare."),
        ),
    ),
    (
        r"[0-9]\s*[%‰]",
        Complaint(
            Text("có dấu %: đơn vị tính đã nằm trong kế hoạch", "a per cent sign: the plan says the unit of measure"),
            Text("Chỉ viết con số.", "Write the number alone."),
        ),
    ),
    (
        r"^[0-9.,]+[eE]",
        Complaint(
            Text("số mũ", "an exponent"),
            Text("Viết đủ các chữ số.", "Write all the digits."),
        ),
    ),
    (
        r"[0-9]\s+[0-9]|[0-9]['’_][0-9]",
        Complaint(
            Text("có dấu cách hoặc dấu lạ giữa các chữ số", "a blank or another sign between digits"),
            Text("Viết liền các chữ số.", "Write the digits together."),
        ),
    ),
    (
        r"^[0-9]",
        Complaint(
            Text("có thứ khác đứng sau con số", "something else behind the number"),
            Text(
                "Chỉ viết con số; đơn vị tính đã nằm trong kế hoạch.", "Write the number alone; the plan says the unit."
            ),
        ),
    ),
)
"""What a text that is no number looks like, and what to say of it; the first that fits."""

_OTHER = Complaint(
    Text("không phải số viết bằng chữ số 0–9", "not a number in the digits 0–9"),
    Text(
        "Viết con số bằng chữ số 0–9, hoặc để trống ô.", "Write the number in the digits 0–9, or leave the cell empty."
    ),
)
