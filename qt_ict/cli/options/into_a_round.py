"""How a sheet goes into a round."""

from dataclasses import dataclass
from typing import Annotated, Literal

from qt_ict.cli import completion
from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Text


@dataclass(frozen=True, kw_only=True)
class IntoARound:
    """How a sheet goes into a round."""

    into: Annotated[
        str | None,
        Parameter(
            ("--round",),
            Text(
                "Đợt nhận số liệu; mặc định theo ngày ở tiêu đề của cột, không có thì đợt mới nhất.",
                "The round to fill in; by default that of the date in a heading, else the latest.",
            ),
            metavar="DATE",
            complete=completion.later_rounds,
        ),
    ] = None
    sheet: Annotated[
        str | None,
        Parameter(
            ("--sheet",),
            Text("Tên trang, nếu tệp có nhiều trang.", "Name of the sheet, where the file has several."),
            metavar="NAME",
        ),
    ] = None
    numbers: Annotated[
        Literal["vi", "en", "fr"] | None,
        Parameter(
            ("--numbers",),
            Text(
                "Cách viết số của bảng: vi là 1.234,5; en là 1,234.5; fr là 1 234,5. Không bao giờ đoán.",
                "How the sheet writes numbers: vi is 1.234,5; en is 1,234.5; fr is 1 234,5. It is never guessed.",
            ),
        ),
    ] = None
    columns: Annotated[
        str | None,
        Parameter(
            ("--columns",),
            Text(
                'Tiêu đề nào là gì: "Chỉ tiêu=figure, Thực hiện=value"; kế hoạch nhớ cho lần sau. Ngoài ra: flag, '
                "note, date, unit, comparator, unused, hoặc ngày của các số bên dưới (2024, 2024-06-30). "
                "Với --input: series, base_year …",
                'What the headings mean: "Indicator=figure, Actual=value"; the plan remembers it. Also flag, note, '
                "date, unit, comparator, unused, or the date of the numbers below (2024, 2024-06-30). "
                "With --input: series, base_year …",
            ),
            metavar="HEADING=MEANING,…",
        ),
    ] = None
    flags: Annotated[
        str | None,
        Parameter(
            ("--flags",),
            Text(
                "Chữ đứng sau con số nghĩa là gì: p, e, b như Eurostat (sơ bộ, ước tính, đổi cách tính), hoặc "
                "s=provisional; kế hoạch nhớ cho lần sau.",
                "What a letter behind a number means: p, e, b as Eurostat has them (provisional, estimated, break), or "
                "s=provisional; the plan remembers it.",
            ),
            metavar="LETTERS",
        ),
    ] = None
    new_figure: Annotated[
        list[str] | None,
        Parameter(
            ("--new",),
            Text(
                'Thêm số liệu mà kế hoạch chưa có, với đơn vị tính: "Xã có Wi-Fi=communes". Dùng được nhiều lần.',
                'Add a figure that the plan does not have, with its unit of measure: "Communes with Wi-Fi=communes". '
                "May be repeated.",
            ),
            metavar="NAME=UNIT",
        ),
    ] = None
    last_year: Annotated[
        bool,
        Parameter(
            ("--last-year",),
            Text(
                "Năm viết 2014/2015 hoặc 2014-2015 trong bảng là năm sau của hai năm.",
                "A year written 2014/2015 or 2014-2015 in the table is the last of the two.",
            ),
        ),
    ] = False
    yes: Annotated[
        bool,
        Parameter(
            ("--yes",),
            Text("Ghi mà không hỏi.", "Write without asking."),
        ),
    ] = False
    dry_run: Annotated[
        bool,
        Parameter(
            ("--dry-run",),
            Text("Chỉ xem, không ghi.", "Only look, write nothing."),
        ),
    ] = False
