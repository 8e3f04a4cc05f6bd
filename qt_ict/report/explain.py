"""``qt-ict explain``: one indicator or target in full, down to the line of data."""

from typing import NamedTuple

from qt_ict.engine.observations import Observation, as_reported, counted_toward, observed, views
from qt_ict.engine.scales import SCALES
from qt_ict.engine.standing import Standing, standings_of
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Indicator
from qt_ict.model.targets import Target
from qt_ict.report import steps
from qt_ict.report.answer import Answer
from qt_ict.report.cells import indicator_text, outcome_cell
from qt_ict.report.document import Cell, Document, Footnotes, Part, Table, facts
from qt_ict.report.each_year import DISTANCE_FIELDS, each_year
from qt_ict.report.field import Field, Record, cells, columns, leaves, record
from qt_ict.report.gap_fields import REASON, STATUS
from qt_ict.report.growth import MILESTONE, PATH, scales_of
from qt_ict.report.indicator_fields import INDICATOR_FIELDS, Shown, shown
from qt_ict.report.inputs import EXPLAINED_INPUT, inputs_table
from qt_ict.report.names import explained
from qt_ict.report.notes import Note, noted
from qt_ict.report.plan_words import heading, plan_line
from qt_ict.report.question import Question
from qt_ict.report.reply import Reply
from qt_ict.report.steps import STEP, Step
from qt_ict.report.taken_over import TAKEN_OVER, of_entry, taken_over_text
from qt_ict.report.target_fields import (
    AGENCY,
    COOPERATING,
    MEASURE,
    NAME,
    STATED,
    TARGET,
    YEAR,
    due_text,
    promised_text,
    versions_table,
)
from qt_ict.wording import terms
from qt_ict.wording.dates import day, due_day
from qt_ict.wording.equations import formula_text
from qt_ict.wording.quantities import listed
from qt_ict.wording.statements import BETTER, flags_text


class Explanation(NamedTuple):
    """What can be said of one name."""

    loaded: Loaded
    name: str
    target: Target | None
    """The target of that name; None where it is an indicator."""
    indicator: str | None
    """Id of the indicator; None where nothing measures the target."""
    seen: Loaded | None
    """The plan in the round whose value is explained; None where no round has one."""
    observed: tuple[Observation, ...]
    """The indicator in every round that has its figures, oldest first; of things that add up what they come to."""
    reported: tuple[Observation, ...]
    """Of things that add up what each round reports of its own period; none of any other."""
    answer: Answer
    """The target in each of its due years; without rows for an indicator."""
    targets: tuple[Standing, ...]
    """The targets of an indicator in each of their due years; none where a target is explained."""


def explain(loaded: Loaded, name: str, question: Question) -> Explanation:
    """The target or indicator of a name or id.

    Raises:
        Refusal: There is none, or there are several.
    """
    plan, choice = loaded.plan, question.choice
    kind, wanted, _ = explained(plan, name)
    target = plan.targets[wanted] if kind == "target" else None
    id_ = target.indicator if target else wanted
    found = observed(views(plan, choice), plan.indicators[id_], choice) if id_ else None
    rows = tuple(standings_of(plan, wanted, found, choice, question.rates)) if target else ()
    asked = [each.plan for each in found.all if choice.round in (None, each.plan.round_id)] if found else []
    counting = [found.counting.plan] if found and isinstance(found.counting, Observation) else []
    own = [row for row in rows if row.milestone is None]
    judged = [row.observed.plan for row in own[:1] if row.observed]
    # The round of the value that is judged, else of the one that counts, else of the one asked for.
    seen = next(iter((*judged, *counting, *asked[-1:])), None)
    place = loaded.seen_in(seen.round_id)._replace(plan=seen) if seen else None
    of_indicator = () if target else (name for name, each in plan.targets.items() if each.indicator == id_)
    beside = (row for name in of_indicator for row in standings_of(plan, name, found, choice, question.rates))
    asked_for = Answer(loaded, question, rows)
    toward = (
        counted_toward(found, plan.indicators[id_], target.due if target else None, choice) if id_ and found else None
    )
    seen_all = toward.all if toward else ()
    reported = tuple(as_reported(found, plan.indicators[id_])) if id_ and found else ()
    return Explanation(loaded, wanted, target, id_, place, seen_all, reported, asked_for, tuple(beside))


