"""What a command line can say: every option and argument of every command, each once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple, get_args

from qt_ict.cli import completion
from qt_ict.language import Language, Text
from qt_ict.presentation.formats import named

SortName = Literal["plan", "year", "attainment", "gap", "shortfall", "pace", "status", "agency"]
StatusName = Literal["met", "not_met", "undecided", "not_measurable"]


class Parameter(NamedTuple):
    """How something is said on a command line."""

    names: tuple[str, ...]
    """Names of an option; none of an argument."""
    help: Text
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    """All that it may be, where these are few."""
    complete: Callable[[], list[str]] | None = None
    """What the shell completes."""
    variable: str | None = None
    """The variable of the environment that stands for it."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """Everything that a command line says, or its default."""

    language: Language = "en"
    """The reader's."""
    command_writes_documents: bool = False
    """True of a command whose documents are handed on; whoever makes them, they are read where the plan is."""
    fits_screen: bool = False
    """True of a command whose tables fit a screen unless it is asked for all of them."""
    typed: frozenset[str] = frozenset()
    """Names of what stands on the command line itself, and not in the environment."""

    # Which targets.
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

    # By which figures, under which assumptions.
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
                "Đợt khảo sát, theo mã hoặc ngày; mặc định là năm gốc.",
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

    # Which findings.
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

    # Into a round.
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
                "note, date, unit, comparator, unused, hoặc ngày của các số bên dưới (2024, 2024-06-30).",
                'What the headings mean: "Indicator=figure, Actual=value"; the plan remembers it. Also flag, note, '
                "date, unit, comparator, unused, or the date of the numbers below (2024, 2024-06-30).",
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

    # Where it goes, in what form.
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

    # Which plan, in which language.
    data: Annotated[
        Path | None,
        Parameter(
            ("--data",),
            Text(
                "Thư mục của kế hoạch; mặc định là kế hoạch ở thư mục hiện tại, nếu không có thì kế hoạch kèm theo.",
                "Folder of the plan; by default the plan in the current folder, else the shipped one.",
            ),
            metavar="DIR",
            variable="QT_ICT_DATA",
        ),
    ] = None
    lang: Annotated[
        Language | None,
        Parameter(
            ("--lang",),
            Text(
                "Ngôn ngữ; mặc định theo QT_ICT_LANG hoặc hệ thống.", "Language; QT_ICT_LANG or the locale by default."
            ),
        ),
    ] = None
    plan_lang: Annotated[
        Literal["vi", "en", "fr"] | None,
        Parameter(
            ("--lang",),
            Text(
                "Ngôn ngữ của kế hoạch: vi, en, fr; mặc định theo QT_ICT_LANG hoặc hệ thống.",
                "Language of the plan: vi, en, fr; QT_ICT_LANG or the locale by default.",
            ),
        ),
    ] = None
    document_lang: Annotated[
        Language | None,
        Parameter(
            ("--lang",),
            Text(
                "Ngôn ngữ; mặc định theo QT_ICT_LANG, nếu không thì của kế hoạch.",
                "Language; QT_ICT_LANG or the plan's first by default.",
            ),
        ),
    ] = None

    # Arguments.
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

    @property
    def asked_form(self) -> str | None:
        """The form asked for, whatever forms the command has."""
        return self.form or self.report_form or self.findings_form or self.chart_form


REQUIRED = frozenset(("name", "indicator", "old", "new", "old_id", "new_id", "date", "sheet_file"))
"""Arguments that a command cannot do without."""
WHICH = ("year", "domain", "agency")
"""Which targets."""
PLAN = ("data", "lang")
"""Which plan, in which language."""
DELIVERY = ("form", "output", "force", *PLAN)
"""Where the answer goes and in what form; which plan, in which language."""
ON_SCREEN = ("unfolded", "wide", *DELIVERY)
"""The same of an answer of which a screen shows the most important."""


class Taken(NamedTuple):
    """Something that a command takes."""

    type: Any
    default: Any
    how: Parameter


def _taken() -> Iterator[tuple[str, Taken]]:
    for name, annotation in Given.__annotations__.items():
        match get_args(annotation):
            case (stated, Parameter() as how):
                yield name, Taken(stated, getattr(Given, name), how)


TAKEN: dict[str, Taken] = dict(_taken())
"""Everything that commands take, by name."""
