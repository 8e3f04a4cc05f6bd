"""What the unit of measure of an entry says about its numbers."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from qt_ict.diagnostics import shape
from qt_ict.diagnostics.finding import Finding
from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.model.figures import Figure
from qt_ict.model.from_baseline import FromBaseline
from qt_ict.model.indicators import MAY_BE_NEGATIVE, Unit
from qt_ict.model.targets import Target
from qt_ict.positions import Key, MarkedText, Path


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
    below = not unit.negative and any(each < 0 for each in numbers)
    broken = unit.is_counted and any(isinstance(each, Decimal) for each in numbers)
    if not below and not broken:
        return
    at = _the_one_with("-" if below else ".", path, source)
    shown, place = source.written(at) or str(value), source.place_of_value(at)
    if below:
        instead = _instead_of_negative(unit)
        yield Finding(shape.NEGATIVE, place, {"found": str(min(numbers)), "instead": instead}, at=path)
    else:
        what, advice = (_RANK if unit.rank else _COUNT).fill(unit.name)
        yield Finding(shape.FRACTIONAL_COUNT, place, {"found": shown, "what": what, "advice": advice}, at=path)


def _instead_of_negative(unit: Unit) -> Text:
    """What to do about a number below 0 that a unit of measure does not have, behind "not negative"."""
    if unit.rank:
        return _PLACES
    return _SIGNED if unit.kind in MAY_BE_NEGATIVE else _NEVER_SIGNED.fill(unit=unit.name)


class _Whole(NamedTuple):
    """What whole numbers are of, and what to write instead of a part of one."""

    what: Text
    advice: Text

    def fill(self, unit: Text) -> tuple[Text, Text]:
        """Both, of a unit of measure."""
        return self.what.fill(unit=unit), self.advice


_COUNT = _Whole(
    Text("số đếm ({unit})", "count of {unit}"),
    Text(
        "Dấu chấm có thể là hàng nghìn hoặc thập phân, nên không được đoán: viết liền các chữ số, như 145470.",
        "A point may mean thousands or decimals, so it is not guessed: write the digits together, as in 145470.",
    ),
)
_RANK = _Whole(
    Text("thứ hạng ({unit})", "rank ({unit})"),
    Text(
        "Chép thứ hạng của nguồn; điểm hay thứ hạng trung bình thì dùng đơn vị tính khác, loại index, không có rank.",
        "Copy the rank from the source; points, or a mean of ranks, go in another unit of measure, of kind index "
        "without rank.",
    ),
)
_PLACES = Text("; thứ hạng là số nguyên từ 1 trở lên", "; a rank is a whole number from 1 on")
_SIGNED = Text(
    "; đại lượng có thể âm thì khai báo negative: true ở đơn vị tính",
    "; where the unit of measure can be below 0, say negative: true there",
)
_NEVER_SIGNED = Text(
    "; {unit} không có số âm, mức tăng giảm thì dùng đơn vị tính khác, loại amount hoặc index, có negative: true",
    "; nothing in {unit} is below 0, a change goes in another unit of measure, of kind amount or index with "
    "negative: true",
)


def _amounts(entry: Any) -> Iterator[tuple[Path, str | None, Any]]:
    """Every number of an entry with its key path in it and its unit: its own, and those of other versions."""
    yield ("value",), entry.unit, entry.value
    if isinstance(entry, Target):
        yield from ((("milestones", each.written), entry.unit, each.value) for each in entry.milestones)
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
