"""Characters that no document holds."""

import re

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


def storable(text: str) -> str:
    r"""A text whose control characters and halves of characters are replaced: no XML or HTML file can hold them.

    >>> storable("a\x07b")
    'a�b'
    """
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text)
