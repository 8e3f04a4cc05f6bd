"""``qt-ict init DIR``: a plan to begin with, or one from a workbook."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from qt_ict.cli.command import Command
from qt_ict.cli.failures import Exit, data
from qt_ict.cli.given import Given
from qt_ict.cli.output import print_text, say, write_bytes
from qt_ict.diagnostics.refusal import Broken, Refusal
from qt_ict.language import Text
from qt_ict.wording.quantities import counted

if TYPE_CHECKING:
    from qt_ict.editing.small_plan import PlanLanguage
    from qt_ict.report.brought_in import BroughtIn


def _init(given: Given) -> int:
    if given.template is not None:
        return _template(given, given.template)
    folder = given.plan_folder
    if folder is None:
        raise Refusal(
            Text("thiếu thư mục của kế hoạch mới", "the folder of the new plan is missing"),
            Text(
                "Nêu một thư mục: qt-ict init my_plan; hoặc lấy tệp mẫu: qt-ict init --template plan.xlsx",
                "Name a folder: qt-ict init my_plan; or take the template: qt-ict init --template plan.xlsx",
            ),
        )
    _require_empty(folder)
    spoken = _language(given)
    if given.from_workbook is None:
        return _begin(folder, _small(spoken), spoken, given)
    found = _from_workbook(given.from_workbook, spoken, given)
    _begin(folder, found.files, spoken, given)
    if found.errors:
        data(Broken(found.errors, _STILL_WRITTEN.fill(folder=folder)), given.language)
    return Exit.DONE


def _language(given: Given) -> "PlanLanguage":
    """The language of the plan: the one named, else that of the machine where there are examples in it.

    Raises:
        Refusal: What is named is no language.
    """
    from qt_ict.cli.languages import locale_code
    from qt_ict.editing.small_plan import EXAMPLE_LANGUAGES, plan_language
    from qt_ict.loading.plan_languages import code_meant, is_code

    named = given.plan_lang
    if named is None:
        set_to = locale_code(os.environ)
        return plan_language(set_to if set_to in EXAMPLE_LANGUAGES else given.language, given.language)
    if not is_code(named):
        raise Refusal(
            Text("{code} không phải mã ngôn ngữ của ISO 639", "{code} is no code of a language by ISO 639").fill(
                code=named
            ),
            code_meant(named)
            + Text("Viết như: --lang vi, --lang en, --lang fr, --lang de.", "Write: --lang vi, en, fr, de …"),
        )
    return plan_language(named, given.language)


def _template(given: Given, file: Path) -> int:
    """Write the workbook to fill in.

    Raises:
        Refusal: It is there, cannot be written, or a folder is named besides.
    """
    from qt_ict.editing.small_plan import small_plan
    from qt_ict.loading.plan_sheets.plan_grids import grids
    from qt_ict.presentation.formats import report_extra

    if given.plan_folder is not None or given.from_workbook is not None:
        raise Refusal(
            Text("--template không đi cùng thư mục hay --from", "--template goes with neither a folder nor --from"),
            Text("Trước tiên lấy tệp mẫu, điền, rồi: {next}", "First take the template, fill it in, then: {next}").fill(
                next=_FROM.format(file=file)
            ),
        )
    require_workbook(file)
    with report_extra():
        from qt_ict.presentation.excel.plan_book import plan_workbook
    spoken = _language(given)
    sheets = grids(small_plan(spoken, _last_year()))
    write_bytes(file, plan_workbook(sheets, given.language, spoken.examples), force=None)
    said = _TEMPLATE.fill(file=file, next=_FROM.format(file=file), spoken=_spoken(spoken))
    print_text(said.say(given.language) + "\n")
    return Exit.DONE


_FROM = "qt-ict init my_plan --from {file}"
_TEMPLATE = Text(
    "Đã ghi {file}. {spoken}\nThay các hàng ví dụ bằng số liệu của mình, lưu, rồi: {next}",
    "Wrote {file}. {spoken}\nPut your own rows in place of the examples, save it, then: {next}",
)


def _spoken(language: "PlanLanguage") -> Text:
    """Which language a plan to begin with is in, and what of it is not."""
    return (_OWN if language.own else _NOT_YET).fill(code=language.code)


_OWN = Text(
    "Ngôn ngữ của kế hoạch: {code} (ngôn ngữ khác: --lang).", "The plan is in {code} (another language: --lang)."
)
_NOT_YET = Text(
    "Ngôn ngữ của kế hoạch: {code}. Chưa có ví dụ bằng {code}: tên và lời giải thích bằng tiếng Việt, hãy thay tên "
    "bằng {code}.",
    "The plan is in {code}. There are no examples in {code}: names and comments are in English, put names in {code} in "
    "their place.",
)


def require_workbook(file: Path) -> None:
    """Refuse a name that no spreadsheet opens."""
    if file.suffix.lower() != ".xlsx":
        raise Refusal(
            Text("{file} không có đuôi .xlsx", "{file} does not end in .xlsx").fill(file=file),
            Text("Đặt tên như plan.xlsx.", "Name it like plan.xlsx."),
        )


def _require_empty(folder: Path) -> None:
    """Refuse to write where anything is; hidden files, as of a repository, are left alone.

    Raises:
        Refusal: The folder holds something, or is no folder.
    """
    try:
        there = sorted(each.name for each in folder.iterdir() if not each.name.startswith("."))
    except FileNotFoundError:
        return
    except OSError as error:
        raise Refusal(
            Text("{folder} không dùng được: {cause}", "{folder} cannot be used: {cause}").fill(
                folder=folder, cause=error.strerror or str(error)
            ),
            Text("Chọn một thư mục khác.", "Choose another folder."),
        ) from None
    if there:
        shown = ", ".join(there[:3]) + (", …" if len(there) > 3 else "")
        raise Refusal(
            Text(
                "{folder} không trống: {shown}; không ghi gì", "{folder} is not empty: {shown}; nothing was written"
            ).fill(folder=folder, shown=shown),
            Text("Nêu một thư mục mới hoặc trống.", "Name a new or empty folder."),
        )


def _last_year() -> int:
    """The last year that is over."""
    return date.today().year - 1


def _small(language: "PlanLanguage") -> Mapping[str, bytes]:
    from qt_ict.editing.small_plan import small_plan, small_plan_files

    return small_plan_files(small_plan(language, _last_year()), language)


def _from_workbook(workbook: Path, spoken: "PlanLanguage", given: Given) -> "BroughtIn":
    """The plan that a workbook holds; what was not read is told.

    Raises:
        Refusal: It cannot be opened.
        Broken: It cannot be read as a plan, told by sheet, row and column.
    """
    from qt_ict.diagnostics.finding import worst_first
    from qt_ict.editing.small_plan import taught
    from qt_ict.loading.sheet_files import sheets
    from qt_ict.presentation.findings import lines, plain
    from qt_ict.report.brought_in import brought_in

    require_workbook(workbook)
    found = brought_in(sheets(workbook), workbook, lambda plan: taught(plan, spoken.examples))
    for name in found.unread:
        say(f"qt-ict: {_UNREAD.fill(sheet=name).say(given.language)}\n")
    for name in found.hidden:
        say(f"qt-ict: {_HIDDEN.fill(sheet=name).say(given.language)}\n")
    for column in found.unkeyed:
        said = _UNKEYED_ROUND if column.key.startswith("figures!") else _UNKEYED
        say(f"qt-ict: {said.fill(**column._asdict()).say(given.language)}\n")
    for figure in found.begun_later:
        say(f"qt-ict: {_BEGUN_LATER.fill(**figure._asdict()).say(given.language)}\n")
    if not found.loads:
        raise Broken(found.errors, _NOTHING_WRITTEN)
    told = [each for each in worst_first(found.findings) if each.rule.severity == "warning"]
    if told:
        say(plain(lines(told, given.language)))
    return found


_NOTHING_WRITTEN = Text("Không ghi gì.", "Nothing was written.")
_STILL_WRITTEN = Text(
    "Kế hoạch vẫn được ghi, đúng như trong tệp. Sửa ở {folder}, hoặc sửa trong tệp rồi lấy lại vào một thư mục mới.",
    "The plan was written all the same, as the workbook has it. Mend it in {folder}, or in the workbook and bring that "
    "into a new folder.",
)
_UNREAD = Text(
    "trang {sheet} không được đọc: không thuộc kế hoạch", "the sheet {sheet} was not read: no part of a plan"
)

_HIDDEN = Text(
    "trang {sheet}: dòng, cột bị ẩn vẫn được đọc",
    "the sheet {sheet}: what is hidden there was read too",
)
_BEGUN_LATER = Text(
    "ô {cell} trống: số liệu {id} bắt đầu từ đợt {round}",
    "{cell} is empty: the figure {id} begins in the round {round}",
)
_UNKEYED = Text(
    "cột từ ô {first} trở xuống không được đọc: ô {key} không ghi khóa; cột của kế hoạch thì ghi khóa vào đó rồi lấy "
    "lại vào một thư mục mới",
    "the column from {first} downwards was not read: {key} says no key; if it is of the plan, write its key there and "
    "bring the workbook into a new folder",
)
_UNKEYED_ROUND = Text(
    "cột từ ô {first} trở xuống không được đọc: ô {key} không ghi khóa; số liệu của một đợt thì ghi mã của đợt vào đó, "
    "như 2023-12-31, rồi lấy lại vào một thư mục mới",
    "the column from {first} downwards was not read: {key} says no key; if it holds the numbers of a round, write the "
    "round's id there, such as 2023-12-31, and bring the workbook into a new folder",
)


def _begin(folder: Path, files: Mapping[str, bytes], spoken: "PlanLanguage", given: Given) -> int:
    """Write the files, and say what comes next."""
    from qt_ict.cli.folders import write_new

    write_new(folder, files)
    written = counted(len(files), Text("tệp", "file"))
    text = _FROM_WORKBOOK if given.from_workbook else _BEGUN
    said = text.fill(files=written, folder=folder, workbook=given.from_workbook, spoken=_spoken(spoken))
    print_text(said.say(given.language) + "\n")
    return Exit.DONE


_BEGUN = Text(
    "Đã ghi {files} vào {folder}: một kế hoạch nhỏ, mỗi loại mục một ví dụ.\n{spoken}\n"
    "Tiếp theo: mở các tệp, thay ví dụ bằng của mình, rồi kiểm tra: qt-ict validate {folder}\n"
    "Chênh lệch: qt-ict gap --data {folder}   Cách viết: qt-ict help begin",
    "Wrote {files} into {folder}: a small plan with an example of every entry.\n{spoken}\n"
    "Next: open the files, put your own in place of the examples, then check them: qt-ict validate {folder}\n"
    "The gaps: qt-ict gap --data {folder}   How it is written: qt-ict help begin",
)
_FROM_WORKBOOK = Text(
    "Đã ghi {files} vào {folder}, lấy từ {workbook}.\n"
    "Tiếp theo: qt-ict validate {folder}   rồi: qt-ict report --data {folder} -o report.html",
    "Wrote {files} into {folder}, taken from {workbook}.\n"
    "Next: qt-ict validate {folder}   then: qt-ict report --data {folder} -o report.html",
)


COMMAND = Command(
    "init",
    Text(
        "Bắt đầu một kế hoạch.\n\nGhi một kế hoạch nhỏ để sửa thành của mình; hoặc lấy kế hoạch từ tệp Excel.",
        "Begin a plan.\n\nWrites a small plan to make one's own; or takes a plan from a workbook.",
    ),
    (
        "qt-ict init my_plan",
        "qt-ict init my_plan --lang fr",
        "qt-ict init --template plan.xlsx",
        "qt-ict init my_plan --from plan.xlsx",
    ),
    ("plan_folder", "template", "from_workbook", "plan_lang"),
    _init,
)
