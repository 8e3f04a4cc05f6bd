"""``qt-ict progress``: reports due so far, then every target: how far, how fast, and whether that will do."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from qt_ict.engine.duties import DueReports
from qt_ict.engine.progress import Progress
from qt_ict.engine.verdict import LIMITS, VERDICTS
from qt_ict.language import EMPTY, Text
from qt_ict.model.plan import Plan
from qt_ict.report.listing import by_domain, plan_line, plan_name
from qt_ict.report.notes import due_text
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.progress_cells import (
    acceleration_cell,
    covered_cell,
    due_year_cell,
    first_cell,
    judged_value_cell,
    latest_cell,
    rate_cell,
    ratio_cell,
    rounds_cell,
    scale_cell,
    value_cell,
)
from qt_ict.report.progress_notes import row_notes
from qt_ict.report.progress_record import COLUMNS, document
from qt_ict.report.tracked import Tracked
from qt_ict.report.verdicts import WORDS, judged_text, verdict_cell
from qt_ict.wording.dates import day, days
from qt_ict.wording.quantities import listed, plain
from qt_ict.wording.statements import target_text

__all__ = ["COLUMNS", "document", "page"]

CellsOf = Callable[[Progress], Row]


def page(report: Tracked) -> Page:
    """Reports due, targets to come, targets whose year is over, targets without a status and why."""
    footnotes = Footnotes()
    rest = [row for row in report.rows if not row.judged.status]
    sections = (
        duties(report),
        *decided(report, footnotes),
        section(report, Text("Chưa kết luận được", "No status"), WHY_COLUMNS, rest, _why_cells, footnotes),
    )
    return Page(
        title=title(report),
        sections=tuple(each for each in sections if each.rows),
        notes=footnotes.texts,
        closing=(*legend(report), _counts(report.rows), *closing(report)),
    )


def decided(report: Tracked, footnotes: Footnotes) -> tuple[Section, Section]:
    """Targets to come and targets whose year is over, as far as they have a status."""
    over = [row for row in report.rows if row.judged.status and row.passed]
    heading = Text("Mục tiêu đã đến hạn", "Targets that were due")
    return (
        section(report, EMPTY, _COLUMNS, _coming(report), _coming_cells, footnotes),
        section(report, heading, _OVER_COLUMNS, over, _over_cells, footnotes),
    )


def _coming(report: Tracked) -> list[Progress]:
    """Targets to come, as far as they have a status."""
    return [row for row in report.rows if row.judged.status and not row.passed]


def legend(report: Tracked) -> tuple[Text, ...]:
    """From which ratio on each status holds, and what log-odds are where they decide."""
    coming = _coming(report)
    if not coming:
        return ()
    return (_LIMITS, _LOG_ODDS) if any(row.scale == "log_odds" for row in coming) else (_LIMITS,)


def title(report: Tracked) -> Text:
    """What the report is about and up to which day."""
    subject = Text("Tiến độ đến {date}", "Progress as of {date}").fill(date=day(report.as_of))
    return subject + " – " + plan_name(report.loaded)


def closing(report: Tracked) -> tuple[Text, ...]:
    """Assumptions, and the plan used."""
    return *(note.text for note in report.assumptions), plan_line(report.loaded)


_TARGET = Column(Text("Mục tiêu", "Target"), numeric=True)
_FIRST = Column(Text("Năm gốc", "Baseline"), numeric=True, whole=True)
_LATEST = Column(Text("Mới nhất", "Latest"), numeric=True, whole=True)
_COVERED = Column(Text("Đã đi được", "Covered"), numeric=True, whole=True)
_STATUS = Column(Text("Kết quả", "Status"))
_ROUNDS = Column(Text("Các đợt", "Rounds"), whole=True)
_COLUMNS = (
    _TARGET,
    _FIRST,
    _LATEST,
    Column(Text("Lẽ ra đạt", "Due then"), numeric=True, whole=True),
    _COVERED,
    Column(Text("Nhịp mỗi năm", "Pace a year"), numeric=True),
    Column(Text("Nhịp cần từ năm gốc", "Required"), numeric=True),
    Column(Text("Tỷ số", "Ratio"), numeric=True, whole=True),
    Column(Text("Nhịp cần từ nay", "From now"), numeric=True),
    Column(Text("Cần/đã có", "Acceleration"), numeric=True, whole=True),
    Column(Text("Thang", "Scale")),
    _STATUS,
    _ROUNDS,
)
_OVER_COLUMNS = (
    _TARGET,
    _FIRST,
    Column(Text("Trong năm đích", "In the due year"), numeric=True, whole=True),
    _COVERED,
    _LATEST,
    _STATUS,
    _ROUNDS,
)
WHY_COLUMNS = (_TARGET, Column(Text("Giá trị", "Value"), numeric=True), Column(Text("Vì sao", "Why")))
_LIMITS = Text(
    "Kết quả theo tỷ số giữa nhịp đã có và nhịp cần từ năm gốc, trên thang đã ghi: từ {on_track} % là đúng lộ trình, "
    "từ {moderate} % là tiến bộ vừa phải, từ {insufficient} % là tiến bộ chưa đủ, dưới đó là đi ngược mục tiêu.",
    "Status by the ratio of the pace so far to the one required from the baseline on, on the scale named: "
    "{on_track} % or more on track, {moderate} % or more moderate, {insufficient} % or more insufficient, below that "
    "moving away.",
).fill(**dict(LIMITS))


_LOG_ODDS = Text(
    "Thang log-odds (cho tỷ lệ phần trăm): ln(p / (100 − p)); trong ngoặc là bước mỗi năm trên thang ấy, và tỷ số được "
    "tính theo đó.",
    "Scale log-odds (of shares): ln(p / (100 − p)); the yearly step on it stands in brackets, and ratios are taken of "
    "it.",
)


def section(
    report: Tracked,
    heading: Text,
    columns: tuple[Column, ...],
    rows: Sequence[Progress],
    cells_of: CellsOf,
    footnotes: Footnotes,
) -> Section:
    """A table of targets under the headings of the plan: name, due year where years mix, and the cells given."""
    due = () if report.year else (Column(Text("Hạn", "Due"), numeric=True),)
    found = []
    for row in rows:
        notes = tuple(footnotes.number(note.text) for note in row_notes(report, row))
        year = (Cell(due_text(row.target, row.year), "quiet"),) if due else ()
        found.append((row.target.domain, (Cell(row.target.name, notes=notes), *year, *cells_of(row))))
    return Section(heading, (Column(Text("Nội dung", "Subject")), *due, *columns), by_domain(report.plan, found))


def _coming_cells(row: Progress) -> Row:
    return (
        target_cell(row),
        first_cell(row),
        judged_value_cell(row),
        value_cell(row, row.due_now),
        covered_cell(row),
        rate_cell(row, lambda pace: pace.observed),
        rate_cell(row, lambda pace: pace.from_base),
        ratio_cell(row),
        rate_cell(row, lambda pace: pace.from_now),
        acceleration_cell(row),
        scale_cell(row),
        verdict_cell(row),
        rounds_cell(row),
    )


def _over_cells(row: Progress) -> Row:
    return (
        target_cell(row),
        first_cell(row),
        due_year_cell(row),
        covered_cell(row) if row.value else Cell(EMPTY),
        latest_cell(row),
        verdict_cell(row),
        rounds_cell(row),
    )


def _why_cells(row: Progress) -> Row:
    return target_cell(row), judged_value_cell(row), Cell(judged_text(row, row.judged), "quiet")


def target_cell(row: Progress) -> Cell:
    """Comparator and number of a target."""
    return Cell(target_text(row.plan, row.target))


def duties(report: Tracked) -> Section:
    """The reports that were due so far, by agency."""
    columns = (
        Column(Text("Báo cáo", "Report")),
        Column(Text("Cơ quan", "Agency")),
        Column(Text("Đến hạn", "Due"), numeric=True),
        Column(Text("Đã có", "Present"), numeric=True),
        Column(Text("Còn thiếu", "Missing")),
    )
    rows = tuple(_duty_cells(report.plan, each) for each in report.duties)
    heading = Text("Báo cáo phải có đến {date}", "Reports due by {date}").fill(date=day(report.as_of))
    return Section(heading, columns, rows)


def _duty_cells(plan: Plan, found: DueReports) -> Row:
    duty = plan.duties[found.duty]
    return (
        Cell(duty.name),
        Cell(plan.agencies[duty.agency].name),
        Cell(plain(len(found.due))),
        Cell(plain(len(found.present))),
        Cell(days(found.missing), "bad" if found.missing else "plain"),
    )


def _counts(rows: Iterable[Progress]) -> Text:
    """How many targets have which status."""
    found = Counter(row.judged.status for row in rows)
    several = sum(count for status, count in found.items() if len(status) > 1)
    return counted(
        sum(found.values()),
        *((WORDS[each], found[each,]) for each in VERDICTS),
        (Text("chưa phân định", "undecided"), several),
        (Text("chưa kết luận được", "without status"), found[()]),
    )


def counted(total: int, *counts: tuple[Text, int]) -> Text:
    """A number of rows, and how many of them are what."""
    parts = [(plain(count) + " " + words) for words, count in counts if count]
    rows = Text("{n} dòng: {parts}.", "{n} row: {parts}." if total == 1 else "{n} rows: {parts}.")
    return rows.fill(n=total, parts=listed(parts, ", "))
