"""Options and arguments that several commands share, in one language."""

from pathlib import Path
from typing import Any, Literal

import typer

from qt_ict.language import Language, Text

Format = Literal["table", "json", "csv", "markdown"]


class Options:
    """Every option of qt-ict with its help in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

        def option(*names: str, help: Text, **settings: Any) -> Any:
            return typer.Option(*names, help=help.say(language), show_default=False, **settings)

        self.year = option(
            "--year",
            metavar="YEAR",
            help=Text("Chỉ các mục tiêu đến hạn năm này.", "Only targets due in this year."),
        )
        self.domain = option(
            "--domain",
            metavar="DOMAIN",
            help=Text("Chỉ một lĩnh vực, theo mã hoặc tên.", "Only one domain, by id or name."),
            autocompletion=_domains,
        )
        self.agency = option(
            "--agency",
            metavar="AGENCY",
            help=Text(
                "Chỉ một cơ quan chịu trách nhiệm, theo mã hoặc tên.",
                "Only one responsible agency, by id or name.",
            ),
            autocompletion=_agencies,
        )
        self.status = option("--status", help=Text("Chỉ một kết quả.", "Only one status."))
        self.sort = option(
            "--sort",
            help=Text("Thứ tự các dòng; mặc định theo kế hoạch.", "Order of the rows; the plan's by default."),
        )
        self.growth = option(
            "--growth",
            metavar="FIGURE=RATE%",
            help=Text(
                "Giả định mẫu số tăng mỗi năm đến hạn: households=1.2%. Dùng được nhiều lần.",
                "Assume that a denominator grows every year until due: households=1.2%. May be repeated.",
            ),
        )
        self.unmeasured = option(
            "--unmeasured",
            help=Text("Chỉ những gì kế hoạch hứa mà chưa ai đếm.", "Only what the plan promises and nobody counted."),
        )
        self.data = option(
            "--data",
            metavar="DIR",
            envvar="QT_ICT_DATA",
            help=Text(
                "Thư mục của kế hoạch; mặc định là kế hoạch ở thư mục hiện tại, nếu không có thì kế hoạch kèm theo.",
                "Folder of the plan; by default the plan in the current folder, else the shipped one.",
            ),
        )
        self.format = option(
            "--format",
            help=Text(
                "Dạng đầu ra; mặc định là bảng, hoặc theo đuôi tệp của -o.",
                "Form of the output; a table by default, or by the ending of -o.",
            ),
        )
        self.output = option(
            "-o",
            "--output",
            metavar="FILE",
            help=Text("Ghi vào tệp; không ghi đè tệp đã có.", "Write to a file; refuses one that exists."),
        )
        self.force = option("--force", help=Text("Cho phép -o ghi đè.", "Let -o replace a file."))
        self.lang = option(
            "--lang",
            help=Text(
                "Ngôn ngữ; mặc định theo QT_ICT_LANG hoặc hệ thống.",
                "Language; QT_ICT_LANG or the locale by default.",
            ),
        )
        self.version = option(
            "--version",
            help=Text("In phiên bản rồi thoát.", "Print the version and exit."),
            is_eager=True,
            callback=_version,
        )
        self.name = typer.Argument(
            metavar="NAME",
            help=Text("Mã của chỉ tiêu hoặc mục tiêu.", "Id of an indicator or target.").say(language),
            show_default=False,
            autocompletion=_names,
        )


def _version(wanted: bool) -> None:
    if wanted:
        from qt_ict import __version__

        typer.echo(f"qt-ict {__version__}")
        raise typer.Exit


def _domains() -> list[str]:
    plan = _plan()
    return list(plan.domains) if plan else []


def _agencies() -> list[str]:
    plan = _plan()
    return list(plan.agencies) if plan else []


def _names() -> list[str]:
    plan = _plan()
    return [*plan.targets, *plan.indicators] if plan else []


def _plan() -> Any:
    """The plan to complete names from; None where it cannot be read."""
    import os

    from qt_ict.loading.folder import load, plan_folder

    named = os.environ.get("QT_ICT_DATA")
    loaded, _ = load(plan_folder(Path(named) if named else None, Path()))
    return loaded.plan if loaded else None
