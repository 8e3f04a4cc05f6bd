"""A plan's folder to a plan: which files there are, and all findings of one run together."""

import os
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from qt_ict.diagnostics import reading, shape
from qt_ict.diagnostics.finding import Finding, Place
from qt_ict.loading import agreement, aside, later_rounds, reference_class
from qt_ict.loading.entries import entries
from qt_ict.loading.past_records import past_records
from qt_ict.loading.references import REFERENCES, REFERENCES_OF_LATER_ROUNDS, dangling
from qt_ict.loading.sections import CATALOGUE, LATER_ROUND, PLAN, ROUND, TARGETS, ReadFile, Sections
from qt_ict.loading.text import read
from qt_ict.loading.yaml import parse
from qt_ict.model.figures import RoundFigures
from qt_ict.model.indicators import Unit
from qt_ict.model.plan import NOTHING, Plan
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

    def figure_place(self, name: str) -> tuple[str, int]:
        """File and line of the value of a figure: in the round it is seen in, else in the last before that has it."""
        ids = [each.id for each in self.plan.rounds]
        upto = self.plan.rounds[: ids.index(self.plan.round_id) + 1]
        home = next((each.id for each in reversed(upto) if name in each.figures), self.plan.round_id)
        source = self.rounds[home]
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
    folder = path.parent if _holds(path.is_file) else path
    plan = folder.parent
    return plan if folder.name == ROUNDS_FOLDER and _holds((plan / TARGETS_FILE).exists) else folder


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


def loadable(folder: Path) -> tuple[Loaded | None, list[Finding]]:
    """What can be looked at of the plan of a folder, and where its data break a rule of loading.

    Entries at fault are set aside, and so is what cannot be looked at without them; the plan says so under ``unread``.
    Nothing is to be computed of such a plan. None where there is no plan at all.
    """
    if not _holds(folder.is_dir):
        rule = reading.NOT_A_FOLDER if _holds(folder.exists) else reading.MISSING_FOLDER
        return None, [Finding(rule, Place(str(folder)))]
    baseline, findings = _baseline(folder)
    names = {"plan.yaml": PLAN, "indicators.yaml": CATALOGUE, baseline.name: ROUND, TARGETS_FILE: TARGETS}
    files = []
    for name, sections in names.items():
        file, found = _file(folder / name, sections)
        files.append(file)
        findings += found
    later, found = _later_files(folder)
    findings += found
    findings += _across(files, later)
    plan, found = _plan(files, baseline.stem, later, findings)
    findings += found
    found_plan = _loaded(folder, files, later, plan)
    catalogue = found_plan.sources["indicators"]
    classes, found = reference_class.declared(folder, shipped_folder(), plan.indicators, plan.units, catalogue)
    homes = {each: reference_class.home_of(each, folder, shipped_folder()) for each in classes}
    families = frozenset(each for each, home in homes.items() if home == shipped_folder())
    findings = _in_order(findings, [*files, *later.values()]) + found
    return found_plan._replace(classes=classes, families=families), findings


def _baseline(folder: Path) -> tuple[Path, list[Finding]]:
    found = sorted(folder.glob(BASELINE_FILES))
    findings = [Finding(shape.SEVERAL_BASELINES, Place(_shown(each))) for each in found[1:]]
    return (found[0] if found else folder / BASELINE_FILES), findings


def _later_files(folder: Path) -> tuple[dict[str, ReadFile], list[Finding]]:
    """The files of later rounds by id, in the order of their dates."""
    files = {}
    paths, findings = _round_paths(folder / ROUNDS_FOLDER)
    for path in paths:
        id_ = path.stem if path.suffix == ".yaml" else path.name
        files[id_], found = _file(path, LATER_ROUND, MAY_BE_EMPTY)
        header = files[id_].entries.get("round")
        findings += found + (later_rounds.misnamed(path, header, files[id_].source) if header else [])
    return files, findings


def _round_paths(folder: Path) -> tuple[list[Path], list[Finding]]:
    """What is meant to be a round in a folder, whatever its ending; nothing without the folder."""
    try:
        return sorted(each for each in folder.iterdir() if later_rounds.is_meant_as_round(each.name)), []
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not folder.is_symlink():
            return [], []
        cause = error.strerror or str(error)
        return [], [Finding(reading.UNREADABLE_FOLDER, Place(_shown(folder)), {"cause": cause})]


def _file(path: Path, sections: Sections, may_be_empty: frozenset[str] = frozenset()) -> tuple[ReadFile, list[Finding]]:
    shown = _shown(path)
    text, findings = read(path, shown)
    if findings:
        return ReadFile(sections, MarkedText(shown, "", {}), None, {}), findings
    data, source, findings = parse(text, shown, may_be_empty)
    found, problems = entries(data, source, sections)
    for section in sections:
        if isinstance(found.get(section), dict):
            problems += agreement.contradictions(found[section], section, source)
    return ReadFile(sections, source, data, found), findings + problems


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
            found += agreement.fractional_counts(parsed, section, file.source, units)
            found += agreement.misreckoned(parsed, section, file.source, units)
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
    files: list[ReadFile], round_id: str, later: Mapping[str, ReadFile], findings: list[Finding]
) -> tuple[Plan, list[Finding]]:
    """The plan seen in its baseline as far as it is sound, and what later rounds say that earlier ones do not allow."""
    if findings:
        files = [aside.sound(file, findings) for file in files]
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
    rounds, found = later_rounds.completed(known, reported, sections["units"])
    unread = NOTHING
    if findings or found:
        sections["targets"] = aside.targets_fitting(sections, (baseline, *rounds))
        kept = [(file, {name: sections[name] for name in file.sections}) for file in files]
        kept += [(file, aside.kept(file, each.unread)) for file, each in zip(later.values(), rounds, strict=True)]
        unread = aside.unread(kept, [*findings, *found])
        unread = unread._replace(undated=aside.date_said("round", of_baseline) is None)
    plan = Plan(
        identity=sections["plan"],
        report=sections["report"],
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
    )
    return plan, found


def _loaded(folder: Path, files: list[ReadFile], later: Mapping[str, ReadFile], plan: Plan) -> Loaded:
    sources = {section: file.source for file in files for section in file.sections}
    rounds = {plan.round_id: sources["figures"], **{id_: file.source for id_, file in later.items()}}
    shipped = folder.resolve() == shipped_folder().resolve()
    return Loaded(plan, _shown(folder), shipped, sources, rounds)


def _shown(path: Path) -> str:
    """A path as short as it can be: relative where it lies under the current folder."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return str(path)
    return str(path) if relative.startswith("..") else relative
