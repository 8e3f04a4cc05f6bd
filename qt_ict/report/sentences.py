"""The closed lists of codes, with a sentence for people in both languages."""

from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.thresholds import Status
from qt_ict.language import Text
from qt_ict.methods.series import MethodReason
from qt_ict.model.targets import Measure

REASONS: dict[Reason, Text] = {
    Reason.NO_BASELINE: Text("năm gốc không đo", "not measured in the baseline"),
    Reason.PROXY_ONLY: Text("chỉ có số liệu liên quan", "only something related was measured"),
    Reason.NO_THRESHOLD: Text("mục tiêu không có con số", "the target names no number"),
    Reason.UNIT_MISMATCH: Text("khác đơn vị tính", "units of measure differ"),
    Reason.ZERO_DENOMINATOR: Text("mẫu số bằng 0", "the denominator is 0"),
    Reason.CONTRADICTORY_BOUNDS: Text("các cận mâu thuẫn nhau", "the bounds contradict each other"),
    Reason.NO_COUNT: Text("tử số không phải số đếm", "no count behind the percentage"),
    Reason.ZERO_BASE: Text("xuất phát từ 0", "the baseline is 0"),
    Reason.ZERO_TARGET: Text("mục tiêu là 0", "the target is 0"),
    Reason.OUT_OF_REACH: Text("không số nguyên nào đạt được", "no whole number meets the target"),
    Reason.NOT_A_SHARE: Text("chỉ dùng cho tỷ lệ phần trăm", "for shares only"),
    Reason.AT_LIMIT: Text("không xác định tại 0 % và 100 %", "undefined at 0 % and 100 %"),
    Reason.OUTSIDE_SCALE: Text("nằm ngoài 0–100 %", "outside 0–100 %"),
    Reason.NO_DUE_YEAR: Text("không có năm đích", "no due year"),
    Reason.DUE_PASSED: Text("đã quá hạn khi đo", "already due when measured"),
    Reason.ALREADY_MET: Text("đã đạt", "already met"),
    Reason.TOO_LARGE: Text("quá lớn, không tính được", "too large to compute"),
    Reason.NOT_IN_ROUND: Text("đợt này không có đủ số liệu", "the round lacks a figure of it"),
    Reason.DEFINITION_CHANGED: Text("số liệu đã đổi định nghĩa", "the definition changed"),
    Reason.DIFFERENT_DENOMINATORS: Text("mẫu số đã đổi định nghĩa", "the denominators differ"),
    Reason.ONE_ROUND_ONLY: Text("mới có một đợt số liệu", "one round only"),
    Reason.SAME_DATE: Text("hai số liệu cùng một ngày", "both values are of one date"),
    Reason.TARGET_EQUALS_BASELINE: Text("mục tiêu bằng năm gốc", "the target equals the baseline"),
    Reason.BOUNDS_TOO_WIDE: Text("khoảng giá trị quá rộng để kết luận", "bounds too wide: any status is possible"),
    Reason.NO_PROGRESS: Text("chưa chắc có tiến bộ", "no certain progress so far"),
    Reason.FELL_BELOW_TARGET: Text("năm gốc đã đạt, nay không còn đạt", "met at the baseline and no longer"),
    Reason.NOT_YET_STATED: Text("khi ấy chưa có mục tiêu này", "not yet stated at that time"),
    Reason.NOT_OBSERVED_WHEN_DUE: Text("không có số liệu trong năm đích", "no value in the due year"),
}

