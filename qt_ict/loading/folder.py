"""A plan's folder to a plan: which files there are, and all findings of one run together."""

import os
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from qt_ict.diagnostics import reading, shape
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.loading import agreement, aside, later_rounds, numbers_in_units, reference_class
from qt_ict.loading.entries import entries
from qt_ict.loading.headings import without_headings
from qt_ict.loading.inheritance import Inherited, inherit
from qt_ict.loading.missing_keys import together
from qt_ict.loading.parsed import Parsed, copied
from qt_ict.loading.past_records import past_records
from qt_ict.loading.plan_languages import DECLARED, Spoken, spoken, translate
from qt_ict.loading.references import REFERENCES, REFERENCES_OF_LATER_ROUNDS, dangling
from qt_ict.loading.sections import CATALOGUE, LATER_ROUND, PLAN, ROUND, TARGETS, ReadFile, Sections
from qt_ict.loading.text import read
from qt_ict.loading.yaml import UNREADABLE, parse
from qt_ict.model.figures import RoundFigures
from qt_ict.model.indicators import Unit
from qt_ict.model.plan import NOTHING, Plan, Unread
from qt_ict.positions import MarkedText
from qt_ict.positions import Path as KeyPath
from qt_ict.reference.classes import ReferenceClass
from qt_ict.reference.past_record import PastRecord

TARGETS_FILE = "targets.yaml"
BASELINE_FILES = "baseline_*.yaml"
ROUNDS_FOLDER = "rounds"
MAY_BE_EMPTY = frozenset(("value", "document"))
"""Keys of a later round that a form leaves empty until somebody knows better."""


class Loaded(NamedTuple):
    """A plan with the places of its entries and the folder it came from."""

    plan: Plan
    folder: str
    """The folder as the user knows it."""
    shipped: bool
    """True where it is the plan that comes with the package."""
    sources: Mapping[str, MarkedText]
    """Source file of every section."""
    rounds: Mapping[str, MarkedText]
    """Source file of every round, by its id."""
    classes: Mapping[str, ReferenceClass] = {}
    """The reference classes that its indicators name."""
    reported: Mapping[str, Mapping[str, Any]] = {}
    """What the file of each later round says of its figures, with what they take over, by its id."""
    families: frozenset[str] = frozenset()
    """Those of them that are shipped: what became of past plans is known of them alone."""

    @property
    def records(self) -> tuple[PastRecord, ...]:
        """What became of past plans of those classes."""
        known = past_records(shipped_folder()) if self.families else ()
        return tuple(each for each in known if each.family in self.families)

    def seen_in(self, round_id: str) -> "Loaded":
        """The same seen in one of its rounds: figures and places are those of that round."""
        source = self.rounds[round_id]
        plan = next(self.plan.seen_in(each) for each in self.plan.rounds if each.id == round_id)
        return self._replace(plan=plan, sources={**self.sources, "round": source, "figures": source})

    def home_of(self, figure: str) -> str:
        """The round of a figure: the one it is seen in, else the last before that has it."""
        ids = [each.id for each in self.plan.rounds]
        upto = self.plan.rounds[: ids.index(self.plan.round_id) + 1]
        return next((each.id for each in reversed(upto) if figure in each.figures), self.plan.round_id)

    def figure_place(self, name: str) -> tuple[str, int]:
        """File and line of the value of a figure, in its round."""
        source = self.rounds[self.home_of(name)]
        return source.file, source.line_of(("figures", name, "value"))

    @property
    def version(self) -> str:
        """What tells two states of the data apart, wherever they lie: the first digits of a hash of all files."""
        files = {Path(each.file).name: each.text for each in (*self.sources.values(), *self.rounds.values())}
        content = "\0".join(f"{name}\0{text}" for name, text in sorted(files.items()))
        return sha256(content.encode()).hexdigest()[:12]

    def file(self, section: str) -> str:
        """The file that holds a section."""
        return self.sources[section].file

    def line(self, section: str, *keys: str) -> int:
        """The line of an entry, from 1."""
        path: KeyPath = (section, *keys)
        return self.sources[section].line_of(path)