TARGET_FIELDS: tuple[Field[Answer, Standing], ...] = (
    *DISTANCE_FIELDS,
    Field("steps", "the arithmetic", lambda _, row: steps.of_target(row), "objects", fields=STEP),
    PATH,
    Field(
        "taken_over",
        "what the entry leaves to others",
        lambda answer, row: of_entry(answer.loaded, "targets", row.id),
        "objects",
        fields=TAKEN_OVER,
    ),
)
"""A target in one of its due years, explained."""
EXPLAINED_FIELDS: tuple[Field[Loaded, Shown], ...] = (
    *INDICATOR_FIELDS,
    Field("formula", "how it is computed, figures by id", lambda _, row: formula_text(row.indicator)),
    Field("inputs", "its figures", lambda _, row: list(row.indicator.figures), "objects", fields=EXPLAINED_INPUT),
    Field(
        "steps",
        "the arithmetic",
        lambda loaded, row: steps.of_value(loaded.plan, row.indicator, row.value),
        "objects",
        fields=STEP,
    ),
)
"""An indicator, explained."""


def reply(found: Explanation) -> Reply:
    """One target or indicator in full."""
    rows = leaves(TARGET_FIELDS) if found.answer.rows else leaves(EXPLAINED_FIELDS)
    return Reply(lambda: document(found), lambda: data(found), rows)


def data(found: Explanation) -> Record:
    """The target in each of its due years, and the indicator; see docs/formats.md."""
    indicator = None
    if found.indicator is not None and found.seen is not None:
        indicator = record(EXPLAINED_FIELDS, found.seen, shown(found.seen.plan, found.indicator))
    return {
        **heading(found.loaded),
        "assumptions": noted(_assumptions(found)),
        "rows": [record(TARGET_FIELDS, found.answer, row) for row in found.answer.rows] or [indicator],
        "indicator": indicator,
    }


def _assumptions(found: Explanation) -> tuple[Note, ...]:
    return found.answer.assumptions_in([(found.seen or found.loaded).plan])


def document(found: Explanation) -> Document:
    """Facts, formula, inputs, arithmetic and path; the reason where it stops."""
    plan, answer = found.loaded.plan, found.answer
    footnotes = Footnotes()
    tables: list[Table] = []
    if found.target is not None:
        tables += [_target_facts(found, found.target), versions_table(plan, found.target)]
    if found.indicator is not None:
        tables += [*_of_indicator(found, found.indicator), _targets(found)]
    for row in answer.rows:
        tables += _of_row(answer, row)
        footnotes.numbers(note.text for note in answer.notes(row))
    tables.append(each_year(answer, answer.rows))
    if found.target is None and found.indicator is not None and found.seen is not None:
        footnotes.numbers(note.text for note in shown(found.seen.plan, found.indicator).notes)
    named = found.target or plan.indicators[found.name]
    return Document(
        named.name + f" ({found.name})",
        (Part(tables=tuple(table for table in tables if table.rows)),),
        footnotes.texts,
        (*(note.text for note in _assumptions(found)), plan_line(found.loaded)),
        answer.as_of,
    )


def _target_facts(found: Explanation, target: Target) -> Table:
    loaded, plan = found.loaded, found.loaded.plan
    own = [row for row in found.answer.rows if row.milestone is None]
    row, on_the_way = own[0], [row for row in found.answer.rows if row.milestone is not None]
    place = f"{loaded.file('targets')}:{loaded.line('targets', found.name)}"
    item = Text("mục ", "item ") if row.target.source == target.source else EMPTY
    due = listed((due_text(target, each.year) for each in own), ", ")
    return facts(
        terms.TARGET,
        (
            (terms.TARGET, STATED.shown(found.answer, row).text),
            (terms.DUE_YEAR, due),
            (Text("Mốc", "Milestones"), listed(map(_milestone, on_the_way), ", ")),
            (terms.DOMAIN, plan.domains[target.domain].name),
            (AGENCY.heading, AGENCY.shown(found.answer, row).text),
            (COOPERATING.heading, COOPERATING.shown(found.answer, row).text),
            (MEASURE.heading, MEASURE.shown(found.answer, row).text),
            (Text("Nguồn", "Source"), item + f"{', '.join(row.target.source)} ({place})"),
            (_TAKEN_OVER, taken_over_text(of_entry(loaded, "targets", found.name))),
        ),
    )


