"""A series as a line of small blocks."""

from collections.abc import Sequence

_BLOCKS = "▁▂▃▄▅▆▇█"


def sparkline(values: Sequence[float]) -> str:
    """One block a value, from the lowest to the highest; empty where nothing can be compared.

    >>> sparkline([1, 2, 8]), sparkline([5]), sparkline([3, 3])
    ('▁▂█', '', '▁▁')
    """
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    steps = len(_BLOCKS) - 1
    return "".join(_BLOCKS[round((value - low) / (high - low) * steps) if high > low else 0] for value in values)
