"""``qt-ict explain``: one indicator or target in full, down to the line of data."""

from typing import NamedTuple

from qt_ict.engine.assessment import Assessment, assessment, latest_view, path
from qt_ict.engine.observations import EVERY_ROUND, Choice, Observation, Observed, observed, views
from qt_ict.engine.path import Milestone
from qt_ict.engine.scales import SCALES
from qt_ict.engine.values import Rates
from qt_ict.language import EMPTY, Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.indicators import Indicator
from qt_ict.model.targets import Target
from qt_ict.report import cells, formula, history, sentences, steps, target_versions
from qt_ict.report.assessed import Assessed
from qt_ict.report.document import Document, heading, noted
from qt_ict.report.growth import milestone
from qt_ict.report.listing import plan_line
from qt_ict.report.notes import assumptions, due_text
from qt_ict.report.page import Cell, Column, Footnotes, Page, Row, Section
from qt_ict.report.record import COLUMNS, assessment_record
from qt_ict.report.selection import Selection, unknown_name
from qt_ict.report.show import COLUMNS as SHOWN_COLUMNS
from qt_ict.report.show import record as shown_record
from qt_ict.report.show import shown
from qt_ict.report.targets import agency_name
from qt_ict.wording.quantities import digits_for, listed, written
from qt_ict.wording.statements import BETTER, target_text


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
    """The indicator in every round that has its figures, oldest first."""
    rows: tuple[Assessment, ...]
    """The target in each of its due years; empty for an indicator."""
    rates: Rates
    choice: Choice


def explain(loaded: Loaded, name: str, rates: Rates, choice: Choice = EVERY_ROUND) -> Explanation:
    """The target or indicator of a name.

    Raises:
        Refusal: There is none.
    """
    plan = loaded.plan
    wanted = name.replace("-", "_")
    target = plan.targets.get(wanted)
    if target is None and wanted not in plan.indicators:
        raise unknown_name(plan, name)
    id_ = target.indicator if target else wanted
    seen = views(plan, choice)
    found = {id_: observed(seen, plan.indicators[id_], choice)} if id_ else {}
    years = (target.listed_years or (None,)) if target else ()
    latest = latest_view(seen, choice)
    rows = tuple(assessment(latest, wanted, year, found, rates) for year in years)
    every = found[id_] if id_ else None
    rounds = every.all if every else ()
    return Explanation(loaded, wanted, target, id_, _seen(loaded, every, rows, choice), rounds, rows, rates, choice)


def _seen(loaded: Loaded, found: Observed | None, rows: tuple[Assessment, ...], choice: Choice) -> Loaded | None:
    """The plan in the round of the value that is judged, else of the one that counts, else of the one asked for."""
    asked = [each.plan for each in found.all if choice.round in (None, each.plan.round_id)] if found else []
    counting = [found.counting.plan] if found and isinstance(found.counting, Observation) else []
    judged = [row.plan for row in rows[:1] if row.observed]
    seen = next(iter((*judged, *counting, *asked[-1:])), None)
    return seen and loaded.seen_in(seen.round_id)._replace(plan=seen)


def columns(explanation: Explanation) -> tuple[str, ...]:
    """Columns of a CSV file: those of a target, or of an indicator."""
    return COLUMNS if explanation.rows else SHOWN_COLUMNS


def document(explanation: Explanation) -> Document:
    """The explanation as plain data; see docs/formats.md."""
    loaded = explanation.loaded
    indicator = _indicator_document(explanation)
    return {
        **heading(loaded),
        "assumptions": noted(_report(explanation).assumptions),
        "rows": [_row_document(explanation, row) for row in explanation.rows] or [indicator],
        "indicator": indicator,
    }


def _row_document(explanation: Explanation, row: Assessment) -> Document:
    worked = steps.of_target(row.plan, row, explanation.rates)
    return {
        **assessment_record(_report(explanation), row),
        "steps": [step.document() for step in worked],
        "path": [milestone(each) for each in path(row)],
    }


def _report(explanation: Explanation) -> Assessed:
    plans = [(explanation.seen or explanation.loaded).plan]
    notes = assumptions(plans, explanation.rates, explanation.choice)
    return Assessed(explanation.loaded, Selection(), explanation.rates, explanation.choice, explanation.rows, notes, 0)


def _indicator_document(explanation: Explanation) -> Document | None:
    loaded = explanation.seen
    if explanation.indicator is None or loaded is None:
        return None
    indicator = loaded.plan.indicators[explanation.indicator]
    found = shown(loaded.plan, explanation.indicator)
    return {
        **shown_record(loaded, found),
        "formula": formula.written(indicator),
        "inputs": formula.input_records(loaded, indicator),
        "steps": [step.document() for step in steps.of_value(loaded.plan, indicator, found.value)],
    }


def page(explanation: Explanation) -> Page:
    """Facts, formula, inputs, arithmetic and path; the reason where it stops."""
    plan = explanation.loaded.plan
    footnotes = Footnotes()
    sections: list[Section] = []
    if explanation.target is not None:
        sections.append(_target_facts(explanation, explanation.target))
        sections += target_versions.section(plan, explanation.target)
    if explanation.indicator is not None:
        sections += _indicator_sections(explanation, explanation.indicator)
    for row in explanation.rows:
        sections += _row_sections(explanation, row)
        for note in _report(explanation).notes(row):
            footnotes.number(note.text)
    if explanation.target is None and explanation.indicator is not None and explanation.seen is not None:
        for note in shown(explanation.seen.plan, explanation.indicator).notes:
            footnotes.number(note.text)
    named = explanation.target or plan.indicators[explanation.name]
    return Page(
        title=(named.name + f" ({explanation.name})"),
        sections=tuple(section for section in sections if section.rows),
        notes=footnotes.texts,
        closing=(
            *(note.text for note in _report(explanation).assumptions),
            plan_line(explanation.loaded),
        ),
    )


