"""Findings for people: place, problem, the line with the place marked, the other places, the next step."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Literal

from rich.cells import cell_len

from qt_ict.checks.validation import Acceptance
from qt_ict.diagnostics.finding import SEVERITY_NAMES, Finding, Place
from qt_ict.language import EMPTY, Language, Text
from qt_ict.presentation.stream import printable

EXCERPT = 100
"""Longest piece of a line that is shown [characters]."""

Style = Literal["plain", "strong", "quiet", "error", "warning", "note"]
Styled = tuple[str, Style]
StyledLine = tuple[Styled, ...]


def report(findings: Sequence[Finding], language: Language) -> str:
    """All findings of a run as plain text, and how many there are."""
    count = f"{len(findings)} lỗi." if language == "vi" else _counted(len(findings))
    return plain((*lines(findings, language), ((count, "plain"),)))


def _counted(count: int) -> str:
    return "1 error." if count == 1 else f"{count} errors."


def plain(shown: Iterable[StyledLine]) -> str:
    """Lines without their styles."""
    return "".join("".join(text for text, _ in line) + "\n" for line in shown)


def lines(findings: Iterable[Finding], language: Language, width: int = EXCERPT) -> list[StyledLine]:
    """The findings as styled lines, a blank one behind each that has several.

    The line of data is shown for errors; the next step is said once where several findings share it.

    Args:
        findings: In the order to show them.
        language: The reader's.
        width: Longest piece of a line of data that is shown [characters].
    """
    blocks: list[list[StyledLine]] = []
    said: set[str] = set()
    for finding in findings:
        severity = finding.rule.severity
        block = [_head(finding, SEVERITY_NAMES[severity], severity, language)]
        if severity == "error" and finding.place.line and finding.place.text.strip():
            block += _excerpt(finding.place, width)
        block += _sides(finding, language)
        advice = finding.advice.say(language)
        if advice not in said:
            said.add(advice)
            block.append(((printable(f"  = {advice}"), "plain"),))
        if finding.seen and severity != "note":
            block.append(((f"  = {exception(finding)}", "quiet"),))
        blocks.append(block)
    return _spaced(blocks)


def accepted_lines(accepted: Iterable[Acceptance], language: Language) -> list[StyledLine]:
    """The accepted exceptions as styled lines: what was found, what takes part, why it is accepted."""
    blocks = [
        [
            _head(finding, ACCEPTED, "note", language),
            *_sides(finding, language),
            ((printable(f"  = {why.say(language)}"), "plain"),),
        ]
        for finding, why in accepted
    ]
    return [((HEADING.say(language), "strong"),), (), *_spaced(blocks)] if blocks else []


ACCEPTED = Text("đã chấp nhận", "accepted")
HEADING = Text("Ngoại lệ được chấp nhận", "Accepted exceptions")


def _spaced(blocks: Sequence[Sequence[StyledLine]]) -> list[StyledLine]:
    """Blocks with a blank line between them; single lines stand together."""
    shown: list[StyledLine] = []
    for block, following in zip_longest(blocks, blocks[1:], fillvalue=()):
        shown += block
        if len(block) > 1 or len(following) != 1:
            shown.append(())
    return shown


def exception(finding: Finding) -> str:
    """How the data would accept a finding, its numbers filled in."""
    # Decimals without an exponent, which YAML readers take for different things.
    numbers = (f"{each:f}" if isinstance(each, Decimal) else str(each) for each in finding.seen)
    return f"accept: {{{finding.rule.code}: {{why: …, seen: [{', '.join(numbers)}]}}}}"


def _head(finding: Finding, label: Text, style: Style, language: Language) -> StyledLine:
    return (
        (printable(f"{finding.place}: "), "strong"),
        (f"{label.say(language)} {finding.rule.code}", style),
        (printable(f" {finding.problem.say(language)}"), "plain"),
    )


def _sides(finding: Finding, language: Language) -> Iterator[StyledLine]:
    for side in finding.sides:
        said = f": {side.text.say(language)}" if side.text != EMPTY else ""
        yield ((printable(f"  - {side.place}"), "quiet"), (printable(said), "plain"))


def _excerpt(place: Place, width: int) -> Iterator[StyledLine]:
    """The line, or the part of a long line around the place, with the place marked."""
    start = max(0, place.column - 1 - width // 2) if len(place.text) > width else 0
    shown = place.text[start : start + width].replace("\t", " ")
    before = place.text[start : place.column - 1].replace("\t", " ")
    marked = shown[len(before) : len(before) + max(1, min(place.width, width - len(before)))]
    number = str(place.line)
    yield ((f"  {number} | ", "quiet"), (printable(shown), "plain"))
    yield (
        (f"  {' ' * len(number)} | ", "quiet"),
        (f"{' ' * cell_len(before)}{'^' * max(1, cell_len(marked))}", "error"),
    )
