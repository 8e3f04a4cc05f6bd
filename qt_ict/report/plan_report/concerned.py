"""What a report that filters its targets speaks of besides: the figures they rest on, the contradictions they touch."""

from collections.abc import Mapping
from typing import NamedTuple

from qt_ict.loading.sections import SECTIONS
from qt_ict.positions import Path
from qt_ict.report.answer import Answer


class Concerned(NamedTuple):
    """The entries that the targets of a report have to do with."""

    entries: Mapping[str, frozenset[str]]
    """Their ids, by the section of the data that they stand in."""
    everything: bool
    """True where all targets are asked for: then every entry counts, also one that nothing rests on."""

    def has(self, section: str, id_: str) -> bool:
        """True of an entry that they have to do with."""
        return self.everything or id_ in self.entries.get(section, ())

    def holds(self, at: Path) -> bool:
        """True of a key path into such an entry; the id of a later round may stand before it.

        >>> about = Concerned({"figures": frozenset({"households"})}, False)
        >>> about.holds(("figures", "households", "value")), about.holds(("2012-07-17", "figures", "phones"))
        (True, False)
        """
        keys = [str(key) for key in (at if at and at[0] in SECTIONS else at[1:])]
        return self.everything or (len(keys) > 1 and self.has(keys[0], keys[1]))


def concerned(answer: Answer) -> Concerned:
    """What the targets of an answer have to do with; everything where no filter is set."""
    wanted = answer.question.selection
    targets = [row.target for row in answer.rows]
    indicators = {each.indicator for each in targets if each.indicator}
    figures = {name for each in indicators for name in answer.plan.indicators[each].figures}
    entries = {
        "targets": frozenset(row.id for row in answer.rows),
        "indicators": frozenset(indicators),
        "figures": frozenset(figures),
        "domains": frozenset(each.domain for each in targets),
        "agencies": frozenset(each.agency for each in targets if each.agency),
        "duties": frozenset(each.duty for each in answer.duties),
    }
    return Concerned(entries, wanted._replace(sort="plan") == type(wanted)())
