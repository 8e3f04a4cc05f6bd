"""The commands of qt-ict, gathered."""

from typing import Annotated

import typer

from qt_ict.cli import explain, gap, growth, show, targets
from qt_ict.cli.help import Commands, examples, group_class
from qt_ict.cli.options import Options
from qt_ict.language import Language, Text

_ABOUT = Text(
    "qt-ict tính một kế hoạch phát triển CNTT-TT: chỉ tiêu, mục tiêu, khoảng cách.",
    "qt-ict computes an ICT development plan: indicators, targets, gaps.",
)
_EXAMPLES = ("qt-ict gap --year 2015", "qt-ict explain tv_2015", "qt-ict show --domain households")


def build(language: Language) -> typer.Typer:
    """The application in one language."""
    app = typer.Typer(
        name="qt-ict",
        cls=group_class(language),
        help=_ABOUT.say(language),
        epilog=examples(language, _EXAMPLES),
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )
    options = Options(language)

    @app.callback()
    def root(
        version: Annotated[bool, options.version] = False,
        lang: Annotated[Language, options.lang] = language,
    ) -> None:
        """Options that stand before the command; both are answered before it runs."""

    commands = Commands(app, language)
    for module in (gap, growth, show, targets, explain):
        module.register(commands, options)
    return app
