"""``--growth figure=rate``: assumed growth of denominators, checked against the plan."""

import re
from collections.abc import Iterable
from fractions import Fraction

from qt_ict.diagnostics.refusal import Refusal, unknown
from qt_ict.engine.values import Rates
from qt_ict.language import Text
from qt_ict.model.plan import Plan
from qt_ict.nearest import ids_meant

_RATE = re.compile(r"([+-]?[0-9]{1,4}(?:[.,][0-9]{1,9})?) ?%\Z")
_HIGHEST = 10
"""A figure that grows more than elevenfold a year is a typing error [1/year]."""


def rates(assignments: Iterable[str], plan: Plan) -> Rates:
    """Growth by figure [1/year].

    Raises:
        Refusal: No ``figure=rate%``, a figure twice, unknown, or below no indicator's line.
    """
    found: dict[str, Fraction] = {}
    for assignment in assignments:
        named, _, written = assignment.rpartition("=")
        grows = _rate(assignment, written)
        name = known_denominator(named, plan)
        if name in found:
            raise Refusal(
                Text("--growth nêu {name} hai lần", "--growth names {name} twice").fill(name=name),
                Text("Giữ một mức tăng cho mỗi số liệu.", "Keep one rate for each figure."),
            )
        found[name] = grows
    return found


def rate(written: str) -> Fraction | None:
    """What grows by so many per cent a year [1/year]; None where it is not written so.

    >>> rate("1.2%"), rate("1.2")
    (Fraction(3, 250), None)
    """
    match = _RATE.match(written.strip())
    found = Fraction(match.group(1).replace(",", ".")) / 100 if match else None
    return found if found is not None and -1 < found <= _HIGHEST else None


def _rate(assignment: str, written: str) -> Fraction:
    found = rate(written)
    if found is None:
        raise Refusal(
            Text("không hiểu --growth {assignment}", "--growth {assignment} is not understood").fill(
                assignment=assignment
            ),
            Text(
                "Viết mã số liệu, dấu bằng và phần trăm mỗi năm, trên -100% và đến 1000%: households=1.2%",
                "Write a figure, an equals sign and per cent a year, above -100% and up to 1000%: households=1.2%",
            ),
        )
    return found


def known_denominator(named: str, plan: Plan) -> str:
    """A figure that some indicator is counted among, given by its id or its name.

    Raises:
        Refusal: It is none.
    """
    names = {id_: figure.name for id_, figure in plan.figures.items()}
    found = ids_meant(named, names)
    below = [id_ for id_ in found if id_ in plan.denominators] or found
    if len(below) != 1:
        known = {id_: names[id_] for id_ in sorted(plan.denominators) if id_ in names}
        raise unknown(Text("số liệu", "figure"), named.strip(), known, "qt-ict show")
    name = below[0]
    if name not in plan.denominators:
        listed = ", ".join(sorted(plan.denominators))
        raise Refusal(
            Text("{name} không là mẫu số của chỉ tiêu nào", "no indicator is counted among {name}").fill(name=name),
            Text("Các mẫu số: {listed}.", "Denominators: {listed}.").fill(listed=listed),
        )
    return name
