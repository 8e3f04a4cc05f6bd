"""A command asked for something that does not exist: the user's words, and the nearest names."""

from collections.abc import Mapping

from qt_ict.language import Text
from qt_ict.loading.nearest import did_you_mean, folded, suggestion


class Misuse(Exception):
    """A request that cannot be answered as it stands."""

    def __init__(self, problem: Text, advice: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem
        """What is wrong."""
        self.advice = advice
        """What to do next."""


def unknown(kind: Text, name: str, known: Mapping[str, Text], see: str) -> Misuse:
    """The misuse of a name that does not exist.

    Args:
        kind: What was looked for.
        name: The name given.
        known: Every id there is, with its name.
        see: The command that lists them.
    """
    named = [id_ for id_, texts in known.items() if any(folded(name) in folded(each) for each in texts)]
    near = did_you_mean(named[:3]) if named and name.strip() else suggestion(name, known)
    return Misuse(
        Text(f"không có {kind.vi} nào tên là {name}", f"there is no {kind.en} called {name}"),
        Text(f"{near.vi}Xem tất cả: {see}", f"{near.en}See all: {see}"),
    )
