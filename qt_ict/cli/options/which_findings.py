"""Which findings a command tells."""

from dataclasses import dataclass
from typing import Annotated

from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Text


@dataclass(frozen=True, kw_only=True)
class WhichFindings:
    """Which findings a command tells."""

    strict: Annotated[
        bool,
        Parameter(
            ("--strict",),
            Text("Cảnh báo cũng cho mã thoát 1.", "Warnings give exit code 1 too."),
        ),
    ] = False
    select: Annotated[
        list[str] | None,
        Parameter(
            ("--select",),
            Text(
                "Chỉ các mã này: QT401, hoặc QT4 cho cả nhóm. Dùng được nhiều lần, hoặc cách bằng dấu phẩy.",
                "Only these codes: QT401, or QT4 for the group. May be repeated, or separated by commas.",
            ),
            metavar="CODES",
        ),
    ] = None
    ignore: Annotated[
        list[str] | None,
        Parameter(
            ("--ignore",),
            Text("Bỏ qua các mã này.", "Leave these codes out."),
            metavar="CODES",
        ),
    ] = None
    changed_since: Annotated[
        str | None,
        Parameter(
            ("--changed-since",),
            Text(
                "Chỉ phát hiện mới, hoặc liên quan đến tệp đã đổi từ một phiên bản git.",
                "Only findings that are new, or touch a file changed since a git revision.",
            ),
            metavar="REV",
        ),
    ] = None
