"""What stands in a help text for something to be typed, in the reader's language."""

import re

from qt_ict.language import Language

_IN_VIETNAMESE = {
    "AGENCY": "CƠ_QUAN",
    "AREA": "ĐỊA_BÀN",
    "CLASS": "NHÓM",
    "CODE": "MÃ",
    "CODES": "MÃ",
    "DATE": "NGÀY",
    "DIR": "THƯ_MỤC",
    "DOMAIN": "LĨNH_VỰC",
    "FIGURE": "SỐ_LIỆU",
    "FILE": "TỆP",
    "HEADING": "TIÊU_ĐỀ",
    "INDICATOR": "CHỈ_TIÊU",
    "LETTERS": "CHỮ",
    "MEANING": "Ý_NGHĨA",
    "METHOD": "PHƯƠNG_PHÁP",
    "NAME": "TÊN",
    "NEW": "MỚI",
    "NUMBER": "SỐ",
    "OLD": "CŨ",
    "PAGE": "TRANG",
    "PLAN": "KẾ_HOẠCH",
    "RATE": "TỶ_LỆ",
    "REV": "BẢN",
    "ROUND": "ĐỢT",
    "UNIT": "ĐƠN_VỊ",
    "YEAR": "NĂM",
}
_WORD = re.compile("[A-Z]+")


def placeholder(words: str, language: Language) -> str:
    """A placeholder in a language; endings of files and signs stay.

    >>> placeholder("FIGURE=RATE%", "vi"), placeholder("CLASS|FILE.csv", "vi"), placeholder("YEAR", "en")
    ('SỐ_LIỆU=TỶ_LỆ%', 'NHÓM|TỆP.csv', 'YEAR')
    """
    return words if language == "en" else _WORD.sub(lambda found: _IN_VIETNAMESE[found.group()], words)
