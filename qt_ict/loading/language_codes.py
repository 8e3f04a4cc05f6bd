"""Codes of languages, by ISO 639; and which one was meant by what is none."""

from typing import Any

from qt_ict.language import Text
from qt_ict.loading.longer_codes import SHORTER
from qt_ict.nearest import did_you_mean, suggestion

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo "
    "es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka "
    "kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng "
    "nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su "
    "sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
ISO_639_1 = frozenset(_TWO_LETTERS.split())
"""The codes of two letters, of part 1 of ISO 639; the standard's other parts have codes of three."""
_KEYS_OF_ENTRIES = frozenset(("to",))
"""Codes that are keys of entries as well: Tongan is ``ton``."""
CODES = ISO_639_1 - _KEYS_OF_ENTRIES
"""Those of them that can be keys of texts."""


def is_code(word: Any) -> bool:
    """True for the code of a language as ISO 639 has it: two letters of its list; three where it has no two.

    >>> is_code("fr"), is_code("bru"), is_code("vn"), is_code("fra")
    (True, True, False, False)
    """
    if not isinstance(word, str):
        return False
    long = len(word) == _LETTERS and word.isascii() and word.isalpha() and word.islower()
    return word in CODES or (long and SHORTER.get(word) not in CODES)


_LETTERS = 3
_MEANT = {
    "vn": "vi",
    "uk-en": "en",
    "gb": "en",
    "us": "en",
    "cn": "zh",
    "jp": "ja",
    "kr": "ko",
    "to": "ton",
    "vietnamese": "vi",
    "tiếng việt": "vi",
    "tieng viet": "vi",
    "english": "en",
    "french": "fr",
    "français": "fr",
    "german": "de",
    "spanish": "es",
}
"""Codes of countries, and names, that are taken for codes of languages."""


def code_meant(word: str) -> Text:
    """A sentence that names the code of a language that was probably meant; empty without any.

    >>> code_meant("vn").en, code_meant("fr_CA").en, code_meant("EN").en, code_meant("eng").en
    ('Did you mean vi? ', 'Did you mean fr? ', 'Did you mean en? ', 'Did you mean en? ')
    """
    bare = word.lower()
    first = bare.replace("_", "-").partition("-")[0]
    meant = _MEANT.get(bare) or SHORTER.get(bare) or (first if is_code(first) else bare)
    return did_you_mean([meant]) if is_code(meant) else suggestion(meant, CODES)
