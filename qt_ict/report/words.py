"""The words of the closed lists of codes: reasons, statuses, remarks, scales. Nothing here decides anything."""

from qt_ict.engine.reasons import Cause, Reason
from qt_ict.engine.scales import Scale
from qt_ict.engine.thresholds import Status
from qt_ict.engine.verdict import Verdict
from qt_ict.language import Text
from qt_ict.methods.series import MethodReason
from qt_ict.model.figures import DatePrecision
from qt_ict.model.targets import Measure
from qt_ict.reference.forecasting import ForecastReason

REASONS: dict[Reason, Text] = {
    Reason.NO_BASELINE: Text("năm gốc không đo", "not measured in the baseline"),
    Reason.PROXY_ONLY: Text("chỉ có số liệu liên quan", "only something related was measured"),
    Reason.NO_THRESHOLD: Text("mục tiêu không có con số", "the target names no number"),
    Reason.BASELINE_UNBOUNDED: Text(
        "năm gốc chỉ biết một đầu nên không tính được mức",
        "the baseline is known from one side only",
    ),
    Reason.BELOW_ZERO: Text("tính từ năm gốc ra số âm", "reckoned from the baseline it is below 0"),
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
    Reason.DUE_PASSED: Text("đã quá hạn", "already due"),
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
    Reason.NO_REFERENCE_CLASS: Text(
        "chưa có nhóm tham chiếu, hoặc quá ít trường hợp trước đây", "no reference class, or too few past cases"
    ),
    Reason.NO_RECORD: Text("chưa có trường hợp trước đây cùng loại", "no past cases of this kind"),
    Reason.UNCERTAIN_VALUE: Text(
        "số liệu là một khoảng nên khả năng cũng vậy", "the value is a range, so is the chance"
    ),
    Reason.SEVERAL_STATUSES: Text("có thể có nhiều kết quả", "several statuses are possible"),
    Reason.AT_TARGET: Text("đúng bằng ngưỡng, chưa vượt", "at the number itself, not yet beyond it"),
    Reason.VALUE_TOO_OLD: Text("số liệu đã cũ", "the value is too old"),
    Reason.NOT_YET_STATED: Text("khi ấy chưa có mục tiêu này", "not yet stated at that time"),
    Reason.NOT_IN_FIFTY_YEARS: Text("không đạt trong 50 năm", "not within 50 years"),
    Reason.NOT_OBSERVED_WHEN_DUE: Text("không có số liệu trong năm đích", "no value in the due year"),
}

