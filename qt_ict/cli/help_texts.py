"""Help pages in the reader's language, with examples."""

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from qt_ict.language import Language, Text

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
        "Show completion for the current shell, to copy it or customize the installation.",
        "In mã tự hoàn thành của shell này để chép.",
    ),
)
"""Words of typer's own help pages, which it has in English alone."""

_EXAMPLES = Text("Ví dụ:", "Examples:")


def translated(page: str, language: Language) -> str:
    """A help page with typer's own words in the language."""
    if language == "vi":
        for english, vietnamese in _VIETNAMESE:
            # Where a line of help breaks follows the width of the terminal.
            page = re.sub(r"\s+".join(map(re.escape, english.split(" "))), vietnamese, page)
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
