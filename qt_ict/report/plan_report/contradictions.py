"""Where the document contradicts itself, and why that was accepted; what the data still leave open."""

from pathlib import PurePath

from qt_ict.checks.validation import Acceptance, validation
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.language import EMPTY, Text
from qt_ict.report.answer import Answer
from qt_ict.report.document import Cell, Column, Part, Row, Table
from qt_ict.report.plan_report.concerned import Concerned
from qt_ict.wording import terms
from qt_ict.wording.quantities import listed


def part(answer: Answer, about: Concerned) -> Part:
    """Accepted contradictions, and errors that nobody has accepted, as far as they touch what the report speaks of."""
    checked = validation(answer.loaded)
    errors = [each for each in checked.findings if each.rule.severity == "error" and _touches(each, about)]
    accepted = (each for each in checked.accepted if _touches(each.finding, about))
    tables = (
        Table(EMPTY, _ACCEPTED, tuple(map(_accepted, accepted))),
        Table(Text("Lỗi chưa được giải thích", "Errors not explained"), _OPEN, tuple(map(_statement, errors))),
    )
    shown = tuple(each for each in tables if each.rows)
    heading = Text("Mâu thuẫn được chấp nhận", "Accepted contradictions")
    return Part("contradictions", heading, (_ABOUT,) if shown else (), shown, appendix=True)


_ABOUT = Text(
    "Văn bản tự mâu thuẫn ở những chỗ dưới đây. Số liệu được giữ nguyên như văn bản ghi, kèm lý do chấp nhận.",
    "The document contradicts itself in the places below. The figures are kept as written, with why they are accepted.",
)
_CODE = Column(terms.CODE, whole=True, key="code")
_FOUND = Column(Text("Phát hiện", "Found"), key="found")
_SIDES = Column(Text("Nội dung mâu thuẫn", "What takes part"), key="sides")
_ACCEPTED = (_CODE, _FOUND, _SIDES, Column(Text("Lý do chấp nhận", "Why accepted"), key="why"))
_OPEN = (_CODE, _FOUND, _SIDES)


def _touches(finding: Finding, about: Concerned) -> bool:
    return about.holds(finding.at) or any(about.holds(side.at) for side in finding.sides)


def _accepted(each: Acceptance) -> Row:
    return (*_statement(each.finding), Cell(each.why))


def _statement(finding: Finding) -> Row:
    """What was found, and where."""
    place = _named(finding.place)
    sides = [(side.text + " (" + _named(side.place) + ")") for side in finding.sides]
    code = finding.rule.code
    return Cell(Text.same(code)), Cell(finding.problem), Cell(listed(sides) if sides else place)


def _named(place: Place) -> Text:
    """A place by the name of its file: where the plan lies is nothing that a report says."""
    name = f"{PurePath(place.file).name}:{place.line}" if place.line else PurePath(place.file).name
    return Text.same(name)
