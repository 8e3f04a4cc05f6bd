"""Which file holds which section, and the entries of each."""

import re
from typing import Any, NamedTuple

from qt_ict.language import Text
from qt_ict.model.entry import Entry
from qt_ict.model.figures import Baseline, Figure, LaterRound, Reported
from qt_ict.model.incoming import SheetForm
from qt_ict.model.indicators import Domain, Indicator, Unit
from qt_ict.model.organisation import Agency, CitedDocument, Duty, Identity, ReportForm, Source
from qt_ict.model.targets import Target
from qt_ict.positions import MarkedText

ID = re.compile(r"[a-z][a-z0-9_]*\Z|%\Z")
"""An id: lower-case letters, digits, underscores; % is a unit of measure."""

CITED = re.compile(r"\S(.*\S)?\Z")
"""A part and item as the document numbers it: I.5/1.1."""


class DataSection(NamedTuple):
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
    name_from: str | None = None
    """The section whose entries the name comes from where it is left out; None where it must be said."""


Sections = dict[str, DataSection]


class ReadFile(NamedTuple):
    """One file as it was read."""

    sections: Sections
    source: MarkedText
    data: Any
    """Its plain data."""
    entries: dict[str, Any]
    """Its entries by section, those without a fault."""


PLAN: Sections = {
    "plan": DataSection(Identity, True, Text("kế hoạch", "plan")),
    "report": DataSection(ReportForm, True, Text("thể thức báo cáo", "form of reports"), optional=True),
    "sheets": DataSection(SheetForm, True, Text("mẫu bảng số liệu", "form of sheets"), optional=True),
    "sources": DataSection(Source, False, Text("mục của văn bản", "item of the document"), CITED, optional=True),
    "agencies": DataSection(Agency, False, Text("cơ quan", "agency")),
    "duties": DataSection(Duty, False, Text("chế độ báo cáo", "duty")),
    "documents": DataSection(CitedDocument, False, Text("văn bản được dẫn", "document cited"), CITED, optional=True),
}
CATALOGUE: Sections = {
    "units": DataSection(Unit, False, Text("đơn vị tính", "unit of measure")),
    "domains": DataSection(Domain, False, Text("lĩnh vực", "domain")),
    "indicators": DataSection(Indicator, False, Text("chỉ tiêu", "indicator"), name_from="figures"),
}
ROUND: Sections = {
    "round": DataSection(Baseline, True, Text("đợt số liệu", "round")),
    "figures": DataSection(Figure, False, Text("số liệu", "figure")),
}
LATER_ROUND: Sections = {
    "round": DataSection(LaterRound, True, Text("đợt số liệu", "round")),
    "figures": DataSection(Reported, False, Text("số liệu", "figure"), name_from="figures"),
}
TARGETS: Sections = {
    "targets": DataSection(Target, False, Text("mục tiêu", "target"), name_from="indicators"),
}
SECTIONS: Sections = {**PLAN, **CATALOGUE, **ROUND, **TARGETS}
"""Every section of a plan, in the order of its files; those of later rounds are named as those of the baseline."""
