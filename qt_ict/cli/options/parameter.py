"""How something is said on a command line."""

from collections.abc import Callable
from typing import NamedTuple

from qt_ict.language import Text


class Parameter(NamedTuple):
    """How something is said on a command line."""

    names: tuple[str, ...]
    """Names of an option; none of an argument."""
    help: Text
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    """All that it may be, where these are few."""
    complete: Callable[[], list[str]] | None = None
    """What the shell completes."""
    variable: str | None = None
    """The variable of the environment that stands for it."""
