"""Findings for people: place, problem, the line with the place marked, the next step."""

from collections.abc import Iterator

from rich.cells import cell_len

from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.language import Language
from qt_ict.presentation.stream import printable

EXCERPT = 100
"""Longest piece of a line that is shown [characters]."""


def report(findings: list[Finding], language: Language) -> str:
    """All findings of a run, and how many there are."""
    blocks = ["\n".join(_block(finding, language)) for finding in findings]
    count = f"{len(findings)} lỗi." if language == "vi" else _counted(len(findings))
    return "\n\n".join(blocks) + f"\n\n{count}\n"


def _counted(count: int) -> str:
    return "1 error." if count == 1 else f"{count} errors."


def _block(finding: Finding, language: Language) -> Iterator[str]:
    yield printable(f"{finding.place}: {finding.rule.code} {finding.problem.say(language)}")
    if finding.place.line and finding.place.text.strip():
        yield from _excerpt(finding.place)
    yield printable(f"  = {finding.advice.say(language)}")


def _excerpt(place: Place) -> Iterator[str]:
    """The line, or the part of a long line around the place, with the place marked."""
    start = max(0, place.column - 1 - EXCERPT // 2) if len(place.text) > EXCERPT else 0
    shown = place.text[start : start + EXCERPT].replace("\t", " ")
    before = place.text[start : place.column - 1].replace("\t", " ")
    width = max(1, min(place.width, EXCERPT - len(before)))
    marked = shown[len(before) : len(before) + width]
    number = str(place.line)
    yield f"  {number} | {printable(shown)}"
    yield f"  {' ' * len(number)} | {' ' * cell_len(before)}{'^' * max(1, cell_len(marked))}"
