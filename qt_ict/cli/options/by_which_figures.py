"""By which figures, and under which assumptions, a command computes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from qt_ict.cli import completion
from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Text


@dataclass(frozen=True, kw_only=True)
class ByWhichFigures:
    """By which figures, and under which assumptions, a command computes."""

    growth: Annotated[
        list[str] | None,
        Parameter(
            ("--growth",),
            Text(
                "Giả định mẫu số tăng mỗi năm đến hạn: households=1.2%. Dùng được nhiều lần.",
                "Assume that a denominator grows every year until due: households=1.2%. May be repeated.",
            ),
            metavar="FIGURE=RATE%",
        ),
    ] = None
    add: Annotated[
        list[str] | None,
        Parameter(
            ("--add",),
            Text(
                "Giả định số liệu mỗi năm thêm chừng này, theo đơn vị của nó: households_with_tv=2000; hoặc tăng chừng "
                "này phần trăm mỗi năm: households_with_tv=5%. Dùng được nhiều lần.",
                "Assume that every year adds this to a figure, in its own unit: households_with_tv=2000; or this many "
                "per cent a year: households_with_tv=5%. May be repeated.",
            ),
            metavar="FIGURE=NUMBER",
            complete=completion.figures,
        ),
    ] = None
    by: Annotated[
        str | None,
        Parameter(
            ("--by",),
            Text(
                "Muốn đạt vào ngày này thì mỗi năm cần tăng bao nhiêu.",
                "Say what every year must add to meet the targets by this day.",
            ),
            metavar="DATE",
        ),
    ] = None
    round: Annotated[
        str | None,
        Parameter(
            ("--round",),
            Text(
                "Chỉ dùng một đợt, theo mã hoặc ngày; mặc định mỗi chỉ tiêu lấy đợt mới nhất có đủ số liệu.",
                "Only one round, by id or date; by default an indicator takes the latest that has all its figures.",
            ),
            metavar="ROUND",
            complete=completion.rounds,
        ),
    ] = None
    shown_round: Annotated[
        str | None,
        Parameter(
            ("--round",),
            Text(
                "Đợt số liệu, theo mã hoặc ngày; mặc định là năm gốc.",
                "Round, by id or date; the baseline by default.",
            ),
            metavar="ROUND",
            complete=completion.rounds,
        ),
    ] = None
    carry: Annotated[
        list[str] | None,
        Parameter(
            ("--carry",),
            Text(
                "Giả định mẫu số của đợt trước vẫn đúng khi đợt sau không có: households. Dùng được nhiều lần.",
                "Assume that a denominator of an older round still holds where a later one lacks it: households. "
                "May be repeated.",
            ),
            metavar="FIGURE",
        ),
    ] = None
    as_of: Annotated[
        str | None,
        Parameter(
            ("--as-of",),
            Text(
                "Chỉ tính đến ngày này; mặc định là ngày của đợt mới nhất.",
                "Only what is known up to this day; the date of the latest round by default.",
            ),
            metavar="DATE",
        ),
    ] = None
    method: Annotated[
        str | None,
        Parameter(
            ("--method",),
            Text(
                "Phương pháp đã công bố: statcan, un2024, escap, destatis, aarr, eurostat, linear, logodds.",
                "Judge by a published method: statcan, un2024, escap, destatis, aarr, eurostat, linear, logodds.",
            ),
            metavar="METHOD",
            complete=completion.methods,
        ),
    ] = None
    every: Annotated[
        Literal["year", "half-year"],
        Parameter(
            ("--every",),
            Text(
                "Mỗi năm (31/12), hoặc mỗi nửa năm (30/6 và 31/12).",
                "Every year (31 December), or half-year (30 June and 31 December).",
            ),
        ),
    ] = "year"
    reference: Annotated[
        str | None,
        Parameter(
            ("--reference",),
            Text(
                "Nhóm tham chiếu: internet_users, fixed_broadband, mobile, hoặc tệp CSV (area,date,value); mặc định là "
                "nhóm ghi ở chỉ tiêu.",
                "Reference class: internet_users, fixed_broadband, mobile, or a CSV file (area,date,value); by default "
                "the one that the indicator names.",
            ),
            metavar="CLASS|FILE.csv",
        ),
    ] = None
    without: Annotated[
        str | None,
        Parameter(
            ("--without",),
            Text(
                "Không tính các trường hợp của địa bàn này, theo mã hoặc tên.",
                "Leave out the cases of this area, by id or name.",
            ),
            metavar="AREA",
        ),
    ] = None
    forecast_input: Annotated[
        Path | None,
        Parameter(
            ("--input",),
            Text(
                "Dự báo cho một bảng CSV thay cho kế hoạch; các cột: xem docs/forecast.md.",
                "Forecast a CSV table instead of a plan; columns: see docs/forecast.md.",
            ),
            metavar="FILE.csv",
        ),
    ] = None
    input: Annotated[
        Path | None,
        Parameter(
            ("--input",),
            Text(
                "Áp dụng phương pháp cho một bảng CSV thay cho kế hoạch; các cột: xem docs/methods.md.",
                "Apply the method to a CSV table instead of a plan; columns: see docs/methods.md.",
            ),
            metavar="FILE.csv",
        ),
    ] = None
