"""qt-ict makes an ICT development plan computable: indicators, targets, gaps, honest verdicts.

From Python: ``qt_ict.load("data").gap(year=2015)``. What ``__all__`` lists and docs/python.md describes is public.
"""

__version__ = "0.1.0"
__all__ = ["Interval", "OpenPlan", "PlanError", "PlanRow", "PlanRows", "load", "validate"]

_HOMES = {
    "Interval": "arithmetic.interval",
    "PlanError": "library.errors",
    "PlanRow": "library.rows",
    "PlanRows": "library.rows",
}
"""Where the public names live, but for those of ``library.open_plan``."""


def __getattr__(name: str) -> object:
    """A public name, looked up when it is first asked for: a command does not wait for what it does not use."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(f"qt_ict.{_HOMES.get(name, 'library.open_plan')}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
