"""What no line of paper may break: a number and its unit, a name, the number of a document, a range."""

import re

NO_BREAK, HYPHEN = "\N{NO-BREAK SPACE}", "\N{NON-BREAKING HYPHEN}"
_CAPITAL = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_SMALL = "a-zà-öø-ýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
_WHOLE = re.compile("Ủy ban nhân dân|Hội đồng nhân dân|điểm phần trăm|điểm %|percentage points", re.IGNORECASE)
"""Terms that stay whole."""
_NAMES = re.compile(rf"\b[{_CAPITAL}][{_SMALL}]+(?: [{_CAPITAL}][{_SMALL}]+)+")
_COUNTED = re.compile(r"(?<=\d)(?<!\b(?:19|20)\d\d) (?=[^\W\d_])(?!tháng \d|năm \d|trong \d|in \d)")
"""Between a number and what it counts, but not a year and the next word, nor a number and the time it takes."""
_SPACES = re.compile(
    # A number and its sign, or what its source marks; a quarter and its number.
    r"(?<=\d) (?=%)|(?<=[\d%]) (?=\([peb]\))|(?<=\b[Qq]uý) (?=[IV])"
    # A sign or a word and what belongs to it.
    r"|(?<=[≥≤<>]) (?=\d)|(?<=[■●►▲▼◊○□]) (?=\w)|(?<=\b[Nn]gày) (?=\d)|(?<=\b[Tt]háng) (?=\d)|(?<=\b[Nn]ăm) (?=\d)"
    r"|(?<=\b[Ss]ố) (?=\d)|(?<=\b[Ss]ố:) (?=\S)|(?<=\bNo\.) (?=\d)"
    # A kind of place and its name.
    rf"|(?<=\b[Tt]ỉnh) (?=[{_CAPITAL}])|(?<=\b[Hh]uyện) (?=[{_CAPITAL}])|(?<=\b[Tt]hành phố) (?=[{_CAPITAL}])"
)
_SHORT = 14
"""A number and its unit that no column is too narrow for [letters]."""
_HYPHENS = re.compile(rf"(?<=[{_CAPITAL}{_SMALL}\d])-(?=[{_CAPITAL}])|(?<=[\d%])[-–](?=\d)")
"""Those of the numbers of documents, and the signs between the ends of a range."""


def unbroken(text: str, *, units: bool = True) -> str:
    """A text whose numbers, names and ranges no line breaks.

    Args:
        text: The text.
        units: False where a unit of measure may stand below a long number; signs such as % stay with it.

    >>> unbroken("Ủy ban nhân dân tỉnh Quảng Trị").replace(NO_BREAK, "_")
    'Ủy_ban_nhân_dân tỉnh_Quảng_Trị'
    >>> unbroken("Kế hoạch số 1564/KH-UBND ngày 24 tháng 6 năm 2011").replace(NO_BREAK, "_").replace(HYPHEN, "=")
    'Kế hoạch số_1564/KH=UBND ngày_24 tháng_6 năm_2011'
    >>> unbroken("0–7,11 % của 145.470 hộ").replace(NO_BREAK, "_").replace(HYPHEN, "=")
    '0=7,11_% của 145.470_hộ'
    >>> unbroken("■ đạt ▼ không đạt").replace(NO_BREAK, "_")
    '■_đạt ▼_không đạt'
    >>> unbroken("221,95–222,25 tỷ đồng (p), 7 hộ, quý II", units=False).replace(NO_BREAK, "_").replace(HYPHEN, "=")
    '221,95=222,25 tỷ đồng (p), 7_hộ, quý_II'
    """
    text = _WHOLE.sub(_bound, text)
    text = _NAMES.sub(_bound, text)
    text = _COUNTED.sub(lambda found: NO_BREAK if units or _is_short(found) else " ", text)
    return _HYPHENS.sub(HYPHEN, _SPACES.sub(NO_BREAK, text))


def _bound(found: re.Match[str]) -> str:
    return found.group().replace(" ", NO_BREAK)


def _is_short(found: re.Match[str]) -> bool:
    """True where a number and the word behind it are short, or where that word is a sign."""
    before, after = found.string[: found.start()].rsplit(" ", 1)[-1], found.string[found.end() :].split(" ", 1)[0]
    return len(before) + len(after) < _SHORT or after in _SIGNS


_SIGNS = (f"điểm{NO_BREAK}%", "pp")
