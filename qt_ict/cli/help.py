"""``qt-ict help [PAGE]``: the pages that come with the package."""

from qt_ict.cli.command import Command
from qt_ict.cli.given import Given
from qt_ict.cli.output import print_text
from qt_ict.diagnostics.refusal import unknown
from qt_ict.language import Language, Text


def _help(given: Given) -> None:
    from qt_ict.cli.app import COMMANDS
    from qt_ict.loading.manual import ALSO, PAGES, page_file

    asked = (given.page or "").removesuffix(".md").lower()
    name = ALSO.get(asked, asked)
    if not name:
        print_text(_contents(given.language))
    elif name in PAGES:
        file = page_file(name)
        print_text(f"{file.read_text(encoding='utf-8').rstrip()}\n\n{_WHERE.fill(file=file).say(given.language)}\n")
    elif name in COMMANDS:
        from qt_ict.cli.app import build

        build(given.language, [name])([name, "--help"], standalone_mode=False, prog_name="qt-ict")
    else:
        raise unknown(Text("trang", "page"), asked, {**PAGES, **dict.fromkeys(ALSO, Text("", ""))}, "qt-ict help")


def _contents(language: Language) -> str:
    """What there is to read, and where the examples lie."""
    from qt_ict.loading.folder import shipped_folder
    from qt_ict.loading.manual import PAGES, examples_folder

    width = max(map(len, PAGES))
    lines = [f"  {name:{width}}  {about.say(language)}" for name, about in PAGES.items()]
    plans = _PLANS.fill(shipped=shipped_folder(), examples=examples_folder()).say(language)
    return "\n".join((_READ.say(language), "", *lines, "", plans, ""))


_READ = Text("Đọc một trang (viết bằng tiếng Anh): qt-ict help TÊN", "Read a page: qt-ict help NAME")
_WHERE = Text("Tệp: {file}", "File: {file}")
_PLANS = Text(
    "Kế hoạch kèm theo: {shipped}\nVí dụ: {examples}\nMột quy tắc của validate: qt-ict explain QT401",
    "The shipped plan: {shipped}\nExamples: {examples}\nA rule of validate: qt-ict explain QT401",
)


COMMAND = Command(
    "help",
    Text(
        "Đọc tài liệu kèm theo.\n\nKhông nêu tên thì liệt kê các trang; tên một lệnh thì in trợ giúp của lệnh ấy.",
        "Read the pages that come with the package.\n\nWithout a name they are listed; the name of a command prints "
        "its help.",
    ),
    ("qt-ict help", "qt-ict help data", "qt-ict help begin"),
    ("page", "lang"),
    _help,
)
