"""Help pages in the reader's language, with examples."""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperCommand, TyperGroup

from qt_ict.language import Language, Text

CommandFunction = TypeVar("CommandFunction", bound=Callable[..., int | None])

_VIETNAMESE = (
    ("Usage:", "Cách dùng:"),
    ("[OPTIONS]", "[TÙY CHỌN]"),
    ("COMMAND [ARGS]...", "LỆNH [THAM SỐ]..."),
    ("Arguments:", "Tham số:"),
    ("Options:", "Tùy chọn:"),
    ("Commands:", "Lệnh:"),
    ("[required]", "[bắt buộc]"),
    ("[env var:", "[biến môi trường:"),
    ("Show this message and exit.", "In trợ giúp này rồi thoát."),
    ("Install completion for the current shell.", "Cài đặt tự hoàn thành cho shell này."),
    (
        "Show completion for the current shell, to copy it or\n                        customize the installation.",
        "In mã tự hoàn thành của shell này để chép.",
    ),
)
"""Words of typer's own help pages, which it has in English alone."""

_EXAMPLES = Text("Ví dụ:", "Examples:")


def translated(page: str, language: Language) -> str:
    """A help page with typer's own words in the language."""
    if language == "vi":
        for english, vietnamese in _VIETNAMESE:
            page = page.replace(english, vietnamese)
    return page


def command_class(language: Language) -> type[TyperCommand]:
    """A command whose help is in the language."""

    class Command(TyperCommand):
        def get_help(self, ctx: Any) -> str:
            return translated(super().get_help(ctx), language)

    return Command


def group_class(language: Language) -> type[TyperGroup]:
    """A group of commands whose help is in the language, commands in the order of their making."""

    class Group(TyperGroup):
        def get_help(self, ctx: Any) -> str:
            return translated(super().get_help(ctx), language)

    return Group


def examples(language: Language, lines: tuple[str, ...]) -> str:
    """Example commands as the end of a help page."""
    return "\n".join(("\b", _EXAMPLES.say(language), *(f"  {line}" for line in lines)))


class Commands:
    """Where the commands of one run are made, all in one language."""

    def __init__(self, app: typer.Typer, language: Language) -> None:
        self.app = app
        self.language: Language = language

    def command(self, name: str, help: Text, lines: tuple[str, ...]) -> Callable[[CommandFunction], CommandFunction]:
        """The decorator that adds a command with its help and examples."""
        return self.app.command(
            name,
            cls=command_class(self.language),
            help=help.say(self.language),
            epilog=examples(self.language, lines),
        )

    def group(self, name: str, help: Text, lines: tuple[str, ...], lang: Any) -> "Commands":
        """A command that has commands of its own, with its help and examples.

        Args:
            name: Its name.
            help: What it is about.
            lines: Examples.
            lang: The option ``--lang``, which may stand before the command too.
        """
        app = typer.Typer(
            cls=group_class(self.language),
            help=help.say(self.language),
            epilog=examples(self.language, lines),
            rich_markup_mode=None,
        )
        chosen: Language = self.language

        @app.callback()
        def root(lang: Annotated[Language, lang] = chosen) -> None:
            """The option is answered before the command runs."""

        self.app.add_typer(app, name=name)
        return Commands(app, self.language)