METHOD_REASONS: dict[MethodReason, Text] = {
    MethodReason.NO_TARGET: Text("không có mục tiêu", "no target"),
    MethodReason.NO_TARGET_YEAR: Text("mục tiêu không có năm", "the target has no year"),
    MethodReason.SAME_DATE: Text("hai thời điểm trùng nhau", "two dates are the same"),
    MethodReason.DATES_REVERSED: Text("có năm nằm trước năm gốc", "a year lies before the base"),
    MethodReason.ZERO_BASE: REASONS[Reason.ZERO_BASE],
    MethodReason.ZERO_CURRENT: Text("giá trị hiện tại là 0", "the current value is 0"),
    MethodReason.NEGATIVE_RATIO: Text("các giá trị trái dấu nhau", "values of different signs"),
    MethodReason.NOT_POSITIVE: Text("có giá trị không lớn hơn 0", "a value is not above 0"),
    MethodReason.TARGET_EQUALS_BASE: Text("mục tiêu bằng năm gốc", "the target equals the base"),
    MethodReason.TARGET_BEHIND_BASE: Text("năm gốc đã vượt mục tiêu", "the base is already past the target"),
    MethodReason.AT_LIMIT: Text("không xác định tại 0 và tại mức trần", "undefined at 0 and at the ceiling"),
    MethodReason.OUTSIDE_SCALE: Text("nằm ngoài khoảng từ 0 đến mức trần", "outside 0 and the ceiling"),
    MethodReason.TOO_FEW_OBSERVATIONS: Text("quá ít số liệu", "too few observations"),
    MethodReason.DUE_PASSED: Text("năm đích không còn ở phía trước", "the target year is not ahead"),
    MethodReason.ALREADY_MET: REASONS[Reason.ALREADY_MET],
    MethodReason.TOO_LARGE: REASONS[Reason.TOO_LARGE],
}
STOOD_IN = {
    "zero_base": Text("Giá trị gốc 0 được thay bằng {number}.", "The base of 0 is replaced by {number}."),
    "zero_target": Text("Mục tiêu 0 được thay bằng {number}.", "The target of 0 is replaced by {number}."),
}
"""What a method's published constants stood in for, by their names."""

CAUSES: dict[Cause, Text] = {
    Cause.WORDS: Text(
        'Khoảng giá trị do lời văn của nguồn ("hơn", "gần").',
        'An interval because of the words of the source ("more than", "nearly").',
    ),
    Cause.DIGITS: Text(
        "Khoảng giá trị do tỷ lệ trong kế hoạch đã làm tròn và không kèm số đếm.",
        "An interval because a percentage was printed rounded and without its count.",
    ),
    Cause.JOINT: Text(
        "Khoảng giá trị do các phần được đếm riêng: phần chung nhiều nhất bằng phần nhỏ hơn.",
        "An interval because the parts were counted separately: what they share is at most the smaller.",
    ),
    Cause.BOUND: Text(
        "Khoảng giá trị do số liệu chỉ chặn một hoặc hai đầu.",
        "An interval because the figures only bound the value.",
    ),
}

CONFLICT = Text(
    'Kế hoạch còn nêu khác ở mục {items}: {target} ("{name}").',
    'The plan also says otherwise, in {items}: {target} ("{name}").',
)
FIGURE_CONFLICT = Text(
    'Kế hoạch nêu khác về "{name}": {others}.',
    'The plan contradicts itself on "{name}": {others}.',
)
VAGUE = Text('"Khoảng": tính như đạt đúng con số.', '"About": taken as met at its number.')
WEAKER_END = Text("Hai con số: tính từ đầu dễ đạt hơn.", "Two numbers: reckoned from the weaker end.")
INFERRED_YEAR = Text(
    "Câu không nêu năm; lấy năm cuối cùng nêu trước đó trong mục.",
    "The sentence names no year; the last one named before it in its item is taken.",
)
OPEN_YEAR = Text(
    "Câu nêu nhiều năm mà không rõ năm nào là hạn; liệt kê ở từng năm.",
    "The sentence names several years and leaves open which is due; listed under each.",
)
BEFORE_YEAR = Text("Trước năm {year}: hạn là hết năm {last}.", "Before {year}: due by the end of {last}.")
NESTED = Text('Tính trên những gì thuộc "{name}".', 'Counted among "{name}".')
MOVING_DENOMINATOR = Text(
    "Số còn thiếu tính trên mẫu số giả định tại hạn.",
    "The shortfall is reckoned on the assumed denominator at the due date.",
)

