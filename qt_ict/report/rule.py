"""``qt-ict explain CODE``: the manual page of a rule."""

import re
from collections.abc import Sequence

from qt_ict.checks.rules import CHECKS, RULES, STAGES
from qt_ict.diagnostics.finding import SEVERITY_NAMES, Rule
from qt_ict.diagnostics.refusal import unknown
from qt_ict.language import EMPTY, Text
from qt_ict.report.document import Cell, Column, Document, Group, Part, Row, Table, facts
from qt_ict.report.field import Field, leaves, record
from qt_ict.report.plan_words import FORMAT
from qt_ict.report.reply import Reply
from qt_ict.wording import terms

ACCEPTABLE = frozenset(check.rule.code for check in CHECKS if check.acceptable)
"""Codes of the rules whose findings an exception can accept."""


def rules_named(name: str) -> list[Rule]:
    """The rule with a name, or all whose code begins so.

    >>> [rule.code for rule in rules_named("qt44")], rules_named("printed-ratio-differs")[0].code
    (['QT441', 'QT442', 'QT443', 'QT444', 'QT445'], 'QT401')
    """
    prefix = name.upper()
    return [rule for code, rule in RULES.items() if name == rule.name or (prefix and code.startswith(prefix))]


def known_rules(name: str) -> list[Rule]:
    """The rules a name or the beginning of a code means.

    Raises:
        Refusal: There is none.
    """
    found = rules_named(name)
    if not found:
        raise unknown(Text("quy tắc", "rule"), name, dict.fromkeys(RULES, EMPTY), "qt-ict explain QT")
    return found


RULE_FIELDS: tuple[Field[None, Rule], ...] = (
    Field("code", "its permanent code", lambda _, rule: rule.code),
    Field("name", "its name", lambda _, rule: rule.name),
    Field("title", "what people see beside the code", lambda _, rule: rule.title, "text"),
    Field("severity", "error, warning or note", lambda _, rule: rule.severity),
    Field("stage", "what the first digit of the code means", lambda _, rule: stage(rule), "text"),
    Field("problem", "what a finding says, its values left out", lambda _, rule: pattern(rule.problem), "text"),
    Field("advice", "the next step, its values left out", lambda _, rule: pattern(rule.advice), "text"),
    Field("manual", "why the rule is there", lambda _, rule: rule.manual, "text"),
    Field("acceptable", "whether an exception can accept it", lambda _, rule: rule.code in ACCEPTABLE, "boolean"),
)


def reply(rules: Sequence[Rule]) -> Reply:
    """The manual pages of some rules."""
    return Reply(
        lambda: document(rules),
        lambda: {"format": FORMAT, "rows": [record(RULE_FIELDS, None, rule) for rule in rules]},
        leaves(RULE_FIELDS),
    )


def document(rules: Sequence[Rule]) -> Document:
    """The manual page of one rule, or the list of several."""
    return _manual_page(rules[0]) if len(rules) == 1 else _listing(rules)


def _listing(rules: Sequence[Rule]) -> Document:
    rows: list[Row | Group] = []
    for rule in rules:
        if Group(stage(rule)) not in rows:
            rows.append(Group(stage(rule)))
        code, name = Cell(Text.same(rule.code)), Cell(rule.title)
        rows.append((code, name, Cell(SEVERITY_NAMES[rule.severity]), Cell(paragraphs(rule.manual)[0])))
    return Document(
        Text("Quy tắc", "Rules"),
        (Part(tables=(Table(EMPTY, _LISTING_COLUMNS, tuple(rows)),)),),
        closing=(Text("Từng quy tắc: qt-ict explain QT401", "One rule: qt-ict explain QT401"),),
    )


_LISTING_COLUMNS = (
    Column(terms.CODE, whole=True),
    Column(terms.NAME, whole=True),
    Column(terms.SEVERITY, whole=True),
    Column(Text("Nội dung", "What it finds")),
)


def _manual_page(rule: Rule) -> Document:
    stated = (
        (Text("Giai đoạn", "Stage"), stage(rule)),
        (terms.SEVERITY, SEVERITY_NAMES[rule.severity]),
        (Text("Phát hiện nói", "It says"), pattern(rule.problem)),
        (Text("Bước tiếp theo", "Next step"), pattern(rule.advice)),
    )
    said = (*paragraphs(rule.manual), *((acceptance(rule),) if rule.code in ACCEPTABLE else ()))
    return Document(
        f"{rule.code} " + rule.title,
        (Part(tables=(facts(EMPTY, stated),)), Part(paragraphs=said)),
        closing=(Text("Mọi quy tắc: qt-ict explain QT", "All rules: qt-ict explain QT"),),
    )


def stage(rule: Rule) -> Text:
    """What the first digit of a code means."""
    return STAGES[rule.code[:3]]


def pattern(said: Text) -> Text:
    """A rule's words with an ellipsis for what each finding fills in, none for what may be missing at the start."""
    return Text.each(lambda language: _pattern(said.say(language)))


def _pattern(said: str) -> str:
    return re.sub(r"\{\w+\}", "…", re.sub(r"^\{\w+\}(?=\w)", "", said)).replace("{{", "{")


def paragraphs(manual: Text) -> tuple[Text, ...]:
    """A manual page, paragraph by paragraph, each as one line."""
    halves = ([" ".join(part.split()).replace("``", "`") for part in said.split("\n\n")] for said in manual)
    return tuple(Text(*pair) for pair in zip(*halves, strict=True))


def acceptance(rule: Rule) -> Text:
    """How the data accept a finding of a rule."""
    return _ACCEPTANCE.fill(code=rule.code)


_ACCEPTANCE = Text(
    "Nếu văn bản thật sự nói vậy, chấp nhận ở chính mục đó: accept: {{{code}: {{why: …, seen: […]}}}}. "
    "seen chép các số mà phát hiện ghi; phát hiện không ghi số nào thì bỏ seen. Số nào đổi thì phát hiện trở lại.",
    "If the document really says so, accept it at that very entry: accept: {{{code}: {{why: …, seen: […]}}}}. "
    "seen repeats the numbers that the finding gives and is left out where it gives none. When one of them changes, "
    "the finding returns.",
)
