"""Which file holds which section, and the entries of each."""

import re
from typing import NamedTuple

from qt_ict.language import Text
from qt_ict.model.entry import Entry
from qt_ict.model.figures import Baseline, Figure, LaterRound, Reported
from qt_ict.model.indicators import Domain, Indicator, Unit
from qt_ict.model.organisation import Agency, Duty, Identity, ReportForm, Source
from qt_ict.model.targets import Target

ID = re.compile(r"[a-z][a-z0-9_]*\Z|%\Z")
"""An id: lower-case letters, digits, underscores; % is a unit of measure."""

CITED = re.compile(r"\S(.*\S)?\Z")
"""A part and item as the document numbers it: I.5/1.1."""


class Section(NamedTuple):
    """A top-level key of a data file."""

    model: type[Entry]
    single: bool
    """True where the section is one entry, not a mapping of entries by id."""
    name: Text
    """What one entry is called."""
    ids: re.Pattern[str] = ID
    """What the ids of its entries look like."""
    optional: bool = False
    """True where a plan may do without it."""


Sections = dict[str, Section]

PLAN: Sections = {
    "plan": Section(Identity, True, Text("kế hoạch", "plan")),
    "report": Section(ReportForm, True, Text("thể thức báo cáo", "form of reports"), optional=True),
    "sources": Section(Source, False, Text("mục của văn bản", "item of the document"), CITED, optional=True),
    "agencies": Section(Agency, False, Text("cơ quan", "agency")),
    "duties": Section(Duty, False, Text("chế độ báo cáo", "duty")),
}
CATALOGUE: Sections = {
    "units": Section(Unit, False, Text("đơn vị tính", "unit of measure")),
    "domains": Section(Domain, False, Text("lĩnh vực", "domain")),
    "indicators": Section(Indicator, False, Text("chỉ tiêu", "indicator")),
}
ROUND: Sections = {
    "round": Section(Baseline, True, Text("đợt khảo sát", "round")),
    "figures": Section(Figure, False, Text("số liệu", "figure")),
}
LATER_ROUND: Sections = {
    "round": Section(LaterRound, True, Text("đợt khảo sát", "round")),
    "figures": Section(Reported, False, Text("số liệu", "figure")),
}
TARGETS: Sections = {
    "targets": Section(Target, False, Text("mục tiêu", "target")),
}
SECTIONS: Sections = {**PLAN, **CATALOGUE, **ROUND, **TARGETS}
"""Every section of a plan, in the order of its files; those of later rounds are named as those of the baseline."""
