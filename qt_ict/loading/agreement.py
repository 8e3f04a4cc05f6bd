"""What the keys of one entry say about each other."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.loading.figure_keys import of_figure, of_reported
from qt_ict.loading.target_keys import of_target
from qt_ict.model.figures import Figure, Reported
from qt_ict.model.indicators import MAY_BE_NEGATIVE, Indicator, Unit
from qt_ict.model.targets import Target
from qt_ict.positions import MarkedText, Path


def contradictions(entries: Mapping[str, Any], section: str, source: MarkedText) -> list[Finding]:
    """Findings where keys of one entry exclude or need each other."""
    rules: dict[type, Callable[[Any], Iterator[Complaint]]] = {
        Figure: of_figure,
        Reported: of_reported,
        Indicator: _indicator,
        Target: of_target,
        Unit: _unit,
    }
    found = []
    for name, entry in entries.items():
        complaints = list(rules[type(entry)](entry)) if type(entry) in rules else []
        if isinstance(entry, Target) and entry.band and _is_upside_down(entry, source, (section, name, "value")):
            complaints.append(_UPSIDE_DOWN)
        for complaint in complaints:
            at = (section, name, *complaint.at)
            place = source.place_of_key(at if source.line_of(at) else (section, name))
            values = {"problem": complaint.problem, "advice": complaint.advice}
            found.append(Finding(shape.CONTRADICTORY_KEYS, place, values))
    return found


def _is_upside_down(entry: Target, source: MarkedText, path: Path) -> bool:
    """True where the larger of two numbers is written first: a band has no weaker end that could be meant."""
    ends = [source.written((*path, index)) for index in range(len(entry.numbers))]
    return len(ends) > 1 and ends[0] != ends[1] and ends[0] == str(entry.numbers[1])


_UPSIDE_DOWN = Complaint(
    Text("số lớn của dải viết trước số nhỏ", "the larger number of the band is written first"),
    Text("Viết value: [thấp, cao].", "Write value: [low, high]."),
    at=("value",),
)


def _indicator(entry: Indicator) -> Iterator[Complaint]:
    if (entry.numerator is None) == (entry.figure is None):
        yield Complaint(
            Text(
                "cần đúng một trong hai khóa numerator và figure",
                "expected one of the keys numerator and figure",
            ),
            Text(
                "Tỷ lệ: numerator, denominator, factor. Số để nguyên: figure.",
                "For a ratio: numerator, denominator, factor. For a figure as it stands: figure.",
            ),
            at=("numerator",),
        )
        return
    ratio = entry.denominator is not None and entry.factor is not None
    if entry.numerator is not None and not ratio:
        yield Complaint(
            Text("có numerator mà thiếu denominator hoặc factor", "numerator without denominator or factor"),
            Text("Thêm denominator và factor (100 cho %).", "Add denominator and factor (100 for %)."),
            at=("numerator",),
        )
    if entry.figure is not None and (entry.denominator is not None or entry.factor is not None):
        yield Complaint(
            Text("có figure thì không dùng denominator, factor", "figure goes without denominator and factor"),
            Text(
                "Đổi figure thành numerator, hoặc bỏ hai khóa kia.",
                "Call it numerator, or drop the other two.",
            ),
            at=("figure",),
        )


def _unit(entry: Unit) -> Iterator[Complaint]:
    """What the keys of a unit of measure say about a kind of unit that has no such thing."""
    said = [key for key in _OF_KINDS if getattr(entry, key) not in (None, False)]
    for key in said:
        if entry.kind not in _OF_KINDS[key]:
            kinds = ", ".join(_OF_KINDS[key])
            yield Complaint(
                Text("{key} không dùng cho loại {kind}", "{key} does not go with the kind {kind}").fill(
                    key=key, kind=entry.kind
                ),
                Text("Bỏ {key}, hoặc đổi kind: {kinds}.", "Drop {key}, or change the kind: {kinds}.").fill(
                    key=key, kinds=kinds
                ),
                at=(key,),
            )
    beside = [key for key in said if key not in ("rank", "ceiling")]
    if entry.rank and beside:
        yield Complaint(
            Text("{key} ở một thứ hạng (rank)", "{key} at a rank").fill(key=beside[0]),
            Text(
                "Bỏ {key}: thứ hạng là số nguyên, từ 1 trở lên.", "Drop {key}: ranks are whole numbers from 1 on."
            ).fill(key=beside[0]),
            at=(beside[0],),
        )
    elif entry.ceiling is not None and entry.least is not None and entry.ceiling <= entry.least:
        yield Complaint(
            Text("ceiling không lớn hơn {least}", "the ceiling is not above {least}").fill(least=entry.least),
            Text("Sửa ceiling hoặc floor.", "Correct the ceiling or the floor."),
            at=("ceiling",),
        )


_OF_KINDS = {
    "negative": MAY_BE_NEGATIVE,
    "floor": ("index",),
    "ceiling": ("index",),
    "rank": ("index",),
    "decimals": ("amount", "index"),
}
"""Keys of a unit of measure, with the kinds that have such a thing."""
