"""``qt-ict diff OLD NEW``."""

from pathlib import Path
from typing import Annotated

from qt_ict.cli.help import Commands
from qt_ict.cli.options import Format, Options
from qt_ict.cli.output import Output
from qt_ict.language import Language, Text

_ABOUT = Text(
    "Hai phiên bản của kế hoạch khác nhau ở đâu.\n\n"
    "Số liệu nào đã đổi, kết quả nào đổi theo và vì số liệu nào. Mỗi phiên bản là một thư mục, hoặc một phiên bản git "
    "của kế hoạch ở --data. Tên vừa là thư mục vừa là phiên bản thì chỉ thư mục; viết TÊN~0 để chỉ phiên bản.",
    "What differs between two versions of a plan.\n\n"
    "Which figures changed, which verdicts changed with them, and because of which figure. Each version is a folder, "
    "or a git revision of the plan of --data. A name that is both means the folder; NAME~0 means the revision.",
)
_EXAMPLES = ("qt-ict diff my_plan_2011 my_plan", "qt-ict diff main data", "qt-ict diff HEAD~3 HEAD --format markdown")


def register(commands: Commands, o: Options) -> None:
    """Add the command."""

    @commands.command("diff", _ABOUT, _EXAMPLES)
    def diff(
        old: Annotated[str, o.old],
        new: Annotated[str, o.new],
        form: Annotated[Format | None, o.format] = None,
        output: Annotated[Path | None, o.output] = None,
        force: Annotated[bool, o.force] = False,
        data: Annotated[Path | None, o.data] = None,
        lang: Annotated[Language, o.lang] = o.language,
    ) -> None:
        from qt_ict.cli.versions import versions
        from qt_ict.report import diff as report

        found = report.compared(*versions(old, new, data))
        Output(lang, form, output, force).deliver(
            lambda: report.page(found), lambda: report.document(found), report.COLUMNS
        )
