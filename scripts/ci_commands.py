"""What docs/ci.md tells people to run, so that a script can run just that.

Usage: python scripts/ci_commands.py commands|config HEADING [WORD=REPLACEMENT]...
"""

import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

DOCUMENT = Path(__file__).parent.parent / "docs" / "ci.md"
_BLOCK = re.compile(r"^( *)```(sh|yaml)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
_COMMANDS = ("run", "before_script", "script", "after_script")
"""Keys under which GitHub and GitLab take shell commands."""
_UNHEARD = " || true"
"""Ends a command whose failure does not fail the job."""


def section(document: str, heading: str) -> str:
    r"""The text below a heading.

    >>> section("## A\none\n## B\ntwo\n", "A")
    'one\n'
    """
    _, found, rest = document.partition(f"## {heading}\n")
    if not found:
        raise SystemExit(f"{DOCUMENT} has no section {heading}")
    return rest.partition("## ")[0]


def blocks(text: str) -> Iterator[tuple[str, str]]:
    """The blocks of a text: kind and content."""
    for _, kind, content in _BLOCK.findall(text):
        yield kind, textwrap.dedent(content)


def commands(text: str) -> Iterator[str]:
    """The shell commands in the blocks of a text, in their order."""
    for kind, content in blocks(text):
        yield from content.splitlines() if kind == "sh" else in_job(yaml.safe_load(content))


def in_job(data: Any) -> Iterator[str]:
    """The shell commands of a CI job.

    >>> list(in_job({"steps": [{"uses": "checkout"}, {"run": "a", "continue-on-error": True}], "script": ["b", "c"]}))
    ['a || true', 'b', 'c']
    """
    if isinstance(data, list):
        for each in data:
            yield from in_job(each)
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _COMMANDS:
                end = _UNHEARD if key == "after_script" or data.get("continue-on-error") else ""
                yield from (each + end for each in ([value] if isinstance(value, str) else value))
            else:
                yield from in_job(value)


def main(kind: str, heading: str, *replacements: str) -> None:
    """Print the commands of a section, one a line, or its first YAML block."""
    text = section(DOCUMENT.read_text(encoding="utf-8"), heading)
    for word, _, replacement in (each.partition("=") for each in replacements):
        text = text.replace(word, replacement)
    configs = [content for kind, content in blocks(text) if kind == "yaml"]
    found = list(commands(text)) if kind == "commands" else configs[:1]
    if not found:
        raise SystemExit(f"{DOCUMENT} has no {kind} under {heading}")
    sys.stdout.write("\n".join(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
