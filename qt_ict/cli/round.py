"""``qt-ict round new DATE`` and ``qt-ict round add FILE``: later rounds of figures."""

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from qt_ict.cli.command import Command, CommandGroup
from qt_ict.cli.failures import Exit
from qt_ict.cli.given import PLAN, Given
from qt_ict.cli.output import print_text, say, unwritable
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text

if TYPE_CHECKING:
    from qt_ict.editing.addition import Bringing
    from qt_ict.loading.folder import Loaded


def _new(given: Given) -> None:
    from qt_ict.cli.plans import loaded

    plan = loaded(given.data)
    require_own(plan, named=given.data is not None)
    file = _create(plan, given.date, given.language)
    print_text(_CREATED.fill(file=file, folder=shlex.quote(str(plan.folder))).say(given.language) + "\n")


def _add(given: Given) -> int:
    from qt_ict.cli.delivery import deliver
    from qt_ict.cli.plans import loaded
    from qt_ict.report.round_add import reply

    plan, language = loaded(given.data), given.language
    require_own(plan, named=given.data is not None)
    found = _brought(plan, given)
    deliver(reply(plan, found), given, "table")
    if found.doubtful:
        return _said(_DOUBTFUL, language, Exit.DATA_BREAK_A_RULE)
    if not found.files:
        return _said(_NOTHING_NEW, language)
    files = ", ".join(str(each.file) for each in found.files)
    if given.dry_run or not (given.yes or _agreed(_ASK.fill(file=files), language)):
        return _said(_NOT_WRITTEN, language)
    _write(found, Path(plan.folder))
    count = sum(len(each.proposal.changes) for each in found.additions)
    made = any(each.read is None for each in found.files)
    written = _WRITTEN.fill(count=count, file=files, folder=plan.folder) + (_NAME_DOCUMENTS if made else "")
    return _said(written, language)


def _brought(plan: "Loaded", given: Given) -> "Bringing":
    """What the sheet that was named brings into the plan."""
    from qt_ict.editing.addition import bringing, chosen_round, chosen_sheet
    from qt_ict.editing.how_read import HowRead, declared_flags
    from qt_ict.editing.new_figures import new_figures
    from qt_ict.editing.remembered import declared_in, with_remembered
    from qt_ict.loading.sheet_files import sheets
    from qt_ict.loading.sheet_headings import declared_columns, headed_sheet, require_found

    columns = declared_columns(given.columns) if given.columns else {}
    flags = declared_flags(given.flags) if given.flags else {}
    how = with_remembered(HowRead(given.numbers, columns, flags), plan)
    named = chosen_round(plan, given.into) if given.into is not None else None
    names = {name for each in plan.plan.rounds for name in each.figures}
    new = new_figures(given.new_figure or (), plan.plan.units, names)
    sheet = chosen_sheet(sheets(given.sheet_file, how.columns), given.sheet, how.columns)
    found = bringing(plan, named, sheet, how, new, given.language)
    require_found(sheet, headed_sheet(sheet, how.columns), columns)
    return found._replace(remembered=declared_in(plan, columns, flags))


_CREATED = Text(
    "Đã tạo {file}. Điền số liệu, hoặc: qt-ict round add TỆP --data {folder}",
    "Made {file}. Fill it in, or: qt-ict round add FILE --data {folder}",
)
_DOUBTFUL = Text("Không ghi gì: sửa các ô trên rồi chạy lại.", "Nothing was written: mend these cells, then run again.")
_NOTHING_NEW = Text("Không có gì để ghi.", "There is nothing to write.")
_NOT_WRITTEN = Text("Không ghi gì.", "Nothing was written.")
_ASK = Text("Ghi vào {file}? [y/N] ", "Write to {file}? [y/N] ")
_WRITTEN = Text(
    "Đã ghi {file}, {count} giá trị. Kiểm tra: qt-ict validate {folder}",
    "Wrote {file}, values: {count}. Check them: qt-ict validate {folder}",
)


_NAME_DOCUMENTS = Text(
    "\nĐiền số, ký hiệu văn bản (document) vào các tệp mới.",
    "\nWrite the number of the document into the new files, under document.",
)


def _said(text: Text, language: Language, code: Exit = Exit.DONE) -> int:
    print_text(f"\n{text.say(language)}\n")
    return code


