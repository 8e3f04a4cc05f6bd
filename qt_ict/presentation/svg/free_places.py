"""Where the words inside a chart stand, so that none covers another and few cover a line."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle with its sides upright [pixels]; down is more."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """True where they have more in common than a side."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, x: float, y: float) -> bool:
        """True where a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def within(self, other: "Box") -> "Box":
        """The rectangle moved sideways into another."""
        moved = max(other.left - self.left, 0) + min(other.right - self.right, 0)
        return self._replace(left=self.left + moved, right=self.right + moved)


class Spot(NamedTuple):
    """A mark in a chart, from its upper to its lower end [pixels]."""

    x: float
    top: float
    bottom: float


def beside(
    spot: Spot, size: tuple[float, float], room: Box, taken: Sequence[Box], lines: Sequence[tuple[float, float]]
) -> Box | None:
    """Where a text stands at a mark: above or below or beside it, on as few lines as can be; None where nowhere.

    Args:
        spot: The mark.
        size: Width and height of the text [pixels].
        room: What it must not leave.
        taken: What it must not cover.
        lines: Points along the lines of the chart, equally close.
    """
    found = [
        (sum(box.holds(x, y) for x, y in lines) + far, place, box)
        for place, (far, each) in enumerate(_around(spot, *size))
        if room.top <= (box := each.within(room)).top and box.bottom <= room.bottom and not any(map(box.meets, taken))
    ]
    return min(found)[2] if found else None


_CLEAR, _STEP, _STEPS = 7, 12, 3
"""Room between a mark and its text, between a text and the next that is farther away [pixels]; how many there are."""


def _around(spot: Spot, width: float, height: float) -> Iterator[tuple[int, Box]]:
    """The places of a text at a mark, the best first, each with what is to be said against it for being far away."""
    for far in range(_STEPS):
        above, below = spot.top - _CLEAR - far * _STEP - height, spot.bottom + _CLEAR + far * _STEP
        middle, aside = (spot.top + spot.bottom - height) / 2, _CLEAR + far * _STEP
        places = [
            *((spot.x - width * part, y) for part in (0.5, 1, 0, 0.75, 0.25) for y in (above, below)),
            (spot.x + aside, middle),
            (spot.x - aside - width, middle),
        ]
        yield from ((4 * far, Box(x, y, x + width, y + height)) for x, y in places)