def _milestone(row: Standing) -> Text:
    """What is promised on the way, and for when."""
    due = row.target.due
    return (due_day(due.finer) if due and due.finer else Text.same(row.year)) + ": " + promised_text(row)


def _of_indicator(found: Explanation, id_: str) -> list[Table]:
    """Facts of an indicator; with a value also its inputs, its arithmetic, and its way through the rounds."""
    loaded = found.seen or found.loaded
    indicator = loaded.plan.indicators[id_]
    here = shown(loaded.plan, id_) if found.seen else None
    described = _indicator_facts(found, loaded, id_, here.printed if here else None)
    if here is None:
        return [described]
    worked = steps.of_value(loaded.plan, indicator, here.value)
    return [
        described,
        inputs_table(loaded, indicator),
        _arithmetic(terms.VALUE, worked),
        _periods(found, indicator) if found.reported else _through_rounds(indicator, found.observed),
    ]


def _indicator_facts(found: Explanation, loaded: Loaded, id_: str, printed: str | None) -> Table:
    plan = loaded.plan
    indicator = plan.indicators[id_]
    return facts(
        terms.INDICATOR,
        (
            (terms.NAME, indicator.name),
            (Text("Công thức", "Formula"), Text.same(formula_text(indicator))),
            (terms.UNIT, plan.units[indicator.unit].name),
            (Text("Tốt hơn khi", "Better when"), BETTER[indicator.better]),
            (Text("Mã quốc tế", "International code"), _code(indicator)),
            (Text("Nhóm tham chiếu", "Reference class"), _class(found.loaded, indicator)),
            (terms.PRINTED, Text.same(printed or "")),
            (
                Text("Định nghĩa tại", "Defined in"),
                Text.same(f"{loaded.file('indicators')}:{loaded.line('indicators', id_)}"),
            ),
            (_TAKEN_OVER, taken_over_text(of_entry(loaded, "indicators", id_))),
        ),
    )


def _targets(found: Explanation) -> Table:
    """The targets of an indicator."""
    rows = tuple(cells(_OF_TARGET, found.answer, row) for row in found.targets)
    return Table(terms.TARGETS, columns(_OF_TARGET), rows)


_OF_TARGET = (NAME, YEAR, STATED, STATUS, TARGET)
_TAKEN_OVER = Text("Lấy theo mục khác", "Said elsewhere")


def _class(loaded: Loaded, indicator: Indicator) -> Text:
    """Whose past cases say how likely its targets are; empty where nobody's do."""
    if indicator.reference is None:
        return EMPTY
    return loaded.classes[indicator.reference.name].title + f" ({indicator.reference.name})"


def _code(indicator: Indicator) -> Text:
    if indicator.code is None:
        return EMPTY
    return Text.same(f"{indicator.code} ({indicator.edition})" if indicator.edition else indicator.code)


def _through_rounds(indicator: Indicator, observed: tuple[Observation, ...]) -> Table:
    """Date, value, round and definition of every observation, where there are several."""
    last = max((each.stretch for each in observed if not each.definitions), default=0)
    anew: tuple[Field[None, Observation], ...] = (
        Field(
            "compared",
            "whether it is of the stretch that verdicts run from",
            heading=Text("Chuỗi số liệu", "Series"),
            cell=lambda _, found: Cell(_series(found, last), "quiet" if found.stretch < last else "plain"),
        ),
    )
    fields: tuple[Field[None, Observation], ...] = (
        Field("date", "its date", heading=terms.DATE, cell=lambda _, found: Cell(day(found.date))),
        Field(
            "value",
            "the value",
            heading=terms.VALUE,
            cell=lambda _, found: _value_cell(indicator, found),
            numeric=True,
        ),
        Field("round", "its round", lambda _, found: found.plan.round.name, heading=terms.ROUND),
        *(anew if any(each.stretch for each in observed) else ()),
        Field(
            "definition",
            "what it counts instead",
            heading=Text("Nội dung đếm khác", "Counts something else"),
            cell=lambda _, found: Cell(listed(found.definitions), "open"),
        ),
    )
    # Where the sum of a new stretch begins nothing is counted yet, as at the first day of all.
    told = [each for each in observed if not (each.is_base and each.is_beginning)]
    several = told if len(told) > 1 else ()
    rows = tuple(cells(fields, None, each) for each in several)
    return Table(_THROUGH, columns(fields), rows)


