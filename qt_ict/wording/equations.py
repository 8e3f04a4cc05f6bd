"""An indicator's formula as text: ``households_with_tv / households × 100``."""

from qt_ict.model.indicators import Bounds, Formula, Indicator, Joint, Sum


def formula_text(indicator: Indicator) -> str:
    """The formula of an indicator, figures by id."""
    counted = _counted(indicator.counted)
    if indicator.denominator is None:
        return counted
    below = _counted(indicator.denominator)
    factor = "" if indicator.factor == 1 else f" × {indicator.factor}"
    return f"{_bracketed(counted)} / {_bracketed(below)}{factor}"


def _counted(formula: Formula) -> str:
    match formula:
        case Sum(figures):
            return " + ".join(figures)
        case Joint(figures):
            return f"[0, min({', '.join(figures)})]"
        case Bounds(at_least, at_most):
            low = _counted(at_least) if at_least else "0"
            return f"[{low}, {_counted(at_most) if at_most else '∞'}]"


def _bracketed(text: str) -> str:
    return f"({text})" if " + " in text and not text.startswith("[") else text
