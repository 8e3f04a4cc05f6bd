"""Where the answer of a command goes, and in what form."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Text
from qt_ict.presentation.formats import named


@dataclass(frozen=True, kw_only=True)
class WhereTo:
    """Where the answer of a command goes, and in what form."""

    form: Annotated[
        str | None,
        Parameter(
            ("--format",),
            Text(
                "Dạng đầu ra; mặc định là bảng, hoặc theo đuôi tệp của -o.",
                "Form of the output; a table by default, or by the ending of -o.",
            ),
            choices=named("document", "data", "rows"),
        ),
    ] = None
    report_form: Annotated[
        str | None,
        Parameter(
            ("--format",),
            Text(
                "Dạng đầu ra; mặc định là markdown, hoặc theo đuôi tệp của -o.",
                "Form of the output; markdown by default, or by the ending of -o.",
            ),
            choices=named("document"),
        ),
    ] = None
    findings_form: Annotated[
        str | None,
        Parameter(
            ("--format",),
            Text(
                "Dạng đầu ra; mặc định là text, hoặc theo đuôi tệp của -o.",
                "Form of the output; text by default, or by the ending of -o.",
            ),
            choices=named("findings", "data"),
        ),
    ] = None
    chart_form: Annotated[
        str | None,
        Parameter(
            ("--format",),
            Text(
                "Dạng tệp; mặc định là svg, hoặc theo đuôi tệp của -o.",
                "Form of the files; svg by default, or by the ending of -o.",
            ),
            choices=named("charts"),
        ),
    ] = None
    plan_workbook: Annotated[
        Path | None,
        Parameter(
            ("-o", "--output"),
            Text(
                "Ghi kế hoạch thành một tệp .xlsx để sửa rồi đưa lại: qt-ict init --from.",
                "Write the plan as one .xlsx file, to be changed and brought in again: qt-ict init --from.",
            ),
            metavar="FILE.xlsx",
        ),
    ] = None
    template: Annotated[
        Path | None,
        Parameter(
            ("--template",),
            Text(
                "Ghi tệp mẫu .xlsx để điền, thay cho một thư mục.",
                "Write a workbook to fill in, instead of a folder.",
            ),
            metavar="FILE.xlsx",
        ),
    ] = None
    from_workbook: Annotated[
        Path | None,
        Parameter(
            ("--from",),
            Text("Lấy kế hoạch từ một tệp .xlsx đã điền.", "Take the plan from a workbook that was filled in."),
            metavar="FILE.xlsx",
        ),
    ] = None
    output: Annotated[
        Path | None,
        Parameter(
            (
                "-o",
                "--output",
            ),
            Text(
                "Ghi vào tệp, không ghi đè tệp đã có; - là đầu ra chuẩn.",
                "Write to a file; refuses one that exists; - means standard output.",
            ),
            metavar="FILE",
        ),
    ] = None
    force: Annotated[
        bool,
        Parameter(
            ("--force",),
            Text("Cho phép -o ghi đè.", "Let -o replace a file."),
        ),
    ] = False
    replace: Annotated[
        bool,
        Parameter(
            ("--force",),
            Text("Thay các tệp có nội dung khác.", "Replace files that say something else."),
        ),
    ] = False
    all: Annotated[
        Path | None,
        Parameter(
            ("--all",),
            Text(
                "Mọi chỉ tiêu có biểu đồ, mỗi chỉ tiêu một tệp trong thư mục này.",
                "Every indicator that has charts, a file each in this folder.",
            ),
            metavar="DIR",
        ),
    ] = None

    wide: Annotated[
        bool,
        Parameter(
            ("--wide",),
            Text(
                "Mọi cột và chú thích, kể cả những gì không vừa 100 ký tự.",
                "Every column and note, even where that is wider than 100 characters.",
            ),
        ),
    ] = False
    unfolded: Annotated[
        bool,
        Parameter(
            ("--all",),
            Text(
                "Liệt kê cả những gì chưa đánh giá được, thay vì chỉ nêu số lượng.",
                "List what cannot be judged too, instead of only counting it.",
            ),
        ),
    ] = False
