"""All methods by name."""

from qt_ict.methods import aarr, destatis, escap, eurostat, linear, logodds, statcan, un2024
from qt_ict.methods.series import Method

METHODS: dict[str, Method] = {
    module.METHOD.name: module.METHOD for module in (statcan, un2024, escap, destatis, aarr, eurostat, linear, logodds)
}
"""Every method, those of one body first, our own comparators last."""
