"""What a report says around its text in the form of decree 30/2020/NĐ-CP: subject, legal basis, first, last words."""

import re

from qt_ict.language import EMPTY, Text
from qt_ict.model.organisation import Identity
from qt_ict.model.plan import Plan
from qt_ict.report.answer import Answer
from qt_ict.report.document import Letter, Part
from qt_ict.report.selection import narrowed
from qt_ict.wording import terms
from qt_ict.wording.dates import official_day

_NUMBER = re.compile(r"[0-9]+/(?:[0-9]{4}/)?([A-ZĐ][A-Za-zĐ]*)-\w.*")
"""Number, a year in those of laws and decrees, the sign of the kind, the sign of the issuer: 1564/KH-UBND."""
_KINDS = {
    "NQ": Text("Nghị quyết", "Resolution"),
    "QĐ": Text("Quyết định", "Decision"),
    "CT": Text("Chỉ thị", "Directive"),
    "CTr": Text("Chương trình", "Programme"),
    "KH": terms.PLAN,
    "PA": Text("Phương án", "Scheme"),
    "ĐA": Text("Đề án", "Scheme"),
    "DA": Text("Dự án", "Project"),
    "NĐ": Text("Nghị định", "Decree"),
    "TT": Text("Thông tư", "Circular"),
}
"""Kinds of documents that hold a plan, by the signs that annex III of decree 30/2020/NĐ-CP gives them."""


def is_official(plan: Plan) -> bool:
    """True where reports on a plan have the form of the decree: as the plan says, else by how its number is written.

    What no Vietnamese is said in is no plan of Viet Nam, however its number is written.
    """
    if plan.report.form:
        return plan.report.form == "decree"
    return "vi" in plan.languages and _kind(plan.identity.number) is not None


def letter(answer: Answer, more: Part) -> Letter:
    """What stands around the text of a report, by the plan's own name, number and date.

    Args:
        answer: The targets that it is on.
        more: What it leaves room for behind its parts.
    """
    plan = answer.plan
    about = cited(plan.identity)
    reporter = plan.report.issuer or plan.identity.issuer.name
    return Letter(
        _SUBJECT.fill(plan=about + _asked(answer)),
        tuple(_BASIS.fill(document=each) for each in (*plan.identity.basis, about)),
        _OPENING.fill(reporter=reporter, plan=short(plan.identity), day=official_day(answer.as_of)),
        more,
        _ENDING.fill(plan=short(plan.identity)),
    )


_SUBJECT = Text("Kết quả thực hiện {plan}", "Results of {plan}")
_BASIS = Text("Căn cứ {document}", "Pursuant to {document}")
_OPENING = Text(
    "{reporter} báo cáo kết quả thực hiện {plan}, theo số liệu đến {day}, như sau:",
    "{reporter} reports on the results of {plan}, by the figures up to {day}:",
)
_ENDING = Text("Trên đây là báo cáo kết quả thực hiện {plan}", "So far the report on the results of {plan}")


def short(identity: Identity) -> Text:
    """A plan by its kind and number.

    What bears no sign of its kind is called a plan.
    """
    kind = _kind(identity.number) or _KINDS["KH"]
    return (kind + Text(" số ", " No. ")) + identity.number


def cited(identity: Identity) -> Text:
    """A plan as documents cite it: kind, number, date and issuer."""
    said = Text("{plan} {day} của {issuer}", "{plan} of {day}, {issuer}")
    return said.fill(plan=short(identity), day=official_day(identity.date), issuer=identity.issuer.name)


def _kind(number: str) -> Text | None:
    """The kind of document that a number names; None where it is not written as the decree has it."""
    found = _NUMBER.fullmatch(number)
    return _KINDS.get(found.group(1)) if found else None


def _asked(answer: Answer) -> Text:
    """Which targets a report is on, where it is not on all of them."""
    wanted = answer.question.selection
    year = _OF_YEAR.fill(year=str(wanted.year)) if wanted.year else EMPTY
    return year + narrowed(answer.plan, wanted)


_OF_YEAR = Text(", các mục tiêu năm {year}", "; targets of {year}")
