"""What stands on a command line without an option."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from qt_ict.cli import completion
from qt_ict.cli.options.parameter import Parameter
from qt_ict.language import Text


@dataclass(frozen=True, kw_only=True)
class Arguments:
    """What stands on a command line without an option."""

    name: Annotated[
        str,
        Parameter(
            (),
            Text(
                "Tên hoặc mã của chỉ tiêu, mục tiêu hoặc số liệu; hoặc mã quy tắc.",
                "Name or id of an indicator, target or figure; or code of a rule.",
            ),
            metavar="NAME",
            complete=completion.names,
        ),
    ] = ""
    indicator: Annotated[
        str,
        Parameter(
            (),
            Text(
                "Tên hoặc mã của chỉ tiêu, của mục tiêu mà nó đo, hoặc của số liệu mà nó dựa vào.",
                "Name or id of an indicator, of a target it measures, or of a figure it rests on.",
            ),
            metavar="INDICATOR",
            complete=completion.indicators,
        ),
    ] = ""
    any_indicator: Annotated[
        str | None,
        Parameter(
            (),
            Text(
                "Tên hoặc mã của chỉ tiêu, của mục tiêu mà nó đo, hoặc của số liệu mà nó dựa vào.",
                "Name or id of an indicator, of a target it measures, or of a figure it rests on.",
            ),
            metavar="INDICATOR",
            complete=completion.indicators,
        ),
    ] = None
    old: Annotated[
        str,
        Parameter(
            (),
            Text("Phiên bản trước: thư mục hoặc phiên bản git.", "The version before: a folder or a git revision."),
            metavar="OLD",
        ),
    ] = ""
    new: Annotated[
        str,
        Parameter(
            (),
            Text("Phiên bản sau: thư mục hoặc phiên bản git.", "The version after: a folder or a git revision."),
            metavar="NEW",
        ),
    ] = ""
    old_id: Annotated[
        str,
        Parameter((), Text("Mã hiện nay.", "The id as it is."), metavar="OLD"),
    ] = ""
    new_id: Annotated[
        str,
        Parameter((), Text("Mã mới.", "The id it is to have."), metavar="NEW"),
    ] = ""
    paths: Annotated[
        list[Path] | None,
        Parameter(
            (),
            Text(
                "Thư mục của kế hoạch, hoặc các tệp trong đó; mặc định như --data.",
                "Folders of plans, or files in them; by default as with --data.",
            ),
            metavar="DIR|FILE",
        ),
    ] = None
    plans: Annotated[
        list[Path] | None,
        Parameter(
            (),
            Text("Thư mục của các kế hoạch, ít nhất hai.", "Folders of the plans, two at least."),
            metavar="PLAN",
        ),
    ] = None
    package: Annotated[
        Path | None,
        Parameter(
            (),
            Text("Thư mục để ghi các tệp CSV.", "Folder for the CSV files."),
            metavar="DIR",
        ),
    ] = None
    plan_folder: Annotated[
        Path | None,
        Parameter(
            (),
            Text("Thư mục của kế hoạch mới; chưa có hoặc trống.", "Folder of the new plan; missing or empty."),
            metavar="DIR",
        ),
    ] = None
    page: Annotated[
        str | None,
        Parameter(
            (),
            Text("Tên một trang hoặc một lệnh.", "Name of a page, or of a command."),
            metavar="PAGE",
        ),
    ] = None
    folder: Annotated[
        Path,
        Parameter(
            (),
            Text(
                "Thư mục để ghi, bên cạnh các tệp YAML; mặc định là schema.",
                "Folder to write, beside the YAML files; schema by default.",
            ),
            metavar="DIR",
        ),
    ] = Path("schema")
    date: Annotated[
        str,
        Parameter(
            (),
            Text("Ngày của đợt: 2012-06-30.", "Date of the round: 2012-06-30."),
            metavar="DATE",
        ),
    ] = ""
    sheet_file: Annotated[
        Path,
        Parameter(
            (),
            Text("Tệp .csv hoặc .xlsx.", "A .csv or .xlsx file."),
            metavar="FILE",
        ),
    ] = Path()