_FACT_COLUMNS = (Column(EMPTY), Column(EMPTY))


def _facts(heading_: Text, facts: list[tuple[Text, Text]]) -> Section:
    rows = tuple((Cell(label, "quiet"), Cell(said)) for label, said in facts if said != EMPTY)
    return Section(heading_, _FACT_COLUMNS, rows)


def _target_facts(explanation: Explanation, target: Target) -> Section:
    loaded, plan = explanation.loaded, explanation.loaded.plan
    place = f"{loaded.file('targets')}:{loaded.line('targets', explanation.name)}"
    in_force = explanation.rows[0].plan.targets[explanation.name]
    cited = ", ".join(in_force.source)
    item = EMPTY if in_force.source != target.source else Text("mục ", "item ")
    years = [due_text(target, row.year) for row in explanation.rows]
    due = listed(years, ", ")
    return _facts(
        Text("Mục tiêu", "Target"),
        [
            (Text("Mức", "Target"), target_text(plan, in_force)),
            (Text("Hạn", "Due"), due),
            (Text("Lĩnh vực", "Domain"), plan.domains[target.domain].name),
            (Text("Cơ quan", "Agency"), agency_name(plan, target.agency)),
            (Text("Cách đo", "Measured"), sentences.MEASURES[target.measure]),
            (Text("Nguồn", "Source"), (item + f"{cited} ({place})")),
        ],
    )


def _indicator_sections(explanation: Explanation, id_: str) -> list[Section]:
    loaded = explanation.seen or explanation.loaded
    plan = loaded.plan
    indicator = plan.indicators[id_]
    found = shown(plan, id_) if explanation.seen else None
    printed = found.printed if found else None
    place = f"{loaded.file('indicators')}:{loaded.line('indicators', id_)}"
    written_formula = formula.written(indicator)
    facts = _facts(
        Text("Chỉ tiêu", "Indicator"),
        [
            (Text("Tên", "Name"), indicator.name),
            (Text("Công thức", "Formula"), Text.same(written_formula)),
            (Text("Đơn vị tính", "Unit"), plan.units[indicator.unit].name),
            (Text("Tốt hơn khi", "Better when"), BETTER[indicator.better]),
            (Text("Mã quốc tế", "International code"), _code(indicator)),
            (Text("Ghi trong kế hoạch", "Printed"), Text.same(printed) if printed else EMPTY),
            (Text("Định nghĩa tại", "Defined in"), Text.same(place)),
            (Text("Mục tiêu", "Targets"), _targets_of(explanation, id_)),
        ],
    )
    if found is None:
        return [facts]
    worked = steps.of_value(plan, indicator, found.value)
    return [
        facts,
        formula.inputs(loaded, indicator),
        _arithmetic(Text("Giá trị", "Value"), worked),
        *history.section(indicator, explanation.observed),
    ]


def _code(indicator: Indicator) -> Text:
    if indicator.code is None:
        return EMPTY
    edition = f" ({indicator.edition})" if indicator.edition else ""
    return Text.same(indicator.code + edition)


def _targets_of(explanation: Explanation, id_: str) -> Text:
    targets = explanation.loaded.plan.targets
    names = ", ".join(name for name, target in targets.items() if target.indicator == id_)
    return EMPTY if explanation.target is not None else Text.same(names)


def _row_sections(explanation: Explanation, row: Assessment) -> list[Section]:
    plan = row.plan
    year = f" {row.year}" if row.year else ""
    heading_ = Text("So với mục tiêu{year}", "Against the target{year}").fill(year=str(year))
    if row.reason is not None:
        return [_facts(heading_, [(Text("Dừng ở đây", "It stops here"), cells.why_cell(plan, row).text)])]
    worked = steps.of_target(plan, row, explanation.rates)
    return [_arithmetic(heading_, worked), _path_section(explanation, row)]


def _arithmetic(heading_: Text, worked: list[steps.Step]) -> Section:
    rows = tuple((Cell(step.name, "quiet"), Cell(step.working), Cell(step.result)) for step in worked)
    columns = (
        Column(Text("Bước", "Step")),
        Column(Text("Phép tính", "Working")),
        Column(Text("Kết quả", "Result"), numeric=True),
    )
    return Section(heading_, columns, rows)


def _path_section(explanation: Explanation, row: Assessment) -> Section:
    plan = row.plan
    digits = digits_for(plan, plan.indicators[explanation.indicator or ""].unit)
    columns = (
        Column(Text("Cuối năm", "End of")),
        *(Column(sentences.SCALE_HEADINGS[scale], numeric=True) for scale in SCALES),
    )
    rows = tuple(_path_row(each, max(2, digits)) for each in path(row))
    return Section(Text("Lộ trình", "Path"), columns, rows)


def _path_row(each: Milestone, digits: int) -> Row:
    outcomes = (each.linear, each.compound, each.log_odds)
    year = str(each.year)
    return (
        Cell(Text.same(year)),
        *(cells.outcome_cell(outcome, lambda found: written(found, digits)) for outcome in outcomes),
    )
