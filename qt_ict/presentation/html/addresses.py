"""Addresses in the texts of a page: each is numbered and stands once, as a link, in a list of its own."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]]")


def addresses(texts: Iterable[str]) -> tuple[str, ...]:
    """The addresses in some texts, each once, in their order.

    >>> addresses(["See https://a.example/x.", "(https://b.example), https://a.example/x"])
    ('https://a.example/x', 'https://b.example')
    """
    return tuple(dict.fromkeys(each for text in texts for each in _ADDRESS.findall(text)))


def referring(text: str, known: tuple[str, ...]) -> Markup:
    """A text, escaped, in which the number of every known address stands for it.

    >>> referring("R & D, https://a.example/x.", ("https://a.example/x",))
    Markup('R &amp; D, <a class="address" href="#address-1">[1]</a>.')
    """
    said = Markup()
    end = 0
    for found in _ADDRESS.finditer(text):
        number = known.index(found.group()) + 1
        said += escape(text[end : found.start()])
        said += Markup('<a class="address" href="#address-{0}">[{0}]</a>').format(number)
        end = found.end()
    return said + escape(text[end:])