DATE_PUBLISHED: dict[str, Text] = {
    "month": Text(
        '"{name}": nguồn ghi tháng; lấy ngày cuối tháng, {date}.',
        '"{name}": published for a month; its last day is taken, {date}.',
    ),
    "year": Text(
        '"{name}": nguồn ghi năm; lấy ngày cuối năm, {date}.',
        '"{name}": published for a year; its last day is taken, {date}.',
    ),
}
DEFINITION = Text(
    '"{name}": ở đợt này đếm điều khác, {definition}.', '"{name}": this round counts something else, {definition}.'
)
INCOMPLETE_ROUND = Text('Đợt {date} thiếu "{names}".', 'The round of {date} lacks "{names}".')
MAY_CARRY = Text(" Nếu giả định số cũ còn đúng: {figures}.", " To assume that the older number still holds: {figures}.")
AFTER_DUE = Text(
    "Giá trị sau hạn ({year}); tiến độ tại hạn: qt-ict progress.",
    "The value is later than the due year {year}; judged by that year's value: qt-ict progress.",
)
RESTATED = Text(
    '"{name}": trước đã công bố {before} ({document}); số sau được dùng, {value} ({later}).',
    '"{name}": published before as {before} ({document}); the later one counts, {value} ({later}).',
)
OTHER_DATES = Text('Mẫu số của ngày khác: "{name}", {date}.', 'The denominator is of another date: "{name}", {date}.')
BEFORE_DUE_DAY = Text(
    "Xét theo số liệu ngày {date}; hạn là hết năm.", "Judged by the value of {date}; it was due at the end of the year."
)
BY_NEIGHBOURS = Text(
    "Năm đích không có số liệu; số liệu trước và sau nó cùng cho một kết luận.",
    "There is no value of the due year; those before and after it agree.",
)
NOT_COMPUTED = Text("Đợt ngày {date} không tính được: {reason}.", "The round of {date} gives no value: {reason}.")
REVISED = Text(
    "Theo {document} ngày {date}; ban đầu là {original}.", "As of {document}, {date}; originally {original}."
)
REVISED_AFTER_DUE = Text(
    "Sau hạn, {document} ngày {date} sửa thành {target}; không tính cho hạn này.",
    "After it was due, {document} of {date} made it {target}; this due year is not judged by that.",
)
PUBLISHED_AGAIN = Text(
    "Cho ngày {date}, đợt {round} đã công bố {value}; số của đợt sau được dùng.",
    "For {date} the round of {round} had published {value}; the later round counts.",
)
OTHER_DEFINITION = Text(
    "Ngày {date}: {value}, nhưng đếm điều khác ({definition}), nên không so sánh.",
    "{date}: {value}, but it counts something else ({definition}), so it is not compared.",
)
CARRIED = Text(
    'Giả định "{name}" ngày {then} vẫn đúng ngày {now}.', 'Assumed: "{name}" of {then} still holds on {now}.'
)
DATE_ASSUMED = Text(
    "Số liệu không ghi ngày được coi là tại {date}.", "Figures without a date are taken to be of {date}."
)
DATES_ASSUMED = Text(
    "Số liệu không ghi ngày được coi là tại ngày của đợt: {dates}.",
    "Figures without a date are taken to be of the date of their round: {dates}.",
)
GROWTH_ASSUMED = Text('Giả định "{name}" tăng {rate} mỗi năm.', 'Assumed: "{name}" grows by {rate} a year.')

STATUSES: dict[Status, Text] = {
    "met": Text("đạt", "met"),
    "not_met": Text("chưa đạt", "not met"),
    "undecided": Text("chưa xác định", "undecided"),
    "not_measurable": Text("không đo được", "not measurable"),
}
MEASURES: dict[Measure, Text] = {
    "direct": Text("trực tiếp", "direct"),
    "bounds": Text("ước lượng khoảng", "bounds"),
    "proxy": Text("liên quan", "proxy"),
    "none": Text("không đo", "none"),
}
SCALES: dict[Scale, Text] = {
    "linear": Text("tuyến tính", "linear"),
    "compound": Text("tăng kép", "compound"),
    "log_odds": Text.same("log-odds"),
}
SCALE_HEADINGS: dict[Scale, Text] = {
    "linear": Text("Tuyến tính", "Linear"),
    "compound": Text("Tăng kép", "Compound"),
    "log_odds": Text.same("Log-odds"),
}
EVERY = {
    "half-year": Text("6 tháng", "every 6 months"),
    "year": Text("hằng năm", "every year"),
    "regular": Text("định kỳ", "regularly"),
    "on-request": Text("theo yêu cầu", "on request"),
}
YEARLY = Text("hằng năm", "yearly")
AFTER = Text("sau {year}", "after {year}")
NO_YEAR = Text("không nêu", "none")
