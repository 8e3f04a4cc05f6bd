"""``qt-ict validate``: what the data contradict, what they leave open, and what was accepted."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from qt_ict.diagnostics.finding import SEVERITIES, SEVERITY_NAMES, Finding, Place, Rule, Severity
from qt_ict.language import Text
from qt_ict.report.checked import Checked, Validated
from qt_ict.report.document import Cell, Column, Document, Part, Table, Tone
from qt_ict.report.field import Record
from qt_ict.report.plan_words import FORMAT, plan_line, plan_name
from qt_ict.report.reply import Reply
from qt_ict.report.scope import Scope
from qt_ict.wording import terms
from qt_ict.wording.quantities import counted, listed, plain


def reply(report: Validated) -> Reply:
    """What was found."""
    return Reply(lambda: document(report), lambda: data(report), findings=report)


def data(report: Validated) -> Record:
    """The report as plain data; see docs/formats.md."""
    return {
        "format": FORMAT,
        "plans": [
            {
                "folder": plan.folder,
                "number": _number(plan),
                "identified_by": _identified_by(plan),
                "loaded": plan.loaded is not None,
            }
            for plan in report.plans
        ],
        "scope": {
            "select": list(report.scope.select),
            "ignore": list(report.scope.ignore),
            "changed_files": None if report.scope.changed is None else len(report.scope.changed),
            "strict": report.strict,
        },
        "findings": [record(finding) for finding in report.findings],
        "accepted": [{**record(each.finding), "why": each.why.by_language} for each in report.accepted],
        "summary": [_tally(report, rule) for rule in _rules(report)],
        "counts": {**{each: report.count(each) for each in SEVERITIES}, "accepted": len(report.accepted)},
    }


def _number(plan: Checked) -> str | None:
    return plan.loaded.plan.identity.number if plan.loaded else None


def _identified_by(plan: Checked) -> Record | None:
    register = plan.loaded.plan.identity.identified_by if plan.loaded else None
    return register.by_language if register else None


def record(finding: Finding) -> Record:
    """One finding as plain data."""
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity,
        **_place(finding.place),
        "at": list(finding.at),
        "problem": finding.problem.by_language,
        "advice": finding.advice.by_language,
        "seen": [float(number) if isinstance(number, Decimal) else number for number in finding.seen],
        "sides": [{**_place(side.place), **side.text.by_language} for side in finding.sides],
    }


def _place(place: Place) -> Record:
    """A place: line and column from 1, end column behind the last character; null where the whole file is meant."""
    if not place.line:
        return {"file": place.file, "line": None, "column": None, "end_column": None}
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_column": place.column + place.width,
    }


def _rules(report: Validated) -> list[Rule]:
    """The rules that a report speaks of, by code."""
    found = [*report.findings, *(each.finding for each in report.accepted)]
    return sorted({finding.rule.code: finding.rule for finding in found}.values(), key=lambda rule: rule.code)


def _tally(report: Validated, rule: Rule) -> Record:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "findings": sum(finding.rule.code == rule.code for finding in report.findings),
        "accepted": sum(each.finding.rule.code == rule.code for each in report.accepted),
    }


_TONES: dict[Severity, Tone] = {"error": "bad", "warning": "open", "note": "quiet"}


def document(report: Validated) -> Document:
    """What follows the findings: how many of each rule, and which plan."""
    tallies = Counter(finding.rule.code for finding in report.findings)
    accepted = Counter(each.finding.rule.code for each in report.accepted)
    summary = tuple(
        (
            Cell(Text.same(rule.code)),
            Cell(rule.title),
            Cell(SEVERITY_NAMES[rule.severity], _TONES[rule.severity]),
            Cell(plain(tallies[rule.code])),
            Cell(plain(accepted[rule.code])),
        )
        for rule in _rules(report)
    )
    by_code = Table(Text("Theo mã", "By code"), _SUMMARY_COLUMNS, summary)
    folders = (plan_line(each.loaded) for each in report.plans if each.loaded)
    return Document(
        listed((Text("Kiểm tra", "Validation"), *_names(report)), ""),
        (Part(tables=(by_code,) if summary else ()),),
        closing=(_counts(report), *_narrowed(report.scope), *_unchecked(report), *folders),
    )


_SUMMARY_COLUMNS = (
    Column(terms.CODE, whole=True),
    Column(Text("Quy tắc", "Rule"), whole=True),
    Column(terms.SEVERITY),
    Column(Text("Số phát hiện", "Findings"), numeric=True),
    Column(Text("Đã chấp nhận", "Accepted"), numeric=True),
)


def _names(report: Validated) -> list[Text]:
    """The name of the plan where there is one alone."""
    loaded = [plan.loaded for plan in report.plans]
    return [Text.same(" – "), plan_name(loaded[0])] if len(loaded) == 1 and loaded[0] else []


def _counts(report: Validated) -> Text:
    errors, warnings, notes = (report.count(severity) for severity in SEVERITIES)
    return _COUNTS.fill(
        errors=counted(errors, SEVERITY_NAMES["error"]),
        warnings=counted(warnings, SEVERITY_NAMES["warning"]),
        notes=counted(notes, SEVERITY_NAMES["note"]),
        accepted=counted(len(report.accepted), Text("ngoại lệ được chấp nhận", "accepted exception")),
    )


_COUNTS = Text.same("{errors}, {warnings}, {notes}; {accepted}.")


def _narrowed(asked: Scope) -> Iterator[Text]:
    """What was left out because nobody asked for it."""
    if asked.select:
        yield _SELECTED.fill(codes=", ".join(asked.select))
    if asked.ignore:
        yield _IGNORED.fill(codes=", ".join(asked.ignore))
    if asked.changed is not None:
        yield _CHANGED.fill(files=counted(len(asked.changed), Text("tệp đã đổi", "changed file")))
    if None in asked.known.values():
        yield _UNKNOWN


_UNKNOWN = Text(
    "Ở phiên bản đó kế hoạch chưa đọc được, nên mọi phát hiện đều coi là mới.",
    "The plan could not be read at that revision, so every finding counts as new.",
)
_SELECTED = Text("Chỉ xem các mã {codes}.", "Only the codes {codes} were asked for.")
_IGNORED = Text("Bỏ qua các mã {codes}.", "The codes {codes} were left out.")
_CHANGED = Text("Chỉ xem những gì mới, hoặc liên quan đến {files}.", "Only what is new, or touches the {files}.")


def _unchecked(report: Validated) -> list[Text]:
    """The plans that could not be loaded as a whole: what rests on their faults was not checked."""
    return [_UNCHECKED.fill(folder=plan.folder) for plan in report.plans if plan.loaded is None]


_UNCHECKED = Text(
    "{folder}: chưa đọc được hết; những gì dựa vào mục có lỗi thì chưa kiểm tra. Sửa các lỗi trên rồi chạy lại.",
    "{folder}: not all of it could be read; what rests on a faulty entry was not checked. Mend the errors above and "
    "run again.",
)
