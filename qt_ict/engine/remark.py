"""One thing that must be known beside a number: a code, and what its words leave open.

Values are what they are in the plan: dates, targets, figures, reasons. ``report.words`` has the words.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from qt_ict.arithmetic.interval import Interval
from qt_ict.model.indicators import Indicator


class Remark(NamedTuple):
    """One thing to be said."""

    code: str
    values: Mapping[str, Any] = {}
    """What its words leave open."""


class Measured(NamedTuple):
    """A value of an indicator, as a remark names it."""

    indicator: Indicator
    value: Interval