def shipped_folder() -> Path:
    """The folder of the plan that comes with the package, or stands beside it in a checkout."""
    package = Path(__file__).parent.parent
    inside = package / "data"
    return inside if inside.is_dir() else package.parent / "data"


def plan_folder(named: Path | None, here: Path) -> Path:
    """The folder to use: the one named, else the plan in or under a folder, else the shipped one."""
    return named or plan_in(here) or shipped_folder()


def plan_in(here: Path) -> Path | None:
    """The plan in or under a folder; None without one."""
    return next((folder for folder in (here, here / "data") if (folder / TARGETS_FILE).exists()), None)


def folder_of(path: Path) -> Path:
    """The plan's folder that a path means: itself, or the one that a file, or a folder of rounds, lies in."""
    folder = path.parent if _holds(path.is_file) and not _is_workbook(path) else path
    plan = folder.parent
    return plan if folder.name == ROUNDS_FOLDER and _holds((plan / TARGETS_FILE).exists) else folder


def _is_workbook(path: Path) -> bool:
    """True of the name of a workbook that a plan can be brought in from."""
    return path.suffix.lower() == ".xlsx"


def _holds(question: Callable[[], bool]) -> bool:
    """The answer to a question about a path; False where its name is too long for the system to ask."""
    try:
        return question()
    except OSError:
        return False


def load(folder: Path) -> tuple[Loaded | None, list[Finding]]:
    """The plan of a folder; None with findings where the data break a rule of loading."""
    found, findings = loadable(folder)
    return (None if findings else found), findings


def unreadable(folder: str, error: OSError) -> Finding:
    """The finding of a folder that cannot even be asked about: its name is too long, or it is gone."""
    return Finding(reading.UNREADABLE_FILE, Place(folder), {"cause": error.strerror or str(error)})


def loadable(folder: Path) -> tuple[Loaded | None, list[Finding]]:
    """What can be looked at of the plan of a folder, and where its data break a rule of loading.

    Entries at fault are set aside, and so is what cannot be looked at without them; the plan says so under ``unread``.
    Nothing is to be computed of such a plan. None where there is no plan at all.
    """
    if not _holds(folder.is_dir):
        rule = reading.NOT_A_FOLDER if _holds(folder.exists) else reading.MISSING_FOLDER
        if rule is reading.NOT_A_FOLDER and _is_workbook(folder):
            rule = reading.WORKBOOK
        return None, [Finding(rule, Place(str(folder)), {"file": folder})]
    baseline, findings = _baseline(folder)
    names = {"plan.yaml": PLAN, "indicators.yaml": CATALOGUE, baseline.name: ROUND, TARGETS_FILE: TARGETS}
    read_files = [_parsed(folder / name, sections) for name, sections in names.items()]
    paths, found = _round_paths(folder / ROUNDS_FOLDER)
    read_rounds = [_parsed(path, LATER_ROUND, MAY_BE_EMPTY) for path in paths]
    findings += [*found, *(each for _, problems in (*read_files, *read_rounds) for each in problems)]
    languages, inherited = _spelled_out([each for each, _ in read_files], [each for each, _ in read_rounds])
    findings += inherited.findings
    files, later = [], {}
    for parsed, _ in read_files:
        file, found = _file(parsed, languages.codes)
        files.append(file)
        findings += found
    for path, (parsed, _) in zip(paths, read_rounds, strict=True):
        id_ = path.stem if path.suffix == ".yaml" else path.name
        later[id_], found = _file(parsed, languages.codes)
        header = later[id_].entries.get("round")
        findings += found + (later_rounds.misnamed(path, header, parsed.source) if header else [])
    findings += _across(files, later)
    plan, found = _plan(files, baseline.stem, later, findings, languages, inherited.made_up)
    findings += found
    found_plan = _loaded(folder, files, later, plan)
    catalogue = found_plan.sources["indicators"]
    classes, found = reference_class.declared(folder, shipped_folder(), plan.indicators, plan.units, catalogue)
    homes = {each: reference_class.home_of(each, folder, shipped_folder()) for each in classes}
    families = frozenset(each for each, home in homes.items() if home == shipped_folder())
    findings = together(_in_order(findings, [*files, *later.values()])) + found
    return found_plan._replace(classes=classes, families=families), findings