FORECAST_REASONS: dict[ForecastReason, Text] = {
    ForecastReason.NO_REFERENCE_CLASS: Text("quá ít trường hợp trước đây", "too few past cases"),
    ForecastReason.DUE_PASSED: Text("năm đích không còn ở phía trước", "the target year is not ahead"),
    ForecastReason.OUTSIDE_SCALE: Text("giá trị nằm ngoài nhóm tham chiếu", "the value lies outside the class"),
}
METHOD_REASONS: dict[MethodReason, Text] = {
    MethodReason.NO_TARGET: Text("không có mục tiêu", "no target"),
    MethodReason.NO_TARGET_YEAR: Text("mục tiêu không có năm", "the target has no year"),
    MethodReason.SAME_DATE: Text("hai thời điểm trùng nhau", "two dates are the same"),
    MethodReason.UNDER_A_YEAR: Text(
        "chưa đầy một năm từ năm gốc đến giá trị hiện tại", "less than a year between base and current value"
    ),
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

REMARKS: dict[str, Text] = {
    Cause.WORDS.value: Text(
        'Khoảng giá trị do lời văn của nguồn ("hơn", "gần").',
        'An interval because of the words of the source ("more than", "nearly").',
    ),
    Cause.DIGITS.value: Text(
        "Khoảng giá trị do tỷ lệ trong kế hoạch đã làm tròn và không kèm số đếm.",
        "An interval because a percentage was printed rounded and without its count.",
    ),
    Cause.SURVEY.value: Text(
        "Khoảng giá trị do điều tra mẫu: {figures}.", "An interval because of a survey: {figures}."
    ),
    Cause.ROUNDED.value: Text(
        "Khoảng giá trị do số được công bố đã làm tròn: {figures}.",
        "An interval because a number was published rounded: {figures}.",
    ),
    Cause.JOINT.value: Text(
        "Khoảng giá trị do các phần được đếm riêng: phần chung nhiều nhất bằng phần nhỏ hơn.",
        "An interval because the parts were counted separately: what they share is at most the smaller.",
    ),
    Cause.BOUND.value: Text(
        "Khoảng giá trị do số liệu chỉ chặn một hoặc hai đầu.",
        "An interval because the figures only bound the value.",
    ),
    "conflict": Text(
        'Kế hoạch còn nêu khác ở mục {items}: {target} ("{name}").',
        'The plan also says otherwise, in {items}: {target} ("{name}").',
    ),
    "figure-conflict": Text(
        'Kế hoạch nêu khác về "{name}": {others}.',
        'The plan contradicts itself on "{name}": {others}.',
    ),
    "whole-count": Text(
        '"{name}": {share} của {whole} chỉ có thể là {count}.',
        '"{name}": {share} of {whole} can only be {count}.',
    ),
    "unknown-parts": Text(
        '"{name}" lấy từ đợt trước, không kèm các phần: {parts}.',
        '"{name}" was carried forward without its parts: {parts}.',
    ),
    "vague": Text('"Khoảng": tính như đạt đúng con số.', '"About": taken as met at its number.'),
    "from-baseline": Text("Mức tính từ năm gốc: {value} ({date}).", "Reckoned from the baseline: {value} ({date})."),
    "weaker-end": Text("Hai con số: tính từ đầu dễ đạt hơn.", "Two numbers: reckoned from the weaker end."),
    "inferred-year": Text(
        "Câu không nêu năm; lấy năm cuối cùng nêu trước đó trong mục.",
        "The sentence names no year; the last one named before it in its item is taken.",
    ),
    "open-year": Text(
        "Câu nêu nhiều năm mà không rõ năm nào là hạn; liệt kê ở từng năm.",
        "The sentence names several years and leaves open which is due; listed under each.",
    ),
    "before-year": Text("Trước năm {year}: hạn là hết năm {last}.", "Before {year}: due by the end of {last}."),
    "nested": Text('Tính trên những gì thuộc "{name}".', 'Counted among "{name}".'),
    "remark": Text.same("{text}"),
    "moving-denominator": Text(
        "Số còn thiếu tính trên mẫu số giả định tại hạn.",
        "The shortfall is reckoned on the assumed denominator at the due date.",
    ),
    "date-published": Text(
        '"{name}": nguồn ghi {precision}; lấy ngày cuối {precision}, {date}.',
        '"{name}": published for a {precision}; its last day is taken, {date}.',
    ),
    "definition": Text(
        '"{name}": ở đợt này đếm điều khác, {definition}.', '"{name}": this round counts something else, {definition}.'
    ),
    "incomplete-round": Text(
        'Đợt {date} thiếu "{names}".{may_carry}', 'The round of {date} lacks "{names}".{may_carry}'
    ),
    "after-due": Text(
        "Giá trị sau hạn ({year}); tiến độ tại hạn: qt-ict progress.",
        "The value is later than the due year {year}; judged by that year's value: qt-ict progress.",
    ),
    "restated": Text(
        '"{name}": trước đã công bố {before} ({document}); số sau được dùng, {value} ({later}).',
        '"{name}": published before as {before} ({document}); the later one counts, {value} ({later}).',
    ),
    "other-dates": Text(
        'Mẫu số của ngày khác: "{name}", {date}.', 'The denominator is of another date: "{name}", {date}.'
    ),
    "before-due-day": Text(
        "Xét theo số liệu ngày {date}; hạn là hết năm.",
        "Judged by the value of {date}; it was due at the end of the year.",
    ),
    "by-neighbours": Text(
        "Năm đích không có số liệu; số liệu trước và sau nó cùng cho một kết luận.",
        "There is no value of the due year; those before and after it agree.",
    ),
    "not-computed": Text("Đợt ngày {date} không tính được: {reason}.", "The round of {date} gives no value: {reason}."),
    "old-value": Text(
        "Số liệu ngày {date} đã quá {limit}: các kết quả có thể là từ kết quả khi số liệu còn mới đến kết quả nếu từ "
        "đó không có gì thay đổi.",
        "The value of {date} is more than {limit} old: possible statuses run from the one it had while new to the one "
        "that holds if nothing has changed since.",
    ),
    "old-values": Text(
        "Số liệu ngày {dates}, đến ngày {now} đã quá {limit}.",
        "On {now} the values of {dates} are more than {limit} old.",
    ),
    "standstill": Text(
        "Từ đợt trước ({date}) đến đợt mới nhất không có thay đổi.",
        "Nothing changed between the round before ({date}) and the latest.",
    ),
    "reversal": Text(
        "Từ đợt trước ({date}) đến đợt mới nhất đã đi ngược mục tiêu.",
        "It moved away from the target between the round before ({date}) and the latest.",
    ),
    "forecast": Text(
        "{where} {cases} trường hợp gần nhất trước đây (mức {levels}), {reached} trường hợp tăng được chừng ấy trong "
        "{years} năm; khả năng đạt {probability}.",
        "{where} {cases} nearest past cases (at {levels}) {reached} gained as much in {years}; chance {probability}.",
    ),
    "forecast-untried": Text(
        "Thời gian còn lại dài hơn mọi thời gian đã kiểm nghiệm (2, 5 và 7 năm).",
        "The time left is longer than any that forecasts were tried with (2, 5 and 7 years).",
    ),
    "forecast-by-level": Text(
        "Mới có một số liệu: với mật độ thuê bao, khả năng xét theo mức mà không theo nhịp là kém tin cậy.",
        "One value alone: of densities a chance by level without pace is not reliable.",
    ),
    "reference-class": Text(
        "Nhóm tham chiếu: {title}, {areas} địa bàn{without}. Nguồn: {source}.{note}",
        "Reference class: {title}, {areas} areas{without}. Source: {source}.{note}",
    ),
    "revised-target": Text(
        "Theo {document} ngày {date}; ban đầu là {original}.{why}",
        "As of {document}, {date}; originally {original}.{why}",
    ),
    "revised-after-due": Text(
        "Sau hạn, {document} ngày {date} sửa thành {target}; không tính cho hạn này.",
        "After it was due, {document} of {date} made it {target}; this due year is not judged by that.",
    ),
    "published-again": Text(
        "Cho ngày {date}, đợt {round} đã công bố {value}; số của đợt sau được dùng.",
        "For {date} the round of {round} had published {value}; the later round counts.",
    ),
    "other-definition": Text(
        "Ngày {date}: {value}, nhưng đếm điều khác ({definition}), nên không so sánh.",
        "{date}: {value}, but it counts something else ({definition}), so it is not compared.",
    ),
    "carried": Text(
        'Giả định "{name}" ngày {then} vẫn đúng ngày {now}.', 'Assumed: "{name}" of {then} still holds on {now}.'
    ),
    "date-assumed": Text(
        "Số liệu không ghi ngày được coi là tại {several}{dates}.",
        "Figures without a date are taken to be of {several}{dates}.",
    ),
    "addition-assumed": Text(
        'Giả định "{name}" {addition}, tính từ số liệu mới nhất; không phải số liệu.',
        'Assumed: "{name}" {addition}, counted from its latest value; no observation.',
    ),
    "growth-assumed": Text('Giả định "{name}" tăng {rate} mỗi năm.', 'Assumed: "{name}" grows by {rate} a year.'),
}
"""What a remark says, by its code; docs/formats.md says what each code means."""

CONFIDENCE = Text('"{name}", khoảng tin cậy {confidence} %', '"{name}", its {confidence} % confidence interval')
NO_CONFIDENCE = Text(
    '"{name}", khoảng mà nguồn nêu, không rõ độ tin cậy',
    '"{name}", the interval it gives, without a level of confidence',
)
STANDARD_ERROR = Text(
    '"{name}", ± 1,96 sai số chuẩn (khoảng tin cậy 95 %)',
    '"{name}", ± 1.96 standard errors (a 95 % confidence interval)',
)
ROUNDED_TO = Text('"{name}", làm tròn đến {rounded_to}', '"{name}", rounded to {rounded_to}')
MAY_CARRY = Text(" Nếu giả định số cũ còn đúng: {figures}.", " To assume that the older number still holds: {figures}.")
PRECISIONS: dict[DatePrecision, Text] = {
    "day": Text("ngày", "day"),
    "month": Text("tháng", "month"),
    "year": Text("năm", "year"),
}
"""What a source gives instead of a day."""

STATUSES: dict[Status, Text] = {
    "met": Text("đạt", "met"),
    "not_met": Text("chưa đạt", "not met"),
    "undecided": Text("chưa xác định", "undecided"),
    "not_measurable": Text("không đo được", "not measurable"),
}
VERDICTS: dict[Verdict, Text] = {
    "met": Text("đạt", "met"),
    "met_but_reversing": Text("đạt nhưng đang đi lùi", "met but reversing"),
    "on_track": Text("đúng lộ trình", "on track"),
    "moderate": Text("tiến bộ vừa phải", "moderate"),
    "insufficient": Text("tiến bộ chưa đủ", "insufficient"),
    "fell_below_target": Text("đã đạt rồi tụt xuống dưới mục tiêu", "fell below the target"),
    "moving_away": Text("đi ngược mục tiêu", "moving away"),
    "missed": Text("không đạt", "missed"),
}
CANNOT_TELL: dict[Cause, Text] = {
    Cause.DIGITS: Text("các chữ số được in không đủ để phân định", "the printed digits cannot tell"),
    Cause.WORDS: Text("lời văn của nguồn không đủ để phân định", "the words of the source cannot tell"),
    Cause.SURVEY: Text("sai số điều tra không cho phép phân định", "the error of the survey leaves it open"),
    Cause.ROUNDED: Text("số đã làm tròn không đủ để phân định", "the rounded numbers cannot tell"),
    Cause.JOINT: Text("số liệu chỉ cho một khoảng", "the figures only give bounds"),
    Cause.BOUND: Text("số liệu chỉ cho một khoảng", "the figures only give bounds"),
}
"""Why the figures leave several statuses possible, by what makes a value wide."""
OLD_CANNOT_TELL = Text("số liệu đã cũ", "the value is old")

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
