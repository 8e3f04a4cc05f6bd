"""``qt-ict validate``: what the data contradict, what they leave open, and what was accepted."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from qt_ict.checks.validation import Acceptance, validation
from qt_ict.diagnostics.finding import SEVERITIES, SEVERITY_NAMES, Finding, Place, Rule, Severity
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded, load
from qt_ict.report.document import FORMAT, Document, text
from qt_ict.report.listing import plan_line, plan_name
from qt_ict.report.page import Cell, Column, Page, Section, Tone
from qt_ict.report.scope import Scope
from qt_ict.wording.quantities import listed, plain


class Checked(NamedTuple):
    """One folder, and what is wrong with the plan in it."""

    folder: str
    """As the user named it."""
    loaded: Loaded | None
    """The plan; None where the data break a rule of loading, so that nothing else could be checked."""
    findings: tuple[Finding, ...]
    """In the order of the files."""
    accepted: tuple[Acceptance, ...]
    """Findings that the data explain."""


class Report(NamedTuple):
    """What one run found in one or more plans."""

    plans: tuple[Checked, ...]
    scope: Scope = Scope()
    """What was asked for."""
    strict: bool = False
    """True where warnings count as errors do."""

    @property
    def findings(self) -> list[Finding]:
        """All findings, plan by plan."""
        return [finding for plan in self.plans for finding in plan.findings]

    @property
    def accepted(self) -> list[Acceptance]:
        """All accepted exceptions, plan by plan."""
        return [each for plan in self.plans for each in plan.accepted]

    @property
    def failing(self) -> tuple[Severity, ...]:
        """The severities that the data must not show."""
        return ("error", "warning") if self.strict else ("error",)

    @property
    def passes(self) -> bool:
        """Whether the data may pass."""
        return not any(finding.rule.severity in self.failing for finding in self.findings)

    @property
    def unreadable(self) -> bool:
        """Whether a plan could not be read at all."""
        return any(finding.rule.unreadable for finding in self.findings)

    def count(self, severity: Severity) -> int:
        """Number of findings of a severity."""
        return sum(finding.rule.severity == severity for finding in self.findings)


def validated(folders: Iterable[Path], asked: Scope, strict: bool) -> Report:
    """What is found in the plans of some folders, as far as it is asked for."""
    return Report(tuple(checked(folder, asked) for folder in folders), asked, strict)


def checked(folder: Path, asked: Scope) -> Checked:
    """The findings of one plan that are asked for."""
    loaded, broken = load(folder)
    if loaded is None:
        return Checked(str(folder), None, tuple(broken), ())
    found = validation(loaded)
    return Checked(
        loaded.folder,
        loaded,
        tuple(each for each in found.findings if asked.holds(each, folder)),
        tuple(each for each in found.accepted if asked.names(each.finding.rule)),
    )


def document(report: Report) -> Document:
    """The report as plain data; see docs/formats.md."""
    return {
        "format": FORMAT,
        "plans": [
            {"folder": plan.folder, "number": _number(plan), "loaded": plan.loaded is not None} for plan in report.plans
        ],
        "scope": {
            "select": list(report.scope.select),
            "ignore": list(report.scope.ignore),
            "changed_files": None if report.scope.changed is None else len(report.scope.changed),
            "strict": report.strict,
        },
        "findings": [record(finding) for finding in report.findings],
        "accepted": [{**record(each.finding), "why": text(each.why)} for each in report.accepted],
        "summary": [_tally(report, rule) for rule in _rules(report)],
        "counts": {**{each: report.count(each) for each in SEVERITIES}, "accepted": len(report.accepted)},
    }


def _number(plan: Checked) -> str | None:
    return plan.loaded.plan.identity.number if plan.loaded else None


def record(finding: Finding) -> Document:
    """One finding as plain data."""
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity,
        **_place(finding.place),
        "at": list(finding.at),
        "problem": text(finding.problem),
        "advice": text(finding.advice),
        "seen": [float(number) if isinstance(number, Decimal) else number for number in finding.seen],
        "sides": [{**_place(side.place), **text(side.text)} for side in finding.sides],
    }


def _place(place: Place) -> Document:
    """A place: line and column from 1, end column behind the last character; null where the whole file is meant."""
    if not place.line:
        return {"file": place.file, "line": None, "column": None, "end_column": None}
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.width,
    }


def _rules(report: Report) -> list[Rule]:
    """The rules that a report speaks of, by code."""
    found = [*report.findings, *(each.finding for each in report.accepted)]
    return sorted({finding.rule.code: finding.rule for finding in found}.values(), key=lambda rule: rule.code)


def _tally(report: Report, rule: Rule) -> Document:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "findings": sum(finding.rule.code == rule.code for finding in report.findings),
        "accepted": sum(each.finding.rule.code == rule.code for each in report.accepted),
    }


_TONES: dict[Severity, Tone] = {"error": "bad", "warning": "open", "note": "quiet"}


def page(report: Report) -> Page:
    """What follows the findings: how many of each rule, and which plan."""
    tallies = Counter(finding.rule.code for finding in report.findings)
    accepted = Counter(each.finding.rule.code for each in report.accepted)
    summary = tuple(
        (
            Cell(Text.same(rule.code)),
            Cell(Text.same(rule.name)),
            Cell(SEVERITY_NAMES[rule.severity], _TONES[rule.severity]),
            Cell(plain(tallies[rule.code])),
            Cell(plain(accepted[rule.code])),
        )
        for rule in _rules(report)
    )
    by_code = Section(Text("Theo mã", "By code"), _SUMMARY_COLUMNS, summary)
    folders = (plan_line(each.loaded) for each in report.plans if each.loaded)
    return Page(
        title=listed((Text("Kiểm tra", "Validation"), *_names(report)), ""),
        sections=(by_code,) if summary else (),
        closing=(_counts(report), *_narrowed(report.scope), *_unchecked(report), *folders),
    )


_SUMMARY_COLUMNS = (
    Column(Text("Mã", "Code"), whole=True),
    Column(Text("Quy tắc", "Rule"), whole=True),
    Column(Text("Mức", "Severity")),
    Column(Text("Số phát hiện", "Findings"), numeric=True),
    Column(Text("Đã chấp nhận", "Accepted"), numeric=True),
)


def _names(report: Report) -> list[Text]:
    """The name of the plan where there is one alone."""
    loaded = [plan.loaded for plan in report.plans]
    return [Text.same(" – "), plan_name(loaded[0])] if len(loaded) == 1 and loaded[0] else []


def _counts(report: Report) -> Text:
    errors, warnings, notes = (report.count(severity) for severity in SEVERITIES)
    return _COUNTS.fill(
        errors=_counted(errors, SEVERITY_NAMES["error"]),
        warnings=_counted(warnings, SEVERITY_NAMES["warning"]),
        notes=_counted(notes, SEVERITY_NAMES["note"]),
        accepted=_counted(len(report.accepted), Text("ngoại lệ được chấp nhận", "accepted exception")),
    )


_COUNTS = Text.same("{errors}, {warnings}, {notes}; {accepted}.")


def _counted(count: int, name: Text) -> Text:
    return plain(count) + Text(f" {name.vi}", f" {name.en}" if count == 1 else f" {name.en}s")


def _narrowed(asked: Scope) -> Iterator[Text]:
    """What was left out because nobody asked for it."""
    if asked.select:
        yield _SELECTED.fill(codes=", ".join(asked.select))
    if asked.ignore:
        yield _IGNORED.fill(codes=", ".join(asked.ignore))
    if asked.changed is not None:
        yield _CHANGED.fill(n=len(asked.changed))
    if None in asked.known.values():
        yield _UNKNOWN


_UNKNOWN = Text(
    "Ở phiên bản đó kế hoạch chưa đọc được, nên mọi phát hiện đều coi là mới.",
    "The plan could not be read at that revision, so every finding counts as new.",
)
_SELECTED = Text("Chỉ xem các mã {codes}.", "Only the codes {codes} were asked for.")
_IGNORED = Text("Bỏ qua các mã {codes}.", "The codes {codes} were left out.")
_CHANGED = Text(
    "Chỉ xem những gì mới, hoặc liên quan đến {n} tệp đã đổi.", "Only what is new, or touches the {n} changed files."
)


def _unchecked(report: Report) -> list[Text]:
    """The plans that could not be loaded: nothing but their loading was checked."""
    return [_UNCHECKED.fill(folder=plan.folder) for plan in report.plans if plan.loaded is None]


_UNCHECKED = Text(
    "{folder}: chưa đọc được nên chưa kiểm tra gì khác; sửa các lỗi trên rồi chạy lại.",
    "{folder}: not readable yet, so nothing else was checked; mend the errors above and run again.",
)
