"""Tables in Markdown."""

from collections.abc import Iterable, Sequence

from backtest.areas import Estimate


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is text and whose other columns are numbers.

    >>> print(table(["of", "n"], [["a", "1"]]))
    | of | n |
    |---|--:|
    | a | 1 |
    """
    lines = [heads, ["---", *["--:"] * (len(heads) - 1)], *rows]
    return "\n".join(
        "|" + "|".join(lines[1]) + "|" if index == 1 else "| " + " | ".join(line) + " |"
        for index, line in enumerate(lines)
    )


def share(value: float) -> str:
    """A share or a score as tables show it.

    >>> share(0.0789), share(1)
    ('.079', '1.000')
    """
    return f"{value:.3f}".removeprefix("0") if value >= 0 else f"-{share(-value)}"


def estimated(value: Estimate | None) -> str:
    """A mean with its interval; a dash without cases."""
    return "–" if value is None else f"{share(value.mean)} [{share(value.low)}, {share(value.high)}]"