def _create(plan: "Loaded", text: str, language: Language) -> Path:
    """Write the form of a new round.

    Raises:
        Refusal: The round is there, or its file cannot be written.
    """
    from qt_ict.editing.round_form import form, round_date
    from qt_ict.editing.writing import create
    from qt_ict.loading.folder import ROUNDS_FOLDER

    date = round_date(text, plan.plan)
    folder = Path(plan.folder)
    file = folder / ROUNDS_FOLDER / f"{date.isoformat()}.yaml"
    schema = "schema/round.json"
    content = form(plan.plan, date, language, f"../{schema}" if (folder / schema).is_file() else None)
    try:
        file.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise unwritable(file.parent, error) from None
    try:
        create(file, content.encode("utf-8"))
    except FileExistsError:
        raise Refusal(
            Text("đã có {file}", "{file} is there already").fill(file=file),
            Text(
                "Điền vào tệp đó, hoặc: qt-ict round add TỆP --data {folder}",
                "Fill it in, or: qt-ict round add FILE --data {folder}",
            ).fill(folder=shlex.quote(str(folder))),
        ) from None
    except OSError as error:
        raise unwritable(file, error) from None
    return file


def require_own(plan: "Loaded", named: bool) -> None:
    """Refuse to write into the plan that comes with qt-ict, unless it is named or lies in the current folder.

    Args:
        plan: The plan.
        named: True where the user has named its folder.
    """
    import qt_ict

    installed = Path(qt_ict.__file__).resolve().parent in Path(plan.folder).resolve().parents
    here = any(os.path.realpath(plan.folder) == os.path.realpath(each) for each in (".", "data"))
    if installed or (plan.shipped and not named and not here):
        raise Refusal(
            Text("kế hoạch kèm theo qt-ict không ghi vào được", "the plan shipped with qt-ict is not written to"),
            Text(
                "Chép thư mục {folder} thành my_plan, rồi thêm --data my_plan.",
                "Copy the folder {folder} to my_plan, then add --data my_plan.",
            ).fill(folder=plan.folder),
        )


def _agreed(question: Text, language: Language) -> bool:
    """Whether somebody at the terminal says yes.

    Raises:
        Refusal: Nobody can be asked.
    """
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refusal(
            Text("không ghi gì: không có ai để hỏi", "nothing was written: there is nobody to ask"),
            Text("Thêm --yes để ghi, hoặc --dry-run để chỉ xem.", "Add --yes to write, or --dry-run only to look."),
        )
    say(question.say(language))
    return sys.stdin.readline().strip().casefold() in _YES


_YES = ("y", "yes", "c", "co", "có")


def _write(found: "Bringing", folder: Path) -> None:
    from qt_ict.editing.addition import changed
    from qt_ict.editing.writing import BusyError, ChangedMeanwhileError

    try:
        found.write(folder)
    except (ChangedMeanwhileError, FileExistsError) as error:
        raise changed(Path(str(error.filename or error))) from None
    except BusyError:
        raise Refusal(
            Text("một lệnh qt-ict khác đang ghi {file}", "another qt-ict is writing {file}").fill(file=folder),
            Text("Chờ lệnh đó xong rồi chạy lại.", "Wait for it, then run this again."),
        ) from None
    except OSError as error:
        raise unwritable(Path(error.filename or folder), error) from None


COMMAND = CommandGroup(
    "round",
    Text(
        "Các đợt số liệu sau năm gốc.\n\nTạo tệp của một đợt, đưa số liệu từ bảng tính vào.",
        "Rounds of figures after the baseline.\n\nMake the file of a round, bring figures of a sheet into it.",
    ),
    ("qt-ict round new 2012-06-30", "qt-ict round add report.xlsx --dry-run"),
    (
        Command(
            "new",
            Text(
                "Tạo tệp của một đợt để điền.\n\nCó mọi số liệu, giá trị đợt trước ở bên cạnh. Để trống vẫn hợp lệ.",
                "Make the file of a round to fill in.\n\n"
                "It has every figure with its previous value. Empty values are valid.",
            ),
            ("qt-ict round new 2012-06-30", "qt-ict round new 2012-12-31 --data my_plan"),
            ("date", *PLAN),
            _new,
        ),
        Command(
            "add",
            Text(
                "Đưa số liệu từ CSV hoặc XLSX vào tệp của một đợt.\n\n"
                "Cần cột số liệu và cột giá trị (figure, value; tiêu đề khác thì nêu --columns), hoặc mỗi năm một cột. "
                "In giá trị cũ, mới và thay đổi rồi mới hỏi có ghi không.",
                "Bring figures of a CSV or XLSX file into the files of rounds.\n\n"
                "It needs a column of figures and one of values (figure, value; say --columns for other headings), "
                "or a column per year. Old value, new value and change are shown, and it asks before it writes.",
            ),
            (
                "qt-ict round add report.csv --numbers vi --dry-run",
                "qt-ict round add report.xlsx --round 2012-06-30 --sheet Report",
                'qt-ict round add years.csv --columns "Chỉ tiêu=figure, Ghi chú=unused" --numbers en --dry-run',
            ),
            ("sheet_file", "into", "sheet", "columns", "numbers", "flags", "new_figure", "yes", "dry_run", *PLAN),
            _add,
        ),
    ),
)
