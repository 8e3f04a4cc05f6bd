"""Arguments of the commands, in one language."""

from typing import Any

import typer

from qt_ict.cli import completion
from qt_ict.language import Language, Text


class Arguments:
    """Every argument of qt-ict with its help in one language."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    @property
    def paths(self) -> Any:
        """The arguments of ``validate``."""
        says = Text(
            "Thư mục của kế hoạch, hoặc các tệp trong đó; mặc định như --data.",
            "Folders of plans, or files in them; by default as with --data.",
        ).say(self.language)
        return typer.Argument(metavar="DIR|FILE", help=says, show_default=False)

    @property
    def name(self) -> Any:
        """The argument of ``explain``."""
        says = Text(
            "Mã của chỉ tiêu hoặc mục tiêu, hoặc mã quy tắc.", "Id of an indicator or target, or code of a rule."
        ).say(self.language)
        return typer.Argument(metavar="NAME", help=says, show_default=False, autocompletion=completion.names)

    @property
    def indicator(self) -> Any:
        """The argument of ``path`` and ``methods``."""
        says = Text("Mã của chỉ tiêu, hoặc của mục tiêu mà nó đo.", "Id of an indicator, or of a target it measures.")
        return typer.Argument(
            metavar="INDICATOR", help=says.say(self.language), show_default=False, autocompletion=completion.indicators
        )

    @property
    def old(self) -> Any:
        """The first argument of ``diff``."""
        return self._version(
            "OLD",
            Text("Phiên bản trước: thư mục hoặc phiên bản git.", "The version before: a folder or a git revision."),
        )

    @property
    def new(self) -> Any:
        """The second argument of ``diff``."""
        return self._version(
            "NEW", Text("Phiên bản sau: thư mục hoặc phiên bản git.", "The version after: a folder or a git revision.")
        )

    def _version(self, name: str, help: Text) -> Any:
        return typer.Argument(metavar=name, help=help.say(self.language), show_default=False)

    @property
    def package(self) -> Any:
        """The folder of a data package."""
        says = Text("Thư mục để ghi.", "Folder to write.").say(self.language)
        return typer.Argument(metavar="DIR", help=says, show_default=False)

    @property
    def folder(self) -> Any:
        """The argument of ``schema``."""
        says = Text(
            "Thư mục để ghi, bên cạnh các tệp YAML; mặc định là schema.",
            "Folder to write, beside the YAML files; schema by default.",
        ).say(self.language)
        return typer.Argument(metavar="DIR", help=says, show_default=False)

    @property
    def date(self) -> Any:
        """The argument of ``round new``."""
        says = Text("Ngày của đợt: 2012-06-30.", "Date of the round: 2012-06-30.").say(self.language)
        return typer.Argument(metavar="DATE", help=says, show_default=False)

    @property
    def sheet_file(self) -> Any:
        """The argument of ``round add``."""
        says = Text("Tệp .csv hoặc .xlsx.", "A .csv or .xlsx file.").say(self.language)
        return typer.Argument(metavar="FILE", help=says, show_default=False)
