"""A document as a web page: one file that needs nothing else, from a template that escapes every text."""

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from qt_ict.language import Language
from qt_ict.presentation.characters import storable
from qt_ict.presentation.html.addresses import addresses, referring
from qt_ict.presentation.html.breadth import WHOLE
from qt_ict.presentation.html.labels import WORDS
from qt_ict.presentation.html.view import PagePart, choices, grid, order, said, shown, texts
from qt_ict.presentation.svg.bullet import bullet_svg
from qt_ict.presentation.svg.drawing import COLOURS
from qt_ict.presentation.svg.lines import lines_svg
from qt_ict.presentation.svg.segments import segments_svg
from qt_ict.report.document import Document

# Longer ones may break: they would push the last column out of a table.
_WHOLE = re.compile(
    "(?<![0-9.,−])[0-9.,−]{1,6}–[0-9.,−]{1,6}(?![0-9.,])%?"
    r"|\(?\b(?:[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})\b(?!/)\)?"
    "|quý [IV]{1,3}/[0-9]{4}|điểm %"
)
"""Intervals, dates, percentage points."""
_COLUMN = 400
"""Room for a chart that stands in a column beside others [pixels]."""
_FILTERED = 8
"""Rows from which a page offers to filter them."""
_SYMBOLS = {"good": "✓", "bad": "✗", "open": "?", "quiet": "–"}
"""Beside colours, for those who do not see them."""


def html(document: Document, language: Language) -> str:
    """The page; the same bytes for the same data.

    Args:
        document: What it says.
        language: Its language.
    """
    style, script = _style(), _file("page.js")
    environment = Environment(
        loader=DictLoader({"page.html": _file("page.html.jinja")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_storable,
    )
    parts = shown(document, language)
    known = addresses(texts(document, language))
    environment.filters |= {
        "say": lambda text: text.say(language),
        "said": lambda cell: said(cell, language),
        "order": order,
        "kept": lambda text: _kept(text, known),
        "bullet": lambda bullet: Markup(bullet_svg(bullet, language)),
        "segments": lambda segments: Markup(segments_svg(segments, language)),
        "lines": lambda chart, among_others: Markup(lines_svg(chart, language, *([_COLUMN] if among_others else []))),
    }
    return (
        environment.get_template("page.html").render(
            document=document,
            language=language,
            word={name: text.say(language) for name, text in WORDS.items()},
            parts=parts,
            filtered=_filtered(parts),
            choices=choices(parts),
            addresses=known,
            values=lambda drawing, key, place: grid(f"{key}-drawing-{place}", drawing.table, language),
            symbols=_SYMBOLS,
            whole=WHOLE,
            style=Markup(style),
            script=Markup(script),
            hashes=(_hash(style), _hash(script)),
        )
        + "\n"
    )


def _filtered(parts: tuple[PagePart, ...]) -> str | None:
    """The key of the first part whose rows are filtered; None where there are too few to lose sight of."""
    found = [each.key for each in parts for table in each.tables for line in table.lines if "status" in line.marks]
    return found[0] if len(found) >= _FILTERED else None


def _storable(value: object) -> object:
    """A text without characters that no page can hold; what turns its direction ends with it, see the style."""
    if isinstance(value, Markup):
        return value
    return storable(value) if isinstance(value, str) else value


def _kept(text: str, known: tuple[str, ...]) -> Markup:
    """A text whose intervals and dates no line breaks, with the numbers of addresses instead of these."""
    said = str(referring(str(_storable(text)), known))
    return Markup(_WHOLE.sub(r'<span class="whole">\g<0></span>', said))


def _style() -> str:
    """The style, with the colours of charts by their classes."""
    rules = (f".f-{name}{{fill:var(--{name})}}.s-{name}{{stroke:var(--{name})}}" for name in COLOURS)
    return _file("page.css") + "".join(rules)


def _file(name: str) -> str:
    return files("qt_ict.presentation.html").joinpath(name).read_text(encoding="utf-8")


def _hash(content: str) -> str:
    """What allows a style or script under the page's own policy, and nothing else."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"
