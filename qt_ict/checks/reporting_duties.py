"""Checks of reporting duties: what the plan leaves open of them (QT807, QT808)."""

from collections.abc import Iterator

from qt_ict.checks.check import Found, check
from qt_ict.checks.facts import Facts
from qt_ict.language import EMPTY, Text
from qt_ict.model.organisation import Duty


@check(
    "QT807",
    "note",
    Text.same("{duty}: {problem}"),
    Text(
        "Hỏi cơ quan nhận báo cáo về kỳ báo cáo trước khi coi là thiếu.",
        "Ask who receives the report how often it is wanted, before one is held to be missing.",
    ),
    called="báo cáo không nêu kỳ",
)
def duty_without_interval(facts: Facts) -> Iterator[Found]:
    """The plan does not say how often something is to be reported.

    It says nothing, or "regularly", or points to the rules for reports; or the interval was inferred from another
    report (``every_inferred``). Only reports with an interval of their own can be missing by the plan's own words.
    Reports on request need none.

    Tiếng Việt:
        Kế hoạch không nêu bao lâu phải báo cáo một lần.

        Kế hoạch không nói gì, chỉ nói "định kỳ", hoặc dẫn chế độ quy định; hoặc kỳ báo cáo được suy ra từ báo cáo khác
        (``every_inferred``). Chỉ báo cáo có kỳ hạn riêng mới có thể coi là thiếu theo chính lời kế hoạch. Báo cáo theo
        yêu cầu thì không cần kỳ hạn.
    """
    for name, duty in facts.plan.duties.items():
        problem = _problem(duty)
        if problem:
            key = "every_inferred" if duty.every_inferred else "every"
            yield Found(("duties", name, key), {"duty": duty.name, "problem": problem})


def _problem(duty: Duty) -> Text:
    """What is not said of how often; empty where it is."""
    if duty.every_inferred:
        return Text("kỳ báo cáo được suy ra từ báo cáo khác", "its interval is inferred from another report")
    if not duty.every:
        return Text("không nêu kỳ báo cáo", "no interval is named")
    if {"half-year", "year", "on-request"}.intersection(duty.every):
        return EMPTY
    if "as-prescribed" in duty.every:
        return Text("kỳ báo cáo theo chế độ quy định, không nêu ở đây", "as the rules prescribe, not said here")
    return Text('chỉ nói "định kỳ", không nêu kỳ báo cáo', 'only "regularly", no interval is named')


@check(
    "QT808",
    "note",
    Text("{duty}: không nêu nơi nhận", "{duty}: no recipient is named"),
    Text("Hỏi cơ quan ban hành, rồi ghi to.", "Ask who issued the plan, then say to whom."),
    called="báo cáo không nêu nơi nhận",
)
def duty_without_recipient(facts: Facts) -> Iterator[Found]:
    """The plan does not say to whom something is to be reported.

    Tiếng Việt:
        Kế hoạch không nêu báo cáo gửi cho ai.
    """
    for name, duty in facts.plan.duties.items():
        if not duty.to:
            yield Found(("duties", name), {"duty": duty.name})
