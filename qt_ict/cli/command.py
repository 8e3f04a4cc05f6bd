"""A command: what it is about, what it takes, what it does; and how typer learns of it."""

import inspect
import typing
from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple

import typer

from qt_ict.cli.given import REQUIRED, TAKEN, Given, Taken
from qt_ict.cli.help_texts import command_class, examples, group_class
from qt_ict.cli.placeholders import placeholder
from qt_ict.language import Language, Text
from qt_ict.report.reply import Reply


class Command(NamedTuple):
    """A command of qt-ict."""

    name: str
    about: Text
    examples: tuple[str, ...]
    takes: tuple[str, ...]
    """Names of what it takes, see ``Given``; arguments first."""
    run: Callable[[Given], Reply | int | None]
    """What it does: a reply is delivered, a number is the exit code."""
    usual: str = "table"
    """The form of its reply when nobody asks for one."""


class CommandGroup(NamedTuple):
    """A command that has commands of its own."""

    name: str
    about: Text
    examples: tuple[str, ...]
    commands: tuple[Command, ...]


def add(app: typer.Typer, each: Command | CommandGroup, language: Language) -> None:
    """Add a command to an application."""
    if isinstance(each, Command):
        app.command(
            each.name,
            cls=command_class(language),
            help=each.about.say(language),
            epilog=examples(language, each.examples),
        )(_typed(each, language))
        return
    group = typer.Typer(
        cls=group_class(language),
        help=each.about.say(language),
        epilog=examples(language, each.examples),
        rich_markup_mode=None,
    )
    for one in each.commands:
        add(group, one, language)
    # The language may stand before the command too; it is known before the command line is parsed.
    group.callback()(_shaped(lambda **_: None, ("lang",), language))
    app.add_typer(group, name=each.name)


def _typed(command: Command, language: Language) -> Callable[..., int | None]:
    """The function that typer calls, with a parameter for everything that the command takes."""

    def call(context: typer.Context, **values: Any) -> int | None:
        typed = frozenset(name for name in values if _stands_on_the_line(context, name))
        # An option given several times in none is None, as for everything that nobody says.
        stated = {name: value for name, value in values.items() if value is not None and value != []}
        handed_on = "document_lang" in command.takes
        given = Given(
            language=language,
            command_writes_documents=handed_on,
            fits_screen="wide" in command.takes,
            typed=typed,
            **stated,
        )
        if "data" in command.takes:
            _say_other_plans(given)
        result = command.run(given)
        if not isinstance(result, Reply):
            return result
        from qt_ict.cli.delivery import deliver

        deliver(result, given, command.usual)
        return None

    return _shaped(call, command.takes, language)


def _say_other_plans(given: Given) -> None:
    """Before anything else, say where plans lie that are not used."""
    from qt_ict.cli.elsewhere import other_plans
    from qt_ict.cli.output import say

    said = other_plans(given)
    if said:
        say(f"qt-ict: {said.say(given.language)}\n")


def _stands_on_the_line(context: typer.Context, parameter: str) -> bool:
    source = context.get_parameter_source(parameter)
    return source is not None and source.name == "COMMANDLINE"


def _shaped(call: Callable[..., Any], takes: Sequence[str], language: Language) -> Callable[..., Any]:
    """A function under the signature from which typer makes a command line."""
    parameters = [inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
    parameters += [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=inspect.Parameter.empty if name in REQUIRED else TAKEN[name].default,
            annotation=Annotated[_type(TAKEN[name]), info(name, language)],
        )
        for name in takes
    ]

    def shaped(**values: Any) -> Any:
        return call(**values)

    # What inspect.signature looks for before it looks at the code.
    shaped.__dict__["__signature__"] = inspect.Signature(parameters)
    shaped.__annotations__ = {each.name: each.annotation for each in parameters}
    return shaped


def _type(taken: Taken) -> Any:
    """The type of what a command takes; of few words, these."""
    # Typer reads the words from a Literal, which can be made of values in this way alone.
    return vars(typing)["Literal"][taken.how.choices] | None if taken.how.choices else taken.type


def info(name: str, language: Language) -> Any:
    """How typer learns of something that a command takes."""
    how = TAKEN[name].how
    metavar = placeholder(how.metavar, language) if how.metavar else None
    shown: dict[str, Any] = {"metavar": metavar, "help": how.help.say(language), "show_default": False}
    if how.complete is not None:
        shown["autocompletion"] = how.complete
    if not how.names:
        return typer.Argument(**shown)
    return typer.Option(*how.names, envvar=how.variable, **shown)
