"""Which targets a command answers for."""

from dataclasses import dataclass
from typing import Annotated, Literal

from qt_ict.cli import completion
from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Text

SortName = Literal["plan", "year", "attainment", "gap", "shortfall", "pace", "status", "agency"]
StatusName = Literal["met", "not_met", "undecided", "not_measurable"]


@dataclass(frozen=True, kw_only=True)
class WhichTargets:
    """Which targets a command answers for."""

    year: Annotated[
        int | None,
        Parameter(
            ("--year",),
            Text("Chỉ các mục tiêu đến hạn năm này.", "Only targets due in this year."),
            metavar="YEAR",
        ),
    ] = None
    domain: Annotated[
        str | None,
        Parameter(
            ("--domain",),
            Text("Chỉ một lĩnh vực, theo mã hoặc tên.", "Only one domain, by id or name."),
            metavar="DOMAIN",
            complete=completion.domains,
        ),
    ] = None
    agency: Annotated[
        str | None,
        Parameter(
            ("--agency",),
            Text("Chỉ một cơ quan chịu trách nhiệm, theo mã hoặc tên.", "Only one responsible agency, by id or name."),
            metavar="AGENCY",
            complete=completion.agencies,
        ),
    ] = None
    status: Annotated[
        StatusName | None,
        Parameter(
            ("--status",),
            Text("Chỉ một mức đánh giá.", "Only one status."),
        ),
    ] = None
    sort: Annotated[
        SortName,
        Parameter(
            ("--sort",), Text("Thứ tự các dòng; mặc định theo kế hoạch.", "Order of the rows; the plan's by default.")
        ),
    ] = "plan"
    unmatched: Annotated[
        bool,
        Parameter(
            ("--all",),
            Text(
                "Liệt kê cả chỉ tiêu chỉ có ở một kế hoạch.",
                "List also the indicators that only one plan has.",
            ),
        ),
    ] = False
    unmeasured: Annotated[
        bool,
        Parameter(
            ("--unmeasured",),
            Text("Chỉ những mục tiêu chưa có số liệu.", "Only targets of which there are no figures."),
        ),
    ] = False
