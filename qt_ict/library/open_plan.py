"""A plan that was loaded, and what can be asked of it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

from qt_ict.checks.validation import Acceptance, validation
from qt_ict.diagnostics.finding import Finding
from qt_ict.diagnostics.refusal import Broken
from qt_ict.engine.thresholds import Status
from qt_ict.language import Language, Text
from qt_ict.library.call_arguments import Day, YearlyAmount
from qt_ict.library.errors import told
from qt_ict.library.finding_rows import finding_rows
from qt_ict.library.rows import PlanRows, exactly, flat_rows
from qt_ict.library.wishes import WayWish, Wish
from qt_ict.loading import folder as folders
from qt_ict.loading.folder import Loaded
from qt_ict.report import forecast, gap, path, progress, show, targets
from qt_ict.report.answer import Answer, answer, answer_on
from qt_ict.report.beside import asked
from qt_ict.report.checked import Checked, checked
from qt_ict.report.each_year import COURSE_FIELDS, DISTANCE_FIELDS, YEAR_FIELDS
from qt_ict.report.field import Field, Record, leaves, record
from qt_ict.report.figure_fields import FIGURE_FIELDS
from qt_ict.report.forecast import FORECAST_FIELDS
from qt_ict.report.indicator_fields import INDICATOR_FIELDS
from qt_ict.report.notes import noted
from qt_ict.report.observed import SEEN_FIELDS, seen_values
from qt_ict.report.path import PATH_FIELDS, day_fields
from qt_ict.report.plan_words import plan_name
from qt_ict.report.question import SortKey
from qt_ict.report.scope import Scope, scope
from qt_ict.report.targets import TARGETS_FIELDS, unmeasured
from qt_ict.report.way import way

ManyFields = tuple[Field[Any, Any], ...]
"""What rows of one kind say."""


class OpenPlan:
    """A plan that was loaded. Every question gives rows; what cannot be answered is a ``PlanError``.

    What the arguments mean stands in docs/python.md; they are the options of the commands of the same names. What they
    may be is checked in one place, ``Wish``.
    """

    def __init__(self, loaded: Loaded, language: Language) -> None:
        self._loaded = loaded
        self._language = language

    def __repr__(self) -> str:
        return f"<OpenPlan {self.name}: {self.folder}>"

    @property
    def folder(self) -> str:
        """The folder that it was loaded from."""
        return self._loaded.folder

    @property
    def name(self) -> str:
        """The area and the number of the plan."""
        return plan_name(self._loaded).say(self._language)

    def gap(
        self,
        *,
        year: int | None = None,
        domain: str | None = None,
        agency: str | None = None,
        status: Status | None = None,
        sort: SortKey = "plan",
        round: str | None = None,
        as_of: Day | None = None,
        carry: str | Iterable[str] = (),
        growth: Mapping[str, str] | None = None,
        additions: Mapping[str, YearlyAmount] | None = None,
        by: Day | None = None,
    ) -> PlanRows:
        """How far every target is from being met, a row for each in each of its due years.

        Raises:
            PlanError: A word, a day or a number is not understood, or names nothing that the plan has.
        """
        with told(self._language):
            wish = Wish.of(
                year=year,
                domain=domain,
                agency=agency,
                status=status,
                sort=sort,
                round=round,
                as_of=as_of,
                carry=carry,
                growth=growth,
                additions=additions,
                by=by,
            )
            return self._of_targets("GapRow", DISTANCE_FIELDS, gap.data, self._answer(wish))

    def progress(
        self,
        *,
        year: int | None = None,
        domain: str | None = None,
        agency: str | None = None,
        sort: SortKey = "plan",
        as_of: Day | None = None,
        carry: str | Iterable[str] = (),
        additions: Mapping[str, YearlyAmount] | None = None,
        method: str | None = None,
    ) -> PlanRows:
        """How far and how fast every target has come, and whether that will do.

        Raises:
            PlanError: A word, a day or a number is not understood, or names nothing that the plan has.
        """
        with told(self._language):
            wish = Wish.of(
                year=year,
                domain=domain,
                agency=agency,
                sort=sort,
                as_of=as_of,
                carry=carry,
                additions=additions,
                method=method,
            )
            return self._of_targets("ProgressRow", COURSE_FIELDS, progress.data, self._answer(wish))

    def years(
        self,
        *,
        domain: str | None = None,
        agency: str | None = None,
        as_of: Day | None = None,
        carry: str | Iterable[str] = (),
    ) -> PlanRows:
        """How every target that is due every year was met in each of them, a row for each, the one not over last.

        Raises:
            PlanError: A word or a day is not understood, or names nothing that the plan has.
        """
        with told(self._language):
            found = self._answer(Wish.of(domain=domain, agency=agency, as_of=as_of, carry=carry))
            years = [year for row in found.rows for year in row.years]
            return self._on_course("YearRow", YEAR_FIELDS, found, years)

    def observations(
        self,
        *,
        domain: str | None = None,
        agency: str | None = None,
        as_of: Day | None = None,
        carry: str | Iterable[str] = (),
    ) -> PlanRows:
        """Every value on the way to every target, a row for each: those compared, and those that are not.

        Raises:
            PlanError: A word or a day is not understood, or names nothing that the plan has.
        """
        with told(self._language):
            found = self._answer(Wish.of(domain=domain, agency=agency, as_of=as_of, carry=carry))
            return self._on_course("ObservationRow", SEEN_FIELDS, found, list(seen_values(found)))

    def forecast(
        self,
        indicator: str | None = None,
        *,
        year: int | None = None,
        domain: str | None = None,
        agency: str | None = None,
        as_of: Day | None = None,
        carry: str | Iterable[str] = (),
        additions: Mapping[str, YearlyAmount] | None = None,
        reference: str | PathLike[str] | None = None,
        without: str | None = None,
    ) -> PlanRows:
        """How likely every target is, or those of one indicator.

        Raises:
            PlanError: A word, a day or a number is not understood, or names nothing that there is.
        """
        with told(self._language):
            wish = Wish.of(
                indicator=indicator,
                year=year,
                domain=domain,
                agency=agency,
                as_of=as_of,
                carry=carry,
                additions=additions,
                reference=reference,
                without=without,
            )
            return self._of_targets("ForecastRow", FORECAST_FIELDS, forecast.data, self._answer(wish))

    def path(
        self,
        indicator: str,
        *,
        half_years: bool = False,
        as_of: Day | None = None,
        carry: str | Iterable[str] = (),
        additions: Mapping[str, YearlyAmount] | None = None,
    ) -> PlanRows:
        """The way to the targets of one indicator, a row for each day: the value due, observed, projected.

        Raises:
            PlanError: There is no such indicator or no target of its own, or an argument is not understood.
        """
        with told(self._language):
            wish = WayWish.of(indicator=indicator, half_years=half_years, as_of=as_of, carry=carry, additions=additions)
            found = self._answer(wish)
            ways = [(row, way(row, wish.half_years)) for row in found.rows]
            stops = [stop for _, stops in ways for stop in stops]
            return self._rows("PathRow", day_fields(found, PATH_FIELDS), found, stops, path.data(found, ways))

    def targets(
        self,
        *,
        year: int | None = None,
        domain: str | None = None,
        agency: str | None = None,
        status: Status | None = None,
        sort: SortKey = "plan",
        only_unmeasured: bool = False,
    ) -> PlanRows:
        """Everything the plan promises: when it is due, who answers for it, how it is measured.

        Raises:
            PlanError: A word is not understood, or names nothing that the plan has.
        """
        with told(self._language):
            wish = Wish.of(
                year=year, domain=domain, agency=agency, status=status, sort=sort, only_unmeasured=only_unmeasured
            )
            found = self._answer(wish)
            found = unmeasured(found) if wish.only_unmeasured else found
            return self._rows("TargetRow", TARGETS_FIELDS, found, found.rows, targets.data(found))

    def indicators(self, *, round: str | None = None, domain: str | None = None) -> PlanRows:
        """The indicators that can be computed in one round, the baseline by default.

        Raises:
            PlanError: There is no such round or domain.
        """
        with told(self._language):
            wish = Wish.of(round=round, domain=domain)
            found = show.inventory(self._loaded, wish.domain, wish.round)
            return self._rows("IndicatorRow", INDICATOR_FIELDS, found.loaded, found.rows, show.data(found))

    def figures(self, *, round: str | None = None, domain: str | None = None) -> PlanRows:
        """The figures of one round, the baseline by default, as they were published.

        Raises:
            PlanError: There is no such round or domain.
        """
        with told(self._language):
            wish = Wish.of(round=round, domain=domain)
            found = show.inventory(self._loaded, wish.domain, wish.round)
            data = show.data(found)
            return self._rows(
                "FigureRow", FIGURE_FIELDS, found.loaded, found.figures, {**data, "rows": data["figures"]}
            )

    def findings(
        self, *, select: str | Iterable[str] = (), ignore: str | Iterable[str] = (), accepted: bool = False
    ) -> PlanRows:
        """Where the data contradict themselves; with ``accepted`` also what the data explain, ``why`` says how.

        Raises:
            PlanError: No code begins as asked.
        """
        with told(self._language):
            wish = Wish.of(select=select, ignore=ignore, accepted=accepted)
            asked_for, found = scope(wish.select, wish.ignore, None), validation(self._loaded)
            named = [each for each in found.findings if asked_for.names(each.rule)]
            explained = [each for each in found.accepted if asked_for.names(each.finding.rule)]
            return _told_of(named, explained if wish.accepted else (), self._language)

    def _answer(self, wish: Wish) -> Answer:
        named, question = wish.indicator, wish.question(self._loaded)
        return answer(self._loaded, question) if named is None else answer_on(self._loaded, question, named)

    def _of_targets(self, name: str, fields: ManyFields, data: Callable[[Answer], Record], found: Answer) -> PlanRows:
        return self._rows(name, asked(found, fields), found, found.rows, data(found))

    def _on_course(self, name: str, fields: ManyFields, found: Answer, subjects: list[Any]) -> PlanRows:
        rows = [record(fields, found, each) for each in subjects]
        said = {"as_of": found.as_of.isoformat(), "assumptions": noted(found.assumptions_on_course), "rows": rows}
        return self._rows(name, fields, found, subjects, said)

    def _rows(self, name: str, fields: ManyFields, of: Any, subjects: Iterable[Any], data: Record) -> PlanRows:
        """Rows of data with what they rest on and the exact quantities beside them."""
        exact = (dict(exactly(fields, of, each)) for each in subjects)
        fields = tuple(each for each in fields if each.key not in _ON_ROWS_OF_THEIR_OWN)
        rows, schema = flat_rows(name, leaves(fields), data["rows"], exact, self._language)
        as_of = data.get("as_of")
        assumed = tuple(Text(each["vi"], each["en"]).say(self._language) for each in data["assumptions"])
        return PlanRows.of(rows, schema, as_of and date.fromisoformat(as_of), assumed)


_ON_ROWS_OF_THEIR_OWN = ("each_year", "rounds", "before_break", "set_aside")
"""What a row of data lists, and a column could only join as text: ``years`` and ``observations`` give it as rows."""


def load(folder: str | PathLike[str], *, lang: Language = "en") -> OpenPlan:
    """The plan of a folder.

    Args:
        folder: The folder of its files.
        lang: The language of names, remarks and messages.

    Raises:
        PlanError: It cannot be loaded; ``findings`` says everything that is wrong.
    """
    with told(lang):
        loaded, findings = _read(Path(Wish.of(folder=folder).folder))
        if loaded is None:
            raise Broken(findings)
        return OpenPlan(loaded, lang)


def validate(
    folder: str | PathLike[str],
    *,
    lang: Language = "en",
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    accepted: bool = False,
) -> PlanRows:
    """Everything that is wrong with the plan of a folder, whether it can be loaded or not.

    Args:
        folder: The folder of its files.
        lang: The language of the messages.
        select: Codes of rules, or how they begin; all without any. What keeps a plan from loading is always said.
        ignore: Codes of rules, or how they begin, that are left out.
        accepted: True to be told also of what the data explain; ``why`` says how.

    Raises:
        PlanError: No code begins as asked.
    """
    with told(lang):
        wish = Wish.of(folder=folder, select=select, ignore=ignore, accepted=accepted)
        found = _checked(Path(wish.folder), scope(wish.select, wish.ignore, None))
        return _told_of(found.findings, found.accepted if wish.accepted else (), lang)


def _read(folder: Path) -> tuple[Loaded | None, list[Finding]]:
    """The plan of a folder, or everything that is wrong with it."""
    try:
        return folders.load(folder)
    except OSError as error:
        return None, [folders.unreadable(str(folder), error)]


def _checked(folder: Path, asked_for: Scope) -> Checked:
    """The findings of a plan; that its folder cannot be read is one."""
    try:
        return checked(folder, asked_for)
    except OSError as error:
        return Checked(str(folder), None, (folders.unreadable(str(folder), error),), ())


def _told_of(found: Iterable[Finding], accepted: Iterable[Acceptance], language: Language) -> PlanRows:
    """Findings as rows, those that the data explain behind the others."""
    return finding_rows((*((each, None) for each in found), *((each.finding, each.why) for each in accepted)), language)
