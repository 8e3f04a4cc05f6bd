# What type checkers and editors are told of the names that are looked up when they are first asked for.
from qt_ict.arithmetic.interval import Interval
from qt_ict.library.errors import PlanError
from qt_ict.library.open_plan import OpenPlan, load, validate
from qt_ict.library.rows import PlanRow, PlanRows

__version__: str
__all__ = ["Interval", "OpenPlan", "PlanError", "PlanRow", "PlanRows", "load", "validate"]