def _baseline(folder: Path) -> tuple[Path, list[Finding]]:
    found = sorted(folder.glob(BASELINE_FILES))
    findings = [Finding(shape.SEVERAL_BASELINES, Place(_shown(each))) for each in found[1:]]
    return (found[0] if found else folder / BASELINE_FILES), findings


def _round_paths(folder: Path) -> tuple[list[Path], list[Finding]]:
    """What is meant to be a round in a folder, whatever its ending; nothing without the folder."""
    try:
        return sorted(each for each in folder.iterdir() if later_rounds.is_meant_as_round(each.name)), []
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not folder.is_symlink():
            return [], []
        cause = error.strerror or str(error)
        return [], [Finding(reading.UNREADABLE_FOLDER, Place(_shown(folder)), {"cause": cause})]


def _parsed(path: Path, sections: Sections, may_be_empty: frozenset[str] = frozenset()) -> tuple[Parsed, list[Finding]]:
    """What a file says, its figures without headings, and what is wrong with its text."""
    shown = _shown(path)
    text, findings = read(path, shown)
    if findings:
        return Parsed(sections, MarkedText(shown, "", {}), UNREADABLE), findings
    data, source, findings = parse(text, shown, may_be_empty)
    data, source, found = without_headings(data, source)
    return Parsed(sections, source, copied(data)), findings + found


def _spelled_out(files: list[Parsed], later: list[Parsed]) -> tuple[Spoken, Inherited]:
    """The languages of a plan; its entries say what they leave to others, in the languages of the tool."""
    languages = spoken([*files, *later])
    findings = [*languages.findings, *translate([*files, *later], languages)]
    for each in files:
        if isinstance(each.data, dict) and "plan" in each.sections:
            each.data.pop(DECLARED, None)
    found = inherit(files, later, languages.codes)
    return languages, found._replace(findings=[*findings, *found.findings])


def _file(parsed: Parsed, codes: tuple[str, ...]) -> tuple[ReadFile, list[Finding]]:
    """The entries of a file; none where it could not be read."""
    sections, source, data = parsed
    found, findings = entries(data, source, sections, codes)
    for section in sections:
        if isinstance(found.get(section), dict):
            findings += agreement.contradictions(found[section], section, source)
    return ReadFile(sections, source, data, found), findings


def _across(files: list[ReadFile], later: Mapping[str, ReadFile]) -> list[Finding]:
    """Findings that need more than one file: references, and numbers against their units."""
    known = {
        section: frozenset(file.data[section])
        for file in files
        if isinstance(file.data, dict)
        for section in file.sections
        if isinstance(file.data.get(section), dict)
    }
    known_later = dict(known)
    if "figures" in known:
        known_later["figures"] = known["figures"].union(*(aside.names(file, "figures") for file in later.values()))
    homes = {section: file.source.file for file in files for section in file.sections}
    units: Mapping[str, Unit] = next((file.entries["units"] for file in files if "units" in file.entries), {})
    found = []
    for file in files:
        # Figures of the baseline name figures of the baseline; indicators may wait for a later round.
        found += _dangling(file, REFERENCES, known if "figures" in file.sections else known_later, homes)
        for section in ("figures", "targets"):
            parsed = file.entries.get(section) or {}
            found += numbers_in_units.numbers_of_other_units(parsed, section, file.source, units)
            found += numbers_in_units.misreckoned(parsed, section, file.source, units)
            found += numbers_in_units.shares_per_period(parsed, section, file.source, units)
    for file in later.values():
        found += _dangling(file, REFERENCES_OF_LATER_ROUNDS, known_later, homes)
    return found


def _dangling(
    file: ReadFile,
    references: Mapping[str, Mapping[str, str]],
    known: Mapping[str, frozenset[str]],
    homes: Mapping[str, str],
) -> list[Finding]:
    found = []
    for section in file.sections:
        if section in references:
            found += dangling(file, section, references[section], known, homes)
    return found


