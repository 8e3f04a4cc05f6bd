"""Two versions of a plan side by side: what each is, and where its entries stand."""

import datetime
from typing import NamedTuple

from qt_ict.engine.changes import Change, with_baseline_of
from qt_ict.engine.difference import Difference, difference
from qt_ict.language import Text
from qt_ict.loading.folder import Loaded
from qt_ict.model.figures import RoundFigures
from qt_ict.model.plan import Plan
from qt_ict.report.field import Record
from qt_ict.report.plan_words import plan_record
from qt_ict.report.renames import Rename, renames, respelled
from qt_ict.wording.dates import day


class Version(NamedTuple):
    """One version of a plan."""

    loaded: Loaded
    revision: str | None = None
    """The git revision as the user names it; None of a folder."""
    commit: str | None = None
    """Short hash of its commit."""
    day: datetime.date | None = None
    """The day it was made."""

    @property
    def plan(self) -> Plan:
        """The plan."""
        return self.loaded.plan


class Compared(NamedTuple):
    """Two versions of a plan and all that differs between them."""

    old: Version
    new: Version
    found: Difference
    renames: tuple[Rename, ...] = ()
    """Entries that go by another id, and say the same; nothing else of them is a change."""

    def of(self, change: Change) -> Version:
        """The version in which a changed entry is to be looked up: the newer one, unless the entry was removed."""
        return self.old if change.new is None else self.new

    def round_of(self, change: Change) -> RoundFigures:
        """The round that a changed figure stands in."""
        plan = self.of(change).plan
        # The first round of both versions goes by the newer one's id.
        return next((each for each in plan.rounds if each.id == change.round), plan.baseline)

    def place_of_renamed(self, each: Rename) -> tuple[str, int]:
        """File and line of a renamed entry; of a figure in the first round that has it."""
        loaded = self.new.loaded
        if each.section == "figures":
            homes = (loaded.rounds[one.id] for one in loaded.plan.rounds if each.new in one.figures)
            source = next(homes)
            return source.file, source.line_of(("figures", each.new))
        return loaded.file(each.section), loaded.line(each.section, each.new)

    def place(self, change: Change) -> tuple[str, int]:
        """File and line of a changed entry; of a figure the line of its value."""
        loaded = self.of(change).loaded
        match change.section:
            case "figures":
                source = loaded.rounds[self.round_of(change).id]
                return source.file, source.line_of(("figures", change.id, "value"))
            case "rounds":
                source = loaded.rounds.get(change.id, loaded.sources["round"])
                return source.file, source.line_of(("round",))
        return loaded.file(change.section), loaded.line(change.section, change.id)


def compared(old: Version, new: Version) -> Compared:
    """Two versions side by side; what only goes by another id is looked at under the newer one."""
    same_first_round = with_baseline_of(old.plan, new.plan)
    found = renames(same_first_round, new.plan)
    before = old._replace(loaded=old.loaded._replace(plan=respelled(old.plan, found)))
    return Compared(before, new, difference(before.plan, new.plan), found)


def version_line(heading: Text, version: Version) -> Text:
    """Which version was used: its folder, or its revision and commit."""
    folder = version.loaded.folder
    if version.day is None:
        return (_SHIPPED if version.loaded.shipped else _FOLDER).fill(heading=heading, folder=folder)
    values = {"heading": heading, "commit": version.commit, "date": day(version.day)}
    return _REVISION.fill(folder=folder, **values)


_FOLDER = Text("{heading}: thư mục {folder}.", "{heading}: folder {folder}.")
_SHIPPED = Text(
    "{heading}: kế hoạch kèm theo qt-ict (thư mục {folder}).",
    "{heading}: the plan shipped with qt-ict (folder {folder}).",
)
_REVISION = Text(
    "{heading}: phiên bản git {folder} (commit {commit} ngày {date}).",
    "{heading}: git revision {folder} (commit {commit} of {date}).",
)


def version_record(version: Version) -> Record:
    """Which version was used, as plain data."""
    return {
        "plan": plan_record(version.loaded),
        "revision": version.revision,
        "commit": version.commit,
        "date": version.day and version.day.isoformat(),
    }
