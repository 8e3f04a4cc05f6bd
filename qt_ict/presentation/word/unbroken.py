"""What no line of paper may break: a number and its unit, a name, the number of a document, a range."""

import re

NO_BREAK, HYPHEN = "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"
_CAPITAL = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_SMALL = "a-zà-öø-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_WHOLE = re.compile("Ủy ban nhân dân|Hội đồng nhân dân|điểm phần trăm|điểm %|percentage points", re.IGNORECASE)
"""Terms that stay whole."""
_NAMES = re.compile(rf"\b[{_CAPITAL}][{_SMALL}]+(?: [{_CAPITAL}][{_SMALL}]+)+")
_SPACES = re.compile(
    # A number and what it counts, but not a year and the next word.
    r"(?<=\d) (?=%)|(?<=\d)(?<!\b(?:19|20)\d\d) (?=[^\W\d_])(?!tháng \d|năm \d)"
    # A sign or a word and what belongs to it.
    r"|(?<=[≥≤<>]) (?=\d)|(?<=[■●►▲▼◊○□]) (?=\w)|(?<=\b[Nn]gày) (?=\d)|(?<=\b[Tt]háng) (?=\d)|(?<=\b[Nn]ăm) (?=\d)"
    r"|(?<=\b[Ss]ố) (?=\d)|(?<=\b[Ss]ố:) (?=\S)|(?<=\bNo\.) (?=\d)"
    # A kind of place and its name.
    rf"|(?<=\b[Tt]ỉnh) (?=[{_CAPITAL}])|(?<=\b[Hh]uyện) (?=[{_CAPITAL}])|(?<=\b[Tt]hành phố) (?=[{_CAPITAL}])"
)
_HYPHENS = re.compile(rf"(?<=[{_CAPITAL}{_SMALL}\d])-(?=[{_CAPITAL}])|(?<=[\d%])[-–](?=\d)")
"""Those of the numbers of documents, and the signs between the ends of a range."""


def unbroken(text: str) -> str:
    """A text whose numbers, names and ranges no line breaks.

    >>> unbroken("Ủy ban nhân dân tỉnh Quảng Trị").replace(NO_BREAK, "_")
    'Ủy_ban_nhân_dân tỉnh_Quảng_Trị'
    >>> unbroken("Kế hoạch số 1564/KH-UBND ngày 24 tháng 6 năm 2011").replace(NO_BREAK, "_").replace(HYPHEN, "=")
    'Kế hoạch số_1564/KH=UBND ngày_24 tháng_6 năm_2011'
    >>> unbroken("0–7,11 % của 145.470 hộ").replace(NO_BREAK, "_").replace(HYPHEN, "=")
    '0=7,11_% của 145.470_hộ'
    >>> unbroken("■ đạt ▼ không đạt").replace(NO_BREAK, "_")
    '■_đạt ▼_không đạt'
    """
    text = _WHOLE.sub(_bound, text)
    text = _NAMES.sub(_bound, text)
    return _HYPHENS.sub(HYPHEN, _SPACES.sub(NO_BREAK, text))


def _bound(found: re.Match[str]) -> str:
    return found.group().replace(" ", NO_BREAK)
