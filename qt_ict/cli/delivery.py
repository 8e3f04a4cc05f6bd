"""From a reply to the screen or a file, in the form asked for."""

import os
import sys
from pathlib import Path

from qt_ict.cli.given import Given
from qt_ict.cli.output import print_bytes, print_text, require_output, say, write_bytes
from qt_ict.diagnostics.refusal import Refusal
from qt_ict.language import Language, Text
from qt_ict.presentation.formats import Format, Says, Setting, chosen, named, on_screen
from qt_ict.presentation.stream import speaks_unicode
from qt_ict.report.reply import Reply

SCREEN = frozenset(("-", "/dev/stdout", "/proc/self/fd/1", "/dev/fd/1"))
"""Names of standard output."""


def deliver(reply: Reply, given: Given, usual: str) -> None:
    """Print or write a reply.

    Args:
        reply: What a command says.
        given: Where to, in what form, in which language.
        usual: The form of what is printed when nobody asks for one.

    Raises:
        Refusal: The file exists or cannot be written, or the reply cannot be written so.
    """
    file = None if given.output is None or str(given.output) in SCREEN else given.output
    form = chosen(given.asked_form, file, usual, _offered(reply))
    language = language_of(given, reply.readers)
    if file is not None:
        written, left_out = form.written(reply, _setting(reply, given, language))
        write_bytes(file, form.in_file(written), force=given.force)
        _tell(left_out, language)
        return
    screen = require_output()
    if form.says in ("document", "findings") and form.name in _SHOWN and screen.isatty():
        _show(reply, _setting(reply, given, language))
        return
    written, left_out = form.written(reply, _setting(reply, given, language, ascii_only=not speaks_unicode()))
    if form.states_utf8:
        print_bytes(form.in_file(written))
    elif isinstance(written, str):
        print_text(written)
    elif given.output is None:
        raise _not_printed(form)
    else:
        print_bytes(written)
    _tell(left_out, language)


_SHOWN = ("table", "text")
"""Forms that a terminal shows in its own way."""


def language_of(given: Given, readers: Language) -> Language:
    """The language of a reply: the reader's; of a document that is handed on, that of its readers.

    Args:
        given: What the command line says.
        readers: The language of those whom a document is handed on to, where nobody says another.

    Raises:
        Refusal: QT_ICT_LANG names neither vi nor en.
    """
    from qt_ict.cli.languages import document_language

    if given.command_writes_documents:
        return document_language(given.document_lang, os.environ, readers)
    return given.language


def _offered(reply: Reply) -> tuple[str, ...]:
    """Names of the forms in which a reply can be written."""
    says: dict[Says, object] = {
        "document": reply.document if reply.findings is None else None,
        "data": reply.data,
        "rows": reply.rows,
        "findings": reply.findings,
        "charts": reply.charts,
    }
    return named(*(each for each, there in says.items() if there is not None))


def _tell(left_out: Text, language: Language) -> None:
    """Say beside the output what it had no room for."""
    if left_out:
        say(f"qt-ict: {left_out.say(language)}\n")


def _show(reply: Reply, setting: Setting) -> None:
    """Print a reply on a terminal."""
    if reply.findings is not None:
        from qt_ict.presentation.terminal_findings import show_report

        show_report(reply.findings, setting.language, sys.stdout)
    elif reply.document is not None:
        from qt_ict.presentation.terminal import show

        show(on_screen(reply, setting), setting.language, sys.stdout)


def _not_printed(form: Format) -> Refusal:
    ending = form.endings[0]
    return Refusal(
        Text("{name} không in ra màn hình", "{name} is not printed").fill(name=form.name),
        Text(
            "Thêm -o TỆP{ending}; -o - để chuyển tiếp qua ống.", "Add -o FILE{ending}; -o - to hand it on in a pipe."
        ).fill(ending=ending),
    )


def _setting(reply: Reply, given: Given, language: Language, *, ascii_only: bool = False) -> Setting:
    """For whom a reply is written; findings count their paths from the root of the repository."""
    if reply.findings is None:
        fitted = given.fits_screen
        return Setting(language, ascii_only, wide=given.wide, fitted=fitted, unfolded=given.unfolded)
    from qt_ict.presentation.paths import repository_root

    plans = [Path(each.folder) for each in reply.findings.plans]
    return Setting(language, ascii_only, repository_root(Path(), plans, os.environ.get("GITHUB_WORKSPACE")))