def _periods(found: Explanation, indicator: Indicator) -> Table:
    """What every round reports of its own period, beside what the periods toward the target come to."""
    sums = {each.date: each for each in found.observed if not each.is_beginning}
    yearly = found.target is not None and found.target.due is not None and found.target.due.kind == "yearly"
    fields: tuple[Field[None, Observation], ...] = (
        Field("date", "its date", heading=terms.DATE, cell=lambda _, each: Cell(day(each.date))),
        Field(
            "reported",
            "what is reported of the period",
            heading=Text("Số báo cáo trong kỳ", "Reported of the period"),
            cell=lambda _, each: _value_cell(indicator, each),
            numeric=True,
        ),
        Field(
            "sum",
            "what the periods come to",
            heading=Text("Cộng dồn", "Added up"),
            cell=lambda _, each: _value_cell(indicator, sums[each.date]) if each.date in sums else Cell(EMPTY),
            numeric=True,
        ),
        Field("round", "its round", lambda _, each: each.plan.round.name, heading=terms.ROUND),
    )
    shown_fields = tuple(each for each in fields if not (yearly and each.key == "sum"))
    several = found.reported if len(found.reported) > 1 else ()
    rows = tuple(cells(shown_fields, None, each) for each in several)
    return Table(_THROUGH, columns(shown_fields), rows)


_THROUGH = Text("Qua các đợt", "Through the rounds")


def _value_cell(indicator: Indicator, found: Observation) -> Cell:
    """A value with the marks of its figures."""
    return outcome_cell(
        found.value.outcome,
        lambda each: indicator_text(found.plan, indicator, each) + flags_text(found.value.flags),
    )


def _series(found: Observation, last: int) -> Text:
    """Whether a value is of the stretch that counts, and where that begins."""
    if found.stretch < last:
        return Text("trước khi tính lại", "before the break")
    return Text("gốc của chuỗi mới", "base of the new series") if found.is_base else Text("chuỗi mới", "new series")


def _of_row(answer: Answer, row: Standing) -> list[Table]:
    """The arithmetic of one due year and the path that follows; the reason where it stops."""
    against = Text("So với mục tiêu", "Against the target") + _due_behind(row)
    if row.distance.reason is not None:
        return [facts(against, [(Text("Không tính tiếp được", "It stops here"), REASON.shown(answer, row).text)])]
    return [_arithmetic(against, steps.of_target(row)), _path(row)]


def _due_behind(row: Standing) -> Text:
    """When a target is due, behind its name; empty where the plan does not say."""
    if row.target.due is None:
        return EMPTY
    return (" " if row.year else ", ") + due_text(row.target, row.year)


def _arithmetic(against: Text, worked: list[Step]) -> Table:
    return Table(against, columns(STEP), tuple(cells(STEP, None, step) for step in worked))


def _path(row: Standing) -> Table:
    """The value due at every year end from the one that counts on, on each scale that fits the kind of unit."""
    unfit = {scale for scale in SCALES if scale not in scales_of(row.unit)}
    fields = tuple(each for each in MILESTONE if each.heading and each.key not in unfit)
    rows = tuple(cells(fields, row, each) for each in row.path)
    return Table(_from_value(row), columns(fields), rows)


def _from_value(row: Standing) -> Text:
    """What a way is called that does not begin at the baseline, as a path does."""
    begun = Text.same("") if row.observed is None else day(row.observed.date)
    return Text("Mức cần đạt, tính từ giá trị ngày {day}", "Due, from the value of {day} on").fill(day=begun)
