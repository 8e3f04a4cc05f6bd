"""A refusal: what was asked for cannot be done, and what to do instead."""

from qt_ict.language import Text


class Refusal(Exception):
    """Something that cannot be done as it stands; nothing was changed."""

    def __init__(self, problem: Text, advice: Text) -> None:
        super().__init__(problem.en)
        self.problem = problem
        """What is wrong."""
        self.advice = advice
        """What to do next."""
