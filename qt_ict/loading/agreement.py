"""What the keys of one entry say about each other, and what its unit says about its number."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.model.figures import AS_PLANNED, UNCERTAINTY, Figure, Publication, Reported
from qt_ict.model.from_baseline import FromBaseline
from qt_ict.model.indicators import Indicator, Unit
from qt_ict.model.targets import NUMERIC, Revision, Target
from qt_ict.positions import Key, MarkedText, Path


def contradictions(entries: Mapping[str, Any], section: str, source: MarkedText) -> list[Finding]:
    """Findings where keys of one entry exclude or need each other."""
    rules: dict[type, Callable[[Any], Iterator[Complaint]]] = {
        Figure: _figure,
        Reported: _reported,
        Indicator: _indicator,
        Target: _target,
        Unit: _unit,
    }
    found = []
    for name, entry in entries.items():
        for complaint in rules[type(entry)](entry) if type(entry) in rules else ():
            at = (section, name, *complaint.at)
            place = source.place_of_key(at if source.line_of(at) else (section, name))
            values = {"problem": complaint.problem, "advice": complaint.advice}
            found.append(Finding(shape.CONTRADICTORY_KEYS, place, values))
    return found


def numbers_of_other_units(
    entries: Mapping[str, Any], section: str, source: MarkedText, units: Mapping[str, Unit]
) -> list[Finding]:
    """Findings where a number is none of its unit: below 0 where that has no such values, or a part of a thing."""
    found: list[Finding] = []
    for name, entry in entries.items():
        for keys, unit_id, value in _amounts(entry):
            unit = units.get(unit_id) if unit_id else None
            if unit is not None:
                found += _misfits(unit, value, (section, name, *keys), source)
    return found


def _misfits(unit: Unit, value: Any, path: tuple[Key, ...], source: MarkedText) -> Iterator[Finding]:
    """What makes a number, or one of two, none of its unit of measure."""
    numbers = [each for each in (value if isinstance(value, tuple) else (value,)) if each is not None]
    if not unit.negative and any(each < 0 for each in numbers):
        place = source.place_of_value(_the_one_with("-", path, source))
        yield Finding(shape.NEGATIVE, place, {"found": str(min(numbers))})
    elif unit.is_counted and any(isinstance(each, Decimal) for each in numbers):
        at = _the_one_with(".", path, source)
        values = {"found": source.written(at) or str(value), "unit": unit.name}
        yield Finding(shape.FRACTIONAL_COUNT, source.place_of_value(at), values)


def _amounts(entry: Any) -> Iterator[tuple[Path, str | None, Any]]:
    """Every number of an entry with its key path in it and its unit: its own, and those of other versions."""
    yield ("value",), entry.unit, entry.value
    if isinstance(entry, Target):
        yield from ((("milestones",), entry.unit, each.value) for each in entry.milestones)
        for index, revision in enumerate(entry.revisions):
            yield ("revisions", index, "value"), revision.unit or entry.unit, revision.value
    elif isinstance(entry, Figure):
        yield from (((key,), entry.unit, getattr(entry, key)) for key in ("low", "high", "rounded_to"))
        if entry.base is not None:
            yield ("base", "value"), entry.unit, entry.base.value
        for index, restated in enumerate(entry.restates):
            yield ("restates", index, "value"), entry.unit, restated.value


def _the_one_with(sign: str, path: tuple[Key, ...], source: MarkedText) -> Path:
    """The path of the number that has a sign: the value itself, or the one of two that has it."""
    both = [(*path, index) for index in (0, 1)]
    return next((each for each in both if sign in (source.written(each) or "")), path)


def _figure(entry: Figure) -> Iterator[Complaint]:
    yield from _uncertainty(entry)
    yield from _new_stretch(entry)
    if entry.definition == AS_PLANNED or entry.starts_anew:
        key = "break" if entry.starts_anew else "definition"
        yield Complaint(
            Text(
                "{key} ở đợt đầu tiên, trước đó chưa có số liệu", "{key} in the first round, before which nothing is"
            ).fill(key=key + (": true" if entry.starts_anew else ": as_planned")),
            Text("Bỏ {key} ở năm gốc.", "Drop {key} in the baseline.").fill(key=key),
            at=(key,),
        )
    if entry.printed and not entry.of:
        yield Complaint(
            Text("tỷ lệ in ra nhưng không có khóa of", "a printed ratio without the key of"),
            Text("Thêm of: mã của số liệu làm mẫu số.", "Add of: the figure the ratio is taken of."),
            at=("printed",),
        )


def _uncertainty(entry: Publication) -> Iterator[Complaint]:
    """What the keys that say how far a number may be off say of each other."""
    if (entry.low is None) != (entry.high is None):
        yield Complaint(
            Text("low và high phải đi cùng nhau", "low and high go together"),
            Text(
                "Ghi cả hai đầu của khoảng; chỉ biết một đầu thì dùng comparator.",
                "Give both ends of the interval; for one end alone use comparator.",
            ),
            at=("low" if entry.high is None else "high",),
        )
    if entry.confidence is not None and entry.low is None and entry.high is None:
        yield Complaint(
            Text("confidence mà không có low và high", "confidence without low and high"),
            Text(
                "Thêm low và high; sai số chuẩn (standard_error) luôn được đọc là 95%.",
                "Add low and high; a standard_error is always read as 95%.",
            ),
            at=("confidence",),
        )
    said = [key for key in _HOW_FAR if getattr(entry, key) is not None]
    said = [key for key in said if key != "high" or "low" not in said]
    if len(said) > 1:
        yield Complaint(
            Text("{first} và {second} ghi hai cách về cùng một con số", "{first} and {second} say it in two ways").fill(
                first=said[0], second=said[1]
            ),
            Text(
                "Giữ một: comparator, low và high, standard_error, hoặc rounded_to.",
                "Keep one: comparator, low and high, standard_error, or rounded_to.",
            ),
            at=(said[1],),
        )


_HOW_FAR = ("comparator", "low", "high", "standard_error", "rounded_to")
"""Keys that say how far a number may be off; a figure has one of them, or low and high."""


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


def _new_stretch(entry: Publication) -> Iterator[Complaint]:
    """What the keys of a new stretch say of each other."""
    if entry.per is not None and entry.cumulative:
        yield Complaint(
            Text("per và cumulative loại trừ nhau", "per and cumulative exclude each other"),
            Text(
                "Số của từng kỳ: per; tổng từ trước đến nay: cumulative. Giữ một.",
                "A number of each period: per; all there ever was: cumulative. Keep one.",
            ),
            at=("per",),
        )
    if entry.base is not None and not entry.starts_anew:
        yield Complaint(
            Text("base mà không có break: true", "base without break: true"),
            Text("Thêm break: true, hoặc bỏ base.", "Add break: true, or drop base."),
            at=("base",),
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
    "negative": ("amount", "index", "density"),
    "floor": ("index",),
    "ceiling": ("index",),
    "rank": ("index",),
    "decimals": ("amount", "index"),
}
"""Keys of a unit of measure, with the kinds that have such a thing."""


def _reported(entry: Reported) -> Iterator[Complaint]:
    yield from _uncertainty(entry)
    yield from _new_stretch(entry)
    if entry.value is None and entry.starts_anew:
        yield Complaint(
            Text("break ở số liệu chưa có giá trị", "break at a figure without a value"),
            Text("Ghi value, hoặc bỏ break.", "Give the value, or drop break."),
            at=("break",),
        )
    said = [key for key in (*UNCERTAINTY, "flag", "holds") if getattr(entry, key) is not None]
    if entry.value is None and said:
        yield Complaint(
            Text("{key} ở số liệu chưa có giá trị", "{key} at a figure without a value").fill(key=said[0]),
            Text("Ghi value, hoặc bỏ {key}.", "Give the value, or drop {key}.").fill(key=said[0]),
            at=(said[0],),
        )
    if entry.value is None and entry.accept:
        yield Complaint(
            Text("chấp nhận (accept) ở số liệu chưa có giá trị", "accept at a figure without a value"),
            Text("Ghi value, hoặc bỏ accept.", "Give the value, or drop accept."),
            at=("accept",),
        )


def _target(entry: Target) -> Iterator[Complaint]:
    yield from _quantity(entry, entry.unit, ())
    for index, revision in enumerate(entry.revisions):
        yield from _quantity(revision, entry.unit_of(revision), ("revisions", index))
    if (entry.measure == "none") != (entry.indicator is None):
        yield Complaint(
            Text(
                "measure: none đi với không có indicator; các cách đo khác cần indicator",
                "measure: none goes without an indicator; every other measure needs one",
            ),
            Text("Thêm hoặc bỏ indicator, hoặc đổi measure.", "Add or drop indicator, or change measure."),
            at=("measure",),
        )
    yield from _milestones(entry)
    if entry.band and "between" not in (entry.comparator, *(each.comparator for each in entry.revisions)):
        yield Complaint(
            Text("band chỉ đi với comparator: between", "band goes with comparator: between alone"),
            Text("Bỏ band, hoặc dùng between với hai số.", "Drop band, or use between with two numbers."),
            at=("band",),
        )
    if entry.due_inferred and not entry.listed_years:
        yield Complaint(
            Text("due_inferred mà không có năm nào ở due", "due_inferred without a year under due"),
            Text("Thêm due, hoặc bỏ due_inferred.", "Add due, or drop due_inferred."),
            at=("due_inferred",),
        )


def _milestones(entry: Target) -> Iterator[Complaint]:
    """What milestones need: a number that they lead to, and a date."""
    if not entry.milestones:
        return
    if entry.comparator not in NUMERIC or entry.comparator == "between":
        yield Complaint(
            Text("{comparator} không đi với milestones", "{comparator} goes without milestones").fill(
                comparator=entry.comparator
            ),
            Text(
                "Mốc cần một con số để đi tới (at_least, at_most …); nếu không, ghi mỗi mốc là một mục tiêu.",
                "Milestones lead to one number (at_least, at_most …); otherwise make each of them a target.",
            ),
            at=("milestones",),
        )
    if len(entry.listed_years) != 1:
        yield Complaint(
            Text("milestones mà mục tiêu không có một hạn", "milestones of a target without one due date"),
            Text("Thêm due, hoặc ghi mỗi mốc là một mục tiêu.", "Add due, or make each milestone a target."),
            at=("milestones",),
        )


def _quantity(said: Target | Revision, unit: str | None, at: tuple[Key, ...]) -> Iterator[Complaint]:
    """What comparator, number and unit of a target, or of a later version of it, say of each other."""
    if said.since is not None and said.from_baseline is None:
        yield Complaint(
            Text("from mà không có from_baseline", "from without from_baseline"),
            Text(
                "Thêm from_baseline (double, -30% …), hoặc bỏ from.",
                "Add from_baseline (double, -30% …), or drop from.",
            ),
            at=(*at, "from"),
        )
    promised = [key for key in ("value", "from_baseline") if getattr(said, key) is not None]
    if said.comparator not in NUMERIC:
        if promised or said.unit is not None:
            yield Complaint(
                Text("{comparator} không đi với một con số", "{comparator} goes without a number").fill(
                    comparator=said.comparator
                ),
                Text("Bỏ {key} và unit, hoặc đổi comparator.", "Drop {key} and unit, or change the comparator.").fill(
                    key=promised[0] if promised else "value"
                ),
                at=(*at, promised[0] if promised else "unit"),
            )
    elif not promised or unit is None:
        yield Complaint(
            Text("{comparator} cần value và unit", "{comparator} needs value and unit").fill(
                comparator=said.comparator
            ),
            Text(
                "Thêm value (hoặc from_baseline: double, +10 points …) và unit.",
                "Add value (or from_baseline: double, +10 points …) and unit.",
            ),
            at=(*at, "comparator"),
        )
    elif len(promised) > 1:
        yield Complaint(
            Text("value và from_baseline nêu hai mức", "value and from_baseline set it twice"),
            Text(
                "Giữ điều văn bản nói; con số của from_baseline được tính ra.",
                "Keep what the document says; the number of from_baseline is computed.",
            ),
            at=(*at, "from_baseline"),
        )
    elif (said.comparator == "between") != isinstance(said.value, tuple):
        yield Complaint(
            Text("between cần hai số, các từ khác cần một số", "between needs two numbers, the other words one"),
            Text("Viết value: [thấp, cao] với between.", "Write value: [low, high] with between."),
            at=(*at, promised[0]),
        )


def misreckoned(
    entries: Mapping[str, Any], section: str, source: MarkedText, units: Mapping[str, Unit]
) -> list[Finding]:
    """Findings where what a target makes of the baseline does not fit its unit of measure."""
    found = []
    for name, entry in entries.items():
        for keys, unit_id, said in _reckoned(entry):
            complaint = _misfit(said, unit_id, units)
            if complaint is not None:
                values = {"problem": complaint.problem, "advice": complaint.advice}
                place = source.place_of_value((section, name, *keys))
                found.append(Finding(shape.CONTRADICTORY_KEYS, place, values))
    return found


def shares_per_period(
    entries: Mapping[str, Any], section: str, source: MarkedText, units: Mapping[str, Unit]
) -> list[Finding]:
    """Findings where a percentage is said to be counted per period, and so to add up."""
    found = []
    for name, entry in entries.items():
        unit = units.get(entry.unit) if isinstance(entry, Figure) and entry.per else None
        if unit is not None and unit.kind == "share":
            complaint = Complaint(
                Text(
                    "per ở một tỷ lệ: tỷ lệ các kỳ không cộng được",
                    "per at a share: shares of periods do not add up",
                ),
                Text("Bỏ per, hoặc ghi số lượng của từng kỳ.", "Drop per, or give the count of each period."),
            )
            values = {"problem": complaint.problem, "advice": complaint.advice}
            found.append(Finding(shape.CONTRADICTORY_KEYS, source.place_of_key((section, name, "per")), values))
    return found


def _reckoned(entry: Any) -> Iterator[tuple[Path, str, FromBaseline]]:
    """Everything that a target and its revisions reckon from the baseline, with its key path and unit of measure."""
    if not isinstance(entry, Target):
        return
    if entry.from_baseline is not None and entry.unit is not None:
        yield ("from_baseline",), entry.unit, entry.from_baseline
    for index, revision in enumerate(entry.revisions):
        unit = entry.unit_of(revision)
        if revision.from_baseline is not None and unit is not None:
            yield ("revisions", index, "from_baseline"), unit, revision.from_baseline


def _misfit(said: FromBaseline, unit_id: str, units: Mapping[str, Unit]) -> Complaint | None:
    """Why a way of reckoning does not fit a unit of measure; None where it does, or the unit is unknown."""
    unit = units.get(unit_id)
    if unit is None:
        return None
    own = "points" if unit.kind == "share" else unit_id
    named = said.unit or said.way
    fits = said.way in ("times", "per_cent") or named == own
    if fits and not (said.way == "things" and unit.kind == "count" and said.amount.denominator != 1):
        return None
    return Complaint(
        Text("{said} không hợp với đơn vị tính {unit}", "{said} does not fit the unit of measure {unit}").fill(
            said=said.said, unit=unit.name
        ),
        Text(
            "Viết như +10 {own} (số đếm: số nguyên), hoặc phần trăm của năm gốc: +10%.",
            "Write it as +10 {own} (of counts a whole number), or as a part of the baseline: +10%.",
        ).fill(own=own),
    )