def _in_order(findings: list[Finding], files: list[ReadFile]) -> list[Finding]:
    """Findings in the order in which their places are read; what concerns no file of the plan first."""
    order = {file.source.file: index for index, file in enumerate(files)}
    return sorted(findings, key=lambda each: (order.get(each.place.file, -1), each.place.line, each.place.column))


def _plan(
    files: list[ReadFile],
    round_id: str,
    later: Mapping[str, ReadFile],
    findings: list[Finding],
    languages: Spoken,
    made_up: frozenset[tuple[str, str]],
) -> tuple[Plan, list[Finding]]:
    """The plan seen in its baseline as far as it is sound, and what later rounds say that earlier ones do not allow."""
    if findings:
        files = [aside.sound(file, findings, made_up) for file in files]
        later = {id_: aside.sound(file, findings) for id_, file in later.items()}
    sections = {name: entry for file in files for name, entry in file.entries.items()}
    if findings:
        sections = aside.fitting(sections)
    of_baseline = next(file for file in files if "figures" in file.sections)
    lost = frozenset(aside.lost(of_baseline, "figures", sections))
    parts = {name: figure.parts for name, figure in of_baseline.entries["figures"].items() if figure.parts}
    halves = later_rounds.incomplete(sections["figures"], parts)
    baseline = RoundFigures(round_id, sections["round"], sections["figures"], lost, halves)
    known = later_rounds.FiguresSoFar(baseline.figures, parts, lost, aside.has(of_baseline, "figures"))
    reported = {id_: aside.reports(file, findings) for id_, file in later.items()}
    rounds, found = later_rounds.completed(round_id, known, reported, sections["units"], languages.codes)
    unread = NOTHING
    if findings or found:
        sections["targets"] = aside.targets_fitting(sections, (baseline, *rounds))
        unread = _unread(files, sections, zip(later.values(), rounds, strict=True), [*findings, *found])
        unread = unread._replace(undated=aside.date_said("round", of_baseline) is None)
    plan = Plan(
        identity=sections["plan"],
        report=sections["report"],
        sheets=sections["sheets"],
        sources=sections["sources"],
        agencies=sections["agencies"],
        duties=sections["duties"],
        documents=sections["documents"],
        units=sections["units"],
        domains=sections["domains"],
        indicators=sections["indicators"],
        round=baseline.round,
        round_id=round_id,
        figures=baseline.figures,
        targets=sections["targets"],
        rounds=(baseline, *rounds),
        unread=unread,
        languages=languages.codes,
    )
    return plan, found


def _unread(
    files: list[ReadFile],
    sections: Mapping[str, Any],
    later: Iterable[tuple[ReadFile, RoundFigures]],
    findings: list[Finding],
) -> Unread:
    """What of the files could not be read: what of them is in no section, and in no round."""
    kept = [(file, {name: sections[name] for name in file.sections}) for file in files]
    return aside.unread([*kept, *((file, aside.kept(file, each.unread)) for file, each in later)], findings)


def _loaded(folder: Path, files: list[ReadFile], later: Mapping[str, ReadFile], plan: Plan) -> Loaded:
    sources = {section: file.source for file in files for section in file.sections}
    rounds = {plan.round_id: sources["figures"], **{id_: file.source for id_, file in later.items()}}
    shipped = folder.resolve() == shipped_folder().resolve()
    reported = {id_: _figures_as_written(file.data) for id_, file in later.items()}
    return Loaded(plan, _shown(folder), shipped, sources, rounds, reported=reported)


def _figures_as_written(data: Any) -> Mapping[str, Any]:
    """The figures of a round before anything was filled in; none where they could not be read."""
    figures = data.get("figures") if isinstance(data, dict) else None
    return figures if isinstance(figures, dict) else {}


def _shown(path: Path) -> str:
    """A path as short as it can be: relative where it lies under the current folder."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return str(path)
    return str(path) if relative.startswith("..") else relative
