"""One run: choose the language, run the command, turn what goes wrong into an exit code."""

import os
from itertools import pairwise
from pathlib import Path

from typer.exceptions import Abort, TyperException

from qt_ict.cli import failures
from qt_ict.cli.languages import language
from qt_ict.cli.pipe import ReaderGone
from qt_ict.diagnostics.refusal import Broken, Refusal
from qt_ict.language import Language, Text
from qt_ict.presentation.stream import prepare


def run(arguments: list[str]) -> int:
    """Run one command line.

    Args:
        arguments: The arguments after the program's name.

    Returns:
        The exit code, see ``failures.Exit``.
    """
    prepare()
    try:
        chosen = language(arguments, os.environ)
    except Refusal as error:
        return failures.refused(error, "en")
    return _run(arguments, chosen)


def _run(arguments: list[str], chosen: Language) -> int:
    try:
        from qt_ict.cli.app import build

        _require_words(arguments)
        code = build(chosen, arguments)(arguments or ["--help"], standalone_mode=False, prog_name="qt-ict")
        if not arguments:
            _point_to_the_page(chosen)
        return int(code or failures.Exit.DONE)
    except Broken as broken:
        return failures.data(broken, chosen)
    except Refusal as error:
        return failures.refused(error, chosen)
    except TyperException as error:
        return failures.usage(error, chosen, arguments)
    except ReaderGone:
        return failures.closed_pipe()
    except OSError as error:
        return failures.operating_system(error, chosen)
    except SystemExit as ended:
        # So typer leaves when a shell has asked what may stand on the command line.
        return ended.code if isinstance(ended.code, int) else failures.Exit.DONE
    except (KeyboardInterrupt, EOFError, Abort):
        return failures.interrupted()
    except Exception as error:
        return failures.bug(error, chosen)


def _point_to_the_page(chosen: Language) -> None:
    """Where a plan lies in the folder, say how to see it on one page."""
    from qt_ict.cli.output import print_text
    from qt_ict.loading.folder import plan_in

    found = plan_in(Path())
    if found is not None:
        print_text("\n" + _PAGE.fill(folder=found).say(chosen) + "\n")


_PAGE = Text(
    "Có một kế hoạch ở đây ({folder}); tình hình trên một trang: qt-ict brief",
    "There is a plan here ({folder}); where it stands on one page: qt-ict brief",
)


def _require_words(arguments: list[str]) -> None:
    """Nothing is meant by an argument of no letters; as a path it would be the current folder.

    Raises:
        Refusal: There is one.
    """
    for before, argument in pairwise(("qt-ict", *arguments)):
        nameless = argument.startswith("--") and argument.find("=") == len(argument) - 1
        if not argument or nameless:
            raise Refusal(
                Text("tham số sau {before} để trống", "the argument after {before} is empty").fill(
                    before=argument or before
                ),
                Text(
                    "Biến của shell chưa có giá trị? Thư mục hiện tại viết là một dấu chấm.",
                    "Is a variable of the shell not set? The current folder is written as a dot.",
                ),
            )
