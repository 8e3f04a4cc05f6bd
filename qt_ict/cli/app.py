"""The commands of qt-ict, gathered."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, Literal

import typer

from qt_ict.cli.command import add, info
from qt_ict.cli.help_texts import examples, group_class
from qt_ict.language import Language, Text

_ABOUT = Text(
    "qt-ict tính một kế hoạch phát triển CNTT-TT: chỉ tiêu, mục tiêu, chênh lệch.",
    "qt-ict computes an ICT development plan: indicators, targets, gaps.",
)
_EXAMPLES = ("qt-ict gap --year 2015", "qt-ict explain tv_2015", "qt-ict show --domain households")


COMMANDS = (
    "init",
    "brief",
    "gap",
    "growth",
    "progress",
    "forecast",
    "path",
    "methods",
    "show",
    "targets",
    "explain",
    "diff",
    "compare",
    "report",
    "chart",
    "export",
    "validate",
    "round",
    "rename",
    "schema",
    "help",
)
"""The commands in the order of the help page; each is a module of this package."""


def build(language: Language, arguments: Sequence[str]) -> typer.Typer:
    """The application in one language, with the command asked for; with all where none is.

    Args:
        language: The language of help pages.
        arguments: The command line; the commands that it does not name are not imported.
    """
    app = typer.Typer(
        name="qt-ict",
        cls=group_class(language),
        help=_ABOUT.say(language),
        epilog=examples(language, _EXAMPLES),
        context_settings={"help_option_names": ["-h", "--help"]},
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )

    @app.callback()
    def root(
        version: Annotated[bool, _version_option(language)] = False,
        lang: Annotated[Literal["vi", "en"] | None, info("lang", language)] = None,
    ) -> None:
        """Options that stand before the command; both are answered before it runs."""

    for name in [each for each in arguments[:1] if each in COMMANDS] or COMMANDS:
        add(app, import_module(f"qt_ict.cli.{name}").COMMAND, language)
    return app


def _version_option(language: Language) -> Any:
    about = Text("In phiên bản rồi thoát.", "Print the version and exit.")
    return typer.Option(
        "--version", help=about.say(language), show_default=False, is_eager=True, callback=_print_version
    )


def _print_version(wanted: bool) -> None:
    if wanted:
        from qt_ict import __version__

        typer.echo(f"qt-ict {__version__}")
        raise typer.Exit
