"""What the keys of a figure say about each other, in the baseline and in later rounds."""

from collections.abc import Iterator

from qt_ict.diagnostics.refusal import Complaint
from qt_ict.language import Text
from qt_ict.model.figures import AS_PLANNED, UNCERTAINTY, Figure, Publication, Reported


def of_figure(entry: Figure) -> Iterator[Complaint]:
    """What the keys of a figure of the baseline say of each other."""
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
            Text("tỷ lệ in ra nhưng không có khóa “of”", "a printed ratio without the key “of”"),
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


def of_reported(entry: Reported) -> Iterator[Complaint]:
    """What the keys of a figure of a later round say of each other."""
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
