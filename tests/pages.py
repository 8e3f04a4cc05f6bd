"""The pages that people read, and what in them can be tried: commands, outputs, links."""

import re
from collections.abc import Iterator
from pathlib import Path

from scripts.ci_commands import blocks

ROOT = Path(__file__).parent.parent
PAGES = sorted(page for folder in (".", "docs/**", "examples/**", "data") for page in ROOT.glob(f"{folder}/*.md"))
"""Every page of the repository."""
EXAMPLE = re.compile(r"```console\n\$ qt-ict (.*)\n([\s\S]*?)```")
"""A command line that a page shows, with its output."""
_FENCED = re.compile(r"^( *)```.*?^\1```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`qt-ict ([^`]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name(page: Path) -> str:
    """How a page is called: its path from the top of the repository."""
    return page.relative_to(ROOT).as_posix()


def to_copy(page: Path) -> list[str]:
    """The qt-ict commands of a page's shell blocks, as a reader copies them."""
    text = page.read_text(encoding="utf-8")
    lines = [line for kind, content in blocks(text) if kind == "sh" for line in content.splitlines()]
    return [line.partition(" #")[0].strip() for line in lines if line.startswith("qt-ict ")]


def mentioned(page: Path) -> Iterator[str]:
    """The qt-ict commands named in a page's sentences and tables, without ``qt-ict``."""
    for found in _INLINE.findall(_prose(page)):
        yield " ".join(found.replace("\\|", "|").split())


def links(page: Path) -> list[str]:
    """Where the links of a page lead."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", _prose(page)))


def anchors(page: Path) -> set[str]:
    """The places in a page that a link can name: its headings, as web pages of repositories call them."""
    return {anchor(heading) for heading in _HEADING.findall(_prose(page))}


def anchor(heading: str) -> str:
    """What a link calls a heading.

    >>> anchor("Reports, to hand on"), anchor("[One figure](qt3.md)"), anchor("Rows of `gap`")
    ('reports-to-hand-on', 'one-figure', 'rows-of-gap')
    """
    said = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", said).replace(" ", "-")


def _prose(page: Path) -> str:
    return _FENCED.sub("", page.read_text(encoding="utf-8"))
