"""What goes wrong in a run, as one message in the reader's language and an exit code."""

import re
from enum import IntEnum
from pathlib import Path
from typing import Any

from typer.exceptions import TyperException

from qt_ict import interrupts
from qt_ict.cli.output import say
from qt_ict.diagnostics.finding import LONGEST_ASKED, excerpt
from qt_ict.diagnostics.refusal import Broken, Refusal
from qt_ict.language import Language, Text
from qt_ict.nearest import suggestion
from qt_ict.presentation.stream import printable


class Exit(IntEnum):
    """Exit codes; the same for every command."""

    DONE = 0
    DATA_BREAK_A_RULE = 1
    COULD_NOT_RUN = 2
    BUG = 3
    INTERRUPTED = interrupts.INTERRUPTED


_USAGE = (
    (r"No such command '(?P<name>[^']*)'", Text("không có lệnh {name}", "there is no command {name}")),
    (r"Missing command(?P<name>)", Text("thiếu tên lệnh", "a command is missing")),
    (r"No such option: (?P<name>\S+)", Text("không có tùy chọn {name}", "there is no option {name}")),
    (
        r"Invalid value for '(?P<name>[^']*)'.*valid integer",
        Text("{name} cần một số nguyên, như 2015", "{name} needs a whole number such as 2015"),
    ),
    (
        r"Invalid value for '(?P<name>[^']*)'.*?'(?P<value>[^']*)' is not one of (?P<known>.*?)\.?$",
        Text("{name}: {value} không phải một trong {known}", "{name}: {value} is not one of {known}"),
    ),
    (
        r"Invalid value for '?(?P<name>[^':]*)'?",
        Text("giá trị của {name} không hợp lệ", "the value of {name} is not valid"),
    ),
    (r"Missing \w+ '?(?P<name>[^'.]*)'?", Text("thiếu {name}", "{name} is missing")),
    (r"Option '(?P<name>[^']*)' requires", Text("{name} cần một giá trị", "{name} needs a value")),
    (
        r"unexpected extra argument.*\((?P<name>.*)\)",
        Text("thừa tham số {name}", "{name} is one argument too many"),
    ),
    (
        r"Option '(?P<name>[^']*)' does not take a value",
        Text("{name} không nhận giá trị", "{name} takes no value"),
    ),
)
"""What typer says of a wrong command line, and what we say."""


def data(broken: Broken, language: Language) -> Exit:
    """Report everything that is wrong with the data."""
    from qt_ict.presentation.findings import report

    say(report(broken.findings, language))
    if broken.outcome:
        say(f"{broken.outcome.say(language)}\n")
    unreadable = any(finding.rule.unreadable for finding in broken.findings)
    return Exit.COULD_NOT_RUN if unreadable else Exit.DATA_BREAK_A_RULE


def refused(error: Refusal, language: Language) -> Exit:
    """Report a request that cannot be answered."""
    return _could_not_run(error.problem, error.advice, language)


def usage(error: TyperException, language: Language, arguments: list[str]) -> Exit:
    """Report a command line that cannot be understood."""
    from qt_ict.cli.app import COMMANDS

    problem, name = _translated(error.format_message())
    command = next((each for each in arguments if each in COMMANDS), None)
    context = getattr(error, "ctx", None)
    known = COMMANDS if command is None else tuple(getattr(error, "possibilities", None) or _commands(context))
    near = suggestion(name, known)
    path = context.command_path if context and command else " ".join(filter(None, ("qt-ict", command)))
    see = f"{path} --help"
    return _could_not_run(problem, Text("{near}Xem: {see}", "{near}See: {see}").fill(near=near, see=see), language)


def _commands(context: Any) -> tuple[str, ...]:
    """The commands of a group in which something was asked for; none of a single command."""
    return tuple(getattr(context.command, "commands", ())) if context else ()


def _translated(message: str) -> tuple[Text, str]:
    for pattern, text in _USAGE:
        found = re.search(pattern, message, re.DOTALL)
        if found:
            values = {key: excerpt(value.replace("'", ""), LONGEST_ASKED) for key, value in found.groupdict().items()}
            return text.fill(**values), values["name"]
    return Text.same(message), ""


def operating_system(error: OSError, language: Language) -> Exit:
    """Report output that cannot be written."""
    cause = error.strerror or str(error)
    problem = Text("không ghi được kết quả: {cause}", "the output cannot be written: {cause}").fill(cause=cause)
    return _could_not_run(problem, Text("Kiểm tra chỗ ghi.", "Check where it goes."), language)


def closed_pipe() -> Exit:
    """The reader of a pipe has seen enough."""
    return Exit.DONE


def interrupted() -> Exit:
    """The user pressed Ctrl-C."""
    return Exit.INTERRUPTED


def bug(error: Exception, language: Language) -> Exit:
    """Ask to report what should not have happened, with the places it passed."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)[-4:]
    passed = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    what = f"{type(error).__name__}: {error} ({passed})"
    problem = Text("lỗi của qt-ict: {what}", "a bug in qt-ict: {what}").fill(what=what)
    advice = Text(
        "Xin báo lại dòng này cùng lệnh đã gõ và dữ liệu.",
        "Please report this line with the command and the data.",
    )
    _write(problem, advice, language)
    return Exit.BUG


def _could_not_run(problem: Text, advice: Text, language: Language) -> Exit:
    _write(problem, advice, language)
    return Exit.COULD_NOT_RUN


def _write(problem: Text, advice: Text, language: Language) -> None:
    say(f"qt-ict: {printable(problem.say(language))}\n  = {printable(advice.say(language))}\n")
