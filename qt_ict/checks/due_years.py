"""Checks of the years that targets are due in, where their own words do not settle them (QT513, QT514)."""

from collections.abc import Iterator

from qt_ict.checks.check import Found, check
from qt_ict.checks.facts import Facts
from qt_ict.language import Text
from qt_ict.model.targets import YearSource


@check(
    "QT513",
    "note",
    Text("{target}: năm {years} {source}", "{target}: the year {years} {source}"),
    Text(
        "Đọc lại câu ấy trong văn bản trước khi coi là đến hạn; nếu đọc như vậy là đúng thì chấp nhận.",
        "Read the sentence again before holding anybody to it; if the reading stands, accept it.",
    ),
    called="năm đích được suy ra",
)
def inferred_year(facts: Facts) -> Iterator[Found]:
    """The year of a target is not that of its own clause, but was inferred.

    From the last year named before it in its item, from another clause of its sentence, or from the title of a document
    that it names (``due_inferred``). Results rest on that reading, and a title sets no due date.

    Tiếng Việt:
        Năm của mục tiêu không nằm trong vế câu của nó mà được suy ra.

        Từ năm nêu gần nhất trước đó trong mục, từ vế khác của câu, hoặc từ tên văn bản được dẫn (``due_inferred``).
        Kết quả dựa trên cách đọc ấy, mà tên một văn bản thì không đặt ra thời hạn.
    """
    for name, target in facts.plan.targets.items():
        if target.due is not None and target.due_inferred:
            years = "-".join(map(str, target.due.years))
            values = {"target": target.name, "years": years, "source": _SOURCES[target.due_inferred]}
            yield Found(("targets", name, "due"), values, numbers=target.due.years)


_SOURCES: dict[YearSource, Text] = {
    "item": Text("được nêu trước đó trong mục, không phải ở câu này", "is named before it in its item, not here"),
    "clause": Text("thuộc vế khác của câu", "is that of another clause of the sentence"),
    "title": Text("lấy từ tên một văn bản", "is that of the title of a document"),
}


@check(
    "QT514",
    "warning",
    Text(
        "{target}: câu nêu các năm {years}, không rõ năm nào là hạn",
        "{target}: the sentence names {years}, which of them is due is open",
    ),
    Text("Hỏi cơ quan ban hành; đừng tự chọn năm.", "Ask who issued the plan; do not choose a year."),
    called="năm đích chưa rõ",
)
def ambiguous_year(facts: Facts) -> Iterator[Found]:
    """A sentence names several years and leaves open by which of them its target is due.

    It is listed under each of them, so that one promise may be missed in one year and met in another.

    Tiếng Việt:
        Câu nêu nhiều năm mà không rõ mục tiêu phải đạt vào năm nào.

        Mục tiêu được liệt kê ở từng năm, nên cùng một mục tiêu có thể chưa đạt ở năm này và đạt ở năm khác.
    """
    for name, target in facts.plan.targets.items():
        if target.due is not None and target.due.kind == "by" and len(target.due.years) > 1:
            values = {"target": target.name, "years": ", ".join(map(str, target.due.years))}
            yield Found(("targets", name, "due"), values, numbers=target.due.years)
